"""Informal value transfer as an abstract: value moves between agents, and is settled later.

Nothing here says how such a business is run. What counts for an inquiry: there is no payment
between sender and receiver, the account of an agent shows only the settlement, and most who use
it send wages home.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from trainkit.case.finance.entity import ValueTransfer
from trainkit.case.finance.everyday import MONTH_H, Drafts, units
from trainkit.kernel.luck import Luck


def transfers(
    people: Sequence[str], agents: Sequence[str], n: int, horizon_h: float, luck: Luck
) -> list[ValueTransfer]:
    """Return *n* transfers through agents, by their hours; none where there is only one agent.

    Args:
        people: Ids of those who send and receive.
        agents: Ids of the agents, who are other people.
        n: How many transfers.
        horizon_h: Length of the ledger, in hours.
        luck: Luck of the ledger.
    """
    if len(agents) < 2 or len(people) < 2:
        return []
    hours = sorted((horizon_h * units(luck, "transfer hour", n)).tolist())
    who, whom, sums = (units(luck, f"transfer {name}", n) for name in ("who", "whom", "sum"))
    left, right = units(luck, "transfer agent", n, 0), units(luck, "transfer agent", n, 1)
    found = []
    for at, at_h in enumerate(hours):
        sender = int(len(people) * who[at])
        receiver = (sender + 1 + int((len(people) - 1) * whom[at])) % len(people)
        taking = int(len(agents) * left[at])
        paying = (taking + 1 + int((len(agents) - 1) * right[at])) % len(agents)
        cents = 100 * 10 * (8 + int(120 * sums[at] ** 2))
        through = people[sender], agents[taking], agents[paying], people[receiver]
        found.append(ValueTransfer(at, round(at_h, 2), *through, cents))
    return found


def settled(made: Sequence[ValueTransfer], account_of: dict[str, int], horizon_h: float) -> Drafts:
    """Return the payments by which agents settle, pair by pair, the month after.

    Args:
        made: Transfers.
        account_of: Place of each agent's account.
        horizon_h: Length of the ledger; what would be settled later is left open.
    """
    drafts = Drafts()
    months = 1 + max((int(one.at_h // MONTH_H) for one in made), default=-1)
    for month in range(months):
        at_h = (month + 1) * MONTH_H + 120.0
        net = _net(one for one in made if int(one.at_h // MONTH_H) == month)
        for (owing, owed), cents in sorted(net.items()):
            if cents > 0 and at_h < horizon_h:
                drafts.append((at_h, account_of[owing], account_of[owed], cents, "other"))
    return drafts


def _net(made: Iterable[ValueTransfer]) -> dict[tuple[str, str], int]:
    """Return what each agent owes each other, less what it is owed."""
    owed: Counter[tuple[str, str]] = Counter()
    for one in made:
        owed[one.taking_agent, one.paying_agent] += one.amount_cents
        owed[one.paying_agent, one.taking_agent] -= one.amount_cents
    return dict(owed)

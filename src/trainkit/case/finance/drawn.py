"""A ledger, drawn: a town with its everyday traffic, agents, and patterns laid into it."""

from trainkit.case.finance.book import Ledger
from trainkit.case.finance.entity import Account, Laid, Payment, Person, ValueTransfer
from trainkit.case.finance.everyday import Drafts, everyday, units
from trainkit.case.finance.informal import settled, transfers
from trainkit.case.finance.laying import Place, laid
from trainkit.case.finance.opening import covered
from trainkit.case.finance.shape import drawn_shape, flow
from trainkit.case.finance.size import LedgerSpec
from trainkit.case.finance.town import accounts, behind, companies, persons, town
from trainkit.errors import TrainkitError
from trainkit.kernel.luck import Luck

_LATEST_H = 30.0
"""Assumed: the longest that an everyday payment is in transit; most arrive the same day."""


def ledger(spec: LedgerSpec, luck: Luck) -> Ledger:
    """Return a ledger; other patterns in the same luck do not move the everyday traffic.

    Raises:
        TrainkitError: the patterns need more accounts than there are people.
    """
    people, firms = persons(spec, luck), companies(spec, luck)
    held = accounts([*people, *firms], luck)
    made = _transfers(people, spec, luck)
    innocent = _numbered(everyday(town(spec), luck), held, 0, luck)
    places = {one.id: at for at, one in enumerate(people)}
    between = _numbered(settled(made, places, spec.horizon_h), held, len(innocent), luck)
    hot, patterns = _patterns(spec, held, len(innocent) + len(between), luck)
    every = sorted((*innocent, *between, *hot), key=lambda one: (one.at_h, one.id))
    settling = frozenset(one.id for one in between)
    owned, led = behind(people, firms, luck)
    return covered(Ledger(people, firms, held, tuple(every), made, settling, owned, led, patterns))


def _transfers(
    people: tuple[Person, ...], spec: LedgerSpec, luck: Luck
) -> tuple[ValueTransfer, ...]:
    """Return the transfers of value; the agents are the last of the people."""
    names = [one.id for one in people]
    first = spec.n_persons - spec.n_agents
    return tuple(transfers(names[:first], names[first:], spec.n_transfers, spec.horizon_h, luck))


def _numbered(drafts: Drafts, held: tuple[Account, ...], first: int, luck: Luck) -> list[Payment]:
    """Return payments of drafts, numbered from *first*, with the hours at which they arrive."""
    late = units(luck, f"arrival from {min(first, 1)}", len(drafts)).tolist()
    found = []
    for at, ((at_h, payer, paid, cents, written), u) in enumerate(zip(drafts, late, strict=True)):
        hours = round(at_h, 2), round(at_h + _LATEST_H * u * u, 2)
        numbers = held[payer].number, held[paid].number
        found.append(Payment(first + at, *hours, *numbers, cents, written))
    return found


def _patterns(
    spec: LedgerSpec, held: tuple[Account, ...], first: int, luck: Luck
) -> tuple[list[Payment], tuple[Laid, ...]]:
    """Return the payments of all patterns, and the patterns; no two share an account."""
    drawn = tuple(drawn_shape(luck, number) for number in range(spec.n_patterns))
    free, found, patterns = _free(spec, held, luck), list[Payment](), list[Laid]()
    for number, shape in enumerate(spec.shapes or drawn):
        flowing = flow(shape, luck, number)
        taken, free = free[: flowing.n_accounts], free[flowing.n_accounts :]
        _require_enough(len(taken), flowing.n_accounts, spec)
        place = Place(number, taken, spec.horizon_h, first + len(found))
        payments = laid(flowing, place, luck)
        found += payments
        patterns.append(Laid(f"{shape} {number}", shape, tuple(one.id for one in payments)))
    return found, tuple(patterns)


def _free(spec: LedgerSpec, held: tuple[Account, ...], luck: Luck) -> list[str]:
    """Return the accounts that patterns may run through, in a drawn order."""
    order = units(luck, "pattern account", spec.n_persons - spec.n_agents).argsort(kind="stable")
    return [held[at].number for at in order.tolist()]


def _require_enough(found: int, wanted: int, spec: LedgerSpec) -> None:
    if found < wanted:
        raise TrainkitError(
            f"The patterns need more accounts than {spec.n_persons} people have, since no two "
            "patterns share one. Give more people or fewer patterns."
        )

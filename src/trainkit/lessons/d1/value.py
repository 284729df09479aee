"""Two pages of two agents: value that moved with no payment between accounts, and was settled.

Nothing is told of how agents work. A taking in one State answers to a handing out in the other: the
same amount, later, within a day. What one agent owes the other is settled by one payment.
"""

from dataclasses import dataclass

from trainkit.kernel.luck import Luck
from trainkit.lessons.d1.tables import shuffled, whole

SENDERS = ("S", "T", "U", "V", "W")
RECEIVERS = ("J", "K", "L", "M", "N", "O")
N_PAYMENTS = 4


@dataclass(frozen=True)
class Entry:
    """A line of an agent's page: hour, letter of the person, crowns."""

    at_h: float
    who: str
    crowns: int


@dataclass(frozen=True)
class Value:
    """What was found of two agents.

    Attributes:
        taken: Taken in by the agent in Alder.
        paid: Handed out by the agent in Borea.
        back: What the agent in Alder handed out for the agent in Borea, in crowns.
        asked: Letter of the sender that is asked about.
        amounts: Crowns of four payments from the account of the agent in Alder to that of Borea's.
    """

    taken: tuple[Entry, ...]
    paid: tuple[Entry, ...]
    back: int
    asked: str
    amounts: tuple[int, ...]


def draw_value(luck: Luck) -> Value:
    """Return the pages of a trainee: two senders gave the same sum on different days."""
    sums = [10 * whole(luck, "given", 40, 190, at) for at in range(len(SENDERS) - 1)]
    sums = [*sums, sums[0]]  # two gave the same: the hour tells them apart
    hours = sorted(12.0 + 30.0 * at + whole(luck, "hour given", 0, 6, at) for at in range(5))
    slots, receivers = shuffled(luck, "hours given", hours), shuffled(luck, "receivers", RECEIVERS)
    senders = shuffled(luck, "senders", SENDERS)
    taken = [Entry(*one) for one in zip(slots, senders, sums, strict=True)]
    paid = [
        Entry(one.at_h + whole(luck, "hours between", 3, 20, at), receivers[at], one.crowns)
        for at, one in enumerate(taken)
    ]
    early = Entry(min(hours) - 6.0, receivers[5], sums[0])
    back = 10 * whole(luck, "back", 20, 60)
    amounts = _amounts(luck, sum(sums), back)
    return Value(_rising(taken), _rising([*paid, early]), back, senders[0], amounts)


def _amounts(luck: Luck, given: int, back: int) -> tuple[int, ...]:
    """Return the net that is settled, the gross, and two others, in an order that tells nothing."""
    other = given - back + 10 * whole(luck, "another payment", 5, 30)
    return shuffled(luck, "payments of agents", (given - back, given, other, given + back))


def _rising(entries: list[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda one: one.at_h))


def net(value: Value) -> int:
    """Return what the agent in Alder owes the one in Borea for these takings, in crowns."""
    return sum(one.crowns for one in value.taken) - value.back


def receiver(value: Value) -> str:
    """Return who got what the sender that is asked about gave: the same sum, within a day after."""
    given = next(one for one in value.taken if one.who == value.asked)
    return next(
        one.who
        for one in value.paid
        if one.crowns == given.crowns and 0.0 < one.at_h - given.at_h <= 24.0
    )

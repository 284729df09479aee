"""Periods of reflection: who stays, when they end, which case stands without a statement."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trainkit.kernel.luck import Luck
from trainkit.lessons.a3.tables import one, one_of_each_slot, shuffled, table, whole

LETTERS = "ABC"
_LEAST = 30


@dataclass(frozen=True)
class Period:
    """A period and what is asked of it.

    Attributes:
        id: Its name.
        told: What is told.
        why: What to see in it, for after commit.
        rows: Rows of the law box that it turns on.
        presumed: Day of the case on which a victim was presumed.
        asked: Day of the case on which you are asked.
    """

    id: str
    told: str
    why: str
    rows: tuple[str, ...]
    presumed: int
    asked: int


@dataclass(frozen=True)
class Count:
    """A count of days.

    Attributes:
        told: What is told.
        presumed: Day of the case on which a victim was presumed.
        talked: Day of the first long talk.
        days: How many days somebody says that the period has.
    """

    told: str
    presumed: int
    talked: int
    days: int


@dataclass(frozen=True)
class Proofs:
    """What a case rests on.

    Attributes:
        kind: ``stands``, ``single`` or ``alone``.
        told: What is told.
    """

    kind: str
    told: str


@dataclass(frozen=True)
class Periods:
    """Four periods, two counts of days, three cases with letters."""

    asked: tuple[Period, ...]
    counts: tuple[Count, Count]
    proofs: tuple[Proofs, ...]


def draw_periods(luck: Luck) -> Periods:
    """Return the periods of a trainee."""
    rows = one_of_each_slot(luck, "periods", table("periods")["period"])
    asked = tuple(_period(luck, place, row) for place, row in enumerate(rows))
    return Periods(asked, (_desk(luck), _borea(luck)), _proofs(luck))


def _period(luck: Luck, place: int, row: Mapping[str, Any]) -> Period:
    presumed = whole(luck, "presumed", 11, 60, place)
    over = presumed + _LEAST
    asked = over + whole(luck, "after", 2, 6, place)
    if row["slot"] != "pending":
        asked = presumed + whole(luck, "within", 6, 22, place)
    told = row["told"].format(b=presumed, c=asked, over=over)
    return Period(row["slot"], told, row["why"], tuple(row["rows"]), presumed, asked)


def _desk(luck: Luck) -> Count:
    presumed, days = whole(luck, "desk", 8, 50), one(luck, "desk days", (10, 14, 20, 21))
    talked = presumed + whole(luck, "desk talk", 2, 6)
    told = (
        f"Alder. A victim was presumed on day {presumed}; the first long talk was on day {talked}. "
        f"An old instruction of the desk gives {days} days of reflection."
    )
    return Count(told, presumed, talked, days)


def _borea(luck: Luck) -> Count:
    presumed, days = whole(luck, "borea", 8, 50), one(luck, "borea days", (40, 45, 60, 90))
    talked = presumed + whole(luck, "borea talk", 2, 6)
    told = (
        f"Borea. A victim was presumed on day {presumed}; the first long talk was on day {talked}. "
        f"Borea's law gives {days} days of reflection."
    )
    return Count(told, presumed, talked, days)


def _proofs(luck: Luck) -> tuple[Proofs, ...]:
    pools = table("periods")["proofs"]
    drawn = [Proofs(kind, one(luck, f"proofs {kind}", pools[kind])) for kind in pools]
    return shuffled(luck, "proofs", drawn)

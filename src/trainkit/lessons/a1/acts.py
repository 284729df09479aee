"""Eight acts about the first instant, each written on one clock, each with the basis it was given.

Everybody has the same mixture: two that only another clock makes plain, three about the day before
and after, two with a basis of their own, one that takes the paper for a power.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from trainkit.kernel.luck import Luck
from trainkit.lessons.a1.drawing import shuffled, some, whole
from trainkit.lessons.a1.signing import ALDER, Signing, first_instant, written


@dataclass(frozen=True)
class Act:
    """An act as a log holds it.

    Attributes:
        id: Name of what was done.
        told: What was done.
        basis: The basis that was noted.
        at: When, by the clock that wrote it.
        clock: Whose clock wrote it: a State's, or UTC.
    """

    id: str
    told: str
    basis: str
    at: datetime
    clock: str

    @property
    def when(self) -> str:
        """Date and time as written, with the clock."""
        return f"{written(self.at)} ({self.clock})"


_UNDER_PAPER = (
    ("consultation", "The two desks open their first regular consultation.", "the paper, point 11"),
    ("vision", "Two officials exchange views on the Alliance's southern flank.",
     "the paper, point 10"),
    ("request", "One side puts a request for training in risk analysis.", "the paper, point 6"),
    ("letter", "A joint letter encourages the two agencies to support host countries.",
     "the paper, point 5"),
    ("elements", "Both sides sit down to determine the area of a first activity.",
     "the paper, point 15"),
    ("willing", "The sides invite a third State that is willing.", "the paper, point 3"),
)  # fmt: skip
_OLDER = (
    ("older_identity", "A desk asks the other to confirm who the owner of a boat is.",
     "the Cooperation Agreement of 2012"),
    ("older_route", "A desk sends what it knows of a smuggling group.",
     "the Cooperation Agreement of 2012"),
    ("older_assistance", "A prosecutor sends a letter of request for a witness statement.",
     "the convention on mutual legal assistance"),
)  # fmt: skip
_RESCUE = (
    ("rescue_raft", "A cutter takes nine people off a sinking raft.", "SOLAS, chapter V"),
    ("rescue_yacht", "A patrol boat tows a yacht with a sick man aboard to port.",
     "the SAR Convention"),
    ("rescue_boat", "A launch goes out to an open boat that calls for help.", "SOLAS, chapter V"),
)  # fmt: skip
_POWER = (
    ("power_house", "Officers of one side search a house in the other State.",
     "the paper, point 1, alone"),
    ("power_account", "A bank account is frozen; no court and no decree is named.",
     "the paper, point 2, alone"),
    ("power_board", "A patrol boards a ship under the flag of Cyra on the high seas.",
     "the paper, point 9, alone"),
    ("power_surrender", "A wanted man is handed over; no court has seen the case.",
     "the paper, point 2, alone"),
)  # fmt: skip

COUNT = 8


def draw_acts(luck: Luck, signing: Signing) -> tuple[Act, ...]:
    """Return eight acts about the first instant, in an order that tells nothing."""
    told = some(luck, "acts under the paper", _UNDER_PAPER, 5)
    places = _about(luck, signing)
    acts = [
        Act(*words, at.astimezone(signing.clock(clock)), clock)
        for words, (at, clock) in zip(told, places, strict=True)
    ]
    acts += _others(luck, signing)
    return shuffled(luck, "order of acts", acts)


def _about(luck: Luck, signing: Signing) -> list[tuple[datetime, str]]:
    """Return when the five acts under the paper were done, and whose clock wrote them."""
    first = first_instant(signing)

    def minutes(place: int, low: int, high: int) -> timedelta:
        return timedelta(minutes=5 * whole(luck, f"minutes of act {place}", low, high))

    apart = 60 * (signing.borea_utc_h - signing.alder_utc_h)
    ahead = 60 * (signing.alder_utc_h if signing.host == ALDER else signing.borea_utc_h)
    later = signing.host != ALDER
    near = minutes(3, 1, apart // 5 - 1)
    return [
        (first + minutes(1, 2, 11), signing.host),
        (first - minutes(2, 2, 11), signing.host),
        (first + near if later else first - near, signing.other),
        (first + minutes(4, 1, ahead // 5 - 1), "UTC"),
        (first - minutes(5, 120, 168), signing.host),
    ]


def _others(luck: Luck, signing: Signing) -> list[Act]:
    first, host, other = first_instant(signing), signing.host, signing.other

    def at(name: str, low_h: int, high_h: int) -> datetime:
        hours = whole(luck, f"hours of {name}", low_h, high_h)
        return first + timedelta(hours=hours, minutes=5 * whole(luck, f"minutes of {name}", 0, 11))

    older, rescue = some(luck, "older act", _OLDER, 1)[0], some(luck, "rescue", _RESCUE, 1)[0]
    power = some(luck, "act of power", _POWER, 1)[0]
    times = (
        (older, at("older act", -100, -60), other),
        (rescue, at("rescue", -60, -30), host),
        (power, at("act of power", 30, 80), other),
    )
    return [Act(*words, when.astimezone(signing.clock(by)), by) for words, when, by in times]

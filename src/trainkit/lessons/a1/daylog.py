"""The log of a day after the first instant: two desks, two clocks, one plan.

Ten entries, five at each desk. Two are joint acts, one on each side of the plan's second approval;
as the clocks write them, they seem to lie on one side.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from trainkit.kernel.luck import Luck
from trainkit.lessons.a1.drawing import one, shuffled, some, whole
from trainkit.lessons.a1.signing import ALDER, BOREA, Signing, first_instant

NAMES = tuple(f"{desk}{number}" for desk in "AB" for number in range(1, 6))
"""Names of the entries: A1 to A5 at Alder's desk, B1 to B5 at Borea's."""


@dataclass(frozen=True)
class Entry:
    """An entry of a desk's log.

    Attributes:
        id: Name of what was done.
        told: What was done.
        basis: The basis that was noted.
        at: When, by the clock of the desk.
    """

    id: str
    told: str
    basis: str
    at: datetime


@dataclass(frozen=True)
class DayLog:
    """The log of one day.

    Attributes:
        alder_approved: When Alder approved the plan, by Alder's clock.
        borea_approved: When Borea approved the same version, by Borea's clock.
        entries: In the order of `NAMES`.
    """

    alder_approved: datetime
    borea_approved: datetime
    entries: tuple[Entry, ...]


_OWN = (
    ("own_rescue", "A cutter takes four fishermen off a boat on fire.", "SOLAS, chapter V"),
    ("own_harbour", "Port officers check the papers of a trawler in their own harbour.",
     "own law, own port"),
    ("own_sea", "A patrol stops a speeding launch off its own beach.", "own law, own waters"),
    ("own_2012", "The desk answers a request to confirm the owner of a boat.",
     "the Cooperation Agreement of 2012"),
    ("own_letter", "The desk passes on a prosecutor's letter of request.",
     "the convention on mutual legal assistance"),
    ("own_medical", "A helicopter brings an injured seaman ashore.", "the SAR Convention"),
)  # fmt: skip
_TALKS = (
    ("talk_11", "The desks hold their monthly consultation.", "the paper, point 11"),
    ("talk_6", "The desk notes a request for a course, to be considered.", "the paper, point 6"),
    ("talk_10", "Two officials compare views on the southern flank.", "the paper, point 10"),
    ("talk_13", "The desk sends its note for the next Almaty meeting.", "the paper, point 13"),
    ("talk_14", "The desks talk of the visa queue for students.", "the paper, point 14"),
)  # fmt: skip
_POWER = (
    ("power_car", "Officers search a car in the other State's port.", "the paper, point 1"),
    ("power_ship", "A patrol searches a ship under Cyra's flag, unasked.", "the paper, point 9"),
    ("power_money", "Cash of a suspect is kept; no order is named.", "the paper, point 2"),
)  # fmt: skip
_STRONGER = (
    ("strong_9", "Message to the other desk: 'You are bound to send your list of departures.'",
     "the paper, point 9"),
    ("strong_6", "Message to the other desk: 'You must train our officers this year.'",
     "the paper, point 6"),
    ("strong_7", "Message to the other desk: 'You have agreed to double your controls.'",
     "the paper, point 7"),
)  # fmt: skip
_JOINT = (
    ("joint_early", "The joint patrol begins its first leg.", "the plan, version 3"),
    ("joint_later", "A joint team begins to check the anchorage.", "the plan, version 3"),
)


def draw_log(luck: Luck, signing: Signing) -> DayLog:
    """Return a day's log; three to five of its acts have a basis beside the paper."""
    own = whole(luck, "acts with a basis of their own", 3, 5)
    rest = (
        *some(luck, "own acts", _OWN, own),
        *some(luck, "talks", _TALKS, 6 - own),
        one(luck, "power of the day", _POWER),
        one(luck, "stronger of the day", _STRONGER),
    )
    return _written(luck, signing, shuffled(luck, "desks", rest))


def _written(luck: Luck, signing: Signing, rest: tuple[tuple[str, str, str], ...]) -> DayLog:
    """Return the log with a time for each entry, by the clock of its desk."""
    alder, borea = signing.clock(ALDER), signing.clock(BOREA)
    day = first_instant(signing).date() + timedelta(days=whole(luck, "day of the log", 12, 40))
    start = datetime.combine(day, time(9), alder)
    second = start + _minutes(luck, "second approval", 9, 24)
    first = start - _minutes(luck, "first approval", 1, 6)
    borea_last = one(luck, "who approves last", (False, True))
    early = Entry(*_JOINT[0], (second - _minutes(luck, "early leg", 3, 6)).astimezone(borea))
    later = Entry(*_JOINT[1], second + _minutes(luck, "later leg", 3, 6))
    return DayLog(
        alder_approved=first if borea_last else second,
        borea_approved=(second if borea_last else first).astimezone(borea),
        entries=(
            *_desk(luck, ALDER, start, rest[:4], later),
            *_desk(luck, BOREA, start.astimezone(borea), rest[4:], early),
        ),
    )


def _minutes(luck: Luck, name: str, low: int, high: int) -> timedelta:
    return timedelta(minutes=5 * whole(luck, name, low, high))


def _desk(
    luck: Luck, name: str, start: datetime, acts: tuple[tuple[str, str, str], ...], joint: Entry
) -> list[Entry]:
    """Return the five entries of a desk in the order of their times."""
    entries = [
        Entry(
            *act, start + timedelta(minutes=95 * place) + _minutes(luck, f"{name} {place}", 0, 15)
        )
        for place, act in enumerate(acts)
    ]
    return sorted([*entries, joint], key=lambda entry: entry.at)

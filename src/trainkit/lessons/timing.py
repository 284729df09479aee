"""Time on task from the decision log; what the trainee's own clock says, and it proves nothing.

Each entry of the log closes a stretch of work that began with the entry before it, of whatever
task: reading and deciding come before the answer is saved. A stretch of more than 20 minutes is
taken for a break and counts for nothing, as does one that goes back in time.
"""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from trainkit.lessons.records import Answers, Record

BREAK_MIN = 20.0


@dataclass(frozen=True)
class Stretch:
    """The work that ended with an entry of the log.

    Attributes:
        record: The entry.
        minutes: Minutes since the entry before; 0 for a break.
        pause: Whether there was a break before the entry.
    """

    record: Record
    minutes: float
    pause: bool


def stretches(answers: Answers) -> list[Stretch]:
    """Return the stretches of a decision log; entries without a time that can be read are none."""
    timed = [(record, at) for record in answers.records if (at := clock(record.at))]
    return [
        _stretch(record, (at - before).total_seconds() / 60)
        for (_, before), (record, at) in pairwise(timed)
    ]


def _stretch(record: Record, minutes: float) -> Stretch:
    pause = not 0 <= minutes <= BREAK_MIN
    return Stretch(record, 0.0 if pause else minutes, pause)


def clock(text: str) -> datetime | None:
    """Return the time of an entry; None without one that has a zone."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


def minutes_on(answers: Answers) -> dict[str, float]:
    """Return the minutes on each task that has any, by its id; '' is the notebook as a whole."""
    found: dict[str, float] = {}
    for one in stretches(answers):
        found[one.record.task] = found.get(one.record.task, 0.0) + one.minutes
    return found


def breaks(answers: Answers) -> int:
    """Return how many breaks a decision log shows."""
    return sum(one.pause for one in stretches(answers))

"""A trainee's work on one line a task: when what was done, breaks left out."""

from dataclasses import dataclass

from trainkit.grading.cohort.gathering import Member
from trainkit.lessons.task import Lesson
from trainkit.lessons.timing import stretches


@dataclass(frozen=True)
class Tick:
    """An entry of the log: where on the line it lies in per cent, and what it was."""

    at: float
    event: str
    minute: float


@dataclass(frozen=True)
class Lane:
    """The entries of one task."""

    title: str
    ticks: tuple[Tick, ...]


@dataclass(frozen=True)
class Timeline:
    """A decision log as a picture.

    Attributes:
        minutes: Length of the line: minutes of work, breaks left out.
        pauses: Where breaks were, in per cent of the line.
        lanes: One for each task with entries.
    """

    minutes: float
    pauses: tuple[float, ...]
    lanes: tuple[Lane, ...]


def timeline(lesson: Lesson, member: Member) -> Timeline:
    """Return a trainee's work over time."""
    done, minutes = [], 0.0
    for one in stretches(member.answers):
        minutes += one.minutes
        done.append((one, minutes))
    whole = minutes or 1.0
    lanes = [
        Lane(
            task.title,
            tuple(
                Tick(round(100 * at / whole, 2), one.record.event, at)
                for one, at in done
                if one.record.task == task.id
            ),
        )
        for task in lesson.tasks
    ]
    pauses = tuple(round(100 * at / whole, 2) for one, at in done if one.pause)
    return Timeline(minutes, pauses, tuple(lane for lane in lanes if lane.ticks))

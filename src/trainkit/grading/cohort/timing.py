"""Time on each task over a cohort, as `trainkit.lessons.timing` reads it from one decision log."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from trainkit.grading.cohort.gathering import Cohort
from trainkit.lessons.task import Task
from trainkit.lessons.timing import minutes_on


@dataclass(frozen=True)
class Duration:
    """Time on one task over a cohort.

    Attributes:
        task: The task.
        minutes: Minutes of those who worked on it, ascending.
    """

    task: Task
    minutes: tuple[float, ...]

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.minutes)


def durations(cohort: Cohort) -> list[Duration]:
    """Return the time on each task that anybody worked on, in the order of the notebook."""
    each = [minutes_on(one.answers) for one in cohort.members]
    found = [Duration(task, _minutes(task, each)) for task in cohort.lesson.tasks]
    return [one for one in found if one.minutes]


def _minutes(task: Task, each: Sequence[dict[str, float]]) -> tuple[float, ...]:
    return tuple(sorted(own[task.id] for own in each if own.get(task.id)))

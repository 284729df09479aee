"""Hints that were taken, task by task, and what those reached who took some and who took none."""

from dataclasses import dataclass
from statistics import median

from trainkit.analysis.intervals import Interval, mean_interval
from trainkit.grading.cohort.gathering import Cohort, Member
from trainkit.lessons.task import Task


@dataclass(frozen=True)
class Hints:
    """Hints on one task.

    Attributes:
        task: The task.
        taken: How many different hints each took who took any, ascending.
        having: Mean share of the points of those who took hints.
        without: Mean share of the others'.
    """

    task: Task
    taken: tuple[int, ...]
    having: Interval
    without: Interval

    @property
    def middle(self) -> float | None:
        """Median of the hints of those who took any; None where nobody did."""
        return median(self.taken) if self.taken else None


def hints_taken(member: Member, task: Task) -> int:
    """Return how many different hints on a task a trainee took."""
    return len({str(record.value) for record in member.answers.of(task.id, "hint")})


def hints(cohort: Cohort) -> list[Hints]:
    """Return the hints of each task that offers any, in the order of the notebook."""
    return [_of_task(cohort, task) for task in cohort.lesson.tasks if task.hints]


def _of_task(cohort: Cohort, task: Task) -> Hints:
    counted = [(hints_taken(one, task), one.share(task)) for one in cohort.scored]
    return Hints(
        task,
        tuple(sorted(taken for taken, _ in counted if taken)),
        mean_interval([share for taken, share in counted if taken]),
        mean_interval([share for taken, share in counted if not taken]),
    )

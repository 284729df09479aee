"""Competence by learning outcome: the share of the points of the tasks that assess it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainkit.analysis.intervals import Interval, mean_interval
from trainkit.grading.cohort.gathering import Cohort, Member
from trainkit.lessons.task import Lesson, Task


@dataclass(frozen=True)
class Outcome:
    """A learning outcome in a cohort.

    Attributes:
        code: Its code.
        text: What a trainee can do who has it.
        tasks: The tasks that assess it; one that assesses several counts for each.
        mean: Mean share of the points over trainees, with its 95 % interval.
        shares: Share of each scored member, in their order; nan where nothing is marked yet.
    """

    code: str
    text: str
    tasks: tuple[Task, ...]
    mean: Interval
    shares: NDArray[np.float64]


def outcomes(cohort: Cohort) -> list[Outcome]:
    """Return the learning outcomes of a notebook, in its order; those no task assesses as well."""
    return [
        _outcome(cohort.scored, code, text, assessing(cohort.lesson, code))
        for code, text in cohort.lesson.outcomes.items()
    ]


def assessing(lesson: Lesson, code: str) -> tuple[Task, ...]:
    """Return the tasks that assess an outcome."""
    return tuple(task for task in lesson.tasks if code in task.outcomes)


def _outcome(members: Sequence[Member], code: str, text: str, tasks: tuple[Task, ...]) -> Outcome:
    shares = np.array([reached(one, tasks) for one in members], dtype=np.float64)
    return Outcome(code, text, tasks, mean_interval(shares), shares)


def reached(member: Member, tasks: Sequence[Task]) -> float:
    """Return the share of the points that a member reached in tasks that are marked; nan if none.

    A red line caps the mark and not this: it is shown beside, and says something else.

    Args:
        member: A trainee.
        tasks: Tasks that assess one outcome.
    """
    marked = [task for task in tasks if not np.isnan(member.assessed(task))]
    most = sum(member.out_of(task) for task in marked)
    return sum(member.assessed(task) for task in marked) / most if most else np.nan

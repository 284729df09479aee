"""Difficulty and discrimination of tasks, and Cronbach's alpha: classical test theory.

Discrimination says whether those who did well elsewhere did well here too. It is computed against
the *rest* of the points, because a task correlates with a sum that it is part of.

Sources:
    Kelley (1939). *The selection of upper and lower groups for the validation of test items*.
        Journal of Educational Psychology 30: the outer 27 per cent on either side.
    Henrysson (1963). *Correction of item-total correlations in item analysis*. Psychometrika 28.
    Cronbach (1951). *Coefficient alpha and the internal structure of tests*. Psychometrika 16.
    Feldt, Woodruff, Salih (1987). *Statistical inference for coefficient alpha*. Applied
        Psychological Measurement 11: its interval.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainkit.analysis.intervals import Interval, mean_interval
from trainkit.grading.cohort.gathering import Cohort
from trainkit.lessons.task import Task

FEWEST = 10
"""Trainees below which an index would be chance; a sentence is given instead."""
_OUTER = 0.27

Table = NDArray[np.float64]


@dataclass(frozen=True)
class Item:
    """A task as an item of a test.

    Attributes:
        task: The task.
        share: Mean share of the points, the classical difficulty: high is easy. With its interval.
        rest: Correlation with the points of the other tasks; None where it cannot be told.
        outer: Mean share of the best 27 per cent, less that of the weakest 27 per cent; or None.
        told: Why there is no index; empty where there is.
    """

    task: Task
    share: Interval
    rest: float | None
    outer: float | None
    told: str


def items(cohort: Cohort) -> list[Item]:
    """Return every task as an item, in the order of the notebook."""
    return [_item(cohort, place) for place in range(len(cohort.lesson.tasks))]


def _item(cohort: Cohort, place: int) -> Item:
    share = mean_interval(cohort.shares[:, place])
    own, others = item_and_rest(cohort.points, place)
    told = _untold(own, others)
    task = cohort.lesson.tasks[place]
    if told:
        return Item(task, share, None, None, told)
    marked = ~np.isnan(cohort.shares[:, place])
    outer = outer_difference(cohort.shares[marked, place], own + others)
    return Item(task, share, rest_correlation(own, others), outer, "")


def item_and_rest(points: Table, place: int) -> tuple[Table, Table]:
    """Return the points of one task and of the rest, of those whose task is marked.

    The rest are the tasks that are marked for everybody, so that all sums hold the same tasks.

    Args:
        points: Shape (members, tasks); nan where a task waits for a marker.
        place: Which task.
    """
    marked = ~np.isnan(points[:, place])
    others = np.delete(points, place, axis=1)
    whole = others[:, ~np.isnan(others).any(axis=0)]
    return points[marked, place], whole[marked].sum(axis=1)


def _untold(own: Table, others: Table) -> str:
    if len(own) < FEWEST:
        return f"too few are marked ({len(own)}; {FEWEST} are needed)"
    if np.ptp(own) == 0:
        return "all have the same points here"
    return "all have the same points elsewhere" if np.ptp(others) == 0 else ""


def rest_correlation(own: Table, others: Table) -> float:
    """Return Pearson's correlation of a task with the rest; both vary.

    Examples:
        >>> rest_correlation(np.array([0.0, 1.0, 2.0]), np.array([3.0, 5.0, 7.0]))
        1.0
    """
    return round(float(np.corrcoef(own, others)[0, 1]), 12)


def outer_difference(shares: Table, totals: Table) -> float:
    """Return the mean share of the outer 27 per cent above, less that of those below.

    Who is tied at the edge of a group shares its last places, so that no order of names matters.

    Args:
        shares: Shares of the points of one task, shape (n,).
        totals: What the groups are formed by, shape (n,).
    """
    size = max(1, round(_OUTER * len(totals)))
    above, below = _highest(totals, size), _highest(-totals, size)
    return float((above - below) @ shares / size)


def _highest(values: Table, size: int) -> Table:
    """Return weights that sum to *size*: 1 for the highest values, a part for those tied there."""
    edge = np.sort(values)[-size]
    over, tied = values > edge, values == edge
    weights: Table = np.where(tied, (size - over.sum()) / tied.sum(), over)
    return weights


@dataclass(frozen=True)
class Alpha:
    """Cronbach's alpha.

    Attributes:
        value: Alpha with its 95 % interval; None where it cannot be told.
        n: Trainees.
        k: Tasks that are marked for everybody.
        told: Why there is none; empty where there is.
    """

    value: Interval | None
    n: int
    k: int
    told: str = ""


def alpha(points: Table) -> Alpha:
    """Return Cronbach's alpha of the tasks that are marked for everybody.

    Args:
        points: Shape (members, tasks); nan where a task waits for a marker.
    """
    whole = points[:, ~np.isnan(points).any(axis=0)] if len(points) else points[:, :0]
    n, k = whole.shape
    told = _no_alpha(whole)
    if told:
        return Alpha(None, n, k, told)
    parts, total = whole.var(axis=0, ddof=1).sum(), whole.sum(axis=1).var(ddof=1)
    value = float(k / (k - 1) * (1 - parts / total))
    return Alpha(Interval(value, *_feldt(value, n, k), n, 0, 0.95), n, k)


def _no_alpha(whole: Table) -> str:
    n, k = whole.shape
    if n < FEWEST:
        return f"too few trainees have points ({n}; {FEWEST} are needed)"
    if k < 2:
        return f"{k} of the tasks are marked for everybody, and two are needed"
    return "all have the same points" if np.ptp(whole.sum(axis=1)) == 0 else ""


def _feldt(value: float, n: int, k: int) -> tuple[float, float]:
    from scipy.special import fdtri

    free = (n - 1, (n - 1) * (k - 1))
    low, high = (1 - (1 - value) * float(fdtri(*free, at)) for at in (0.975, 0.025))
    return low, high

"""Where decisions lie between the standing order and the reference, whatever the variant.

Variants differ, so outcomes are not compared as they are: 0 is what the standing order comes to in
the trainee's own variant and luck, 1 is what the written reference comes to.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

from trainkit.grading.cohort.gathering import Cohort, Member
from trainkit.lessons.task import Task


@dataclass(frozen=True)
class Place:
    """The outcome of one decision.

    Attributes:
        trainee: Whose it is.
        value: What it came to.
        baseline: What the standing order comes to.
        reference: What the reference comes to.
    """

    trainee: str
    value: float
    baseline: float
    reference: float

    @property
    def position(self) -> float:
        """0 at the standing order, 1 at the reference; beyond either is possible."""
        return (self.value - self.baseline) / (self.reference - self.baseline)


@dataclass(frozen=True)
class Spread:
    """One measure of one task over a cohort.

    Attributes:
        task: The task.
        criterion: What was looked at.
        unit: What is measured, with its unit.
        places: One for each trainee with such an outcome.
        left_out: Results that held no such numbers, as those of an older version.
    """

    task: Task
    criterion: str
    unit: str
    places: tuple[Place, ...]
    left_out: int = 0

    @property
    def positions(self) -> list[float]:
        """Where the decisions lie."""
        return [one.position for one in self.places]

    @property
    def middle(self) -> float:
        """The median position."""
        return median(self.positions)

    def median_of(self, name: str) -> float:
        """Return the median of the plain numbers: of ``value``, ``baseline`` or ``reference``."""
        values: list[float] = [getattr(one, name) for one in self.places]
        return median(values)

    @property
    def reached(self) -> int:
        """How many came to the reference or beyond."""
        return sum(one >= 1 for one in self.positions)

    @property
    def below(self) -> int:
        """How many did worse than the standing order."""
        return sum(one < 0 for one in self.positions)


def spreads(cohort: Cohort) -> list[Spread]:
    """Return the measures of a notebook in the order of its tasks; those without any are absent."""
    return [one for task in cohort.lesson.tasks for one in _of_task(cohort, task)]


def _of_task(cohort: Cohort, task: Task) -> Iterator[Spread]:
    found: dict[tuple[str, str], list[Place]] = {}
    for member in cohort.scored:
        for name, measure in _measures(member, task):
            place = _place(member, measure)
            if place:
                found.setdefault((name, str(measure.get("unit", ""))), []).append(place)
    scored = sum(one.found(task).get("state") == "scored" for one in cohort.scored)
    for (name, unit), places in found.items():
        yield Spread(task, name, unit, tuple(places), scored - len(places))


def _measures(member: Member, task: Task) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for criterion in member.found(task).get("criteria", ()):
        if criterion.get("measure"):
            yield str(criterion.get("name", "")), criterion["measure"]


def _place(member: Member, measure: Mapping[str, Any]) -> Place | None:
    """Return the outcome in a measure; None where its numbers cannot be placed."""
    try:
        numbers = [float(measure[name]) for name in ("value", "baseline", "reference")]
    except (KeyError, TypeError, ValueError):
        return None
    apart = numbers[1] != numbers[2] and all(map(math.isfinite, numbers))
    return Place(member.trainee, *numbers) if apart else None

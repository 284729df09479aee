"""What a decision earned: fractions by criterion, life first, and red lines.

Scoring itself is kept with the keys; this is the form in which it speaks.
"""

import math
from dataclasses import dataclass

from trainkit.errors import TrainkitError


@dataclass(frozen=True)
class Measure:
    """What a decision came to, beside the standing order and the reference, in the same luck.

    Attributes:
        value: What the decision came to.
        baseline: What the baseline comes to.
        reference: What the reference comes to.
        unit: What is measured, with its unit: ``people alive``.
    """

    value: float
    baseline: float
    reference: float
    unit: str


@dataclass(frozen=True)
class Criterion:
    """One thing that an answer is scored by.

    Attributes:
        name: What is looked at, in the reader's words.
        fraction: How much of it was reached, 0 to 1; beyond is cut.
        points: What it is worth.
        message: What was found, and why it matters.
        life: Whether it is the criterion of lives, by which all others are multiplied.
        measure: What the fraction comes from, where it is a simulated outcome.
    """

    name: str
    fraction: float
    points: float
    message: str
    life: bool = False
    measure: Measure | None = None


@dataclass(frozen=True)
class RedLine:
    """A breach that caps the notebook: the rule, the entry of the log that shows it, in words."""

    rule: str
    event: int
    text: str


@dataclass(frozen=True)
class Score:
    """The score of one answer.

    Attributes:
        criteria: By criterion.
        red_lines: Breaches that this answer shows.
        outcome: What the decision did, in one sentence.
    """

    criteria: tuple[Criterion, ...] = ()
    red_lines: tuple[RedLine, ...] = ()
    outcome: str = ""

    @property
    def points(self) -> float:
        """The points: criteria other than life are multiplied by the fraction of life reached.

        Raises:
            TrainkitError: a fraction is not a number: an error of ours, never a zero.
        """
        return sum(self.earned(criterion) for criterion in self.criteria)

    def earned(self, criterion: Criterion) -> float:
        """Return the points of one criterion, behind the gate of life."""
        gate = 1.0 if criterion.life else self._life
        return criterion.points * _fraction(criterion) * gate

    @property
    def _life(self) -> float:
        return min((_fraction(c) for c in self.criteria if c.life), default=1.0)


def _fraction(criterion: Criterion) -> float:
    if not math.isfinite(criterion.fraction):
        raise TrainkitError(f"The scoring of '{criterion.name}' gave no number. This is our error.")
    return min(max(criterion.fraction, 0.0), 1.0)


def between(value: float, baseline: float, reference: float) -> float:
    """Return where *value* lies from the baseline (0) to the reference (1), cut at both ends.

    Examples:
        >>> between(7.5, baseline=5.0, reference=10.0)
        0.5
    """
    if reference <= baseline:
        raise TrainkitError(
            f"The reference ({reference:g}) is no better than the baseline ({baseline:g}): "
            "this variant cannot tell answers apart and must be drawn again."
        )
    return min(max((value - baseline) / (reference - baseline), 0.0), 1.0)

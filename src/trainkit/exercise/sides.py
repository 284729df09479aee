"""Two runs of one scenario side by side: the same measures of both, read of their logbooks."""

from collections.abc import Mapping
from dataclasses import dataclass

from trainkit.exercise.led import Measure
from trainkit.kernel.logbook import Logbook, Logbooks


@dataclass(frozen=True)
class Side:
    """One measure of two runs.

    Attributes:
        label: What is measured, with its unit.
        one: In the first run.
        other: In the second.
    """

    label: str
    one: float
    other: float


def sides(
    measures: Mapping[str, Measure], one: Logbook, other: Logbook, until_h: float
) -> tuple[Side, ...]:
    """Return the measures of two runs in the same luck until an hour."""
    return tuple(
        Side(label, measure(Logbooks.of([one]), until_h), measure(Logbooks.of([other]), until_h))
        for label, measure in measures.items()
    )

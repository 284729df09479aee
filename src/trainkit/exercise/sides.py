"""Two runs of one scenario side by side: the same measures of both, read of their logbooks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isnan
from typing import NamedTuple

from trainkit.errors import TrainkitError
from trainkit.exercise.led import Measure
from trainkit.exercise.order import shown_h
from trainkit.exercise.table import Table
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


class Luck(NamedTuple):
    """What two runs share that are compared.

    Attributes:
        fingerprint: Of the scenario.
        seed: Its seed.
        replication: Which of the runs of this seed.
        now_h: Where it stands, in hours.
    """

    fingerprint: str
    seed: int
    replication: int
    now_h: float


def require_one_luck(one: Luck, other: Luck) -> None:
    """Refuse to compare what did not meet the same luck, or does not stand at one hour.

    Raises:
        TrainkitError: they differ.
    """
    if one != other:
        raise TrainkitError(
            "Two exercises are compared in the same luck at the same hour: same scenario, seed "
            f"and replication. One stands at {shown_h(one.now_h)} with seed {one.seed}, the "
            f"other at {shown_h(other.now_h)} with seed {other.seed}. Bring both to one hour."
        )


def sides(
    measures: Mapping[str, Measure], one: Logbook, other: Logbook, until_h: float
) -> tuple[Side, ...]:
    """Return the measures of two runs in the same luck until an hour."""
    return tuple(
        Side(label, measure(Logbooks.of([one]), until_h), measure(Logbooks.of([other]), until_h))
        for label, measure in measures.items()
    )


def side_by_side(
    compared: Iterable[Side], one: str = "this course", other: str = "the other course"
) -> Table:
    """Return what two runs come to as a table.

    Args:
        compared: What `Exercise.compare` returned.
        one: Name of the first run.
        other: Name of the second.

    Examples:
        >>> from trainkit.exercise import Side
        >>> print(side_by_side([Side("People lost", 2.0, 0.5)]))
        In the same luck
        measure     | this course | the other course | difference
        People lost | 2           | 0.5              | -1.5
    """
    rows = tuple(
        (side.label, _shown(side.one), _shown(side.other), _shown(side.other - side.one))
        for side in compared
    )
    return Table("In the same luck", ("measure", one, other, "difference"), rows)


def _shown(value: float) -> str:
    return "none" if isnan(value) else f"{round(value, 2) + 0.0:,.12g}"

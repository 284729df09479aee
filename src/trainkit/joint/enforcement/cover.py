"""What a boarding needs to know of an operation plan; rescue needs to know nothing of it.

`Plan` is what the rules ask; whatever answers it will do. `Cover` is plain data that does.
"""

from dataclasses import dataclass
from typing import Protocol


class Plan(Protocol):
    """An operation plan of two sides, as far as an act at sea asks of it."""

    @property
    def approved(self) -> bool:
        """Whether both sides have approved this one version."""
        ...

    @property
    def report_within_h(self) -> float:
        """Time after a use of force within which it is reported."""
        ...

    def covers(self, time_h: float, x_nm: float, y_nm: float) -> bool:
        """Return whether it is in force at that time and place."""
        ...

    def allows(self, measure: str) -> bool:
        """Return whether its rules on force name that measure."""
        ...


@dataclass(frozen=True)
class Cover:
    """A plan as plain data.

    Attributes:
        approved_by: Sides that have approved this version.
        begins_h: Beginning of its window, in hours of the exercise.
        ends_h: End of its window.
        west_nm: Western edge of its area, east of the reference point.
        east_nm: Eastern edge.
        south_nm: Southern edge, north of the reference point.
        north_nm: Northern edge.
        measures: Measures of force that its rules name.
        report_within_h: Time after a use of force within which it is reported.
        sides: The two sides whose approval it needs.
    """

    approved_by: tuple[str, ...]
    begins_h: float
    ends_h: float
    west_nm: float
    east_nm: float
    south_nm: float
    north_nm: float
    measures: tuple[str, ...] = ()
    report_within_h: float = 24.0
    sides: tuple[str, str] = ("Alder", "Borea")

    @property
    def approved(self) -> bool:
        """Whether both sides have approved this one version."""
        return set(self.sides) <= set(self.approved_by)

    def covers(self, time_h: float, x_nm: float, y_nm: float) -> bool:
        """Return whether it is in force at that time and place; its edges belong to it."""
        return (
            self.begins_h <= time_h <= self.ends_h
            and self.west_nm <= x_nm <= self.east_nm
            and self.south_nm <= y_nm <= self.north_nm
        )

    def allows(self, measure: str) -> bool:
        """Return whether its rules on force name that measure."""
        return measure in self.measures


def in_force(plan: Plan | None, time_h: float, x_nm: float, y_nm: float) -> bool:
    """Return whether an act flagged joint stands on a plan at that time and place."""
    return plan is not None and plan.approved and plan.covers(time_h, x_nm, y_nm)

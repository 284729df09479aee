"""An operation plan of `trainkit.joint.plan`, as a boarding asks it: one kind of act, one clock.

Rules on force are sentences in a plan; which measures they name is read by a person and given here.
Rescue is never brought before it.
"""

from dataclasses import dataclass

from trainkit.joint.plan import Act
from trainkit.joint.plan import Plan as Document
from trainkit.kernel.clock import Clock


@dataclass(frozen=True)
class Agreed:
    """A plan that answers what `trainkit.joint.enforcement.cover.Plan` asks.

    Attributes:
        document: The plan with its approvals.
        clock: The dates behind the hours of the exercise.
        by: Who acts, such as ``Alder``.
        kind: Kind of act that is asked about, of `trainkit.joint.plan.KINDS`.
        measures: Measures of force that its rules name, as a person has read them.
    """

    document: Document
    clock: Clock
    by: str
    kind: str = "board"
    measures: tuple[str, ...] = ()

    @property
    def approved(self) -> bool:
        """Whether both sides have approved this one version."""
        return bool(self.document.approved)

    @property
    def report_within_h(self) -> float:
        """Time after a use of force within which it is reported."""
        return float(self.document.content["force"]["report_within_h"])

    def covers(self, time_h: float, x_nm: float, y_nm: float) -> bool:
        """Return whether it is in force at that time and place, for this kind of act."""
        act = Act(self.kind, "", True, x_nm, y_nm, self.clock.at(time_h), self.by)
        return bool(self.document.covers(act))

    def allows(self, measure: str) -> bool:
        """Return whether its rules on force name that measure."""
        return measure in self.measures

"""What an investigation is told: network, teams, what actions take and show, the plan.

Times are hours or days, as the names say; work is in hours of staff, of which each has so many a
week. All durations and yields are parameters of an instructor: no published figures exist for most
of them, and scenarios mark them as assumptions.
"""

from typing import Literal, get_args

from trainkit.case.actors import Side
from trainkit.case.investigation.plan import (
    ArrestSpec,
    EffortSpec,
    Focus,
    OrderSpec,
    PlanSpec,
)
from trainkit.case.investigation.world import CourtSpec, HarmSpec, MoneySpec, RingSpec
from trainkit.case.law import Action
from trainkit.case.network import NetworkSpec
from trainkit.model import Spec, lever, uncertainty

__all__ = [
    "ActionSpec",
    "ArrestSpec",
    "ChannelSpec",
    "CourtSpec",
    "EffortSpec",
    "Focus",
    "HarmSpec",
    "InvestigationSpec",
    "MoneySpec",
    "OrderSpec",
    "PlanSpec",
    "RingSpec",
    "Staff",
    "TeamSpec",
]

Staff = Literal[
    "investigators",
    "analysts",
    "surveillance",
    "laboratory",
    "prosecutors",
    "judges",
    "interpreters",
    "liaison",
]
STAFF: tuple[Staff, ...] = get_args(Staff)


class TeamSpec(Spec):
    """The staff of one State's team, and where it looks first."""

    side: Side = uncertainty()
    """State of the team."""
    investigators: int = lever(6, low=0, high=60, step=1)
    """Investigators."""
    analysts: int = lever(3, low=0, high=30, step=1)
    """Analysts."""
    surveillance: int = lever(2, low=0, high=20, step=1)
    """Surveillance groups."""
    laboratory: int = lever(2, low=0, high=20, step=1)
    """Examiners of the forensic laboratory."""
    prosecutors: int = lever(1, low=0, high=10, step=1)
    """Prosecutors."""
    judges: int = lever(1, low=0, high=10, step=1)
    """Judges who decide on orders."""
    interpreters: int = lever(2, low=0, high=20, step=1)
    """Interpreters."""
    liaison: int = lever(1, low=0, high=10, step=1)
    """Liaison officers."""


class ActionSpec(Spec):
    """What one action takes, and what it shows of its target."""

    action: Action = uncertainty()
    """The action."""
    staff: Staff = uncertainty()
    """Who does it."""
    work_median_h: float = uncertainty(unit="h", low=0.1, high=500.0)
    """Hours of work, the median."""
    work_sigma: float = uncertainty(0.4, low=0.0, high=2.0)
    """Standard deviation of the logarithm of the hours."""
    shows_ties: float = uncertainty(0.0, low=0.0, high=1.0)
    """Chance to show one tie of an aide who is its target."""
    boss_shown: float = uncertainty(0.5, low=0.0, high=1.0)
    """How much of an aide's chance a tie to a boss has: whoever speaks little is heard little."""
    abroad_shown: float = uncertainty(0.4, low=0.0, high=1.0)
    """How much of the chance a tie across the border has."""
    hit: float = uncertainty(0.0, low=0.0, high=0.99)
    """Chance that it speaks against a member of the network; 0 where it says nothing of guilt."""
    false_hit: float = uncertainty(0.0, low=0.0, high=0.99)
    """Chance that it speaks against a bystander."""
    grades: tuple[str, ...] = uncertainty(())
    """Grades that its sources may have, such as B2, all as likely; none where nobody is graded."""
    evidence: bool = uncertainty(True)
    """Whether a court may hear it; what is not evidence is intelligence."""
    custody_gap: float = uncertainty(0.0, low=0.0, high=1.0)
    """Chance of a gap in the custody of what it brings in."""
    alarm: float = uncertainty(0.0, low=0.0, high=1.0)
    """Chance that the target notices."""


class ChannelSpec(Spec):
    """How long the partner takes, and what its answer is."""

    police_median_days: float = uncertainty(20.0, unit="days", low=0.5, high=400.0)
    """Median days of a police-to-police answer, which is intelligence."""
    assistance_median_days: float = uncertainty(330.0, unit="days", low=10.0, high=1500.0)
    """Median days of mutual legal assistance, whose answer is evidence."""
    joint_median_days: float = uncertainty(3.0, unit="days", low=0.1, high=60.0)
    """Median days within a joint team, whose material is evidence in both States."""
    joint_setup_days: float = uncertainty(45.0, unit="days", low=0.0, high=400.0)
    """Days to set a joint team up."""
    nationals: float = uncertainty(0.7, low=0.0, high=1.0)
    """Chance that somebody who lives in a State is its national, whom it does not surrender."""
    expulsion_median_days: float = uncertainty(10.0, unit="days", low=1.0, high=400.0)
    """Median days until somebody is expelled."""
    sigma: float = uncertainty(0.5, low=0.0, high=2.0)
    """Standard deviation of the logarithm of these times."""
    surrender_median_days: float = uncertainty(270.0, unit="days", low=10.0, high=1500.0)
    """Median days from a request for surrender to the decision."""


class InvestigationSpec(Spec):
    """One network, two teams, and the plan that both follow."""

    staff_h_a_week: float = uncertainty(40.0, unit="h", low=1.0, high=168.0)
    """Hours that each member of staff works in a week."""
    order_h: float = uncertainty(2.0, unit="h", low=0.01, high=100.0)
    """Mean hours that a prosecutor or judge works on one order."""
    network: NetworkSpec = uncertainty()
    """How the network is drawn."""
    ring: RingSpec = uncertainty()
    """How it takes losses."""
    harm: HarmSpec = uncertainty()
    """What it does meanwhile."""
    money: MoneySpec = uncertainty()
    """Its money."""
    court: CourtSpec = uncertainty()
    """What a court asks for."""
    channels: ChannelSpec = uncertainty()
    """The channels between the States."""
    actions: tuple[ActionSpec, ...] = uncertainty()
    """What each action takes and shows."""
    teams: tuple[TeamSpec, ...] = lever()
    """The two teams."""
    plan: PlanSpec = lever()
    """What they plan."""
    orders: tuple[OrderSpec, ...] = lever(())
    """Orders that change the plan while the case runs."""

"""What the processes of one run share: clock, pen, luck, the network as it is, and both teams."""

from collections.abc import Generator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, NamedTuple

import simpy

from trainkit.case import law
from trainkit.case.actors import Actor, Network
from trainkit.case.deconfliction import Board
from trainkit.case.investigation.crew import Crew
from trainkit.case.investigation.desk import URGENT, USUAL
from trainkit.case.investigation.kinds import NETWORK
from trainkit.case.investigation.plan import PlanSpec
from trainkit.case.investigation.spec import ActionSpec, InvestigationSpec
from trainkit.case.investigation.standing import Standing
from trainkit.case.investigation.team import Team
from trainkit.case.investigation.traced import Register, part
from trainkit.kernel.ahead import Ahead
from trainkit.kernel.luck import Luck, purpose
from trainkit.kernel.writer import Writer

numbered = cache(purpose)
"""The number of a purpose of luck, by its name."""
Waiting = Generator[simpy.Event, Any, None]


class Task(NamedTuple):
    """One action of a team on one target.

    Attributes:
        team: Who does it.
        action: What.
        target: On whom.
        number: Its number, the same whatever else is done: the luck of the task is its own.
        urgent: Whether it goes before others.
    """

    team: Team
    action: str
    target: int
    number: int
    urgent: bool = False

    @property
    def priority(self) -> int:
        """Its place in a queue."""
        return URGENT if self.urgent else USUAL

    @property
    def told(self) -> dict[str, float | str]:
        """The facts that every entry about it has."""
        return {"action": self.action, "target": self.target}


REMOTE = frozenset(
    {"open_sources", "records", "financial_enquiry", "telecom_data", "source_handling", "freeze"}
)
"""Actions that reach people who live in the other State; a freeze does by request."""
MOBILE = frozenset({"transporter", "skipper"})
"""Roles of those who are met in both States."""
DAY_H, WEEK_H = 24.0, 168.0
TEAM_ROOM = 1 << 20
"""Numbers of one team's actions stay below this; the other's begin here."""


@dataclass
class Run:
    """One run.

    Attributes:
        env: Its clock, in hours.
        spec: What it was told.
        luck: Its luck.
        writer: Its pen.
        network: The network as it was when the case opened.
        crew: The network as it is.
        teams: Both teams.
        plan: The plan in force; orders replace it.
        trafficking: Whether the network exploits people besides.
        around: Everybody that a person is tied to, bystanders among them.
        bystanders: Numbers of those with no part in it.
        board: What both teams do, whether they look at it or not.
        opacity: What is left of the chance to see a tie.
        joint: Whether a joint team is at work.
        register: What was traced, and which team knows of it.
        told: How much a team held of somebody when it told its partner last, by how it told.
        arrested: Numbers of those who were arrested.
        places: People under exploitation, by number.
        sources: What ends the sources that a team has near somebody, by team and person.
        paces: Occasions in an hour by action, with the plan that they are of.
        lines: The processes that begin a team's actions, by team and action.
        chargeable: Those whom a team could arrest, or could have.
        alarmed_day: Day of the last arrests.
        standing: What has been decided about people.
    """

    env: simpy.Environment
    spec: InvestigationSpec
    luck: Luck
    writer: Writer
    network: Network
    crew: Crew
    teams: tuple[Team, ...]
    plan: PlanSpec
    trafficking: bool
    around: dict[int, tuple[int, ...]]
    bystanders: tuple[int, ...]
    board: Board = field(default_factory=Board)
    opacity: float = 1.0
    joint: bool = False
    register: Register = field(default_factory=Register)
    told: dict[tuple[int, int, str, str], tuple[int, ...]] = field(default_factory=dict)
    arrested: set[int] = field(default_factory=set)
    places: dict[int, simpy.Event] = field(default_factory=dict)
    sources: dict[tuple[int, int], list[simpy.Event]] = field(default_factory=dict)
    paces: dict[str, tuple[PlanSpec, float]] = field(default_factory=dict)
    lines: dict[tuple[int, str], simpy.Process] = field(default_factory=dict)
    chargeable: set[int] = field(default_factory=set)
    alarmed_day: int = -1
    standing: Standing = field(default_factory=Standing)
    _reach: dict[tuple[int, str], frozenset[int]] = field(default_factory=dict)

    @cached_property
    def ahead(self) -> Ahead:
        """Its luck, with what was drawn ahead."""
        return Ahead(self.luck.key)

    @cached_property
    def parts(self) -> float:
        """What all members hold together, in the parts of `traced.part`."""
        return sum(map(part, self.network.actors))

    @cached_property
    def actions(self) -> dict[str, ActionSpec]:
        """What each action takes and shows, by name."""
        return {action.action: action for action in self.spec.actions}

    def member(self, person: int) -> Actor | None:
        """Return the actor that somebody is; None for a bystander."""
        return self.network.by_id.get(person)

    def reach(self, team: int, action: str) -> frozenset[int]:
        """Return the numbers of all whom a team's action can reach, known to it or not."""
        if (team, action) not in self._reach:
            side = self.teams[team].spec.side
            near = (person for person in self.around if self._near(side, action, person))
            self._reach[team, action] = frozenset(near)
        return self._reach[team, action]

    def _near(self, side: str, action: str, person: int) -> bool:
        member = self.member(person)
        if member is None:
            return True
        if action == "partner_request":
            return member.side != side
        return member.side == side or action in REMOTE or member.role in MOBILE

    def partner(self, team: Team) -> Team:
        """Return the other team."""
        return self.teams[1 - team.number]

    def statute(self, team: Team, action: str) -> law.Statute:
        """Return what an action rests on in a team's State."""
        return law.statute(team.spec.side, action, self.plan.offence)

    def chance(self, name: str, entity: int, index: int = 0) -> float:
        """Return a number in [0, 1)."""
        return self.ahead.uniform(numbered(name), entity, index)

    def happens(self, name: str, entity: int, chance: float) -> bool:
        """Return whether something of a given chance happens; what cannot is not drawn."""
        return chance > 0.0 and self.chance(name, entity) < chance

    def wait_h(
        self, name: str, entity: int, median_h: float, sigma: float, index: int = 0
    ) -> float:
        """Return a lognormal time in hours."""
        return self.ahead.lognormal(numbered(name), entity, index, median=median_h, sigma=sigma)

    def gap_h(self, name: str, entity: int, index: int, mean_h: float) -> float:
        """Return an exponential time in hours."""
        return self.ahead.exponential(numbered(name), entity, index, mean=mean_h)

    def elapsed_h(self, work_h: float) -> float:
        """Return the hours of the calendar that hours of work take."""
        return work_h * WEEK_H / self.spec.staff_h_a_week

    def alarm(self, cause: str) -> None:
        """Make the network more careful: fewer of its ties can be seen from now on."""
        self.opacity *= self.spec.ring.opaque
        self.writer.write("alarm_raised", NETWORK, cause=cause)

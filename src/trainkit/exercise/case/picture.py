"""What a team knows at a pause: whom, how sure, by what; never the truth.

Whoever is known is shown with the part that the first item on that person speaks of. With somebody
who has no part in it that is an error, drawn as luck, so that nobody is told apart by it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from trainkit.case.actors import ROLES
from trainkit.case.investigation.kinds import actor_name, team_name
from trainkit.case.investigation.plan import PlanSpec
from trainkit.case.investigation.run import Run
from trainkit.case.investigation.spec import InvestigationSpec
from trainkit.case.investigation.team import Team
from trainkit.exercise.case.told import told
from trainkit.exercise.live import Live
from trainkit.kernel.logbook import Entry, Logbook

_DAY_H = 24.0


@dataclass(frozen=True)
class KnownActor:
    """Somebody, as a team knows the person.

    Attributes:
        number: The actor's number.
        role: The part that items speak of, or ``contact`` where nothing speaks of one.
        believed: How likely the team holds a membership, on all that it has.
        proven: The same on what a court may hear.
        items: Numbers of the items about the person.
        ties: Whom the team knows the person to be tied to.
        arrested: Whether the person is arrested.
    """

    number: int
    role: str
    believed: float
    proven: float
    items: tuple[int, ...]
    ties: tuple[int, ...]
    arrested: bool


@dataclass(frozen=True)
class InForce:
    """An order in force.

    Attributes:
        action: What it allows.
        target: Against whom.
        ends_days: Day on which it ends.
    """

    action: str
    target: int
    ends_days: float


@dataclass(frozen=True)
class CasePicture:
    """What a team knows at a moment.

    Attributes:
        side: Whose picture it is.
        time_h: When, in hours.
        plan: The plan in force.
        explanations: Rival explanations of the case, and how far each is believed.
        actors: Those whom it knows of, the most suspected first.
        orders: Orders in force, the first to end first.
        waiting: Numbers of the actors on whom the partner has not answered yet.
        joint: Whether a joint team is at work.
        deferred: Whether waiting with arrests stands on an order.
        told: What has reached the team, in the order of time.
    """

    side: str
    time_h: float
    plan: PlanSpec
    explanations: dict[str, float]
    actors: tuple[KnownActor, ...]
    orders: tuple[InForce, ...]
    waiting: tuple[int, ...]
    joint: bool
    deferred: bool
    told: tuple[Entry, ...]


def picture(live: Live, spec: InvestigationSpec, side: str, now_h: float) -> CasePicture:
    """Return what the team of a State knows of a run.

    Args:
        live: The run.
        spec: What is played.
        side: Alder or Borea.
        now_h: The moment of the pause.
    """
    del spec
    run: Run = live.state
    team = next(one for one in run.teams if one.spec.side == side)
    book = live.logbook
    return CasePicture(
        side=side,
        time_h=now_h,
        plan=run.plan,
        explanations=dict(team.belief.posterior),
        actors=tuple(sorted(_actors(run, team), key=lambda one: (-one.believed, one.number))),
        orders=tuple(sorted(_in_force(book, side, now_h), key=lambda one: one.ends_days)),
        waiting=tuple(_waiting(book, side)),
        joint=run.joint,
        deferred=team.deferred,
        told=tuple(told(book, side)),
    )


def _actors(run: Run, team: Team) -> Iterator[KnownActor]:
    for number in team.known:
        yield KnownActor(
            number=number,
            role=_role(run, team, number),
            believed=team.posterior(number),
            proven=team.court_posterior(number),
            items=tuple(item.number for item in team.items.get(number, ())),
            ties=tuple(sorted(team.ties.get(number, ()))),
            arrested=number in run.arrested,
        )


def _role(run: Run, team: Team, number: int) -> str:
    if not team.items.get(number):
        return "contact"
    member = run.member(number)
    if member is not None:
        return str(member.role)
    return str(ROLES[int(run.chance("case taken for", number, team.number) * len(ROLES))])


def _in_force(book: Logbook, side: str, now_h: float) -> Iterator[InForce]:
    held: dict[tuple[Any, Any], float] = {}
    for entry in book:
        if entry.subject != team_name(side) or not entry.kind.startswith("order_"):
            continue
        place = entry.facts.get("action"), entry.facts.get("target")
        if entry.kind in {"order_granted", "order_renewed"}:
            held[place] = float(entry.facts.get("expires_h", float("inf")))
        elif entry.kind in {"order_expired", "order_expired_in_use"}:
            held.pop(place, None)
    for (action, target), ends_h in held.items():
        if now_h < ends_h < float("inf"):
            yield InForce(str(action), int(target), ends_h / _DAY_H)


def _waiting(book: Logbook, side: str) -> Iterator[int]:
    sent: dict[Any, int] = {}
    for entry in book:
        if entry.subject == team_name(side) and entry.kind == "request_sent":
            sent[entry.facts["request"]] = int(entry.facts["target"])
        elif entry.subject == team_name(side) and entry.kind == "request_answered":
            sent.pop(entry.facts["request"], None)
    yield from sent.values()


def named(known: KnownActor) -> str:
    """Return how the logbook names somebody who is known."""
    return actor_name(known.number)

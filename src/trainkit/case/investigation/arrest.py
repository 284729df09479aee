"""Arrests: whom the plan names and the evidence supports, in both States at once or one after one.

An arrest that could be made and is not needs an order to wait; a danger to life ends it.
"""

from itertools import count

from trainkit.case.actors import Actor
from trainkit.case.investigation import authority, charge, partner, surrender
from trainkit.case.investigation.focus import MONEY_ROLES
from trainkit.case.investigation.plan import ArrestSet
from trainkit.case.investigation.run import DAY_H, MOBILE, Run, Task, Waiting
from trainkit.case.investigation.team import Team

_WORK_H = 8.0
_NEARLY = 0.7
"""Whoever has this share of the most ties is taken for the hub too: an assumption."""


def waves(run: Run) -> Waiting:
    """Make the arrests that the plan has, once or again and again."""
    spec = run.plan.arrest
    yield run.env.timeout(spec.from_days * DAY_H)
    for wave in count():
        make(run, wave)
        if spec.every_days == 0.0:
            return
        yield run.env.timeout(spec.every_days * DAY_H)


def make(run: Run, wave: int) -> None:
    """Begin a wave of arrests now."""
    lead = run.teams[0]
    run.writer.write("wave_began", lead.name, wave=wave)
    if run.plan.arrest.together or partner.channel_now(run) == "joint_team":
        for team in run.teams:
            _arrest_at_home(run, team)
        return
    _arrest_at_home(run, lead)
    for person in _wanted(run, lead, run.plan.arrest.whom, abroad=True):
        run.env.process(surrender.fetch(run, charge.task(lead, person)))


def _arrest_at_home(run: Run, team: Team) -> None:
    for person in _wanted(run, team, run.plan.arrest.whom, abroad=False):
        run.env.process(_arrest(run, charge.task(team, person)))


def act_on_danger(run: Run, team: Team) -> None:
    """End a deferral: danger to life overrides it. Those near transport are arrested at once."""
    if not team.deferred:
        return
    team.deferred = False
    run.writer.write("deferral_ended", team.name, reason="danger")
    for person in _wanted(run, team, "supported", abroad=False):
        member = run.member(person)
        if member is not None and member.role in MOBILE:
            run.env.process(_arrest(run, charge.task(team, person)))


def _wanted(run: Run, team: Team, whom: ArrestSet, *, abroad: bool) -> list[int]:
    """Return whom a team would arrest, the most certain first."""
    found = [
        person
        for person in team.known
        if person not in run.arrested
        and _abroad(run, team, person) is abroad
        and _suits(run, team, whom, person)
    ]
    found.sort(key=lambda person: (-team.posterior(person), person))
    return found[: run.plan.arrest.at_most]


def _abroad(run: Run, team: Team, person: int) -> bool:
    member = run.member(person)
    return member is not None and member.side != team.spec.side and member.role not in MOBILE


def _suits(run: Run, team: Team, whom: ArrestSet, person: int) -> bool:
    if whom == "nobody" or team.posterior(person) < _least(run, person):
        return False
    member = run.member(person)
    if whom == "supported":
        return team.court_posterior(person) >= run.spec.court.convict_at
    if whom == "hub":
        most = max((len(ties) for ties in team.ties.values()), default=0)
        return len(team.ties.get(person, ())) >= _NEARLY * most
    return member is None or _of_kind(member, whom)


def _least(run: Run, person: int) -> float:
    """Return how sure a team must be; who was let go once is not taken again on the same."""
    court, arrest = run.spec.court, run.plan.arrest
    return court.charge_at if person in run.standing.let_go else arrest.sure_at


def _of_kind(member: Actor, whom: ArrestSet) -> bool:
    if whom == "money":
        return member.role in MONEY_ROLES
    return (member.rank == "aide") is (whom == "aides")


def _arrest(run: Run, task: Task) -> Waiting:
    """Get the order, and arrest."""
    warrant = yield from authority.ask(run, task)
    if warrant is None or "investigators" not in task.team.desks:
        return
    yield from task.team.desks["investigators"].serve(_WORK_H, task.priority)
    if task.target not in run.arrested:
        yield from charge.hold(run, task)

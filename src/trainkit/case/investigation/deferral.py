"""Waiting with an arrest that could be made: on an order, with its reports, and not otherwise.

What comes in while nobody has allowed the waiting is of no use in court.
"""

from trainkit.case import law
from trainkit.case.investigation import authority
from trainkit.case.investigation.kinds import actor_name
from trainkit.case.investigation.run import DAY_H, TEAM_ROOM, Run, Task, Waiting
from trainkit.case.investigation.team import Team

_NUMBERS = 6 * TEAM_ROOM
_ACTION = "defer_arrest"


def wait(run: Run, team: Team, person: int) -> Waiting:
    """Ask for leave to wait with an arrest, report, and renew as long as there is anything new."""
    task = Task(team, _ACTION, person, _NUMBERS + team.number * TEAM_ROOM + person, urgent=True)
    warrant = None
    if run.plan.arrest.deferred and law.allows(team.spec.side, _ACTION, run.plan.offence):
        warrant = yield from authority.ask(run, task)
    if warrant is None:
        run.writer.write("waited_without_order", actor_name(person))
        return
    team.deferred = True
    told = {"target": person, "expires_h": warrant.expires_h}
    run.writer.write("arrest_deferred", team.name, **told)
    yield from _report(run, task, warrant)


def _report(run: Run, task: Task, warrant: law.Warrant) -> Waiting:
    """Report as the statute asks until the order ends; renew it where there are new grounds."""
    team, turn = task.team, 1
    every_h = (warrant.statute.report_days or 1.0) * DAY_H
    while team.deferred:
        run.writer.write("deferral_reported", team.name)
        if warrant.expires_h - run.env.now > every_h:
            yield run.env.timeout(every_h)
            continue
        longer = yield from authority.renew(run, task, warrant, turn)
        if longer is None:
            _expire(run, team)
            return
        warrant, turn = longer, turn + 1


def _expire(run: Run, team: Team) -> None:
    if team.deferred:
        team.deferred = False
        run.writer.write("deferral_ended", team.name, reason="expired")

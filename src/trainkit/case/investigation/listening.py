"""Interception and sources: what is heard while an order holds, and the end that somebody watches.

An order is renewed on new grounds alone. Who has nobody to watch the clock goes on listening after
the end: what is heard then is no evidence, and stands in the log.
"""

from trainkit.case.investigation import findings, renewal
from trainkit.case.investigation.effort import work
from trainkit.case.investigation.run import DAY_H, Run, Task, Waiting
from trainkit.case.investigation.team import Team
from trainkit.case.law import Warrant

SOURCE_DAYS = 90.0
"""A source tells of what is near for so long after it was handled: an assumption."""


def listen(run: Run, task: Task, warrant: Warrant) -> Waiting:
    """Listen, hearing after hearing, until the order ends or the target is arrested."""
    held = renewal.hold(run, task, warrant)
    task.team.listening[task.target] += 1
    turn = 0
    while held.warrant.in_force(run.env.now) and task.target not in run.arrested:
        yield from work(run, task, turn)
        turn += 1
        in_force = held.warrant.in_force(run.env.now)
        _write_end(run, task, in_force)
        if in_force or run.plan.renewal_lead_days == 0.0:
            findings.take_in(run, task, in_force)
    held.over = True
    task.team.listening[task.target] -= 1


def _write_end(run: Run, task: Task, in_force: bool) -> None:
    """Write that the order has ended: in use where nobody watches the clock."""
    if not in_force:
        late = run.plan.renewal_lead_days == 0.0
        run.writer.write(
            "order_expired_in_use" if late else "order_expired", task.team.name, **task.told
        )


def keep_source(run: Run, task: Task) -> Waiting:
    """Hear of what is near a source for a while, or until it is burned."""
    near = run.sources.setdefault((task.team.number, task.target), [])
    burned = run.env.event()
    near.append(burned)
    task.team.listening[task.target] += 1
    yield burned | run.env.timeout(SOURCE_DAYS * DAY_H)
    task.team.listening[task.target] -= 1
    near.remove(burned)


def burn(run: Run, team: Team, person: int) -> None:
    """Let the sources near somebody be found out: the partner acted in the open beside them."""
    for burned in run.sources.get((team.number, person), ()):
        if not burned.triggered:
            run.writer.write("source_burned", team.name, target=person)
            burned.succeed()

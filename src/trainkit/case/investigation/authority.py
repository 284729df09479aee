"""Orders: a prosecutor and a judge, each with a queue, grant them on grounds or not at all."""

from collections.abc import Generator
from typing import Any

from trainkit.case import law
from trainkit.case.investigation.run import Run, Task, Waiting
from trainkit.case.investigation.team import Team

_DESKS: dict[str, tuple[str, ...]] = {
    "supervisor": (),
    "prosecutor": ("prosecutors",),
    "judge": ("prosecutors", "judges"),
}

Order = Generator[Any, Any, law.Warrant | None]


def ask(run: Run, task: Task) -> Order:
    """Ask for an order and wait for it; None where there are no grounds or nobody grants it.

    Grounds are counted when the order is decided, not when it is asked for.
    """
    team = task.team
    basis = run.statute(team, task.action)
    if basis.authority == "supervisor":
        return _granted(run, task)
    run.writer.write("order_asked", team.name, **task.told)
    if not all(desk in team.desks for desk in deciders(run, team, task.action)):
        _refused(run, task)
        return None
    yield from decide(run, task, 0)
    if not team.grounds(task.target):
        _refused(run, task)
        return None
    warrant = _granted(run, task)
    run.writer.write("order_granted", team.name, **task.told, expires_h=warrant.expires_h)
    return warrant


def deciders(run: Run, team: Team, action: str) -> tuple[str, ...]:
    """Return who decides on an order in a team's State, in turn: nobody, prosecutors, judges."""
    return _DESKS[run.statute(team, action).authority]


def decide(run: Run, task: Task, turn: int) -> Waiting:
    """Wait for the prosecutor and the judge, and for their decisions.

    Args:
        run: The run.
        task: What the decision is about.
        turn: 0 for the order, 1 and more for its renewals.
    """
    for place, desk in enumerate(deciders(run, task.team, task.action)):
        work_h = run.gap_h("case order", task.number, 2 * turn + place, run.spec.order_h)
        yield from task.team.desks[desk].serve(run.elapsed_h(work_h), task.priority)


def _granted(run: Run, task: Task) -> law.Warrant:
    return law.granted(
        task.team.spec.side,
        task.action,
        run.plan.offence,
        target=task.target,
        authority=run.statute(task.team, task.action).authority,
        grounds=task.team.grounds(task.target),
        now_h=run.env.now,
    )


def _refused(run: Run, task: Task) -> None:
    run.writer.write("action_refused", task.team.name, **task.told, reason="no_grounds")


def renew(run: Run, task: Task, warrant: law.Warrant, turn: int) -> Order:
    """Ask for a renewal; None where nothing is new, the time is used up, or it comes too late."""
    yield from decide(run, task, turn)
    grounds = tuple(sorted(set(task.team.grounds(task.target)) - set(warrant.grounds)))
    room = warrant.expires_h < warrant.latest_h
    if not (grounds and room and warrant.in_force(run.env.now)):
        return None
    longer = law.renewed(warrant, now_h=run.env.now, grounds=grounds)
    run.writer.write("order_renewed", task.team.name, **task.told, expires_h=longer.expires_h)
    return longer

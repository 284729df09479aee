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

    Grounds are counted when the order is decided; its offence is the one it was asked for.
    """
    team, offence = task.team, run.plan.offence
    desks = deciders(run, team, task.action)
    if not desks:
        return _granted(run, task, offence)
    run.writer.write("order_asked", team.name, **task.told)
    staffed = all(desk in team.desks for desk in desks)
    if staffed:
        yield from decide(run, task, 0, desks)
    if not (staffed and team.grounds(task.target)):
        _refused(run, task)
        return None
    warrant = _granted(run, task, offence)
    run.writer.write("order_granted", team.name, **task.told, expires_h=warrant.expires_h)
    return warrant


def deciders(run: Run, team: Team, action: str) -> tuple[str, ...]:
    """Return who decides on an order in a team's State, in turn: nobody, prosecutors, judges."""
    return _DESKS[run.statute(team, action).authority]


def decide(run: Run, task: Task, turn: int, desks: tuple[str, ...]) -> Waiting:
    """Wait for the prosecutor and the judge, and for their decisions.

    Args:
        run: The run.
        task: What the decision is about.
        turn: 0 for the order, 1 and more for its renewals.
        desks: Who decides, in turn.
    """
    for place, desk in enumerate(desks):
        work_h = run.gap_h("case order", task.number, 2 * turn + place, run.spec.order_h)
        yield from task.team.desks[desk].serve(run.elapsed_h(work_h), task.priority)


def _granted(run: Run, task: Task, offence: str) -> law.Warrant:
    side = task.team.spec.side
    return law.granted(
        side,
        task.action,
        offence,
        target=task.target,
        authority=law.statute(side, task.action, offence).authority,
        grounds=task.team.grounds(task.target),
        now_h=run.env.now,
    )


def _refused(run: Run, task: Task) -> None:
    run.writer.write("action_refused", task.team.name, **task.told, reason="no_grounds")


def renew(run: Run, task: Task, warrant: law.Warrant, turn: int) -> Order:
    """Ask for a renewal; None where nothing is new, the time is used up, or it comes too late."""
    yield from decide(run, task, turn, _DESKS[warrant.statute.authority])
    grounds = tuple(sorted(set(task.team.grounds(task.target)) - set(warrant.grounds)))
    room = warrant.expires_h < warrant.latest_h
    if not (grounds and room and warrant.in_force(run.env.now)):
        return None
    longer = law.renewed(warrant, now_h=run.env.now, grounds=grounds)
    run.writer.write("order_renewed", task.team.name, **task.told, expires_h=longer.expires_h)
    return longer

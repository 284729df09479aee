"""Actions: occasions to act come as the plan has hours for them; each waits for order and staff."""

import math
from collections.abc import Generator, Iterable
from itertools import count
from typing import Any

import simpy

from trainkit.case.deconfliction import Clash, Planned
from trainkit.case.investigation import (
    authority,
    findings,
    focus,
    freezing,
    listening,
    money,
    partner,
    people,
    renewal,
)
from trainkit.case.investigation.effort import work
from trainkit.case.investigation.run import DAY_H, TEAM_ROOM, WEEK_H, Run, Task, Waiting
from trainkit.case.investigation.team import Team
from trainkit.case.law import ACTIONS, Warrant

_LINE_ROOM = TEAM_ROOM // 32


def hours_a_week(run: Run, action: str) -> float:
    """Return the hours that the plan in force has for an action, in each team."""
    return sum(one.hours_a_week for one in run.plan.efforts if one.action == action)


def occasions(run: Run, team: Team, action: str) -> Waiting:
    """Begin an action whenever there is an occasion: at random, as often as the hours allow.

    What is left of a wait when the hours change goes on at the new pace, so that the luck of an
    occasion is its own.
    """
    first = first_number(team, action)
    for n in count():
        left = run.gap_h("case occasion", first + n, 0, 1.0)
        while left > 0.0:
            left = yield from _pass(run, action, left)
        _begin(run, team, action, first + n)


def _pass(run: Run, action: str, left: float) -> Generator[simpy.Event, Any, float]:
    """Wait for the rest of an occasion; return what is left when the hours change before it."""
    began_h, pace_now = run.env.now, pace(run, action)
    try:
        yield run.env.timeout(left / pace_now) if pace_now else run.env.event()
    except simpy.Interrupt:
        return left - pace_now * (run.env.now - began_h)
    return 0.0


def first_number(team: Team, action: str) -> int:
    """Return the number of the first task of a team's action; the next ones follow."""
    return team.number * TEAM_ROOM + ACTIONS.index(action) * _LINE_ROOM


def pace(run: Run, action: str) -> float:
    """Return the occasions in an hour: the hours of the plan over the mean work of one."""
    plan, known = run.paces.get(action, (None, 0.0))
    if plan is run.plan:
        return known
    spec = run.actions[action]
    mean_h = spec.work_median_h * math.exp(spec.work_sigma**2 / 2)
    found = hours_a_week(run, action) / mean_h / WEEK_H
    run.paces[action] = run.plan, found
    return found


def _begin(run: Run, team: Team, action: str, number: int) -> None:
    if run.actions[action].staff not in team.desks:
        return
    if action == "first_contact":
        run.env.process(people.contact(run, Task(team, action, 0, number)))
        return
    target = _target(run, team, action)
    if target is None:
        run.writer.write("action_refused", team.name, action=action, target=-1, reason="no_target")
        return
    run.env.process(perform(run, Task(team, action, target, number)))


def _target(run: Run, team: Team, action: str) -> int | None:
    """Choose a target; with the board, the first whom the partner has not taken up."""
    for person in focus.targets(run, team, action):
        planned = _planned(run, team, action, person)
        clashes = tuple(run.board.clashes(planned))
        if clashes and run.plan.deconflict:
            run.writer.write("board_warned", team.name, action=action, target=person)
            continue
        if clashes:
            _write_clashes(run, planned, clashes)
        run.board.put(planned)
        return person
    return None


def _planned(run: Run, team: Team, action: str, person: int) -> Planned:
    until_h = run.env.now + run.elapsed_h(run.actions[action].work_median_h)
    if action == "source_handling":
        until_h += listening.SOURCE_DAYS * DAY_H
    return Planned(team.number, action, person, run.env.now, until_h)


def _write_clashes(run: Run, planned: Planned, clashes: Iterable[Clash]) -> None:
    name = run.teams[planned.team].name
    told: dict[str, float | str] = {"action": planned.action, "target": planned.target}
    for clash in clashes:
        if clash.harm == "collision":
            run.writer.write("teams_collided", name, **told)
            run.alarm("collision")
            if clash.source:
                listening.burn(run, run.teams[clash.source.team], planned.target)
        else:
            work_h = run.actions[planned.action].work_median_h
            run.writer.write("work_duplicated", name, **told, work_h=work_h)


def perform(run: Run, task: Task) -> Waiting:
    """Get the order, wait for staff, do the work, take in what it shows."""
    if task.action == "freeze" and not freezing.at_home(run, task.team, task.target):
        yield from freezing.request(run, task)
        return
    warrant = yield from authority.ask(run, task)
    if warrant is None:
        return
    if task.action == "interception":
        yield from listening.listen(run, task, warrant)
        return
    held = renewal.hold(run, task, warrant)
    yield from work(run, task)
    held.over = True
    _write_expired(run, task, held.warrant)
    if task.action in _WAITS:
        yield from _WAITS[task.action](run, task)
        return
    findings.take_in(run, task, held.warrant.in_force(run.env.now))
    if task.action == "source_handling":
        run.env.process(listening.keep_source(run, task))


_WAITS = {
    "partner_request": partner.request,
    "financial_enquiry": money.enquire,
    "freeze": freezing.freeze,
}
"""Actions that wait for somebody else when the work is done."""


def _write_expired(run: Run, task: Task, warrant: Warrant) -> None:
    if not warrant.in_force(run.env.now):
        run.writer.write("order_expired_in_use", task.team.name, **task.told)

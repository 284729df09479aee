"""Leaving a case: what a unit does when it is full, short of fuel, or no longer needed."""

import math

from trainkit.joint.operation import dispatch, homeward, motion, patrol, port, transit
from trainkit.joint.operation.records import UNIT, Run, retime
from trainkit.joint.operation.state import (
    AWAY,
    BOARDING,
    GETTING_READY,
    HANDING_LIFEJACKETS,
    NOBODY,
    RECOVERING,
    SEARCHING,
    SHADOWING,
    STANDING_BY,
    TO_SCENE,
)
from trainkit.kernel.compiled import shared


@shared
def leave_scene(run: Run, me: int, now_h: float) -> None:
    """Leave with whom there was room for; others are sent for those who stay."""
    unit = run.units[me]
    number = int(unit.case)
    let_go(run, me)
    unit.gave_up = number
    if unit.aboard > 0:
        port.make_for_port(run, me, now_h)
    else:
        homeward.go_home(run, me, now_h)
    case = run.cases[number]
    if case.open == 1:
        case.waiting = 1
        dispatch.dispatch(run, number, int(case.acting), now_h)


@shared
def let_go(run: Run, me: int) -> None:
    """Take a unit off its case."""
    unit = run.units[me]
    case = run.cases[unit.case]
    if case.assigned > 0:
        case.assigned -= 1
    if case.assigned == 0:
        case.due_h = math.inf
    if case.coordinator == me:
        case.coordinator = NOBODY
    unit.case = NOBODY


@shared
def release(run: Run, number: int, now_h: float) -> None:
    """Let every unit of a case that is over go on with what it can do."""
    for me in range(run.worlds[0].n_units):
        unit = run.units[me]
        if unit.case == number and unit.doing != AWAY:
            unit.case = NOBODY
            if unit.doing == GETTING_READY:
                continue
            if unit.ordered != NOBODY:
                answer_late(run, me, now_h)
            elif unit.doing == BOARDING or _at_sea(run, me):
                go_on(run, me, now_h)
        if unit.ordered == number:
            unit.ordered = NOBODY


@shared
def _at_sea(run: Run, me: int) -> bool:
    doing = run.units[me].doing
    if doing in (TO_SCENE, SEARCHING, SHADOWING):
        return True
    return bool(doing in (HANDING_LIFEJACKETS, RECOVERING))


@shared
def answer_late(run: Run, me: int, now_h: float) -> None:
    """Let a unit make for the case whose alert a boarding has kept waiting."""
    unit = run.units[me]
    unit.case = unit.ordered
    unit.tasked = 1
    unit.ordered = NOBODY
    transit.head_for(run, me, now_h)


@shared
def go_on(run: Run, me: int, now_h: float) -> None:
    """Land survivors, go back on patrol, or go home."""
    unit, craft = run.units[me], run.crafts[me]
    if unit.aboard > 0:
        port.make_for_port(run, me, now_h)
    elif craft.patrols == 1 and craft.merchant == 0 and patrol.may_patrol(run, me, now_h):
        motion.stop(unit, now_h)
        patrol.begin_leg(run, me, now_h)
    else:
        homeward.go_home(run, me, now_h)


@shared
def be_ready(run: Run, me: int, now_h: float) -> None:
    """Let a rested unit stand by, or get ready for its patrol; whoever waits is served first."""
    unit, craft = run.units[me], run.crafts[me]
    unit.doing = STANDING_BY
    unit.wait_h = math.inf
    retime(run, UNIT, me)
    dispatch.serve_waiting(run, now_h)
    if unit.doing == STANDING_BY and craft.patrols == 1 and run.nows[0].sea <= craft.worst_sea:
        unit.doing = GETTING_READY
        unit.wait_h = craft.ready_h
        retime(run, UNIT, me)

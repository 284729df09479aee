"""Looking for a boat: it is sighted, searched for, found, left and lost from sight again."""

import math

from trainkit.joint.operation import desk, effort, leaving, motion, patrol, port, transit
from trainkit.joint.operation.kinds import FIRST_UNIT, NUMBER
from trainkit.joint.operation.records import UNIT, Run, retime, write
from trainkit.joint.operation.state import (
    HANDING_LIFEJACKETS,
    RECOVERING,
    SEARCHING,
    SHADOWING,
    SIGHTED,
)
from trainkit.kernel.compiled import shared

_SIGHTED, _SEARCH = NUMBER["boat_sighted"], NUMBER["search_began"]
_SEARCH_ENDED = NUMBER["search_ended"]


@shared
def sight(run: Run, me: int, number: int, now_h: float) -> None:
    """Report a boat in sight, and go to it; people come before what they may have done."""
    unit, craft = run.units[me], run.crafts[me]
    boat, case = run.boats[number], run.cases[number]
    x_nm, y_nm = motion.place(boat, now_h)
    range_nm = motion.distance_nm(unit.x_nm, unit.y_nm, x_nm, y_nm)
    facts = (float(number), x_nm, y_nm, range_nm)
    write(run, now_h, _SIGHTED, FIRST_UNIT + me, facts)
    if patrol.attends(run, craft, boat):
        unit.case = number
        case.assigned += 1
        unit.tasked = 0
    desk.receive(run, number, _centre(run, me, number), SIGHTED, now_h)
    if unit.case != number:
        leaving.go_on(run, me, now_h)
        return
    case.found = 1
    call_off(run, number, now_h)
    transit.head_for(run, me, now_h)


@shared
def _centre(run: Run, me: int, number: int) -> int:
    """Return the centre that a unit reports to: its State's, or the one that is responsible."""
    state = run.crafts[me].state
    case, boat = run.cases[number], run.boats[number]
    if state < 3:
        return int(state)
    if case.open == 1:
        return int(case.acting)
    return int(run.origins[boat.origin].told)


@shared
def call_off(run: Run, number: int, now_h: float) -> None:
    """Let those who search for a boat that is found go to it."""
    for me in range(run.worlds[0].n_units):
        unit = run.units[me]
        if unit.case == number and unit.doing == SEARCHING:
            transit.head_for(run, me, now_h)
    if run.cases[number].open == 1:
        effort.resolve(run, number, now_h)


@shared
def begin(run: Run, me: int, now_h: float) -> None:
    """Search around where a case is believed to be, as long as the fuel lasts."""
    unit = run.units[me]
    number = int(unit.case)
    case = run.cases[number]
    unit.vx_kn = case.vx_kn
    unit.vy_kn = case.vy_kn
    stay_h = port.stay_h(run, me, now_h)
    if stay_h <= 0.0:
        leaving.leave_scene(run, me, now_h)
        return
    unit.doing = SEARCHING
    unit.wait_h = stay_h
    retime(run, UNIT, me)
    facts = (float(number), _error_nm(run, number, now_h), effort.pos(case.depth))
    write(run, now_h, _SEARCH, FIRST_UNIT + me, facts)
    effort.resolve(run, number, now_h)


@shared
def _error_nm(run: Run, number: int, now_h: float) -> float:
    case = run.cases[number]
    grown_nm = run.worlds[0].drift_error_kn * (now_h - case.told_h)
    return math.sqrt(case.error_nm * case.error_nm + grown_nm * grown_nm)


@shared
def run_short(run: Run, me: int, now_h: float) -> None:
    """Leave a search while there is fuel to come back."""
    unit = run.units[me]
    number = int(unit.case)
    end(run, me, now_h)
    leaving.leave_scene(run, me, now_h)
    if run.cases[number].open == 1:
        effort.resolve(run, number, now_h)


@shared
def end(run: Run, me: int, now_h: float) -> None:
    """Write how likely a search would have found, up to now."""
    unit = run.units[me]
    case = run.cases[unit.case]
    effort.gather(case, run.worlds[0].drift_error_kn, now_h)
    facts = (float(unit.case), effort.pos(case.depth))
    write(run, now_h, _SEARCH_ENDED, FIRST_UNIT + me, facts)


@shared
def lose_sight(run: Run, me: int, now_h: float) -> None:
    """Leave a boat for lack of fuel; its place stays known for a while."""
    unit = run.units[me]
    number = int(unit.case)
    case, boat = run.cases[number], run.boats[number]
    if _somebody_else_is_by(run, me):
        leaving.leave_scene(run, me, now_h)
        return
    case.found = 0
    case.told_h = now_h
    case.error_nm = run.worlds[0].sighting_error_nm
    case.x_nm = unit.x_nm
    case.y_nm = unit.y_nm
    case.vx_kn = boat.vx_kn
    case.vy_kn = boat.vy_kn
    effort.begin(run, number, now_h)
    leaving.leave_scene(run, me, now_h)


@shared
def _somebody_else_is_by(run: Run, me: int) -> bool:
    """Return whether another unit lies by the boat that a unit leaves."""
    for other in range(run.worlds[0].n_units):
        if other != me and run.units[other].case == run.units[me].case:
            if HANDING_LIFEJACKETS <= run.units[other].doing <= RECOVERING:
                return True
            if run.units[other].doing == SHADOWING:
                return True
    return False

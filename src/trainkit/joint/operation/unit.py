"""What a unit does when its wait has ended."""

import math

from trainkit.joint.operation import desk, dispatch, effort, motion, patrol, port, scene
from trainkit.joint.operation.kinds import FIRST_UNIT, NUMBER
from trainkit.joint.operation.records import UNIT, Run, retime, write
from trainkit.joint.operation.state import (
    BOARDING,
    DISEMBARKING,
    DISTRESS,
    GETTING_READY,
    GOING_HOME,
    HANDING_LIFEJACKETS,
    NOBODY,
    PATROLLING,
    RECOVERING,
    RESTING,
    SEARCHING,
    SHADOWING,
    SIGHTED,
    STANDING_BY,
    TO_PORT,
    TO_SCENE,
    UNDER_WAY,
)
from trainkit.kernel.compiled import shared

_SORTIE, _SIGHTED, _SEARCH = (
    NUMBER["sortie_began"],
    NUMBER["boat_sighted"],
    NUMBER["search_began"],
)
_SEARCH_ENDED, _REFUSED, _BOARDING, _BOARDED = (
    NUMBER["search_ended"],
    NUMBER["boarding_refused"],
    NUMBER["boarding_began"],
    NUMBER["boarding_ended"],
)
_NATIONAL, _JOINT, _CHARITY = range(3)
_THERE_NM = 1e-6


@shared
def begin(run: Run, me: int) -> None:
    """Put a unit at its base, ready; a merchant ship nowhere."""
    unit, craft = run.units[me], run.crafts[me]
    unit.x_nm = craft.base_x_nm
    unit.y_nm = craft.base_y_nm
    unit.doing = STANDING_BY
    unit.wait_h = math.inf
    if craft.patrols == 1 and run.nows[0].sea <= craft.worst_sea:
        unit.doing = GETTING_READY
        unit.wait_h = craft.ready_h
    retime(run, UNIT, me)


@shared
def happen(run: Run, me: int, now_h: float) -> None:
    """Go on from what a unit was doing."""
    doing = run.units[me].doing
    if doing == GETTING_READY:
        _leave_base(run, me, now_h)
    elif doing == PATROLLING:
        _leg_over(run, me, now_h)
    elif doing == TO_SCENE:
        _on_position(run, me, now_h)
    elif doing == SEARCHING:
        _out_of_fuel(run, me, now_h)
    elif doing == HANDING_LIFEJACKETS:
        scene.lifejackets_given(run, me, now_h)
    elif doing == RECOVERING:
        scene.batch_aboard(run, me, now_h)
    elif doing == TO_PORT:
        port.begin_disembarking(run, me, now_h)
    elif doing == DISEMBARKING:
        port.ashore(run, me, now_h)
    elif doing == GOING_HOME:
        port.come_home(run, me, now_h)
    elif doing == RESTING:
        port.be_ready(run, me, now_h)
    elif doing == SHADOWING:
        _leave_boat(run, me, now_h)
    elif doing == BOARDING:
        _boarded(run, me, now_h)


@shared
def _leave_base(run: Run, me: int, now_h: float) -> None:
    unit, craft = run.units[me], run.crafts[me]
    unit.left_h = now_h
    unit.x_nm = craft.base_x_nm
    unit.y_nm = craft.base_y_nm
    unit.vx_kn = 0.0
    unit.vy_kn = 0.0
    unit.since_h = now_h
    write(run, now_h, _SORTIE, FIRST_UNIT + me, (unit.x_nm, unit.y_nm))
    if unit.case != NOBODY:
        dispatch.head_for(run, me, now_h)
    else:
        port.go_on(run, me, now_h)


@shared
def _leg_over(run: Run, me: int, now_h: float) -> None:
    """End a leg of a patrol: with a boat in sight, or at its point."""
    unit = run.units[me]
    motion.stop(unit, now_h)
    if unit.sees != NOBODY:
        sight(run, me, int(unit.sees), now_h)
    else:
        port.go_on(run, me, now_h)


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
        port.go_on(run, me, now_h)
        return
    case.found = 1
    _leave_search(run, number, now_h)
    dispatch.head_for(run, me, now_h)


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
def _leave_search(run: Run, number: int, now_h: float) -> None:
    """Let those who search for a boat that is found go to it."""
    for me in range(run.worlds[0].n_units):
        unit = run.units[me]
        if unit.case == number and unit.doing == SEARCHING:
            dispatch.head_for(run, me, now_h)
    if run.cases[number].open == 1:
        effort.resolve(run, number, now_h)


@shared
def _on_position(run: Run, me: int, now_h: float) -> None:
    """Arrive where a case is believed to be: alongside a boat that is found, or search."""
    unit, craft = run.units[me], run.crafts[me]
    motion.stop(unit, now_h)
    number = int(unit.case)
    case = run.cases[number]
    x_nm, y_nm = dispatch.case_place(run, number, now_h)
    if motion.distance_nm(unit.x_nm, unit.y_nm, x_nm, y_nm) > _THERE_NM:
        _go_further(run, me, now_h)
        return
    if case.found == 1:
        scene.lie_by(run, unit, now_h)
        if craft.polices == 1 and unit.tasked == 0 and _boards(run, me, now_h):
            _board(run, me, now_h)
        else:
            scene.arrive(run, me, now_h)
        return
    unit.vx_kn = case.vx_kn
    unit.vy_kn = case.vy_kn
    stay_h = port.stay_h(run, me, now_h)
    if stay_h <= 0.0:
        port.leave_scene(run, me, now_h)
        return
    unit.doing = SEARCHING
    unit.wait_h = stay_h
    retime(run, UNIT, me)
    facts = (float(number), _error_nm(run, number, now_h), effort.pos(case.depth))
    write(run, now_h, _SEARCH, FIRST_UNIT + me, facts)
    effort.resolve(run, number, now_h)


@shared
def _go_further(run: Run, me: int, now_h: float) -> None:
    """Make for where a case is known to be by now, or give up what is out of reach."""
    dispatch.head_for(run, me, now_h)
    if run.units[me].wait_h == 0.0:
        port.leave_scene(run, me, now_h)


@shared
def _error_nm(run: Run, number: int, now_h: float) -> float:
    case = run.cases[number]
    grown_nm = run.worlds[0].drift_error_kn * (now_h - case.told_h)
    return math.sqrt(case.error_nm * case.error_nm + grown_nm * grown_nm)


@shared
def _boards(run: Run, me: int, now_h: float) -> bool:
    """Return whether a boat that a unit came upon, in no doubt or distress, is boarded."""
    world, boat = run.worlds[0], run.boats[run.units[me].case]
    in_time = world.boarding_h <= port.stay_h(run, me, now_h)
    return bool(world.board_under_way == 1 and boat.state == UNDER_WAY and in_time)


@shared
def _board(run: Run, me: int, now_h: float) -> None:
    """Board a boat that is not in distress, on a named basis; a joint act needs a valid plan."""
    unit, craft, world = run.units[me], run.crafts[me], run.worlds[0]
    scene.lie_by(run, unit, now_h)
    basis = _NATIONAL
    if desk.responsible(run, run.cases[unit.case], -1) != craft.state:
        basis = _JOINT
    in_time = world.plan_from_h <= now_h < world.plan_to_h
    valid = 1 if basis == _NATIONAL or (world.plan_valid == 1 and in_time) else 0
    if valid == 0 and world.board_outside_plan == 0:
        write(run, now_h, _REFUSED, FIRST_UNIT + me, (float(unit.case), float(basis)))
        scene.arrive(run, me, now_h)
        return
    unit.doing = BOARDING
    unit.wait_h = world.boarding_h
    facts = (float(unit.case), float(basis), float(valid))
    write(run, now_h, _BOARDING, FIRST_UNIT + me, facts)
    retime(run, UNIT, me)


@shared
def _boarded(run: Run, me: int, now_h: float) -> None:
    """End a boarding; an alert that was kept waiting is answered now, otherwise stay near."""
    unit = run.units[me]
    write(run, now_h, _BOARDED, FIRST_UNIT + me, (float(unit.case),))
    if unit.ordered != NOBODY:
        dispatch.let_go_boarding(run, me)
        port.answer_late(run, me, now_h)
    elif run.boats[unit.case].state >= DISTRESS and run.crafts[me].can_recover == 1:
        scene.help_people(run, me, now_h)
    else:
        scene.shadow(run, me, now_h)


@shared
def _out_of_fuel(run: Run, me: int, now_h: float) -> None:
    """Leave a search while there is fuel to come back."""
    unit = run.units[me]
    number = int(unit.case)
    end_search(run, me, now_h)
    port.leave_scene(run, me, now_h)
    if run.cases[number].open == 1:
        effort.resolve(run, number, now_h)


@shared
def end_search(run: Run, me: int, now_h: float) -> None:
    """Write how likely a search would have found, up to now."""
    unit = run.units[me]
    case = run.cases[unit.case]
    effort.gather(case, run.worlds[0].drift_error_kn, now_h)
    facts = (float(unit.case), effort.pos(case.depth))
    write(run, now_h, _SEARCH_ENDED, FIRST_UNIT + me, facts)


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


@shared
def _leave_boat(run: Run, me: int, now_h: float) -> None:
    """Leave a boat for lack of fuel; its place stays known for a while."""
    unit = run.units[me]
    number = int(unit.case)
    case, boat = run.cases[number], run.boats[number]
    if _somebody_else_is_by(run, me):
        port.leave_scene(run, me, now_h)
        return
    case.found = 0
    case.told_h = now_h
    case.error_nm = run.worlds[0].sighting_error_nm
    case.x_nm = unit.x_nm
    case.y_nm = unit.y_nm
    case.vx_kn = boat.vx_kn
    case.vy_kn = boat.vy_kn
    effort.begin(run, number, now_h)
    port.leave_scene(run, me, now_h)

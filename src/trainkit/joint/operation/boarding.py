"""Boarding a boat that is not in distress: on a named basis, and broken off for an alert."""

from trainkit.joint.operation import alert, dispatch, leaving, port, scene
from trainkit.joint.operation.kinds import FIRST_UNIT, NUMBER
from trainkit.joint.operation.records import UNIT, Run, retime, write
from trainkit.joint.operation.state import BOARDING, DISTRESS, NOBODY, UNDER_WAY
from trainkit.kernel.compiled import shared

_REFUSED, _BOARDING, _BOARDED = (
    NUMBER["boarding_refused"],
    NUMBER["boarding_began"],
    NUMBER["boarding_ended"],
)
_NATIONAL, _JOINT = range(2)


@shared
def may_begin(run: Run, me: int, now_h: float) -> bool:
    """Return whether a boat that a unit came upon, in no doubt or distress, is boarded."""
    world, boat = run.worlds[0], run.boats[run.units[me].case]
    in_time = world.boarding_h <= port.stay_h(run, me, now_h)
    return bool(world.board_under_way == 1 and boat.state == UNDER_WAY and in_time)


@shared
def begin(run: Run, me: int, now_h: float) -> None:
    """Board a boat that is not in distress, on a named basis; a joint act needs a valid plan."""
    unit, craft, world = run.units[me], run.crafts[me], run.worlds[0]
    scene.lie_by(run, unit, now_h)
    basis = _NATIONAL
    if alert.responsible(run, run.cases[unit.case], -1) != craft.state:
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
def end(run: Run, me: int, now_h: float) -> None:
    """End a boarding; an alert that was kept waiting is answered now, otherwise stay near."""
    unit = run.units[me]
    write(run, now_h, _BOARDED, FIRST_UNIT + me, (float(unit.case),))
    if unit.ordered != NOBODY:
        dispatch.let_go_boarding(run, me)
        leaving.answer_late(run, me, now_h)
    elif run.boats[unit.case].state >= DISTRESS and run.crafts[me].can_recover == 1:
        scene.help_people(run, me, now_h)
    else:
        scene.shadow(run, me, now_h)

"""People come aboard in batches, from the water first, until all are accounted for."""

import math

from trainkit.joint.operation import boat as boats
from trainkit.joint.operation import closing, course, dispatch, leaving, port, survival
from trainkit.joint.operation.kinds import FIRST_UNIT, NUMBER
from trainkit.joint.operation.records import UNIT, Run, luck_of, retime, write
from trainkit.joint.operation.state import ENDED, IN_WATER, RECOVERING
from trainkit.kernel.compiled import shared
from trainkit.kernel.luck import exponential, lognormal, purpose

_BATCH = purpose("time to come aboard")
_RECOVERED = NUMBER["persons_recovered"]
_A_BATCH = 10
_IN_WATER_RATE = 0.5


@shared
def take_batch(run: Run, me: int, now_h: float) -> None:
    """Begin to take people aboard, as many as there is room for, or leave."""
    unit, craft = run.units[me], run.crafts[me]
    boat = run.boats[unit.case]
    room = craft.survivor_capacity - unit.aboard
    unit.batch = int(min(_A_BATCH, room, survival.remaining(boat)))
    if unit.batch <= 0:
        leaving.leave_scene(run, me, now_h)
        return
    time_h = _batch_h(run, me)
    if lacks_time(run, me, time_h, now_h):
        leaving.leave_scene(run, me, now_h)
        return
    unit.doing = RECOVERING
    unit.ends_h = now_h + time_h
    unit.wait_h = time_h
    retime(run, UNIT, me)


@shared
def _batch_h(run: Run, me: int) -> float:
    unit, craft, world = run.units[me], run.crafts[me], run.worlds[0]
    boat, sea = run.boats[unit.case], run.seas[run.nows[0].sea]
    rate = craft.recovery_per_h * sea.recovery_factor
    if boat.state == IN_WATER:
        rate *= _IN_WATER_RATE
    mean_h = float(unit.batch) / rate
    unit.batches += 1
    index = int(me * 4096 + unit.batches)
    if world.exponential_service == 1:
        return exponential(luck_of(run), _BATCH, int(boat.luck), index, mean_h)
    # The median of a lognormal of this mean.
    median_h = mean_h * math.exp(-0.5 * world.on_scene_sigma * world.on_scene_sigma)
    return lognormal(luck_of(run), _BATCH, int(boat.luck), index, median_h, world.on_scene_sigma)


@shared
def batch_aboard(run: Run, me: int, now_h: float) -> None:
    """Count who has come aboard: from the water first, the weakest first."""
    unit = run.units[me]
    number = int(unit.case)
    boat = run.boats[number]
    taken = int(min(unit.batch, survival.remaining(boat)))
    for _ in range(taken):
        if boat.in_water > 0:
            survival.take_from_water(run, number)
        else:
            boat.aboard -= 1
    boat.safe += taken
    unit.aboard += taken
    if taken > 0:
        _count(run, me, taken, now_h)
    if survival.remaining(boat) == 0:
        all_aboard(run, number, now_h)
    else:
        if boat.state == IN_WATER:
            course.pause(boat, now_h)
            course.go_on(run, number)
        take_batch(run, me, now_h)


@shared
def _count(run: Run, me: int, taken: int, now_h: float) -> None:
    unit = run.units[me]
    case, boat = run.cases[unit.case], run.boats[unit.case]
    waited_h = 0.0 if math.isnan(boat.distress_h) else now_h - boat.distress_h
    facts = (
        float(unit.case),
        float(taken),
        waited_h * float(taken),
        float(unit.aboard),
        now_h - case.opened_h,
    )
    write(run, now_h, _RECOVERED, FIRST_UNIT + me, facts)


@shared
def all_aboard(run: Run, number: int, now_h: float) -> None:
    """End a boat whose people are all accounted for; every unit of the case is free to go on."""
    boat = run.boats[number]
    if boat.state != ENDED:
        boats.end(run, number, now_h)
    reason = closing.RECOVERED if boat.safe > 0 else closing.LOST
    closing.close(run, number, reason, now_h)
    leaving.release(run, number, now_h)
    dispatch.serve_waiting(run, now_h)


@shared
def lacks_time(run: Run, me: int, time_h: float, now_h: float) -> bool:
    """Return whether a unit would not be back in time, even with its reserve."""
    return bool(time_h > port.stay_h(run, me, now_h) + run.crafts[me].reserve_h)

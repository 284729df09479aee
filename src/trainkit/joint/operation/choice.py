"""Which unit is chosen: it may be sent, is free, can come back, and arrives first."""

import math

from trainkit.joint.operation import transit
from trainkit.joint.operation.records import Run
from trainkit.joint.operation.state import (
    AWAY,
    BOARDING,
    GOING_HOME,
    NOBODY,
    PATROLLING,
    STANDING_BY,
    Craft,
)
from trainkit.kernel.compiled import shared

_TASKING, _LARGEST = 3, 1


@shared
def enough(run: Run, number: int) -> bool:
    """Return whether those on the way can carry everyone who is believed to be there."""
    case, room, able = run.cases[number], 0, 0
    for me in range(run.worlds[0].n_units):
        if run.units[me].case == number and run.units[me].doing != AWAY:
            craft = run.crafts[me]
            able += 1
            room += (craft.survivor_capacity - run.units[me].aboard) * craft.can_recover
    return able > 0 and room >= case.believed


@shared
def may_send(run: Run, craft: Craft, number: int, centre: int) -> bool:
    """Return whether a centre may send a unit to a case."""
    if craft.executes_sar == 0 or craft.merchant == 1:
        return False
    case = run.cases[number]
    if craft.state == centre:
        return True
    if craft.state > 2:
        return bool(centre == case.acting)
    partner_knows = case.alder_knows if craft.state == 0 else case.borea_knows
    shared_tasking = run.worlds[0].sharing >= _TASKING and craft.state < 2
    return bool(shared_tasking and partner_knows == 1)


@shared
def is_free(run: Run, me: int) -> bool:
    """Return whether a unit can be sent now; a boarding is broken off for an alert."""
    unit, craft = run.units[me], run.crafts[me]
    if (unit.case != NOBODY and unit.doing != BOARDING) or unit.ordered != NOBODY:
        return False
    if unit.doing == STANDING_BY:
        return bool(run.nows[0].sea <= craft.worst_sea)
    if unit.aboard > 0:
        return False
    return bool(unit.doing in (PATROLLING, GOING_HOME, BOARDING))


@shared
def best(run: Run, number: int, centre: int, now_h: float) -> int:
    """Return the unit to send, or NOBODY."""
    found, best = NOBODY, math.inf
    largest = run.worlds[0].dispatch == _LARGEST
    for me in range(run.worlds[0].n_units):
        craft = run.crafts[me]
        if not may_send(run, craft, number, centre) or not is_free(run, me):
            continue
        if run.units[me].gave_up == number:
            continue
        time_h = transit.eta_h(run, me, number, now_h)
        if math.isinf(time_h) or not transit.can_return(run, me, number, time_h, now_h):
            continue
        worth = time_h - (1000.0 * craft.survivor_capacity if largest else 0.0)
        if worth < best:
            found, best = me, worth
    return found

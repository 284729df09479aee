"""Which unit goes: a rescue asks nobody's leave, and distress is served before everything else.

A centre sends its own State's units, vessels that heed every centre, and, where tasking is shared
and the partner knows, the partner's. Who is chosen arrives first, or carries most; who could not
come back with its reserve is not sent. With exponential services and no geography a case waits as
a customer of M/M/c, which a test holds it to.
"""

import math

from trainkit.joint.operation import motion
from trainkit.joint.operation.kinds import FIRST_CENTRE, FIRST_UNIT, NUMBER
from trainkit.joint.operation.records import UNIT, Run, luck_of, retime, write
from trainkit.joint.operation.state import (
    AWAY,
    BOARDING,
    GETTING_READY,
    GOING_HOME,
    NOBODY,
    PATROLLING,
    STANDING_BY,
    TO_SCENE,
    Craft,
)
from trainkit.kernel.compiled import shared
from trainkit.kernel.luck import purpose, uniform
from trainkit.sea.motion import intercept_h

_NEAREST_SHIP, _SHIP_BEARING = purpose("nearest merchant ship"), purpose("its bearing")
_TASKED, _ASKED, _SORTIE = (
    NUMBER["unit_tasked"],
    NUMBER["merchant_asked"],
    NUMBER["sortie_began"],
)
_KEPT_WAITING, _BOARDED = NUMBER["alert_kept_waiting"], NUMBER["boarding_ended"]
_TASKING, _LARGEST = 3, 1
_MOST_SHIPS = 8  # merchant ships asked for one case; each is another ship
_SOONER_H = 0.25  # a partner's unit goes too where it arrives by so much sooner
_ON_SCENE_H = 0.5  # the least time on scene that makes a sortie worth its fuel


@shared
def dispatch(run: Run, number: int, centre: int, now_h: float) -> None:
    """Send units of a centre to a case until they can carry everyone, or none is left."""
    case, world = run.cases[number], run.worlds[0]
    if centre != case.acting:
        _help(run, number, centre, now_h)
        return
    while case.assigned < world.most_units and not _enough(run, number):
        me = _best(run, number, centre, now_h)
        if me == NOBODY:
            break
        send(run, me, number, centre, now_h)
    if not _enough(run, number):
        _ask_merchant(run, number, centre, now_h)
    case.waiting = 0 if _enough(run, number) else 1


@shared
def _help(run: Run, number: int, centre: int, now_h: float) -> None:
    """Send one unit of a centre that does not coordinate, where it is needed or arrives sooner."""
    case = run.cases[number]
    me = _best(run, number, centre, now_h)
    if me == NOBODY or case.assigned >= run.worlds[0].most_units:
        return
    sooner = now_h + eta_h(run, me, number, now_h) < case.due_h - _SOONER_H
    if sooner or not _enough(run, number):
        send(run, me, number, centre, now_h)


@shared
def _enough(run: Run, number: int) -> bool:
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
def _best(run: Run, number: int, centre: int, now_h: float) -> int:
    """Return the unit to send, or NOBODY."""
    found, best = NOBODY, math.inf
    largest = run.worlds[0].dispatch == _LARGEST
    for me in range(run.worlds[0].n_units):
        craft = run.crafts[me]
        if not may_send(run, craft, number, centre) or not is_free(run, me):
            continue
        if run.units[me].gave_up == number:
            continue
        time_h = eta_h(run, me, number, now_h)
        if math.isinf(time_h) or not _can_return(run, me, number, time_h, now_h):
            continue
        worth = time_h - (1000.0 * craft.survivor_capacity if largest else 0.0)
        if worth < best:
            found, best = me, worth
    return found


@shared
def case_place(run: Run, number: int, now_h: float) -> tuple[float, float]:
    """Return where a case is believed to be: where it was told, carried by the drift."""
    case, boat = run.cases[number], run.boats[number]
    if case.found == 1:
        return motion.place(boat, now_h)
    age_h = now_h - case.told_h
    return case.x_nm + case.vx_kn * age_h, case.y_nm + case.vy_kn * age_h


@shared
def case_course(run: Run, number: int) -> tuple[float, float]:
    """Return how a case is believed to move, (vx_kn, vy_kn)."""
    case, boat = run.cases[number], run.boats[number]
    if case.found == 1:
        return float(boat.vx_kn), float(boat.vy_kn)
    return float(case.vx_kn), float(case.vy_kn)


@shared
def eta_h(run: Run, me: int, number: int, now_h: float) -> float:
    """Return how long a unit needs to a case, notice included; inf where it never gets there."""
    unit, craft = run.units[me], run.crafts[me]
    notice_h = craft.ready_h if unit.doing == STANDING_BY else 0.0
    x_nm, y_nm = case_place(run, number, now_h)
    here = motion.place(unit, now_h)
    vx_kn, vy_kn = case_course(run, number)
    dx_nm = x_nm + vx_kn * notice_h - here[0]
    dy_nm = y_nm + vy_kn * notice_h - here[1]
    return notice_h + intercept_h(dx_nm, dy_nm, vx_kn, vy_kn, motion.speed_kn(run, craft))


@shared
def _can_return(run: Run, me: int, number: int, time_h: float, now_h: float) -> bool:
    """Return whether transit, the least time on scene, return and reserve are within endurance."""
    unit, craft = run.units[me], run.crafts[me]
    x_nm, y_nm = case_place(run, number, now_h)
    vx_kn, vy_kn = case_course(run, number)
    x_nm += vx_kn * time_h
    y_nm += vy_kn * time_h
    home_nm = motion.distance_nm(x_nm, y_nm, craft.base_x_nm, craft.base_y_nm)
    away_h = 0.0 if unit.doing == STANDING_BY else now_h - unit.left_h
    back_h = home_nm / motion.surest_speed_kn(run, craft)
    needed_h = away_h + time_h + _ON_SCENE_H + back_h + craft.reserve_h
    return bool(needed_h <= craft.endurance_h)


@shared
def send(run: Run, me: int, number: int, centre: int, now_h: float) -> None:
    """Order a unit to a case."""
    unit, craft, case = run.units[me], run.crafts[me], run.cases[number]
    time_h = eta_h(run, me, number, now_h)
    case.assigned += 1
    case.due_h = min(case.due_h, now_h + time_h)
    facts = (float(number), time_h, float(centre))
    write(run, now_h, _TASKED, FIRST_UNIT + me, facts)
    if unit.doing == BOARDING:
        if run.worlds[0].finish_boarding == 1:
            unit.ordered = number
            write(run, now_h, _KEPT_WAITING, FIRST_UNIT + me, (float(number),))
            return
        write(run, now_h, _BOARDED, FIRST_UNIT + me, (float(unit.case),))
        let_go_boarding(run, me)
    unit.case = number
    unit.tasked = 1
    if unit.doing == STANDING_BY:
        unit.doing = GETTING_READY
        unit.wait_h = craft.ready_h
        retime(run, UNIT, me)
    else:
        head_for(run, me, now_h)


@shared
def let_go_boarding(run: Run, me: int) -> None:
    """Break a boarding off: the boat goes on as it was, and its case is the centre's."""
    unit = run.units[me]
    if unit.case != NOBODY:
        run.cases[unit.case].found = 0
        run.cases[unit.case].assigned -= 1
        unit.case = NOBODY


@shared
def head_for(run: Run, me: int, now_h: float) -> None:
    """Let a unit make for its case, wherever it is believed to be now; if it could come back."""
    unit = run.units[me]
    motion.stop(unit, now_h)
    unit.doing = TO_SCENE
    unit.wait_h = 0.0
    unit.wait_h = eta_h(run, me, int(unit.case), now_h)
    x_nm, y_nm = case_place(run, int(unit.case), now_h)
    vx_kn, vy_kn = case_course(run, int(unit.case))
    there_x_nm = x_nm + vx_kn * unit.wait_h
    there_y_nm = y_nm + vy_kn * unit.wait_h
    if math.isinf(unit.wait_h) or not _comes_back(run, me, there_x_nm, there_y_nm, now_h):
        unit.wait_h = 0.0
    elif unit.wait_h > 0.0:
        unit.vx_kn = (there_x_nm - unit.x_nm) / unit.wait_h
        unit.vy_kn = (there_y_nm - unit.y_nm) / unit.wait_h
    retime(run, UNIT, me)


@shared
def _comes_back(run: Run, me: int, x_nm: float, y_nm: float, now_h: float) -> bool:
    """Return whether a unit that goes to a place can reach its base, if only on its reserve."""
    unit, craft = run.units[me], run.crafts[me]
    back_nm = motion.distance_nm(x_nm, y_nm, craft.base_x_nm, craft.base_y_nm)
    needed_h = unit.wait_h + back_nm / motion.surest_speed_kn(run, craft)
    in_time = now_h - unit.left_h + needed_h <= craft.endurance_h
    return bool(craft.merchant == 1 or in_time)


@shared
def _ask_merchant(run: Run, number: int, centre: int, now_h: float) -> None:
    """Ask the nearest merchant ship: of ships strewn at random the nearest is Rayleigh distant."""
    world, case = run.worlds[0], run.cases[number]
    me = _idle_merchant(run)
    if world.ask_merchants == 0 or me == NOBODY or world.traffic_density_nm2 <= 0.0:
        return
    full = case.assigned >= world.most_units or case.ships >= _MOST_SHIPS
    if full or run.boats[number].afloat == 0:
        return
    ship = int(case.ships)
    case.ships += 1
    unit, luck = run.units[me], int(run.boats[number].luck)
    draw = uniform(luck_of(run), _NEAREST_SHIP, luck, ship)
    distance_nm = math.sqrt(-math.log(1.0 - draw) / (math.pi * world.traffic_density_nm2))
    if distance_nm > run.crafts[me].endurance_h * motion.speed_kn(run, run.crafts[me]):
        return
    bearing = 2.0 * math.pi * uniform(luck_of(run), _SHIP_BEARING, luck, ship)
    x_nm, y_nm = case_place(run, number, now_h)
    unit.x_nm = x_nm + distance_nm * math.sin(bearing)
    unit.y_nm = y_nm + distance_nm * math.cos(bearing)
    unit.vx_kn = 0.0
    unit.vy_kn = 0.0
    unit.since_h = now_h
    unit.left_h = now_h
    unit.case = number
    unit.doing = PATROLLING
    case.assigned += 1
    write(run, now_h, _ASKED, FIRST_CENTRE + centre, (float(number), distance_nm))
    write(run, now_h, _SORTIE, FIRST_UNIT + me, (unit.x_nm, unit.y_nm))
    head_for(run, me, now_h)


@shared
def _idle_merchant(run: Run) -> int:
    for me in range(run.worlds[0].n_fleet, run.worlds[0].n_units):
        if run.units[me].doing == AWAY:
            return me
    return NOBODY


@shared
def serve_waiting(run: Run, now_h: float) -> None:
    """Send who has become free to those who wait: distress first, then the longest wait."""
    for phase in range(2, -1, -1):
        for place in range(run.nows[0].n_active):
            number = int(run.active[place])
            case = run.cases[number]
            if case.open == 1 and case.waiting == 1 and case.phase == phase:
                dispatch(run, number, int(case.acting), now_h)

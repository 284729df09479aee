"""A merchant ship that is asked: of ships strewn at random the nearest is Rayleigh distant."""

import math

from trainkit.joint.operation import motion, transit
from trainkit.joint.operation.kinds import FIRST_CENTRE, FIRST_UNIT, NUMBER
from trainkit.joint.operation.records import Run, luck_of, write
from trainkit.joint.operation.state import AWAY, NOBODY, PATROLLING
from trainkit.kernel.compiled import shared
from trainkit.kernel.luck import purpose, uniform

_NEAREST_SHIP, _SHIP_BEARING = purpose("nearest merchant ship"), purpose("its bearing")
_ASKED, _SORTIE = NUMBER["merchant_asked"], NUMBER["sortie_began"]
_MOST_SHIPS = 8  # merchant ships asked for one case; each is another ship


@shared
def ask(run: Run, number: int, centre: int, now_h: float) -> None:
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
    x_nm, y_nm = transit.case_place(run, number, now_h)
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
    transit.head_for(run, me, now_h)


@shared
def _idle_merchant(run: Run) -> int:
    for me in range(run.worlds[0].n_fleet, run.worlds[0].n_units):
        if run.units[me].doing == AWAY:
            return me
    return NOBODY

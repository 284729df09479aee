"""Patrol: legs across an area, and what is seen from them while both sides move.

A leg goes to a point drawn in the patrol area. What it sees is solved, not stepped: the hazard of
the inverse cube law along the relative track, and whatever comes within the definite range. The
hazard has no memory, so a new look after a change of course or weather is another draw.

Sources:
    Koopman (1946), by way of `trainkit.sea.area_search.detection`.
"""

import math

from trainkit.joint.operation import motion
from trainkit.joint.operation.records import UNIT, Run, luck_of, retime
from trainkit.joint.operation.state import DISTRESS, ENDED, PATROLLING, Boat, Craft
from trainkit.kernel.compiled import shared
from trainkit.kernel.luck import purpose, uniform
from trainkit.sea.area_search.detection import hazard_time_h, range_time_h, rate_constant
from trainkit.sea.motion import closest_approach

_POINT, _SEEN = purpose("patrol leg"), purpose("patrol sees")
_LEAST_H = 1.0
_HORIZON_NM = 30.0  # nothing beyond it is seen


@shared
def may_patrol(run: Run, me: int, now_h: float) -> bool:
    """Return whether fuel and sea allow another hour of patrol."""
    return bool(_margin_h(run, me, now_h) >= _LEAST_H)


@shared
def _margin_h(run: Run, me: int, now_h: float) -> float:
    """Return how long a unit can patrol and still be back with its reserve from its area's edge."""
    unit, craft = run.units[me], run.crafts[me]
    far_x = abs(craft.area_x_nm - craft.base_x_nm) + 0.5 * craft.area_length_nm
    far_y = abs(craft.area_y_nm - craft.base_y_nm) + 0.5 * craft.area_width_nm
    x_nm, y_nm = motion.place(unit, now_h)
    here_nm = motion.distance_nm(x_nm, y_nm, craft.base_x_nm, craft.base_y_nm)
    back_nm = max(here_nm, math.sqrt(far_x * far_x + far_y * far_y))
    back_h = back_nm / motion.surest_speed_kn(run, craft)
    return float(unit.left_h + craft.endurance_h - craft.reserve_h - back_h - now_h)


@shared
def begin_leg(run: Run, me: int, now_h: float) -> None:
    """Set course for the next point of the patrol and look out."""
    unit, craft = run.units[me], run.crafts[me]
    unit.doing = PATROLLING
    unit.legs += 1
    leg = int(unit.legs)
    across = uniform(luck_of(run), _POINT, me, 2 * leg) - 0.5
    along = uniform(luck_of(run), _POINT, me, 2 * leg + 1) - 0.5
    unit.toward_x_nm = craft.area_x_nm + across * craft.area_length_nm
    unit.toward_y_nm = craft.area_y_nm + along * craft.area_width_nm
    look(run, me, now_h)


@shared
def look(run: Run, me: int, now_h: float) -> None:
    """Steer for the end of the leg, and find what will be seen first."""
    unit, craft = run.units[me], run.crafts[me]
    motion.stop(unit, now_h)
    dx_nm, dy_nm = unit.toward_x_nm - unit.x_nm, unit.toward_y_nm - unit.y_nm
    leg_h = math.sqrt(dx_nm * dx_nm + dy_nm * dy_nm) / motion.patrol_speed_kn(run, craft)
    unit.vx_kn = dx_nm / leg_h if leg_h > 0.0 else 0.0
    unit.vy_kn = dy_nm / leg_h if leg_h > 0.0 else 0.0
    unit.wait_h = min(leg_h, max(_margin_h(run, me, now_h), 0.0))
    unit.sees = -1
    unit.batches += 1
    for place in range(run.nows[0].n_active):
        number = int(run.active[place])
        seen_h = _seen_h(run, me, number, now_h)
        if seen_h < unit.wait_h:
            unit.wait_h = seen_h
            unit.sees = number
    retime(run, UNIT, me)


@shared
def attends(run: Run, craft: Craft, boat: Boat) -> bool:
    """Return whether a unit goes to a boat that it sights; another is reported once and passed."""
    world = run.worlds[0]
    boards = craft.polices == 1 and world.board_under_way == 1
    return bool(boat.state >= DISTRESS or world.shadow_doubtful == 1 or boards)


@shared
def _seen_h(run: Run, me: int, number: int, now_h: float) -> float:
    """Return when a unit on patrol sees a boat; inf where it does not, or somebody is with it."""
    boat = run.boats[number]
    if boat.afloat == 0 or boat.state >= ENDED or run.cases[number].found == 1:
        return math.inf
    unit, craft, world = run.units[me], run.crafts[me], run.worlds[0]
    if run.cases[number].open == 1 and not attends(run, craft, boat):
        return math.inf
    x_nm, y_nm = motion.place(boat, now_h)
    dx_nm, dy_nm = x_nm - unit.x_nm, y_nm - unit.y_nm
    dvx_kn, dvy_kn = boat.vx_kn - unit.vx_kn, boat.vy_kn - unit.vy_kn
    _, nearest_nm = closest_approach(dx_nm, dy_nm, dvx_kn, dvy_kn)
    if nearest_nm > _HORIZON_NM:
        return math.inf
    width_nm = motion.sweep_width_nm(run, craft, boat)
    draw = uniform(luck_of(run), _SEEN, int(boat.luck), int(me * 65536 + unit.batches))
    constant = rate_constant(width_nm, motion.patrol_speed_kn(run, craft))
    near_nm = min(world.definite_range_nm, width_nm)
    if nearest_nm > near_nm:
        # No more than the rate at the nearest point for the whole of the wait.
        most = constant * unit.wait_h / (nearest_nm * nearest_nm * nearest_nm)
        if draw > most:
            return math.inf
    near_h = range_time_h(dx_nm, dy_nm, dvx_kn, dvy_kn, 2.0 * near_nm)
    return min(near_h, hazard_time_h(dx_nm, dy_nm, dvx_kn, dvy_kn, constant, -math.log(1.0 - draw)))


@shared
def look_again(run: Run, now_h: float) -> None:
    """Let every unit on patrol look anew, because a boat has changed its course or its state."""
    for me in range(run.worlds[0].n_units):
        if run.units[me].doing == PATROLLING:
            look(run, me, now_h)

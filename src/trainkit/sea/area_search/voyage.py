"""How a unit moves: out to its area, along its legs, to the object, and home before its fuel ends.

Every function changes one unit and nothing else, and waits for nothing: both engines call them.
"""

import math
from collections.abc import Sequence

from trainkit.kernel.compiled import shared
from trainkit.kernel.luck import exponential, purpose
from trainkit.kernel.philox import Key
from trainkit.sea.area_search.casualty import place
from trainkit.sea.area_search.detection import (
    hazard,
    hazard_time_h,
    range_time_h,
    rate_constant,
)
from trainkit.sea.area_search.state import SEARCH, Craft, Drifter, Track, Unit, World
from trainkit.sea.motion import intercept_h

_DETECTION = purpose("detection")
_INVERSE_CUBE = 0


@shared
def distance_nm(x_nm: float, y_nm: float, to_x_nm: float, to_y_nm: float) -> float:
    """Return the distance between two places."""
    dx_nm, dy_nm = to_x_nm - x_nm, to_y_nm - y_nm
    return math.sqrt(dx_nm * dx_nm + dy_nm * dy_nm)


@shared
def home_h(craft: Craft, x_nm: float, y_nm: float) -> float:
    """Return how long the way to the base takes from a place."""
    return distance_nm(x_nm, y_nm, craft.base_x_nm, craft.base_y_nm) / craft.transit_speed_kn


@shared
def stop(unit: Unit, now_h: float) -> None:
    """Note where a unit has come to, as it ends a course."""
    x_nm, y_nm = place(unit, now_h)
    unit.x_nm = x_nm
    unit.y_nm = y_nm
    unit.vx_kn = 0.0
    unit.vy_kn = 0.0
    unit.since_h = now_h


@shared
def _steer(unit: Unit, to_x_nm: float, to_y_nm: float, time_h: float) -> None:
    """Set the course that leads to a place in *time_h*."""
    unit.vx_kn = (to_x_nm - unit.x_nm) / time_h if time_h > 0.0 else 0.0
    unit.vy_kn = (to_y_nm - unit.y_nm) / time_h if time_h > 0.0 else 0.0


@shared
def set_out(unit: Unit, craft: Craft, key: Key, number: int, now_h: float) -> None:
    """Begin a sortie from the base, with the luck of its lookouts."""
    unit.x_nm = craft.base_x_nm
    unit.y_nm = craft.base_y_nm
    unit.vx_kn = 0.0
    unit.vy_kn = 0.0
    unit.since_h = now_h
    unit.departed_h = now_h
    unit.sorties += 1
    unit.hazard = 0.0
    unit.threshold = exponential(key, _DETECTION, number, int(unit.sorties), 1.0)


@shared
def outbound_h(craft: Craft, world: World, track: Track, now_h: float) -> float:
    """Return how long a unit goes from its base to a leg's start; inf where fuel forbids it."""
    x_nm = world.datum_x_nm + world.datum_vx_kn * now_h + track.x_nm
    y_nm = world.datum_y_nm + world.datum_vy_kn * now_h + track.y_nm
    vx_kn, vy_kn = world.datum_vx_kn, world.datum_vy_kn
    dx_nm, dy_nm = x_nm - craft.base_x_nm, y_nm - craft.base_y_nm
    time_h = intercept_h(dx_nm, dy_nm, vx_kn, vy_kn, craft.transit_speed_kn)
    if math.isinf(time_h):
        return math.inf
    back_h = home_h(craft, x_nm + vx_kn * time_h, y_nm + vy_kn * time_h)
    return time_h if time_h + back_h < craft.endurance_h - craft.reserve_h else math.inf


@shared
def may_search(
    unit: Unit, craft: Craft, world: World, tracks: Sequence[Track], now_h: float
) -> bool:
    """Return whether a unit at its base shall search and has the fuel for it."""
    if unit.order != SEARCH or craft.n_legs == 0:
        return False
    track = tracks[craft.first_leg + unit.leg]
    return not math.isinf(outbound_h(craft, world, track, now_h))


@shared
def go_out(unit: Unit, world: World, track: Track, time_h: float, now_h: float) -> None:
    """Set the course to the start of a leg, which is reached in *time_h*."""
    then_h = now_h + time_h
    x_nm = world.datum_x_nm + world.datum_vx_kn * then_h + track.x_nm
    y_nm = world.datum_y_nm + world.datum_vy_kn * then_h + track.y_nm
    _steer(unit, x_nm, y_nm, time_h)


@shared
def go_home(unit: Unit, craft: Craft) -> float:
    """Set the course to the base, and return how long the way takes."""
    time_h = home_h(craft, unit.x_nm, unit.y_nm)
    _steer(unit, craft.base_x_nm, craft.base_y_nm, time_h)
    return time_h


@shared
def begin_leg(unit: Unit, craft: Craft, world: World, track: Track, now_h: float) -> None:
    """Begin a leg with the drift added; it is cut short where the unit must turn for home."""
    unit.vx_kn = track.vx_kn + world.datum_vx_kn
    unit.vy_kn = track.vy_kn + world.datum_vy_kn
    fuel_h = turn_home_h(unit, craft, now_h)
    unit.last_leg = 1 if fuel_h <= track.time_h else 0
    unit.leg_began_h = now_h
    unit.leg_ends_h = now_h + min(fuel_h, track.time_h)


@shared
def turn_home_h(unit: Unit, craft: Craft, now_h: float) -> float:
    """Return how long a unit may keep its course and still come home with its reserve.

    The root of |p + v t| = u (T - t): p from the base, v its velocity, u its transit speed, T what
    is left of its endurance.
    """
    left_h = craft.endurance_h - craft.reserve_h - (now_h - unit.departed_h)
    px_nm, py_nm = unit.x_nm - craft.base_x_nm, unit.y_nm - craft.base_y_nm
    u2 = craft.transit_speed_kn * craft.transit_speed_kn
    a = unit.vx_kn * unit.vx_kn + unit.vy_kn * unit.vy_kn - u2
    b = px_nm * unit.vx_kn + py_nm * unit.vy_kn + u2 * left_h
    c = px_nm * px_nm + py_nm * py_nm - u2 * left_h * left_h
    if c >= 0.0 or left_h <= 0.0:
        return 0.0
    return -c / (b + math.sqrt(max(0.0, b * b - a * c)))


@shared
def watch(unit: Unit, craft: Craft, world: World, thing: Drifter, now_h: float) -> float:
    """Look out while both keep their courses; return when that ends, and note if it finds."""
    x_nm, y_nm = place(unit, now_h)
    to_x_nm, to_y_nm = place(thing, now_h)
    unit.watch_dx_nm = to_x_nm - x_nm
    unit.watch_dy_nm = to_y_nm - y_nm
    unit.watch_dvx_kn = thing.vx_kn - unit.vx_kn
    unit.watch_dvy_kn = thing.vy_kn - unit.vy_kn
    unit.watch_h = now_h
    left_h = max(0.0, unit.leg_ends_h - now_h)
    sight_h = _sight_h(unit, craft, world)
    unit.finds = 1 if sight_h < left_h else 0
    return min(sight_h, left_h)


@shared
def _sight_h(unit: Unit, craft: Craft, world: World) -> float:
    dx, dy, dvx, dvy = unit.watch_dx_nm, unit.watch_dy_nm, unit.watch_dvx_kn, unit.watch_dvy_kn
    if world.law != _INVERSE_CUBE:
        return range_time_h(dx, dy, dvx, dvy, craft.sweep_width_nm)
    constant = rate_constant(craft.sweep_width_nm, craft.search_speed_kn)
    return hazard_time_h(dx, dy, dvx, dvy, constant, unit.threshold - unit.hazard)


@shared
def look_back(unit: Unit, craft: Craft, now_h: float) -> None:
    """Add the hazard of the watch that ends now."""
    constant = rate_constant(craft.sweep_width_nm, craft.search_speed_kn)
    unit.hazard += hazard(
        unit.watch_dx_nm,
        unit.watch_dy_nm,
        unit.watch_dvx_kn,
        unit.watch_dvy_kn,
        constant,
        now_h - unit.watch_h,
    )


@shared
def end_leg(unit: Unit, craft: Craft, now_h: float) -> float:
    """End a leg, and return how long it was searched; one that was flown whole is not repeated."""
    stop(unit, now_h)
    if not unit.finds and not unit.last_leg:
        unit.leg = (unit.leg + 1) % craft.n_legs
    return now_h - unit.leg_began_h

"""The drifting object and the people on it: where luck puts it, how it turns, who lives.

Leeway as in `trainkit.sea.drift`: a jibe flips the sign of the slope across the wind, not the
offset nor the error; the side the table calls right moves to the left of downwind.
"""

import math

from trainkit.kernel.compiled import shared
from trainkit.kernel.luck import exponential, lognormal, normal, purpose, uniform
from trainkit.kernel.philox import Key
from trainkit.sea.area_search.state import Drifter, Unit, World

_POSITION = purpose("last known position")
_CURRENT = purpose("current error")
_DOWNWIND = purpose("leeway error down wind")
_CROSSWIND = purpose("leeway error across the wind")
_SIDE = purpose("side of the wind")
_JIBE = purpose("jibe")
_SURVIVAL = purpose("survival")
_KN_A_CMS = 0.01 * 3600.0 / 1852.0


@shared
def cast_adrift(thing: Drifter, world: World, key: Key) -> None:
    """Draw an object at its last known position and let it drift until the alert at hour 0."""
    thing.x_nm = normal(key, _POSITION, 0, 0, 0.0, world.position_sd_nm)
    thing.y_nm = normal(key, _POSITION, 1, 0, 0.0, world.position_sd_nm)
    thing.since_h = -world.elapsed_h
    thing.turns = 0
    thing.persons_left = world.persons
    thing.persons_safe = 0
    _draw_drift(thing, world, key)
    _set_velocity(thing, world)
    thing.wait_h = _jibe_wait_h(world, key, 0)
    while thing.since_h + thing.wait_h < 0.0:
        turn(thing, world, key, thing.since_h + thing.wait_h)
    thing.wait_h = thing.since_h + thing.wait_h
    x_nm, y_nm = place(thing, 0.0)
    thing.x_nm = x_nm
    thing.y_nm = y_nm
    thing.since_h = 0.0


@shared
def _draw_drift(thing: Drifter, world: World, key: Key) -> None:
    thing.steady_vx_kn = world.current_vx_kn + normal(key, _CURRENT, 0, 0, 0.0, world.current_sd_kn)
    thing.steady_vy_kn = world.current_vy_kn + normal(key, _CURRENT, 1, 0, 0.0, world.current_sd_kn)
    thing.jibing_kn = 0.0
    if world.wind_kn == 0.0:
        return
    down_kn = _down_kn(world, key)
    right = uniform(key, _SIDE, 0, 0) < 0.5
    error = normal(key, _CROSSWIND, 0, 0, 0.0, world.right_sd_cms if right else world.left_sd_cms)
    offset_kn = world.right_offset_kn if right else world.left_offset_kn
    across_kn = error / 2000.0 * world.wind_kn + offset_kn + error / 2.0 * _KN_A_CMS
    thing.jibing_kn = (world.right_slope if right else world.left_slope) * world.wind_kn
    thing.steady_vx_kn += world.down_x * down_kn - world.down_y * across_kn
    thing.steady_vy_kn += world.down_y * down_kn + world.down_x * across_kn


@shared
def _down_kn(world: World, key: Key) -> float:
    """Return leeway down wind, drawn again where the object would move against the wind."""
    draw = 0
    error = normal(key, _DOWNWIND, 0, 0, 0.0, world.down_sd_cms)
    while world.down_slope + error / 2000.0 < 0.0:
        draw += 1
        error = normal(key, _DOWNWIND, 0, draw, 0.0, world.down_sd_cms)
    slope = world.down_slope + error / 2000.0
    return slope * world.wind_kn + world.down_offset_kn + error / 2.0 * _KN_A_CMS


@shared
def _set_velocity(thing: Drifter, world: World) -> None:
    thing.vx_kn = thing.steady_vx_kn - world.down_y * thing.jibing_kn
    thing.vy_kn = thing.steady_vy_kn + world.down_x * thing.jibing_kn


@shared
def _jibe_wait_h(world: World, key: Key, number: int) -> float:
    if math.isinf(world.jibe_mean_h) or world.wind_kn == 0.0:
        return math.inf
    return exponential(key, _JIBE, 0, number, world.jibe_mean_h)


@shared
def turn(thing: Drifter, world: World, key: Key, now_h: float) -> None:
    """Let the object jibe at *now_h*."""
    x_nm, y_nm = place(thing, now_h)
    thing.x_nm = x_nm
    thing.y_nm = y_nm
    thing.since_h = now_h
    thing.turns += 1
    thing.jibing_kn = -thing.jibing_kn
    _set_velocity(thing, world)
    thing.wait_h = _jibe_wait_h(world, key, int(thing.turns))


@shared
def place(thing: Drifter | Unit, now_h: float) -> tuple[float, float]:
    """Return where a thing is that has kept its course since its last event, (x_nm, y_nm)."""
    time_h = now_h - thing.since_h
    return thing.x_nm + thing.vx_kn * time_h, thing.y_nm + thing.vy_kn * time_h


@shared
def alive(world: World, key: Key, first: int, persons: int, now_h: float) -> int:
    """Return how many of the *persons* from number *first* on have survived until now."""
    count = 0
    for person in range(first, first + persons):
        life_h = lognormal(key, _SURVIVAL, person, 0, world.survival_median_h, world.survival_sigma)
        if life_h > world.elapsed_h + now_h:
            count += 1
    return count

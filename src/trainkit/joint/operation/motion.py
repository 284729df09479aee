"""Where things are, how fast they can go, how well a lookout sees: conditions of one moment."""

import math

from trainkit.joint.operation.records import Run
from trainkit.joint.operation.state import DISTRESS, Boat, Craft, Unit
from trainkit.kernel.compiled import inlined, shared

_DAY_H = 24.0


@inlined
def stop(thing: Boat | Unit, now_h: float) -> None:
    """Let a thing be where its course has brought it, and lie still."""
    time_h = now_h - thing.since_h
    thing.x_nm += thing.vx_kn * time_h
    thing.y_nm += thing.vy_kn * time_h
    thing.vx_kn = 0.0
    thing.vy_kn = 0.0
    thing.since_h = now_h


@inlined
def place(thing: Boat | Unit, now_h: float) -> tuple[float, float]:
    """Return where a thing is that has kept its course, (x_nm, y_nm)."""
    time_h = now_h - thing.since_h
    return thing.x_nm + thing.vx_kn * time_h, thing.y_nm + thing.vy_kn * time_h


@inlined
def distance_nm(x1_nm: float, y1_nm: float, x2_nm: float, y2_nm: float) -> float:
    """Return the distance of two places on the plane."""
    dx, dy = x2_nm - x1_nm, y2_nm - y1_nm
    return math.sqrt(dx * dx + dy * dy)


@inlined
def speed_kn(run: Run, craft: Craft) -> float:
    """Return how fast a unit goes to a scene in this sea; the sea does not slow an aircraft."""
    factor = 1.0 if craft.flies == 1 else run.seas[run.nows[0].sea].speed_factor
    return craft.speed_kn * factor


@inlined
def patrol_speed_kn(run: Run, craft: Craft) -> float:
    """Return how fast a unit patrols and searches in this sea."""
    factor = 1.0 if craft.flies == 1 else run.seas[run.nows[0].sea].speed_factor
    return craft.patrol_speed_kn * factor


@inlined
def surest_speed_kn(run: Run, craft: Craft) -> float:
    """Return the speed that a unit can count on in any sea: its return is planned with it."""
    return craft.speed_kn * (1.0 if craft.flies == 1 else run.nows[0].slowest)


@inlined
def sight_factor(run: Run) -> float:
    """Return sweep widths of this moment as a share of those by day in the calm."""
    state = run.nows[0]
    light = 1.0 if state.day == 1 else run.worlds[0].night_sweep_factor
    return float(run.seas[state.sea].sweep_factor * light)


@shared
def sweep_width_nm(run: Run, craft: Craft, boat: Boat) -> float:
    """Return the sweep width of a unit for a boat as it is: a hull, or heads in the water."""
    width_nm = craft.sweep_width_nm if boat.state <= DISTRESS else craft.water_sweep_width_nm
    return width_nm * sight_factor(run)


@shared
def hour_of_day(now_h: float) -> float:
    """Return the hour of the day."""
    return now_h - _DAY_H * math.floor(now_h / _DAY_H)

"""A boat's course: steered under way, adrift in trouble, and when it reaches a coast.

A boat adrift moves with the current and a share of the wind that changes with its state.

Sources:
    Leeway by category: `trainkit.sea.leeway` (27 for an open boat, 46 swamped, 1 for a person).
"""

import math

from trainkit.joint.operation import survival
from trainkit.joint.operation.motion import distance_nm, stop
from trainkit.joint.operation.records import BOAT, Run, retime
from trainkit.joint.operation.state import DISTRESS, IN_DOUBT, IN_WATER, SWAMPED, UNDER_WAY, Boat
from trainkit.kernel.compiled import shared

_HALF_SPEED = 0.5


@shared
def pause(boat: Boat, now_h: float) -> None:
    """Bring a boat to this moment: where it is, and what it has outlived."""
    boat.hazard -= boat.rate * (now_h - boat.since_h)
    stop(boat, now_h)


@shared
def go_on(run: Run, case: int) -> None:
    """Set course, speed and the next event of a boat for the conditions of this moment."""
    boat, world = run.boats[case], run.worlds[0]
    sea = run.seas[run.nows[0].sea]
    boat.lands = 0
    if boat.state <= IN_DOUBT:
        _steer(boat, world.boat_speed_kn * sea.speed_factor)
    else:
        _drift(run, boat)
    boat.rate = _rate(run, boat) * sea.hazard_factor
    boat.wait_h = boat.hazard / boat.rate if boat.rate > 0.0 else math.inf
    if boat.state <= IN_DOUBT:
        left_h = _left_nm(boat) / boat.speed_kn
        if left_h <= boat.wait_h:
            boat.wait_h = left_h
            boat.lands = 1
    else:
        if boat.state == IN_WATER:
            boat.rate = 0.0
            boat.wait_h = survival.first_death_h(run, case) - boat.since_h
        _ground(run, boat)
    boat.wait_h = max(boat.wait_h, 0.0)
    retime(run, BOAT, case)


@shared
def _ground(run: Run, boat: Boat) -> None:
    """Let a boat or people adrift reach a coast, if they do before anything else happens."""
    for number in range(run.worlds[0].n_lands):
        land = run.lands[number]
        aground_h = reach_h(boat, land.west_nm, land.east_nm, land.south_nm, land.north_nm)
        if aground_h <= boat.wait_h:
            boat.wait_h = aground_h
            boat.lands = 1


@shared
def reach_h(boat: Boat, west_nm: float, east_nm: float, south_nm: float, north_nm: float) -> float:
    """Return when a boat that keeps its course reaches a rectangle; inf if it never does."""
    enter_x, leave_x = _between(boat.x_nm, boat.vx_kn, west_nm, east_nm)
    enter_y, leave_y = _between(boat.y_nm, boat.vy_kn, south_nm, north_nm)
    enter, leave = max(enter_x, enter_y), min(leave_x, leave_y)
    return max(enter, 0.0) if enter <= leave and leave >= 0.0 else math.inf


@shared
def _between(at_nm: float, speed_kn: float, low_nm: float, high_nm: float) -> tuple[float, float]:
    """Return from when to when a coordinate lies between two bounds."""
    if speed_kn == 0.0:
        inside = low_nm <= at_nm <= high_nm
        return (-math.inf, math.inf) if inside else (math.inf, -math.inf)
    first, last = (low_nm - at_nm) / speed_kn, (high_nm - at_nm) / speed_kn
    return min(first, last), max(first, last)


@shared
def _left_nm(boat: Boat) -> float:
    return distance_nm(boat.x_nm, boat.y_nm, boat.toward_x_nm, boat.toward_y_nm)


@shared
def _steer(boat: Boat, speed_kn: float) -> None:
    boat.speed_kn = speed_kn if boat.state == UNDER_WAY else speed_kn * _HALF_SPEED
    left_nm = max(_left_nm(boat), 1e-9)
    boat.vx_kn = boat.speed_kn * (boat.toward_x_nm - boat.x_nm) / left_nm
    boat.vy_kn = boat.speed_kn * (boat.toward_y_nm - boat.y_nm) / left_nm


@shared
def _drift(run: Run, boat: Boat) -> None:
    world, state = run.worlds[0], run.nows[0]
    wind_kn = run.seas[state.sea].wind_kn
    slope = world.intact_slope
    if boat.state == SWAMPED:
        slope = world.swamped_slope
    elif boat.state == IN_WATER:
        slope = world.water_slope
    down_kn, across_kn = slope * wind_kn, boat.side * world.crosswind_slope * wind_kn
    boat.speed_kn = 0.0
    boat.vx_kn = (
        world.current_vx_kn + down_kn * state.wind_toward_x - across_kn * state.wind_toward_y
    )
    boat.vy_kn = (
        world.current_vy_kn + down_kn * state.wind_toward_y + across_kn * state.wind_toward_x
    )


@shared
def _rate(run: Run, boat: Boat) -> float:
    world = run.worlds[0]
    if boat.state == UNDER_WAY:
        return float(world.doubt_per_h)
    if boat.state == IN_DOUBT:
        return float(world.distress_per_h)
    if boat.state == DISTRESS:
        return float(world.swamped_per_h)
    return world.water_per_h if boat.state == SWAMPED else 0.0

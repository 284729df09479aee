"""A boat and its people, from departure until everyone is safe, ashore or lost.

Things go wrong at rates that the sea multiplies: under way, in doubt, in distress, swamped, people
in the water. A boat adrift moves with the current and a share of the wind that changes with its
state. Survival in the water is a distribution and never a cut-off. Nothing of this needs a call.

Sources:
    Leeway by category: `trainkit.sea.leeway` (27 for an open boat, 46 swamped, 1 for a person).
    Survival as a distribution: Xu, Giesbrecht (2018), long survivals are recorded.
"""

import math

from trainkit.joint.operation import survival
from trainkit.joint.operation.kinds import NUMBER, SEA
from trainkit.joint.operation.motion import distance_nm, stop
from trainkit.joint.operation.records import (
    BOAT,
    DEATHS_FULL,
    Run,
    deactivate,
    luck_of,
    overflow,
    retime,
    write,
)
from trainkit.joint.operation.state import (
    DISTRESS,
    ENDED,
    IN_DOUBT,
    IN_WATER,
    SWAMPED,
    UNDER_WAY,
    Boat,
)
from trainkit.kernel.compiled import shared
from trainkit.kernel.luck import exponential, purpose

_HAZARD = purpose("boat hazard")
_DOUBT, _DISTRESS, _SWAMPED = (
    NUMBER["boat_in_doubt"],
    NUMBER["distress_began"],
    NUMBER["boat_swamped"],
)
_WATER, _LOST, _LANDED = (
    NUMBER["people_in_water"],
    NUMBER["person_lost"],
    NUMBER["boat_landed"],
)
_HALF_SPEED = 0.5


@shared
def set_off(run: Run, case: int, now_h: float) -> None:
    """Let a boat that is set down at its origin begin its passage."""
    boat = run.boats[case]
    boat.state = UNDER_WAY
    boat.since_h = now_h
    _draw_hazard(run, boat)
    go_on(run, case)


@shared
def _draw_hazard(run: Run, boat: Boat) -> None:
    boat.hazard = exponential(luck_of(run), _HAZARD, int(boat.luck), int(boat.steps), 1.0)
    boat.steps += 1


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


@shared
def worsen(run: Run, case: int, now_h: float) -> None:
    """Let a boat pass to its next state, or one person die."""
    boat = run.boats[case]
    if boat.state == UNDER_WAY:
        _enter(run, case, IN_DOUBT, _DOUBT, now_h)
    elif boat.state == IN_DOUBT:
        boat.distress_h = now_h
        _enter(run, case, DISTRESS, _DISTRESS, now_h)
    elif boat.state == DISTRESS:
        _enter(run, case, SWAMPED, _SWAMPED, now_h)
    elif boat.state == SWAMPED:
        enter_water(run, case, now_h, _WATER)
    elif boat.state == IN_WATER:
        _lose_one(run, case, now_h)


@shared
def _enter(run: Run, case: int, state: int, kind: int, now_h: float) -> None:
    boat = run.boats[case]
    boat.state = state
    write(run, now_h, kind, SEA, (float(case), float(boat.aboard), boat.x_nm, boat.y_nm))
    _draw_hazard(run, boat)


@shared
def enter_water(run: Run, case: int, now_h: float, kind: int) -> None:
    """Put everyone on board into the water, each with a life of their own."""
    boat = run.boats[case]
    boat.state = IN_WATER
    if math.isnan(boat.distress_h):
        boat.distress_h = now_h
    write(run, now_h, kind, SEA, (float(case), float(boat.aboard), boat.x_nm, boat.y_nm))
    state = run.nows[0]
    if state.drowning + boat.aboard > len(run.deaths):
        overflow(run, DEATHS_FULL)
        return
    boat.lives = state.drowning
    state.drowning += boat.aboard
    # Who was taken off before is not known by name; the luck of those left is that of the first.
    for person in range(boat.aboard):
        run.deaths[boat.lives + person] = now_h + survival.life_h(run, boat, person)
    boat.lives_end = state.drowning
    boat.in_water = boat.aboard
    boat.aboard = 0


@shared
def _lose_one(run: Run, case: int, now_h: float) -> None:
    boat = run.boats[case]
    survival.take_from_water(run, case)
    boat.lost += 1
    facts = (float(case), 1.0, now_h - boat.distress_h, 1.0)
    write(run, now_h, _LOST, SEA, facts)


@shared
def land(run: Run, case: int, now_h: float) -> None:
    """Let a boat reach the coast by itself, under way or adrift."""
    boat = run.boats[case]
    ashore = survival.remaining(boat)
    waited_h = 0.0 if math.isnan(boat.distress_h) else now_h - boat.distress_h
    facts = (float(case), float(ashore), waited_h * float(ashore))
    write(run, now_h, _LANDED, SEA, facts)
    boat.safe += ashore
    boat.aboard = 0
    boat.in_water = 0
    end(run, case, now_h)


@shared
def end(run: Run, case: int, now_h: float) -> None:
    """Let a boat have no more events."""
    boat = run.boats[case]
    stop(boat, now_h)
    boat.state = ENDED
    boat.rate = 0.0
    boat.wait_h = math.inf
    retime(run, BOAT, case)
    if run.cases[case].open == 0:
        deactivate(run, case)

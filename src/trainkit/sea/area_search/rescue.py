"""Who is sent to the object, whether the fuel allows it, and what is done there."""

import math
from collections.abc import Sequence

from trainkit.kernel.compiled import shared
from trainkit.sea.area_search.casualty import place
from trainkit.sea.area_search.state import (
    OUTBOUND,
    READYING,
    RECALLED,
    RECOVERING,
    RESPOND,
    RESPONDING,
    RETURNING,
    SEARCHING,
    STANDING_BY,
    Craft,
    Drifter,
    Unit,
)
from trainkit.sea.area_search.voyage import home_h, stop
from trainkit.sea.motion import intercept_h


@shared
def meeting_h(
    craft: Craft, thing: Drifter, x_nm: float, y_nm: float, now_h: float, fuel_h: float
) -> float:
    """Return how long a craft needs to the object, with fuel for the rescue and the way home.

    Args:
        craft: The craft.
        thing: The object.
        x_nm: Where the craft is, east.
        y_nm: The same, north.
        now_h: When it starts from there.
        fuel_h: What it may still use of its endurance.

    Returns:
        Hours until it is alongside; inf where it never is, or its fuel does not allow it.
    """
    to_x_nm, to_y_nm = place(thing, now_h)
    vx_kn, vy_kn = thing.vx_kn, thing.vy_kn
    time_h = intercept_h(to_x_nm - x_nm, to_y_nm - y_nm, vx_kn, vy_kn, craft.transit_speed_kn)
    if math.isinf(time_h):
        return math.inf
    busy_h = time_h + craft.recovery_h
    back_h = home_h(craft, to_x_nm + vx_kn * busy_h, to_y_nm + vy_kn * busy_h)
    return time_h if busy_h + back_h <= fuel_h else math.inf


@shared
def direct_h(unit: Unit, craft: Craft, thing: Drifter, now_h: float) -> float:
    """Return how long a unit under way needs to the object; inf where fuel forbids it.

    Half of the reserve may be used by one that is on its way: the object may have turned.
    """
    x_nm, y_nm = place(unit, now_h)
    kept = 0.5 if unit.doing == RESPONDING else 1.0
    fuel_h = craft.endurance_h - kept * craft.reserve_h - (now_h - unit.departed_h)
    return meeting_h(craft, thing, x_nm, y_nm, now_h, fuel_h)


@shared
def from_base_h(craft: Craft, thing: Drifter, now_h: float, wait_h: float) -> float:
    """Return how long until a craft that can leave its base in *wait_h* is at the object."""
    fuel_h = craft.endurance_h - craft.reserve_h
    x_nm, y_nm = craft.base_x_nm, craft.base_y_nm
    return wait_h + meeting_h(craft, thing, x_nm, y_nm, now_h + wait_h, fuel_h)


@shared
def may_leave_to_help(unit: Unit, craft: Craft, thing: Drifter, now_h: float) -> bool:
    """Return whether a unit at its base is ordered to the object, is needed, and has the fuel."""
    if unit.order != RESPOND or thing.persons_left == 0:
        return False
    return not math.isinf(from_base_h(craft, thing, now_h, 0.0))


@shared
def may_help(unit: Unit, craft: Craft, thing: Drifter, now_h: float) -> bool:
    """Return whether a unit under way is ordered to the object, is needed, and has the fuel."""
    if unit.order != RESPOND or thing.persons_left == 0:
        return False
    return not math.isinf(direct_h(unit, craft, thing, now_h))


@shared
def arrival_h(unit: Unit, craft: Craft, thing: Drifter, now_h: float) -> float:
    """Return how long until a unit could be at the object, refuelled first if it must be."""
    if unit.doing == STANDING_BY:
        return from_base_h(craft, thing, now_h, 0.0)
    if unit.doing == READYING:
        return from_base_h(craft, thing, now_h, max(0.0, unit.free_h - now_h))
    time_h = direct_h(unit, craft, thing, now_h)
    if not math.isinf(time_h):
        return time_h
    x_nm, y_nm = place(unit, now_h)
    return from_base_h(craft, thing, now_h, home_h(craft, x_nm, y_nm) + craft.turnaround_h)


@shared
def give_orders(
    units: Sequence[Unit], crafts: Sequence[Craft], thing: Drifter, agency: int, now_h: float
) -> None:
    """End the search of one agency, and send its nearest units, as many as the people need."""
    for number in range(len(units)):
        if crafts[number].agency == agency:
            units[number].order = RECALLED
    places = 0
    while places < thing.persons_left:
        number = _nearest(units, crafts, thing, agency, now_h)
        if number < 0:
            return
        units[number].order = RESPOND
        places += crafts[number].survivor_capacity


@shared
def _nearest(
    units: Sequence[Unit], crafts: Sequence[Craft], thing: Drifter, agency: int, now_h: float
) -> int:
    """Return which recalled unit of an agency is soonest at the object, -1 if none can come."""
    best, best_h = -1, math.inf
    for number in range(len(units)):
        unit, craft = units[number], crafts[number]
        if craft.agency == agency and craft.can_recover and unit.order == RECALLED:
            time_h = arrival_h(unit, craft, thing, now_h)
            if time_h < best_h:
                best, best_h = number, time_h
    return best


@shared
def head_for(unit: Unit, thing: Drifter, time_h: float, now_h: float) -> None:
    """Set the course that meets the object in *time_h*."""
    to_x_nm, to_y_nm = place(thing, now_h + time_h)
    unit.doing = RESPONDING
    unit.vx_kn = (to_x_nm - unit.x_nm) / time_h if time_h > 0.0 else 0.0
    unit.vy_kn = (to_y_nm - unit.y_nm) / time_h if time_h > 0.0 else 0.0


@shared
def come_alongside(unit: Unit, craft: Craft, thing: Drifter, persons: int, now_h: float) -> None:
    """Reach the object and take those of its people whom nobody has taken, up to the capacity."""
    stop(unit, now_h)
    unit.doing = RECOVERING
    unit.first_taken = persons - thing.persons_left
    unit.taken = min(craft.survivor_capacity, thing.persons_left)
    thing.persons_left -= unit.taken


@shared
def take_aboard(unit: Unit, thing: Drifter, now_h: float) -> None:
    """End a recovery where the object has drifted to meanwhile."""
    x_nm, y_nm = place(thing, now_h)
    unit.x_nm = x_nm
    unit.y_nm = y_nm
    unit.since_h = now_h
    thing.persons_safe += unit.taken


@shared
def heeds(unit: Unit) -> bool:
    """Return whether an order that has just been given changes at once what a unit does."""
    if unit.doing in (OUTBOUND, SEARCHING):
        return True
    return unit.doing in (RETURNING, STANDING_BY) and unit.order == RESPOND

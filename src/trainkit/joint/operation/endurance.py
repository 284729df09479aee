"""Endurance: how long a unit can stay, and whether it comes back from a place."""

from trainkit.joint.operation import motion
from trainkit.joint.operation.records import Run
from trainkit.kernel.compiled import shared
from trainkit.sea.motion import intercept_h


@shared
def left_h(run: Run, me: int, now_h: float) -> float:
    """Return how long a unit can still stay at sea, its reserve included."""
    return float(run.crafts[me].endurance_h - (now_h - run.units[me].left_h))


@shared
def before_return_h(run: Run, me: int, x_nm: float, y_nm: float, now_h: float) -> float:
    """Return how long a unit can keep its course and still reach a place with its reserve.

    Seen backwards from the moment of its last fuel, the way back is a chase of the unit's course.
    """
    unit, craft = run.units[me], run.crafts[me]
    fuel_h = left_h(run, me, now_h) - craft.reserve_h
    here = motion.place(unit, now_h)
    dx_nm = here[0] + unit.vx_kn * fuel_h - x_nm
    dy_nm = here[1] + unit.vy_kn * fuel_h - y_nm
    speed_kn = motion.surest_speed_kn(run, craft)
    return float(fuel_h - intercept_h(dx_nm, dy_nm, -unit.vx_kn, -unit.vy_kn, speed_kn))


@shared
def can_come_back(run: Run, me: int, x_nm: float, y_nm: float, now_h: float) -> bool:
    """Return whether a unit could reach its base from a place, with its reserve if need be."""
    craft = run.crafts[me]
    home_nm = motion.distance_nm(x_nm, y_nm, craft.base_x_nm, craft.base_y_nm)
    in_reach = home_nm <= left_h(run, me, now_h) * motion.surest_speed_kn(run, craft)
    return bool(craft.merchant == 1 or in_reach)

"""Straight motion of two things on a plane: nearest approach, time within a range, intercept.

Vessels, aircraft and drifting objects keep course and speed between events. So that which matters
between two of them, both moving, is solved and not stepped. East is x, north is y; relative
means the other one minus oneself. Both engines call these functions, so that their bits agree.
Arguments are finite numbers; models refuse others before they come here.
"""

import math
from dataclasses import dataclass

from trainkit.kernel.compiled import inlined, shared


@dataclass(frozen=True, slots=True)
class Leg:
    """A straight leg at constant speed.

    Attributes:
        x_nm: Start, east of the origin.
        y_nm: Start, north of the origin.
        vx_kn: Velocity to the east.
        vy_kn: Velocity to the north.
        duration_h: Time spent on the leg.

    Examples:
        >>> Leg(0.0, 1.0, 12.0, 0.0, 0.5).end
        (6.0, 1.0)
    """

    x_nm: float
    y_nm: float
    vx_kn: float
    vy_kn: float
    duration_h: float

    @property
    def end(self) -> tuple[float, float]:
        """Where the leg ends, (x_nm, y_nm)."""
        return position(self.x_nm, self.y_nm, self.vx_kn, self.vy_kn, self.duration_h)

    @property
    def length_nm(self) -> float:
        """The distance run in the frame of the leg."""
        return math.sqrt(self.vx_kn * self.vx_kn + self.vy_kn * self.vy_kn) * self.duration_h


@shared
def position(
    x_nm: float, y_nm: float, vx_kn: float, vy_kn: float, time_h: float
) -> tuple[float, float]:
    """Return where a thing is after *time_h* on a straight course, (x_nm, y_nm)."""
    return x_nm + vx_kn * time_h, y_nm + vy_kn * time_h


@shared
def velocity(course_deg: float, speed_kn: float) -> tuple[float, float]:
    """Return (vx_kn, vy_kn) of a true course; 0 is north, 90 is east."""
    course = math.radians(course_deg)
    return speed_kn * math.sin(course), speed_kn * math.cos(course)


@shared
def bearing_deg(dx_nm: float, dy_nm: float) -> float:
    """Return the true bearing of a relative position, in [0, 360); 0 for no distance."""
    bearing = math.degrees(math.atan2(dx_nm, dy_nm)) % 360.0
    return bearing if bearing < 360.0 else 0.0


@inlined
def closest_approach(
    dx_nm: float, dy_nm: float, dvx_kn: float, dvy_kn: float
) -> tuple[float, float]:
    """Return when two moving things are nearest, from now on, and how near.

    Args:
        dx_nm: Position of the other one relative to this one, east.
        dy_nm: The same, north.
        dvx_kn: Velocity of the other one relative to this one, east.
        dvy_kn: The same, north.

    Returns:
        (time_h, distance_nm); time 0 where they draw apart or keep their distance.

    Examples:
        >>> closest_approach(3.0, 4.0, 0.0, -8.0)
        (0.5, 3.0)
    """
    closing = dx_nm * dvx_kn + dy_nm * dvy_kn
    speed2 = dvx_kn * dvx_kn + dvy_kn * dvy_kn
    if closing >= 0.0 or speed2 == 0.0:
        return 0.0, math.sqrt(dx_nm * dx_nm + dy_nm * dy_nm)
    return -closing / speed2, abs(dx_nm * dvy_kn - dy_nm * dvx_kn) / math.sqrt(speed2)


@shared
def time_within(
    dx_nm: float, dy_nm: float, dvx_kn: float, dvy_kn: float, range_nm: float
) -> tuple[float, float]:
    """Return from when to when two moving things are within a range, from now on.

    Returns:
        (enter_h, leave_h): 0 where they are within already, (0, inf) where they stay so,
        (inf, inf) where they never are again. Relative arguments as in `closest_approach`.

    Examples:
        >>> time_within(10.0, 0.0, -5.0, 0.0, 2.5)
        (1.5, 2.5)
    """
    speed2 = dvx_kn * dvx_kn + dvy_kn * dvy_kn
    if speed2 == 0.0:
        within = dx_nm * dx_nm + dy_nm * dy_nm <= range_nm * range_nm
        return (0.0, math.inf) if within else (math.inf, math.inf)
    speed = math.sqrt(speed2)
    lateral = abs(dx_nm * dvy_kn - dy_nm * dvx_kn) / speed
    middle = -(dx_nm * dvx_kn + dy_nm * dvy_kn) / speed2
    half = math.sqrt(max(0.0, (range_nm - lateral) * (range_nm + lateral))) / speed
    if lateral > range_nm or middle + half < 0.0:
        return math.inf, math.inf
    return max(0.0, middle - half), middle + half


@shared
def intercept_h(
    dx_nm: float, dy_nm: float, target_vx_kn: float, target_vy_kn: float, speed_kn: float
) -> float:
    """Return the least time in which a unit can reach a moving thing, inf if it never can.

    Args:
        dx_nm: Position of the thing relative to the unit, east.
        dy_nm: The same, north.
        target_vx_kn: Velocity of the thing over the ground, east.
        target_vy_kn: The same, north.
        speed_kn: Speed of the unit, whose course is free.

    Examples:
        >>> intercept_h(10.0, 0.0, 5.0, 0.0, speed_kn=25.0)
        0.5
        >>> intercept_h(10.0, 0.0, 5.0, 0.0, speed_kn=4.0)
        inf
    """
    apart2 = dx_nm * dx_nm + dy_nm * dy_nm
    if apart2 == 0.0:
        return 0.0
    slower = target_vx_kn * target_vx_kn + target_vy_kn * target_vy_kn - speed_kn * speed_kn
    opening = dx_nm * target_vx_kn + dy_nm * target_vy_kn
    inside = opening * opening - slower * apart2
    if inside < 0.0 or (slower >= 0.0 and opening >= 0.0):
        return math.inf
    root = math.sqrt(inside)
    return apart2 / (root - opening) if opening <= 0.0 else (opening + root) / -slower

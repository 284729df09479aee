"""When a lookout sees an object while both move on straight courses: solved, not stepped.

Inverse cube law: the rate of detection at range r is c / r^3 with c = W^2 v / (8 pi), so that a
long straight pass at lateral range x detects with 1 - exp(-W^2 / (4 pi x^2)), whose integral over x
is the sweep width W. Definite range: what comes within W / 2 is seen.

With s the distance along the relative track from the closest point, h the lateral range and w the
relative speed, the hazard between s1 and s2 is c / (w h^2) (s2 / r2 - s1 / r1). Written with
Q = r (r + s) on the way out and P = r (r - s) on the way in, 1 + s/r = h^2 / P and
1 - s/r = h^2 / Q, nothing cancels and h may be zero.

Sources:
    Koopman, B. O. (1946). *Search and Screening*. OEG Report 56 (the inverse cube law).
"""

import math

from trainkit.kernel.compiled import shared
from trainkit.sea.motion import time_within

_STILL = 1e-9  # a move shorter than this share of the range changes no rate


@shared
def rate_constant(sweep_width_nm: float, speed_kn: float) -> float:
    """Return c of the rate c / r^3, in NM^3/h."""
    return sweep_width_nm * sweep_width_nm * speed_kn / (8.0 * math.pi)


@shared
def hazard(
    dx_nm: float, dy_nm: float, dvx_kn: float, dvy_kn: float, constant: float, time_h: float
) -> float:
    """Return the hazard gathered in *time_h* under the inverse cube law; inf on a direct hit.

    Args:
        dx_nm: Position of the object relative to the unit, east.
        dy_nm: The same, north.
        dvx_kn: Velocity of the object relative to the unit, east.
        dvy_kn: The same, north.
        constant: c, from `rate_constant`.
        time_h: How long both keep their courses.
    """
    r1 = math.sqrt(dx_nm * dx_nm + dy_nm * dy_nm)
    w = math.sqrt(dvx_kn * dvx_kn + dvy_kn * dvy_kn)
    if constant == 0.0 or time_h <= 0.0:
        return 0.0
    if r1 == 0.0:
        return math.inf
    if w * time_h <= _STILL * r1:
        return constant * time_h / (r1 * r1 * r1)
    s1 = (dx_nm * dvx_kn + dy_nm * dvy_kn) / w
    s2 = s1 + w * time_h
    h = abs(dx_nm * dvy_kn - dy_nm * dvx_kn) / w
    r2 = math.sqrt(s2 * s2 + h * h)
    if s1 > 0.0 or s2 < 0.0:
        a, b = abs(s1), abs(s2)
        return constant * time_h * (a + b) / ((b * r1 + a * r2) * r1 * r2)
    if h == 0.0:
        return math.inf
    return constant / (w * h * h) * (s2 / r2 - s1 / r1)


@shared
def hazard_time_h(
    dx_nm: float, dy_nm: float, dvx_kn: float, dvy_kn: float, constant: float, needed: float
) -> float:
    """Return when the hazard reaches *needed*, from now on; inf if it never does.

    Arguments as in `hazard`.
    """
    r1 = math.sqrt(dx_nm * dx_nm + dy_nm * dy_nm)
    w = math.sqrt(dvx_kn * dvx_kn + dvy_kn * dvy_kn)
    if constant == 0.0:
        return math.inf
    if needed <= 0.0 or r1 == 0.0:
        return 0.0
    still_h = needed * r1 * r1 * r1 / constant
    if w * still_h <= _STILL * r1:
        return still_h
    s1 = (dx_nm * dvx_kn + dy_nm * dvy_kn) / w
    h = abs(dx_nm * dvy_kn - dy_nm * dvx_kn) / w
    s2 = _along(s1, r1, h * h, needed * w / constant)
    return max(0.0, (s2 - s1) / w)


@shared
def _along(s1: float, r1: float, h2: float, needed: float) -> float:
    """Return s2 where the hazard has grown by *needed* times c / w from s1 on."""
    if s1 >= 0.0:
        left = 1.0 / (r1 * (r1 + s1)) - needed
        if left <= 0.0:
            return math.inf
        q = 1.0 / left
        r2 = q / math.sqrt(2.0 * q - h2)
        return (q - r2 * r2) / r2
    p = 1.0 / (1.0 / (r1 * (r1 - s1)) + needed)
    if 2.0 * p <= h2:
        return math.inf
    r2 = p / math.sqrt(2.0 * p - h2)
    return (r2 * r2 - p) / r2


@shared
def range_time_h(
    dx_nm: float, dy_nm: float, dvx_kn: float, dvy_kn: float, sweep_width_nm: float
) -> float:
    """Return when the object comes within half the sweep width; inf if it never does."""
    if sweep_width_nm == 0.0:
        return math.inf
    return time_within(dx_nm, dy_nm, dvx_kn, dvy_kn, sweep_width_nm / 2.0)[0]

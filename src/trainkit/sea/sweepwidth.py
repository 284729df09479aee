"""Sweep width: how wide a strip a lookout searches, by object, platform, height and visibility.

The table is visual and for daylight. It has no row for night, infrared or radar, and none for an
overloaded rubber boat: a scenario states those as bounded assumptions. A sweep width collapses with
size: a helicopter at 500 ft has 0.1 NM for a person in water, and weather quarters it.

Sources:
    US Coast Guard, COMDTINST M16130.2F, appendix H: widths and corrections (as
        data/README.md says).
"""

import numpy as np

from trainkit.errors import TrainkitError, shown
from trainkit.sea.demand import from_zero, is_number
from trainkit.sea.sweeptable import (
    LIMITS,
    PLATFORMS,
    VISIBILITIES_NM,
    heights_ft,
    known_object,
    known_platform,
    objects,
    row,
)

__all__ = [
    "LIMITS",
    "PLATFORMS",
    "VISIBILITIES_NM",
    "corrected_width_nm",
    "heights_ft",
    "helicopter_speed_factor",
    "is_small",
    "objects",
    "sweep_width_nm",
    "weather_factor",
]


def sweep_width_nm(
    object_name: str, platform: str, height_ft: float, visibility_nm: float
) -> float:
    """Return the uncorrected sweep width, between tabulated visibilities by straight lines.

    Args:
        object_name: As `objects` names it, in any case; `<=` stands for its sign.
        platform: "Aircraft" (fixed wing), "Helicopter" or "Boat".
        height_ft: Altitude, or a boat's height of eye, one of `heights_ft`.
        visibility_nm: Meteorological visibility, from 1 NM; above the table's it changes nothing.

    Returns:
        Nautical miles.

    Raises:
        TrainkitError: the table does not cover it, with what it covers.

    Examples:
        >>> sweep_width_nm("Raft 4 person", "Helicopter", 500, visibility_nm=4)
        1.4
    """
    widths_nm = row(object_name, platform, height_ft)
    _demand_visibility(visibility_nm)
    return round(float(np.interp(visibility_nm, VISIBILITIES_NM, widths_nm)), 12)


def is_small(object_name: str) -> bool:
    """Return whether weather hides an object most: a person, a raft or a boat under 30 ft.

    Examples:
        >>> is_small("Person in Water"), is_small("Sail Boat 30ft")
        (True, False)
    """
    name = known_object(object_name)
    length_ft = "".join(c for c in name if c.isdigit())
    return name.startswith(("Person", "Raft")) or float(length_ft) < 30.0


def weather_factor(object_name: str, wind_kn: float, sea_ft: float) -> float:
    """Return what weather leaves of a sweep width, by the worse of wind and sea.

    Raises:
        TrainkitError: the object is unknown, or wind or sea is no number from 0.

    Examples:
        >>> weather_factor("Person in Water", wind_kn=26, sea_ft=1)
        0.25
    """
    from_zero(wind_kn=wind_kn, sea_ft=sea_ft)
    heavy, fresh = wind_kn > 25.0 or sea_ft > 4.0, wind_kn > 15.0 or sea_ft >= 2.0
    if is_small(object_name):
        return 0.25 if heavy else 0.5 if fresh else 1.0
    return 0.9 if heavy or fresh else 1.0


def helicopter_speed_factor(speed_kn: float) -> float:
    """Return the correction for a helicopter's speed when it seeks a person in water.

    Raises:
        TrainkitError: the speed is outside the table, 60 to 140 kn.

    Examples:
        >>> helicopter_speed_factor(75.0)
        1.25
    """
    if not is_number(speed_kn) or not 60.0 <= speed_kn <= 140.0:
        raise TrainkitError(
            f"A helicopter's search speed of {shown(speed_kn)} kn is outside the table, "
            "which corrects from 60 to 140 kn."
        )
    return float(np.interp(speed_kn, (60.0, 90.0, 120.0, 140.0), (1.5, 1.0, 0.8, 0.7)))


def corrected_width_nm(
    object_name: str,
    platform: str,
    height_ft: float,
    visibility_nm: float,
    *,
    wind_kn: float = 0.0,
    sea_ft: float = 0.0,
    fatigued: bool = False,
    speed_kn: float | None = None,
) -> float:
    """Return the sweep width corrected for weather, a fatigued crew and a helicopter's speed.

    Args:
        object_name: What is sought.
        platform: Who looks.
        height_ft: From how high.
        visibility_nm: Meteorological visibility.
        wind_kn: Wind speed.
        sea_ft: Height of the sea.
        fatigued: Whether the crew is excessively fatigued: one tenth less.
        speed_kn: Search speed; corrects only a helicopter that seeks a person in water, since the
            source at hand has the correction for that alone.

    Raises:
        TrainkitError: the table does not cover it.

    Examples:
        >>> round(corrected_width_nm("Person in Water", "Helicopter", 500, 5, wind_kn=30), 4)
        0.025
    """
    width_nm = sweep_width_nm(object_name, platform, height_ft, visibility_nm)
    width_nm *= weather_factor(object_name, wind_kn, sea_ft) * (0.9 if fatigued else 1.0)
    person = known_object(object_name).startswith("Person")
    if speed_kn is None or not person or known_platform(platform) != "Helicopter":
        return width_nm
    return width_nm * helicopter_speed_factor(speed_kn)


def _demand_visibility(visibility_nm: float) -> None:
    if not is_number(visibility_nm) or visibility_nm < VISIBILITIES_NM[0]:
        raise TrainkitError(
            f"A visibility of {shown(visibility_nm)} NM is below the table, which begins at "
            f"{VISIBILITIES_NM[0]:g} NM. {LIMITS}"
        )

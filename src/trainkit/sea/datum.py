"""Datum, total error and the area to search first: the planner's worksheet.

The datum is where the object is most likely now. How far it may be from there is the total error:
the error of the report, that of the searcher's own position, and that of the drift, which grows
with time.

Sources:
    IAMSAR Manual, volume II, *Mission Co-ordination*: datum and total probable error worksheets.
"""

import math
from dataclasses import dataclass

from trainkit.errors import TrainkitError
from trainkit.sea.demand import from_zero

CURRENT_ERROR_KN = 0.3
"""Default error of a component of the current."""

STEADY_WIND_ERROR_KN, VARIABLE_WIND_ERROR_KN = 0.3, 0.5
"""Default drift speed errors from a steady and from a variable wind."""

SPLIT_RATIO = 4.0
"""From this separation ratio on, two datums are searched apart."""


@dataclass(frozen=True, slots=True)
class SearchArea:
    """What the worksheet gives.

    Attributes:
        error_nm: Total probable error E.
        radius_nm: Search radius R, E times the safety factor.
        divergence_nm: Distance between the left and right datums, DD.
        separation_ratio: DD / E.
        split: Whether the two datums are searched apart.
        area_nm2: Area to search; of both squares together where split.
    """

    error_nm: float
    radius_nm: float
    divergence_nm: float
    separation_ratio: float
    split: bool
    area_nm2: float


def drift_speed_error_kn(
    *,
    wind_kn: float = STEADY_WIND_ERROR_KN,
    current_kn: float = CURRENT_ERROR_KN,
    leeway_kn: float = 0.0,
) -> float:
    """Return the error of the drift velocity, Dve.

    Args:
        wind_kn: Error from the wind.
        current_kn: Error from the current.
        leeway_kn: Error from the leeway.

    Raises:
        TrainkitError: an error is negative or no number.

    Examples:
        >>> round(drift_speed_error_kn(leeway_kn=0.3), 4)
        0.5196
    """
    from_zero(wind_kn=wind_kn, current_kn=current_kn, leeway_kn=leeway_kn)
    return math.sqrt(wind_kn * wind_kn + current_kn * current_kn + leeway_kn * leeway_kn)


def drift_error_nm(drift_speed_error_kn: float, time_h: float) -> float:
    """Return the error of the drift, De = Dve t.

    Raises:
        TrainkitError: an argument is negative or no number.
    """
    from_zero(drift_speed_error_kn=drift_speed_error_kn, time_h=time_h)
    return drift_speed_error_kn * time_h


def total_error_nm(report_nm: float, drift_nm: float, searcher_nm: float) -> float:
    """Return the total probable error, E = sqrt(X^2 + De^2 + Y^2).

    Args:
        report_nm: Error of the reported position, X.
        drift_nm: Error of the drift, De.
        searcher_nm: Error of the searcher's own position, Y.

    Raises:
        TrainkitError: an error is negative or no number.

    Examples:
        >>> round(total_error_nm(1.0, 3.674235, 1.0), 4)
        3.937
    """
    from_zero(report_nm=report_nm, drift_nm=drift_nm, searcher_nm=searcher_nm)
    return math.sqrt(report_nm * report_nm + drift_nm * drift_nm + searcher_nm * searcher_nm)


def divergence_nm(leeway_kn: float, time_h: float, divergence_deg: float) -> float:
    """Return how far apart the left and right datums are, DD = 2 L t sin(divergence).

    Args:
        leeway_kn: Leeway speed.
        time_h: Time adrift.
        divergence_deg: Angle between downwind and either side, 0 to 90.

    Raises:
        TrainkitError: an argument is negative or no number, or the angle more than 90.

    Examples:
        >>> round(divergence_nm(1.0, 6.0, 30.0), 9)
        6.0
    """
    from_zero(leeway_kn=leeway_kn, time_h=time_h, divergence_deg=divergence_deg)
    if divergence_deg > 90.0:
        raise TrainkitError(f"A divergence is an angle from 0 to 90 degrees, not {divergence_deg}.")
    return 2.0 * leeway_kn * time_h * math.sin(math.radians(divergence_deg))


def search_area(
    error_nm: float, divergence_nm: float = 0.0, safety_factor: float = 1.1
) -> SearchArea:
    """Return the area to search about a datum, or about two that have diverged.

    Optimal area 4 R^2 about a point, 4 R^2 + 2 R DD about diverging datums; two squares of 4 R^2
    where they are split.

    Args:
        error_nm: Total probable error.
        divergence_nm: Distance between the left and right datums.
        safety_factor: R / E, from 1.

    Raises:
        TrainkitError: the error is not above 0, or another argument is out of bounds.

    Examples:
        >>> round(search_area(math.sqrt(15.5)).radius_nm, 6)
        4.330704
    """
    from_zero(error_nm=error_nm, divergence_nm=divergence_nm, safety_factor=safety_factor)
    if error_nm == 0.0 or safety_factor < 1.0:
        raise TrainkitError(
            f"A total error must be above 0 NM and a safety factor from 1, not {error_nm} NM and "
            f"{safety_factor}."
        )
    radius_nm, ratio = safety_factor * error_nm, divergence_nm / error_nm
    split = ratio >= SPLIT_RATIO
    more_nm2 = 4.0 * radius_nm * radius_nm if split else 2.0 * radius_nm * divergence_nm
    area_nm2 = 4.0 * radius_nm * radius_nm + more_nm2
    return SearchArea(error_nm, radius_nm, divergence_nm, ratio, split, area_nm2)

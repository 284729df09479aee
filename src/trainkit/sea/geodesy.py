"""Positions and distances on the WGS84 ellipsoid.

A distance that is reported is a geodesic, from PROJ, without network or data files. A drifting
cloud takes millions of short steps; those use the local metric at the latitude of the step's
middle and the bend of a geodesic. The haversine formula errs up to 0.29 % and is not used.

Sources:
    Karney, C. F. F. (2013). Algorithms for geodesics. *Journal of Geodesy* 87, 43-55.
    WGS84: a = 6 378 137 m, 1/f = 298.257223563.
"""

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from trainkit.errors import TrainkitError

if TYPE_CHECKING:
    from pyproj import Geod

Floats = NDArray[np.float64]

METRES_A_NM = 1852.0
POLAR_DEG = 85.0
"""Local metrics fail near the poles; nothing here drifts or is searched beyond this latitude."""

_A_M = 6378137.0
_F = 1.0 / 298.257223563
_E2 = _F * (2.0 - _F)
_DEG = 180.0 / np.pi


@cache
def _geod() -> "Geod":
    from pyproj import Geod

    return Geod(ellps="WGS84")


def inverse(
    lon: ArrayLike, lat: ArrayLike, to_lon: ArrayLike, to_lat: ArrayLike
) -> tuple[Floats, Floats]:
    """Return the geodesic distances and first bearings from positions to others.

    Args:
        lon: Longitudes in degrees, east positive; scalars and arrays mix as in NumPy.
        lat: Latitudes in degrees.
        to_lon: Longitudes of the other positions.
        to_lat: Latitudes of the other positions.

    Returns:
        (distance_nm, bearing_deg), the bearing true and in [0, 360).

    Raises:
        TrainkitError: a coordinate is no number or no latitude.

    Examples:
        >>> distance_nm, bearing_deg = inverse(15.5, 35.5, 15.5, 36.5)
        >>> round(float(distance_nm), 3), float(bearing_deg)
        (59.913, 0.0)
    """
    arrays = np.broadcast_arrays(*(np.asarray(a, dtype=float) for a in (lon, lat, to_lon, to_lat)))
    _demand_positions(arrays[0], arrays[1])
    _demand_positions(arrays[2], arrays[3])
    a, b, c, d = (np.array(array) for array in arrays)
    bearing, _, metres = _geod().inv(a, b, c, d)
    return np.asarray(metres) / METRES_A_NM, np.asarray(bearing) % 360.0


def direct(
    lon: ArrayLike, lat: ArrayLike, bearing_deg: ArrayLike, distance_nm: ArrayLike
) -> tuple[Floats, Floats]:
    """Return (lon, lat) of the places at a distance and first bearing from positions.

    Raises:
        TrainkitError: an argument is no number, or no latitude.

    Examples:
        >>> lon, lat = direct(15.5, 35.5, 90.0, 10.0)
        >>> round(float(lon), 6), round(float(lat), 6)
        (15.704123, 35.499827)
    """
    arrays = np.broadcast_arrays(
        *(np.asarray(a, dtype=float) for a in (lon, lat, bearing_deg, distance_nm))
    )
    _demand_positions(arrays[0], arrays[1])
    if not (np.all(np.isfinite(arrays[2])) and np.all(np.isfinite(arrays[3]))):
        raise TrainkitError("Bearings in degrees and distances in NM must be finite numbers.")
    a, b, c, d = (np.array(array) for array in arrays)
    to_lon, to_lat, _ = _geod().fwd(a, b, c, d * METRES_A_NM)
    return np.asarray(to_lon), np.asarray(to_lat)


def to_plane(lon: ArrayLike, lat: ArrayLike, origin: tuple[float, float]) -> tuple[Floats, Floats]:
    """Return (x_nm, y_nm), east and north of *origin*, with true distances and bearings from it.

    Args:
        lon: Longitudes in degrees.
        lat: Latitudes in degrees.
        origin: (lon, lat) of the plane's origin, the datum of a search.

    Returns:
        Two arrays of the shape of *lon*.
    """
    distance_nm, bearing_deg = inverse(origin[0], origin[1], lon, lat)
    bearing = np.radians(bearing_deg)
    return distance_nm * np.sin(bearing), distance_nm * np.cos(bearing)


def from_plane(
    x_nm: ArrayLike, y_nm: ArrayLike, origin: tuple[float, float]
) -> tuple[Floats, Floats]:
    """Return (lon, lat) of places on the plane of `to_plane`."""
    x, y = np.asarray(x_nm, dtype=float), np.asarray(y_nm, dtype=float)
    distance_nm = np.sqrt(x * x + y * y)
    return direct(origin[0], origin[1], np.degrees(np.arctan2(x, y)), distance_nm)


def advance(
    lon: Floats,
    lat: Floats,
    move_m: tuple[Floats | float, Floats | float],
    then_m: tuple[Floats | float, Floats | float] = (0.0, 0.0),
) -> tuple[Floats, Floats]:
    """Return (lon, lat) after two short moves, one after the other, each along a geodesic.

    The metric is that at the latitude of the middle; a geodesic's bend away from the parallel is
    kept to second order, which leaves millimetres in a step of 2 km.

    Args:
        lon: Longitudes in degrees, shape (n,).
        lat: Latitudes in degrees, shape (n,), away from the poles.
        move_m: (east, north) of the first move in metres, each shape (n,) or a number.
        then_m: The same of the second move.
    """
    (east, north), (east2, north2) = move_m, then_m
    sine = np.sin((lat + (north + north2) * (0.5 * _DEG / _A_M)) / _DEG)
    cosine = np.sqrt(1.0 - sine * sine)
    root = np.sqrt(1.0 - _E2 * (sine * sine))
    bend = (0.5 / _A_M) * sine / cosine
    along = east + east2 + bend * (east * (north - north2) + east2 * (north + north2))
    up = north + north2 - bend * (east * east + east2 * east2)
    return (
        lon + along * root / cosine * (_DEG / _A_M),
        lat + up * (root * root * root) * (_DEG / (_A_M * (1.0 - _E2))),
    )


def wrapped(lon: Floats) -> Floats:
    """Return longitudes in [-180, 180)."""
    return (lon + 180.0) % 360.0 - 180.0


def demand_sea_position(lon: Floats, lat: Floats) -> None:
    """Refuse positions that are no numbers, or too near a pole for search and drift.

    Raises:
        TrainkitError: with the bounds.
    """
    _demand_positions(lon, lat)
    demand_sea_latitude(lat)


def demand_sea_latitude(lat: Floats) -> None:
    """Refuse latitudes at which the local metric fails.

    Raises:
        TrainkitError: with the bounds.
    """
    if np.any(np.abs(lat) > POLAR_DEG):
        raise TrainkitError(
            f"A latitude of {lat.flat[np.abs(lat).argmax()]:g} degrees is refused: drift and "
            f"search are computed from {-POLAR_DEG:g} to {POLAR_DEG:g}. Choose a place between."
        )


def _demand_positions(lon: Floats, lat: Floats) -> None:
    if not (np.all(np.isfinite(lon)) and np.all(np.isfinite(lat))):
        raise TrainkitError(
            "A position must be two finite numbers, (longitude, latitude) in degrees."
        )
    if np.any(np.abs(lat) > 90.0) or np.any(np.abs(lon) > 360.0):
        raise TrainkitError(
            "A position is (longitude, latitude) in degrees: longitude from -180 to 180, latitude "
            "from -90 to 90. Are the two swapped?"
        )

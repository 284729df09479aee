"""Where the boat may be: particles over many weathers, seen from areas that drift with the datum.

Each weather is the forecast with an error of its own; each particle has its own error of the
position, of the leeway, its side of the wind and its jibes (`trainkit.sea.drift`).
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from trainkit.kernel.luck import Luck, many_normal, purpose
from trainkit.lessons.e1.case import (
    FIRST_SEARCH_H,
    MPS_PER_KN,
    SECOND_SEARCH_H,
    Situation,
    velocity,
)
from trainkit.sea.drift import cloud
from trainkit.sea.geodesy import from_plane, to_plane

Floats = NDArray[np.float64]

WIND_SIGMA, WIND_DIRECTION_SD_DEG, CURRENT_SD_KN = 0.15, 12.0, 0.25
"""Errors of a forecast: of the wind's logarithm, its direction, each component of the current."""
_REFERENCE_POINT = (15.0, 36.0)
_STEP_S = 1800.0


@dataclass(frozen=True, eq=False)
class Ensemble:
    """Positions of particles, in areas that drift with the datum of the forecast.

    Attributes:
        time_h: Times since the last known position, hourly from the time on scene, shape (times,).
        x_nm: East of the drifting areas' reference point, shape (times, particles).
        y_nm: North of it.
    """

    time_h: Floats
    x_nm: Floats
    y_nm: Floats


@lru_cache(maxsize=16)
def ensemble(case: Situation, luck: Luck, weathers: int, particles: int) -> Ensemble:
    """Return an ensemble over the first and the second search.

    Args:
        case: The case.
        luck: Luck of the weathers and the particles.
        weathers: Number of weathers.
        particles: Number of particles in each.
    """
    hours = np.arange(FIRST_SEARCH_H + SECOND_SEARCH_H + 1.0)
    time_h = case.elapsed_h + hours
    wind, current = _forcing(case, luck, weathers)
    of = np.repeat(np.arange(weathers), particles)
    lon, lat = cloud(
        case.object_id,
        len(of),
        list(time_h),
        lambda _t, _lon, _lat: (wind[0][of], wind[1][of]),
        lambda _t, _lon, _lat: (current[0][of], current[1][of]),
        _starts(case, luck, len(of)),
        luck.seed,
        step_s=_STEP_S,
    )
    places = [to_plane(lon[k], lat[k], _REFERENCE_POINT) for k in range(len(hours))]
    east, north = case.drift_kn
    x_nm = np.array([x for x, _ in places]) - east * hours[:, None]
    return Ensemble(time_h, x_nm, np.array([y for _, y in places]) - north * hours[:, None])


def _forcing(case: Situation, luck: Luck, weathers: int) -> tuple[Floats, Floats]:
    """Return wind and current of each weather in m/s, shape (2, weathers) each."""
    each = np.arange(weathers)

    def errors(name: str, sd: float) -> Floats:
        return many_normal(luck.key, purpose(f"e1 error of {name}"), each, 0, 0.0, sd)

    speed = case.wind_kn * np.exp(errors("the wind", WIND_SIGMA))
    toward = np.radians(case.wind_from_deg + 180.0 + errors("direction", WIND_DIRECTION_SD_DEG))
    east, north = velocity(case.current_kn, case.current_toward_deg)
    wrong = [errors(f"current {axis}", CURRENT_SD_KN) for axis in ("east", "north")]
    current = np.array([east + wrong[0], north + wrong[1]])
    return MPS_PER_KN * speed * np.array([np.sin(toward), np.cos(toward)]), MPS_PER_KN * current


def _starts(case: Situation, luck: Luck, particles: int) -> tuple[Floats, Floats]:
    each = np.arange(particles)
    x_nm, y_nm = (
        many_normal(luck.key, purpose(f"e1 position {axis}"), each, 0, 0.0, case.position_error_nm)
        for axis in ("east", "north")
    )
    return from_plane(x_nm, y_nm, _REFERENCE_POINT)

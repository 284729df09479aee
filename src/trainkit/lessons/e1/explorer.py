"""What a reader may move before deciding: wind, hours and errors to a cloud, coverage to detection.

The boat here is an example with no current; nobody's own case is in it, and nothing is graded.
"""

import math
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.lessons.e1.case import MPS_PER_KN
from trainkit.sea.drift import ensemble
from trainkit.sea.geodesy import to_plane
from trainkit.views.feature import Mark
from trainkit.views.live import Shown, Slider, sliders

_OBJECT, _PARTICLES, _SEED = 27, 400, 1946
_START = (15.0, 36.0)
_STEP_S = 1800.0


def drift() -> None:
    """Show sliders of wind and time, and the cloud of a raft that drifts from the origin."""
    controls = (
        Slider("wind_kn", "Wind from the west", "kn", 5, 40, 1, value=15),
        Slider("time_h", "Time adrift", "h", 1, 24, 1, value=8),
    )
    sliders(controls, drifted, "A rubber raft in a steady west wind, no current")


def drifted(values: dict[str, Any]) -> Shown:
    """Return the cloud for values of ``wind_kn`` and ``time_h``."""
    x_nm, y_nm = _cloud(float(values["wind_kn"]), float(values["time_h"]))
    spread_nm = float(np.hypot(x_nm.std(), y_nm.std()))
    text = (
        f"After {values['time_h']} h in {values['wind_kn']} kn the middle of the cloud is "
        f"{x_nm.mean():.1f} NM downwind. It has spread {spread_nm:.1f} NM about its middle: "
        "rafts go to the left or the right of the wind, and jibe."
    )
    return Shown(text, points=(x_nm, y_nm), marks=(Mark("last position", 0.0, 0.0),))


@cache
def _cloud(wind_kn: float, time_h: float) -> tuple[NDArray[Any], NDArray[Any]]:
    wind = (wind_kn * MPS_PER_KN, 0.0)
    lon, lat = ensemble(
        _OBJECT, _PARTICLES, time_h, wind, (0.0, 0.0), _START, _SEED, step_s=_STEP_S
    )
    x_nm, y_nm = to_plane(lon, lat, _START)
    return x_nm, y_nm


def detection() -> None:
    """Show sliders of width, speed, hours and area, with coverage and detection."""
    controls = (
        Slider("sweep_width_nm", "Sweep width", "NM", 0.1, 2.0, 0.1, value=0.9),
        Slider("speed_kn", "Speed", "kn", 5, 30, 1, value=15),
        Slider("time_h", "Hours of search", "h", 0, 20, 1, value=2),
        Slider("side_nm", "Side of the square", "NM", 2, 12, 1, value=6),
    )
    sliders(controls, detected, "Effort, coverage and detection")


def detected(values: dict[str, Any]) -> Shown:
    """Return coverage and probability of detection for the values of the sliders."""
    swept_nm2 = values["sweep_width_nm"] * values["speed_kn"] * values["time_h"]
    coverage = swept_nm2 / values["side_nm"] ** 2
    found = -100 * math.expm1(-coverage)
    return Shown(
        f"{swept_nm2:.0f} square miles are swept in {values['side_nm'] ** 2} square miles: "
        f"coverage {coverage:.2f}. Random search finds {found:.0f} % of what is there. Twice the "
        f"hours would find {-100 * math.expm1(-2 * coverage):.0f} %."
    )

"""Probability of detection as a function of coverage.

Coverage is C = W v t / A: sweep width times distance run over the area. Random search is the floor
of an unplanned effort, definite range the ceiling; the inverse cube law is that of well kept
parallel sweeps. Trials of the US Coast Guard (CG-D-41-80) fell between the first and the last.

Sources:
    Koopman, B. O. (1946). *Search and Screening*. OEG Report 56.
    Koopman, B. O. (1980). *Search and Screening: General Principles with Historical Applications*.
"""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from trainkit.errors import TrainkitError, nearest, shown
from trainkit.sea.demand import above_zero, from_zero

Floats = NDArray[np.float64]


def coverage(sweep_width_nm: float, speed_kn: float, time_h: float, area_nm2: float) -> float:
    """Return the coverage of an area, W v t / A.

    Raises:
        TrainkitError: an argument is negative or no number, or there is no area.

    Examples:
        >>> coverage(0.5, speed_kn=20.0, time_h=4.0, area_nm2=80.0)
        0.5
    """
    from_zero(sweep_width_nm=sweep_width_nm, speed_kn=speed_kn, time_h=time_h)
    above_zero(area_nm2=area_nm2)
    return sweep_width_nm * speed_kn * time_h / area_nm2


def random_search(coverage: ArrayLike) -> Floats:
    """Return 1 - exp(-C), the detection probability of effort spread at random.

    Raises:
        TrainkitError: a coverage is negative or no number.

    Examples:
        >>> random_search([0.5, 1.0, 1.5, 2.0]).round(4).tolist()
        [0.3935, 0.6321, 0.7769, 0.8647]
    """
    return np.asarray(-np.expm1(-_coverages(coverage)))


def inverse_cube(coverage: ArrayLike) -> Floats:
    """Return erf(sqrt(pi) C / 2), the detection probability of perfect parallel sweeps.

    Raises:
        TrainkitError: a coverage is negative or no number.

    Examples:
        >>> inverse_cube([0.5, 1.0, 1.5, 2.0]).round(4).tolist()
        [0.4691, 0.7899, 0.9399, 0.9878]
    """
    from scipy.special import erf

    return np.asarray(erf(math.sqrt(math.pi) / 2.0 * _coverages(coverage)))


def definite_range(coverage: ArrayLike) -> Floats:
    """Return min(1, C): all within half the sweep width is seen, and nothing beyond.

    Raises:
        TrainkitError: a coverage is negative or no number.

    Examples:
        >>> definite_range([0.5, 1.0, 1.5, 2.0]).tolist()
        [0.5, 1.0, 1.0, 1.0]
    """
    return np.minimum(1.0, _coverages(coverage))


LAWS: dict[str, Callable[[ArrayLike], Floats]] = {
    "random": random_search,
    "inverse cube": inverse_cube,
    "definite range": definite_range,
}


def pod(law: str, coverage: ArrayLike) -> Floats:
    """Return the detection probability under a named law, of the shape of *coverage*.

    Raises:
        TrainkitError: no law has that name, or a coverage is negative or no number.

    Examples:
        >>> float(pod("definite range", 0.5))
        0.5
    """
    if law not in LAWS:
        raise TrainkitError(
            f"No law of detection is called {shown(law)}.{nearest(str(law), LAWS)} "
            f"Known: {', '.join(LAWS)}."
        )
    return LAWS[law](coverage)


def _coverages(coverage: ArrayLike) -> Floats:
    try:
        coverages = np.asarray(coverage, dtype=float)
    except (TypeError, ValueError):
        coverages = np.array(math.nan)
    if not np.all(coverages >= 0.0):
        raise TrainkitError(f"A coverage is a number from 0, not {shown(coverage)}.")
    return coverages

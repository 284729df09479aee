"""How long people live in the water: a distribution by water temperature, never a cut-off.

The planning table gives ranges and not limits: 10 to 16 C 1 to 6 h, 16 to 21 C 2 to 40 h, 21 to
27 C 3 h to indefinite. Each range is read as the middle eight tenths of a lognormal about the
band's centre: its median is the geometric mean, and sigma is half the log-range over 1.2816. The
warm band has no upper end; there a median of 20 h is an assumption, and one in ten die within
3 h. Between the centres the logarithms run straight.

Sources:
    US SAR Task Force table, as given in the reference; survivals to 75 h below 20 C are recorded:
        Xu, X. and Giesbrecht, G. (2018).
"""

import math

import numpy as np
from numpy.typing import NDArray

from trainkit.joint.mass_rescue.spec import Law
from trainkit.kernel.luck import many_normal, many_uniform, purpose
from trainkit.kernel.philox import Key

_TENTH = 1.2815515655446004
_CENTRES_C = (13.0, 18.5, 24.0)
_MEDIANS_H = (math.sqrt(1.0 * 6.0), math.sqrt(2.0 * 40.0), 20.0)
_SIGMAS = (
    math.log(6.0 / 1.0) / 2.0 / _TENTH,
    math.log(40.0 / 2.0) / 2.0 / _TENTH,
    math.log(20.0 / 3.0) / _TENTH,
)
_LIFE = purpose("mass rescue life in water")


def median_h(water_c: float) -> float:
    """Return the time in the water after which half of the adults with lifejackets would live."""
    return float(np.exp(np.interp(water_c, _CENTRES_C, np.log(_MEDIANS_H))))


def sigma(water_c: float) -> float:
    """Return the standard deviation of the logarithm of survival in the water."""
    return float(np.interp(water_c, _CENTRES_C, _SIGMAS))


def lives_h(key: Key, persons: int, water_c: float, law: Law) -> NDArray[np.float64]:
    """Return how long each of *persons* would live in the water with a lifejacket, in hours.

    Args:
        key: Luck of the replication.
        persons: How many.
        water_c: Temperature of the water.
        law: Lognormal, or exponential with the same median.
    """
    who, middle = np.arange(persons), median_h(water_c)
    if law == "exponential":
        drawn: NDArray[np.float64] = -np.log1p(-many_uniform(key, _LIFE, who, 0))
        return drawn * (middle / math.log(2.0))
    logs = many_normal(key, _LIFE, who, 0, 0.0, sigma(water_c))
    lives: NDArray[np.float64] = middle * np.exp(logs)
    return lives

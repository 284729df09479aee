"""Three boats and six calls: what a declared phase sets moving, and whom it leaves waiting.

Distress launches a boat at once. Alert makes a boat ready while the desk asks; what is true is
known after a short time. Uncertainty asks first and makes ready after. A boat that is away cannot
go elsewhere, so the highest phase for everything leaves somebody waiting. The expectation runs over
every combination of true and false calls and is exact.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from trainkit.kernel.luck import Luck
from trainkit.lessons.e1.calls import Call, Phase

Floats = NDArray[np.float64]

BOATS = 3
KNOWN_H: Mapping[str, float] = {"uncertainty": 2.0, "alert": 0.75, "distress": 0.0}
"""Time until the desk knows whether a call is true."""
NOTICE_H: Mapping[str, float] = {"uncertainty": 0.5, "alert": 0.0, "distress": 0.0}
"""Time from that knowledge until a boat leaves."""
RESCUE_H, IN_VAIN_H = 5.0, 3.0
"""How long a boat is away with people to bring home, and for nothing."""

TRUE = {"uncertainty": 0.05, "alert": 0.4, "distress": 0.9}
"""How often calls with such cues are true: an assumption of the exercise."""
_SIGMA = 0.6


@lru_cache(maxsize=64)
def chances(calls: tuple[Call, ...], luck: Luck) -> tuple[float, ...]:
    """Return how likely each call is true in hidden circumstances: near `TRUE`, in its odds."""
    found = []
    for place, call in enumerate(calls):
        odds = TRUE[call.cues] / (1.0 - TRUE[call.cues])
        odds *= luck.lognormal("e1 odds of calls", place, median=1.0, sigma=0.2)
        found.append(odds / (1.0 + odds))
    return tuple(found)


def expected_alive(
    calls: Sequence[Call], declared: Sequence[Phase], true: Sequence[float]
) -> float:
    """Return how many people are recovered alive on average.

    Args:
        calls: The calls.
        declared: The phase declared for each.
        true: How likely each call is true.
    """
    cases = np.array(list(product((False, True), repeat=len(calls))))
    weights = np.prod(np.where(cases, true, 1.0 - np.asarray(true)), axis=1)
    return float(weights @ survivors(calls, declared, cases).sum(axis=1))


def survivors(calls: Sequence[Call], declared: Sequence[Phase], cases: NDArray[np.bool_]) -> Floats:
    """Return how many people of each call are alive when a boat reaches them.

    Args:
        calls: The calls.
        declared: The phase declared for each.
        cases: Which calls are true, shape (cases, calls).

    Returns:
        Expected survivors, shape (cases, calls); 0 for calls that are not true.
    """
    free, rows = np.zeros((len(cases), BOATS)), np.arange(len(cases))
    found = np.zeros(cases.shape)
    ready = [c.time_h + KNOWN_H[p] + NOTICE_H[p] for c, p in zip(calls, declared, strict=True)]
    for place in np.argsort(ready, kind="stable"):
        true, call = cases[:, place], calls[place]
        boat = free.argmin(axis=1)
        leaves_h = np.maximum(ready[place], free[rows, boat])
        back_h = leaves_h + np.where(true, RESCUE_H, IN_VAIN_H)
        goes = true | (declared[place] == "distress")
        free[rows, boat] = np.where(goes, back_h, free[rows, boat])
        waited_h = leaves_h + call.transit_h - call.time_h
        found[:, place] = true * call.persons * _survival(waited_h, call.survival_median_h)
    return found


def _survival(waited_h: Floats, median_h: float) -> Floats:
    from scipy.special import ndtr

    return np.asarray(ndtr(-np.log(waited_h / median_h) / _SIGMA))

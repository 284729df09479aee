"""One sortie of a helicopter over a square about a datum."""

import numpy as np
from numpy.typing import NDArray

from trainkit.lessons.e1.case import (
    KESTREL_H,
    KESTREL_SPEED_KN,
    KESTREL_WIDTH_NM,
    RECOVERY_H,
    Situation,
)
from trainkit.lessons.e1.effort import survival
from trainkit.lessons.e1.ensemble import Ensemble

EFFORT_NM2 = KESTREL_SPEED_KN * KESTREL_WIDTH_NM * KESTREL_H
"""Area that the sortie would sweep, if no place were swept twice."""


def detection(radius_nm: float) -> float:
    """Return the chance to find what is inside a square of side 2 R: random search."""
    return float(-np.expm1(-EFFORT_NM2 / (2.0 * radius_nm) ** 2))


def within(ensemble: Ensemble, x_nm: float, y_nm: float, radius_nm: float) -> NDArray[np.bool_]:
    """Return which particles are inside the square when the sortie begins, shape (particles,)."""
    east, north = ensemble.x_nm[0] - x_nm, ensemble.y_nm[0] - y_nm
    inside: NDArray[np.bool_] = (np.abs(east) <= radius_nm) & (np.abs(north) <= radius_nm)
    return inside


def success(ensemble: Ensemble, x_nm: float, y_nm: float, radius_nm: float) -> float:
    """Return the probability of success of the sortie: containment times detection."""
    contained = float(within(ensemble, x_nm, y_nm, radius_nm).mean())
    return contained * detection(radius_nm)


def reached_h(case: Situation) -> float:
    """Return when people are on board on average, if the sortie finds them."""
    return case.elapsed_h + KESTREL_H / 2.0 + RECOVERY_H


def recovered(
    case: Situation, ensemble: Ensemble, x_nm: float, y_nm: float, radius_nm: float
) -> float:
    """Return the chance that a person is recovered alive by this sortie."""
    found = success(ensemble, x_nm, y_nm, radius_nm)
    return found * float(survival(case, reached_h(case)))

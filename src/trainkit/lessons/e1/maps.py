"""What the drift tool shows a trainee: shares of the cloud by area, and the search that failed."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from trainkit.kernel.luck import Luck
from trainkit.lessons.e1.case import AREAS, FIRST_SEARCH_H, Situation
from trainkit.lessons.e1.effort import areas_of
from trainkit.lessons.e1.ensemble import Ensemble, ensemble

WEATHERS, PARTICLES = 40, 50
FLOWN_H = (12.0, 8.0, 4.0)
"""Hours that the watch before flew in the three likeliest areas."""


def seen(case: Situation) -> Ensemble:
    """Return the ensemble that the trainee's drift tool shows."""
    return ensemble(case, Luck(case.seed), WEATHERS, PARTICLES)


@lru_cache(maxsize=64)
def shares(case: Situation, later_h: float = 0.0) -> tuple[float, ...]:
    """Return the share of the cloud in each of `AREAS`, so long after the time on scene.

    What a search has found or missed is not in it.
    """
    cloud = seen(case)
    hour = int(later_h)
    inside = areas_of(case, cloud.x_nm[hour], cloud.y_nm[hour])
    counts = np.bincount(inside, minlength=len(AREAS) + 1)[: len(AREAS)]
    return tuple((counts / len(inside)).round(3).tolist())


def later_shares(case: Situation) -> tuple[float, ...]:
    """Return the shares at the beginning of the second search, as if nobody had searched."""
    return shares(case, FIRST_SEARCH_H)


@lru_cache(maxsize=64)
def flown(case: Situation) -> tuple[float, ...]:
    """Return the hours that the first search flew in each of `AREAS`, and found nothing."""
    likeliest: NDArray[np.intp] = np.argsort(-np.array(shares(case)), kind="stable")
    hours = np.zeros(len(AREAS))
    hours[likeliest[: len(FLOWN_H)]] = FLOWN_H
    return tuple(hours.tolist())

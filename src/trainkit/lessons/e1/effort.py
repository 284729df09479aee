"""What hours of search in drifting areas bring: people found in time, and the odds of finding.

Effort falls evenly over a search, at random within an area: in t hours at speed v with sweep width
W over area A a particle there is missed with exp(-W v t / A) (Koopman). What counts is when it is
found: survival falls with time and never to nothing at once.

Sources:
    Koopman, B. O. (1946). *Search and Screening*. OEG Report 56.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.lessons.e1.case import (
    AREA_NM,
    AREAS,
    AREAS_A_SIDE,
    BOAT_SPEED_KN,
    FIRST_SEARCH_H,
    RECOVERY_H,
    SECOND_SEARCH_H,
    SURVIVAL_SIGMA,
    Situation,
)
from trainkit.lessons.e1.ensemble import Ensemble

Floats = NDArray[np.float64]
_OUTSIDE = len(AREAS)


@dataclass(frozen=True, eq=False)
class Search:
    """One search of the areas, against one ensemble.

    Attributes:
        alive: Chance to live at the middle of each hour plus the recovery, shape (hours,).
        inside: Area of each particle at each full hour, `_OUTSIDE` beyond, (hours + 1, particles).
        rates: Coverage that an hour gives in each area and beyond, a 0, shape (areas + 1,).
        weights: How likely each particle is, shape (particles,).
        share: Share of the effort that falls into each hour; they sum to 1, or less where a unit
            is late.
    """

    alive: Floats
    inside: NDArray[np.intp]
    rates: Floats
    weights: Floats
    share: Floats

    def missed(self, hours: Sequence[float] | Floats) -> Floats:
        """Return the chance that a particle is still missed after each hour, (hours, particles)."""
        each = self._coverages(np.append(np.asarray(hours, dtype=float), 0.0) * self.rates)
        found: Floats = np.exp(-np.cumsum(each, axis=0))
        return found

    def _coverages(self, coverage: Floats) -> Floats:
        """Return the coverage that a particle meets in each hour, shape (hours, particles)."""
        both = coverage[self.inside]
        met: Floats = self.share[:, None] * (both[:-1] + both[1:]) / 2.0
        return met

    @property
    def losses(self) -> Floats:
        """What a particle that is still missed after each hour costs, shape (hours,)."""
        left: Floats = self.alive - np.append(self.alive[1:], 0.0)
        return left

    def recovered(self, hours: Sequence[float] | Floats) -> float:
        """Return the chance that a person is recovered alive."""
        each = self.alive[0] - self.losses @ self.missed(hours)
        return float(each @ self.weights / self.weights.sum())

    def success(self, hours: Sequence[float] | Floats) -> float:
        """Return the probability of success: that the boat is found at all."""
        return float((1.0 - self.missed(hours)[-1]) @ self.weights / self.weights.sum())

    def gain(self, hours: Sequence[float] | Floats) -> Floats:
        """Return what one more hour in each area adds to `recovered`, shape (areas,)."""
        left = self.losses[:, None] * self.missed(hours) * self.weights
        later = np.cumsum(left[::-1], axis=0)[::-1] * self.share[:, None] / 2.0
        summed = sum(
            np.bincount(self.inside[k + side], later[k], len(self.rates))
            for k in range(len(later))
            for side in (0, 1)
        )
        found: Floats = (self.rates * summed)[:_OUTSIDE] / self.weights.sum()
        return found


def first_search(case: Situation, ensemble: Ensemble, late: float = 0.0) -> Search:
    """Return the first search.

    Args:
        case: The case.
        ensemble: Where the boat may be.
        late: Share of the effort that is missing in the first two hours.
    """
    share = np.full(int(FIRST_SEARCH_H), 1.0 / FIRST_SEARCH_H)
    share[:2] *= 1.0 - late
    return _search(case, ensemble, 0, share, np.ones(ensemble.x_nm.shape[1]))


def second_search(case: Situation, ensemble: Ensemble, flown: Sequence[float]) -> Search:
    """Return the second search, after the first has spent *flown* hours in each area in vain."""
    weights = first_search(case, ensemble).missed(flown)[-1]
    share = np.full(int(SECOND_SEARCH_H), 1.0 / SECOND_SEARCH_H)
    return _search(case, ensemble, int(FIRST_SEARCH_H), share, weights)


def _search(
    case: Situation, ensemble: Ensemble, first: int, share: Floats, weights: Floats
) -> Search:
    hours = slice(first, first + len(share) + 1)
    inside = areas_of(case, ensemble.x_nm[hours], ensemble.y_nm[hours])
    middles_h = ensemble.time_h[hours][:-1] + 0.5
    coverage = np.append(np.array(case.widths_nm) * BOAT_SPEED_KN / AREA_NM**2, 0.0)
    return Search(survival(case, middles_h + RECOVERY_H), inside, coverage, weights, share)


def areas_of(case: Situation, x_nm: Floats, y_nm: Floats) -> NDArray[np.intp]:
    """Return the number of the area that holds each place; one more than the last for none."""
    column = np.floor((x_nm - case.west_nm) / AREA_NM).astype(np.intp)
    row = np.floor((y_nm - case.south_nm) / AREA_NM).astype(np.intp)
    within = (column >= 0) & (column < AREAS_A_SIDE) & (row >= 0) & (row < AREAS_A_SIDE)
    return np.where(within, row * AREAS_A_SIDE + column, _OUTSIDE)


def survival(case: Situation, time_h: Any) -> Floats:
    """Return the chance to live at times after the last known position."""
    from scipy.special import ndtr

    return np.asarray(ndtr(-np.log(np.asarray(time_h) / case.survival_median_h) / SURVIVAL_SIGMA))


def in_order(hours: Mapping[str, float]) -> Floats:
    """Return hours by area's name as an array in the order of `AREAS`."""
    return np.array([float(hours[name]) for name in AREAS])

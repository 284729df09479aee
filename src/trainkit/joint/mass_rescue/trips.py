"""How long one trip takes: drawn once for each unit and trip, whatever the plan."""

import math
from functools import lru_cache

import numpy as np

from trainkit.joint.mass_rescue.people import IN_WATER, ON_BOAT, ON_HULL
from trainkit.joint.mass_rescue.spec import Law, MassRescueSpec, UnitSpec
from trainkit.kernel.luck import Luck, many_normal, many_uniform, purpose

_TRIP = purpose("mass rescue trip")
_DRAWN = 64
_SIGMA = 0.3
_CALM_M = 1.0


def per_h(unit: UnitSpec, state: int, sea_m: float) -> float:
    """Return the people a unit takes in an hour out of a state of distress, in a sea of *sea_m*.

    In more than a metre of sea each further metre takes a fifth off what is left of the pace.
    """
    calm = {ON_BOAT: unit.boat_per_h, ON_HULL: unit.swamped_per_h, IN_WATER: unit.water_per_h}
    return calm[state] * float(0.8 ** max(0.0, sea_m - _CALM_M))


@lru_cache(maxsize=256)
def _paces(luck: Luck, units: int, law: Law) -> list[float]:
    """Return the pace of the first trips of every unit; it is drawn once for all plans."""
    who = np.arange(units * _DRAWN)
    if law == "exponential":
        drawn = -np.log1p(-many_uniform(luck.key, _TRIP, who, 0))
    else:
        drawn = np.exp(many_normal(luck.key, _TRIP, who, 0, 0.0, _SIGMA))
    paces: list[float] = drawn.tolist()
    return paces


class Trips:
    """The drawn pace of every trip of a run: 1 on average (exponential) or in the middle."""

    def __init__(self, spec: MassRescueSpec, luck: Luck) -> None:
        self._law, self._luck = spec.trip_law, luck
        self._drawn = _paces(luck, len(spec.units), spec.trip_law)
        self._made = [0] * len(spec.units)

    def next_factor(self, me: int) -> float:
        """Return the pace of the next trip of a unit, as a multiple of its usual time."""
        made = self._made[me]
        self._made[me] += 1
        if made < _DRAWN:
            return float(self._drawn[me * _DRAWN + made])
        return self._later(me, made)

    def _later(self, me: int, made: int) -> float:
        if self._law == "exponential":
            return self._luck.exponential("mass rescue trip", me, made, mean=1.0)
        return self._luck.lognormal("mass rescue trip", me, made, median=1.0, sigma=_SIGMA)

    def time_h(self, me: int, unit: UnitSpec, state: int, sea_m: float, pace: float) -> float:
        """Return how long the next trip of a unit takes, in hours."""
        rate = per_h(unit, state, sea_m) * pace
        return unit.load / rate * self.next_factor(me) if rate > 0.0 else math.inf

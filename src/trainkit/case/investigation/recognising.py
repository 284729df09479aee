"""The chance that a victim who is met is recognised: every way in which signs can be seen, summed.

`recognition` draws the signs of one person after the other; this is the mean over all of them.
"""

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from trainkit.case.investigation.spec import InvestigationSpec
from trainkit.case.victims.signs import BASE_RATE, SIGNS, threshold

Column = NDArray[np.float64]
Ways = NDArray[np.bool_]

_ROUNDING = 1e-9


def recognised(spec: InvestigationSpec) -> float:
    """Return the chance that somebody who is met is recognised as a victim, now or a second time.

    Every way in which signs can be seen is gone through.
    """
    team_can = all(team.interpreters > 0 for team in spec.teams)
    return _recognised(spec.harm.first_look, spec.plan.second_look and team_can)


@lru_cache(maxsize=64)
def _recognised(first_look: float, again: bool) -> float:
    chance = np.array([sign.if_victim for sign in SIGNS.values()])
    ways = _ways(len(chance))
    at_first = _chances(ways, chance * first_look)
    found = _weights(ways, ruled_out=False) >= _needed()
    second = [
        one * _stands(way, chance, first_look)
        for way, one in zip(ways[~found], at_first[~found], strict=True)
        if again and way.any()
    ]
    return float(at_first[found].sum() + sum(second))


def _stands(seen: Ways, chance: Column, first_look: float) -> float:
    """Return the chance that a presumption stands in the second look, by what the first saw."""
    left = np.where(seen, 1.0, chance * (1.0 - first_look) / (1.0 - chance * first_look))
    ways = _ways(len(chance))
    return float(_chances(ways, left)[_weights(ways, ruled_out=True) >= _needed()].sum())


def _ways(signs: int) -> Ways:
    """Return every way in which signs are visible or not, shape (2**signs, signs)."""
    found: Ways = (np.arange(2**signs)[:, None] >> np.arange(signs)) % 2 == 1
    return found


def _chances(ways: Ways, each: Column) -> Column:
    found: Column = np.where(ways, each, 1.0 - each).prod(axis=1)
    return found


def _weights(ways: Ways, *, ruled_out: bool) -> Column:
    ratios = np.log([sign.ratio for sign in SIGNS.values()])
    absent = np.log([sign.absent_ratio for sign in SIGNS.values()]) if ruled_out else 0.0
    found: Column = np.where(ways, ratios, absent).sum(axis=1)
    return found


def _needed() -> float:
    """Return the logarithm of the weight from which a presumption is due, less a rounding."""
    asked = threshold() / (1.0 - threshold())
    return math.log(asked * (1.0 - BASE_RATE) / BASE_RATE) - _ROUNDING

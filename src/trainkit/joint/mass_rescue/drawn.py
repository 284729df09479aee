"""What is drawn of the people of a run: the same whatever the plan, and remembered for the next."""

from functools import lru_cache

import numpy as np

from trainkit.joint.mass_rescue.spec import Law
from trainkit.joint.mass_rescue.survival import lives_h
from trainkit.kernel.luck import many_normal, many_uniform, purpose
from trainkit.kernel.philox import Key

_RANKS = purpose("mass rescue ranks")
_CARE = purpose("mass rescue care")
_CARE_SIGMA = 0.6
_REPLICATIONS = 256


@lru_cache(maxsize=_REPLICATIONS)
def lives(key: Key, n: int, water_c: float, law: Law) -> list[float]:
    """Return how long each of *n* would live in the water, as `survival.lives_h`."""
    found: list[float] = lives_h(key, n, water_c, law).tolist()
    return found


@lru_cache(maxsize=_REPLICATIONS)
def care_logs(key: Key, n: int) -> list[float]:
    """Return the logarithm of how long each would live without care, beside the median."""
    logs: list[float] = many_normal(key, _CARE, np.arange(n), 0, 0.0, _CARE_SIGMA).tolist()
    return logs


@lru_cache(maxsize=_REPLICATIONS)
def ranks(key: Key, n: int) -> list[list[int]]:
    """Return four drawn orders, each as the rank of every person in it."""
    drawn = many_uniform(key, _RANKS, np.arange(4 * n), 0).reshape(4, n)
    found: list[list[int]] = np.argsort(np.argsort(drawn, axis=1), axis=1).tolist()
    return found

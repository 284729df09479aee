"""Luck that is kept: what was drawn once in a replication is remembered for the next way of acting.

Many ways of acting meet the same luck (common random numbers); most of what a short run of SimPy
costs may be its draws. The numbers are those of `trainkit.kernel.luck`, to the last bit.
"""

import math
from functools import lru_cache
from typing import Protocol

from trainkit.kernel.luck import exponential_of, key, normal_of, uniform, units
from trainkit.kernel.philox import Key

_REPLICATIONS, _NUMBERS = 512, 512
"""Replications whose luck is kept, the last that were asked for, and numbers of each kind in one:
at most 200 kB each. What is drawn beyond is drawn again."""


class Drawing(Protocol):
    """Whoever gives the numbers of one replication, drawn now, ahead or before."""

    def uniform(self, purpose: int, entity: int, index: int = 0, /) -> float:
        """Return a number in [0, 1)."""

    def exponential(self, purpose: int, entity: int, index: int = 0, /, *, mean: float) -> float:
        """Return an exponential variate."""

    def lognormal(
        self, purpose: int, entity: int, index: int = 0, /, *, median: float, sigma: float
    ) -> float:
        """Return a lognormal variate with *median*, and *sigma* of its logarithm."""


class Kept:
    """The luck of one replication; what was drawn once is remembered.

    Args:
        replication: Seed and replication, from `trainkit.kernel.luck.key`.

    Examples:
        >>> luck = Kept((7, 0, 3))
        >>> luck.uniform(1946, 42) == luck.uniform(1946, 42) == uniform((7, 0, 3), 1946, 42, 0)
        True
    """

    def __init__(self, replication: Key) -> None:
        self._key = replication
        self._uniforms: dict[tuple[int, int, int], float] = {}
        self._normals: dict[tuple[int, int, int], float] = {}

    def uniform(self, purpose: int, entity: int, index: int = 0, /) -> float:
        """Return a number in [0, 1)."""
        place = purpose, entity, index
        found = self._uniforms.get(place)
        if found is None:
            found = uniform(self._key, purpose, entity, index)
            if len(self._uniforms) < _NUMBERS:
                self._uniforms[place] = found
        return found

    def exponential(self, purpose: int, entity: int, index: int = 0, /, *, mean: float) -> float:
        """Return an exponential variate."""
        return exponential_of(self.uniform(purpose, entity, index), mean)

    def lognormal(
        self, purpose: int, entity: int, index: int = 0, /, *, median: float, sigma: float
    ) -> float:
        """Return a lognormal variate with *median*, and *sigma* of its logarithm."""
        place = purpose, entity, index
        found = self._normals.get(place)
        if found is None:
            found = normal_of(*units(self._key, purpose, entity, index), 0.0, 1.0)
            if len(self._normals) < _NUMBERS:
                self._normals[place] = found
        return median * math.exp(sigma * found)


@lru_cache(maxsize=_REPLICATIONS)
def kept(seed: int, replication: int) -> Kept:
    """Return the luck of a replication, with all that was drawn of it before."""
    return Kept(key(seed, replication))

"""Luck drawn ahead: the numbers of many entities at once, the same as drawn one by one.

A model that knows who will draw saves most of the time of its luck. What was not drawn ahead is
drawn when it is asked for, so that a forecast that is wrong costs time and changes nothing.
"""

import math
from collections.abc import Iterable

import numpy as np

from trainkit.kernel.luck import exponential_of, many_units, normal_of, units
from trainkit.kernel.philox import Key

_Units = tuple[float, float]


class Ahead:
    """The luck of one replication, with what was drawn ahead of it.

    Args:
        key: Seed and replication, from `trainkit.kernel.luck.key`.

    Examples:
        >>> from trainkit.kernel.luck import uniform
        >>> luck = Ahead((7, 0, 3))
        >>> luck.draw(1946, range(100))
        >>> luck.uniform(1946, 42) == uniform((7, 0, 3), 1946, 42, 0)
        True
    """

    def __init__(self, key: Key) -> None:
        self._key = key
        self._drawn: dict[tuple[int, int], dict[int, _Units]] = {}

    def draw(self, purpose: int, entities: Iterable[int], index: int = 0) -> None:
        """Draw the numbers of many entities for one purpose and index."""
        who = list(entities)
        one, other = many_units(self._key, purpose, np.asarray(who, dtype=np.int64), index)
        block = self._drawn.setdefault((purpose, index), {})
        block.update(zip(who, zip(one.tolist(), other.tolist(), strict=True), strict=True))

    def uniform(self, purpose: int, entity: int, index: int = 0) -> float:
        """Return a number in [0, 1)."""
        return self._units(purpose, entity, index)[0]

    def exponential(self, purpose: int, entity: int, index: int = 0, *, mean: float) -> float:
        """Return an exponential variate."""
        return exponential_of(self._units(purpose, entity, index)[0], mean)

    def lognormal(
        self, purpose: int, entity: int, index: int = 0, *, median: float, sigma: float
    ) -> float:
        """Return a lognormal variate with *median*, and *sigma* of its logarithm."""
        one, other = self._units(purpose, entity, index)
        return median * math.exp(normal_of(one, other, 0.0, sigma))

    def _units(self, purpose: int, entity: int, index: int) -> _Units:
        drawn = self._drawn.get((purpose, index))
        known = drawn.get(entity) if drawn else None
        return known or units(self._key, purpose, entity, index)

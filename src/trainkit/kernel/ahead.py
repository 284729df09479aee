"""Luck drawn ahead: the numbers of many entities at once, the same as drawn one by one.

A model that knows who will draw saves most of the time of its luck. What was not drawn ahead is
drawn when it is asked for, so that a forecast that is wrong costs time and changes nothing.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from trainkit.kernel.luck import (
    exponential_of,
    many_uniform,
    many_units,
    normal_of,
    uniform,
    units,
)
from trainkit.kernel.philox import Key

_Block = tuple[int, int]
"""Purpose and index."""


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
        self._ones: dict[_Block, dict[int, float]] = {}
        self._others: dict[_Block, dict[int, float]] = {}

    def draw(self, purpose: int, entities: Sequence[int], index: int = 0) -> None:
        """Draw a number for each of many entities, for one purpose and index."""
        drawn = many_uniform(self._key, purpose, np.asarray(entities, dtype=np.int64), index)
        _into(self._ones, (purpose, index), entities, drawn)

    def draw_both(self, purpose: int, entities: Sequence[int], index: int = 0) -> None:
        """Draw both numbers of each entity, as normal variates need them."""
        who = np.asarray(entities, dtype=np.int64)
        for numbers, drawn in zip(
            (self._ones, self._others), many_units(self._key, purpose, who, index), strict=True
        ):
            _into(numbers, (purpose, index), entities, drawn)

    def uniform(self, purpose: int, entity: int, index: int = 0) -> float:
        """Return a number in [0, 1)."""
        drawn = self._ones.get((purpose, index))
        if drawn is not None and entity in drawn:
            return drawn[entity]
        return uniform(self._key, purpose, entity, index)

    def exponential(self, purpose: int, entity: int, index: int = 0, *, mean: float) -> float:
        """Return an exponential variate."""
        return exponential_of(self.uniform(purpose, entity, index), mean)

    def lognormal(
        self, purpose: int, entity: int, index: int = 0, *, median: float, sigma: float
    ) -> float:
        """Return a lognormal variate with *median*, and *sigma* of its logarithm."""
        other = self._others.get((purpose, index))
        if other is not None and entity in other:
            both = self._ones[purpose, index][entity], other[entity]
        else:
            both = units(self._key, purpose, entity, index)
        return median * math.exp(normal_of(*both, 0.0, sigma))


def _into(
    numbers: dict[_Block, dict[int, float]],
    block: _Block,
    entities: Sequence[int],
    drawn: NDArray[np.float64],
) -> None:
    numbers.setdefault(block, {}).update(zip(entities, drawn.tolist(), strict=True))

"""Luck drawn ahead: the numbers of many entities at once, the same as drawn one by one.

A model that knows who will draw saves most of the time of its luck. What was not drawn ahead is
drawn when it is asked for, so that a forecast that is wrong costs time and changes nothing.
"""

import math
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from trainkit.kernel.luck import exponential_of, many_units, normal_of, uniform, units
from trainkit.kernel.philox import Key


class Block(NamedTuple):
    """Numbers that will probably be asked for.

    Attributes:
        purpose: Number of the source of chance.
        entities: Who draws.
        nth: The how-manieth draw of each: the index of `trainkit.kernel.luck`.
        both: Whether both numbers of a draw are wanted, as normal variates need them.
    """

    purpose: int
    entities: Sequence[int]
    nth: int = 0
    both: bool = False


_AT_ONCE = 3000
"""Numbers that are drawn in one go: the tables of more fall out of the processor's cache."""


class Ahead:
    """The luck of one replication, with what was drawn ahead of it.

    Args:
        key: Seed and replication, from `trainkit.kernel.luck.key`.

    Examples:
        >>> from trainkit.kernel.luck import uniform
        >>> luck = Ahead((7, 0, 3))
        >>> luck.draw([Block(1946, range(100))])
        >>> luck.uniform(1946, 42) == uniform((7, 0, 3), 1946, 42, 0)
        True
    """

    def __init__(self, key: Key) -> None:
        self._key = key
        self._ones: dict[tuple[int, int], dict[int, float]] = {}
        self._others: dict[tuple[int, int], dict[int, float]] = {}

    def draw(self, blocks: Sequence[Block]) -> None:
        """Draw all numbers of many blocks: a call for each would take most of the time."""
        lengths = [len(block.entities) for block in blocks]
        flat = chain.from_iterable(block.entities for block in blocks)
        who = np.fromiter(flat, np.int64, sum(lengths))
        purposes = np.repeat(np.array([block.purpose for block in blocks], np.int64), lengths)
        nth = np.repeat(np.array([block.nth for block in blocks], np.int64), lengths)
        ones: list[float] = []
        others: list[float] = []
        for low in range(0, len(who), _AT_ONCE):
            part = slice(low, low + _AT_ONCE)
            drawn = many_units(self._key, purposes[part], who[part], nth[part])
            ones.extend(drawn[0].tolist())
            others.extend(drawn[1].tolist())
        self._keep(blocks, ones, others)

    def _keep(self, blocks: Sequence[Block], ones: list[float], others: list[float]) -> None:
        low = 0
        for block in blocks:
            place, high = (block.purpose, block.nth), low + len(block.entities)
            own = zip(block.entities, ones[low:high], strict=True)
            self._ones.setdefault(place, {}).update(own)
            if block.both:
                own = zip(block.entities, others[low:high], strict=True)
                self._others.setdefault(place, {}).update(own)
            low = high

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

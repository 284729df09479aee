"""Draws of C3 by name, so that what one part draws shifts no other."""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np

from trainkit.kernel.luck import Luck

T = TypeVar("T")


def whole(luck: Luck, name: str, low: int, high: int, entity: int = 0) -> int:
    """Return a whole number from *low* to *high*, both included."""
    return low + int((high - low + 1) * luck.uniform(f"c3 {name}", entity))


def one_of(luck: Luck, name: str, options: Sequence[T], entity: int = 0) -> T:
    """Return one of the options."""
    return options[whole(luck, name, 0, len(options) - 1, entity)]


def shuffled(luck: Luck, name: str, options: Sequence[T]) -> tuple[T, ...]:
    """Return the options in an order of chance."""
    order = np.argsort([luck.uniform(f"c3 {name}", n) for n in range(len(options))])
    return tuple(options[place] for place in order)

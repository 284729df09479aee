"""Draws of a variant: some of a pool, one of a pool, a whole number, an order."""

from collections.abc import Sequence
from typing import TypeVar

from trainkit.kernel.luck import Luck

_T = TypeVar("_T")


def shuffled(luck: Luck, name: str, pool: Sequence[_T]) -> tuple[_T, ...]:
    """Return *pool* in an order of its own for each trainee."""
    places = sorted(range(len(pool)), key=lambda place: luck.uniform(f"a1 {name}", place))
    return tuple(pool[place] for place in places)


def some(luck: Luck, name: str, pool: Sequence[_T], number: int) -> tuple[_T, ...]:
    """Return *number* different ones of *pool*."""
    return shuffled(luck, name, pool)[:number]


def one(luck: Luck, name: str, pool: Sequence[_T]) -> _T:
    """Return one of *pool*."""
    return some(luck, name, pool, 1)[0]


def whole(luck: Luck, name: str, low: int, high: int) -> int:
    """Return a whole number from *low* to *high*, both included."""
    return low + int((high - low + 1) * luck.uniform(f"a1 {name}", 0))

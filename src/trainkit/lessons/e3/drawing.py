"""Draws of a variant: an order, one of a pool, a number in steps."""

from collections.abc import Sequence
from typing import TypeVar

from trainkit.kernel.luck import Luck

_T = TypeVar("_T")


def shuffled(luck: Luck, name: str, pool: Sequence[_T]) -> tuple[_T, ...]:
    """Return *pool* in an order of its own for each trainee."""
    places = sorted(range(len(pool)), key=lambda place: luck.uniform(f"e3 {name}", place))
    return tuple(pool[place] for place in places)


def one(luck: Luck, name: str, pool: Sequence[_T]) -> _T:
    """Return one of *pool*."""
    return pool[int(len(pool) * luck.uniform(f"e3 {name}", 0))]


def stepped(luck: Luck, name: str, low: float, high: float, step: float) -> float:
    """Return a number from *low* to *high*, both included, in steps."""
    steps = round((high - low) / step) + 1
    return round(low + step * int(steps * luck.uniform(f"e3 {name}", 0)), 6)


def whole(luck: Luck, name: str, low: int, high: int) -> int:
    """Return a whole number from *low* to *high*, both included."""
    return round(stepped(luck, name, low, high, 1))

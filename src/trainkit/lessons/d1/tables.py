"""The tables of D1 as they are declared, and draws from them.

What is told of a subject or of an item is data; what is true of it is kept with the keys.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from trainkit.kernel.luck import Luck

_T = TypeVar("_T")


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return a table of this package: ``subjects``, ``items`` or ``words``."""
    text = files("trainkit.lessons.d1").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def shuffled(luck: Luck, name: str, pool: Sequence[_T]) -> tuple[_T, ...]:
    """Return *pool* in an order of its own for each trainee."""
    places = sorted(range(len(pool)), key=lambda place: luck.uniform(f"d1 {name}", place))
    return tuple(pool[place] for place in places)


def whole(luck: Luck, name: str, low: int, high: int, entity: int = 0) -> int:
    """Return a whole number from *low* to *high*, both included."""
    return low + int((high - low + 1) * luck.uniform(f"d1 {name}", entity))

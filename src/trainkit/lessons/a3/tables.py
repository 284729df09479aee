"""The tables of A3 as they are declared, and draws from them.

What is told of a file is data; what is true of it is kept with the keys.
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
    """Return a table of this package: ``closed``, ``open``, ``papers``, ``periods``, ``words``."""
    text = files("trainkit.lessons.a3").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def shuffled(luck: Luck, name: str, pool: Sequence[_T]) -> tuple[_T, ...]:
    """Return *pool* in an order of its own for each trainee."""
    places = sorted(range(len(pool)), key=lambda place: luck.uniform(f"a3 {name}", place))
    return tuple(pool[place] for place in places)


def one(luck: Luck, name: str, pool: Sequence[_T]) -> _T:
    """Return one of *pool*."""
    return shuffled(luck, name, pool)[0]


def whole(luck: Luck, name: str, low: int, high: int, entity: int = 0) -> int:
    """Return a whole number from *low* to *high*, both included."""
    return low + int((high - low + 1) * luck.uniform(f"a3 whole {name}", entity))


def one_of_each_slot(luck: Luck, name: str, rows: Sequence[Mapping[str, Any]]) -> list[Any]:
    """Return one row of each slot of a table, in an order of its own for each trainee."""
    slots = list(dict.fromkeys(row["slot"] for row in rows))
    drawn = [
        one(luck, f"{name} {slot}", [row for row in rows if row["slot"] == slot]) for slot in slots
    ]
    return list(shuffled(luck, name, drawn))

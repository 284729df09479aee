"""Statements of several sorts: so many of each for a trainee, in an order that tells nothing.

They stand in a file beside the lesson's code, a list for each sort.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import TypeVar

from trainkit.kernel.luck import Luck

_One = TypeVar("_One")


@dataclass(frozen=True)
class Statement:
    """A statement.

    Attributes:
        told: What is said, or becomes known.
        sort: What it is, or asks for.
    """

    told: str
    sort: str


@dataclass(frozen=True)
class Statements:
    """All statements of one kind in a lesson.

    Attributes:
        lesson: Name of the lesson's package, such as ``c2``.
        name: Name of the file without its ending, such as ``moments``.
        sorts: The sorts, in the order of the draw.
        each: How many of each sort a trainee meets.
    """

    lesson: str
    name: str
    sorts: tuple[str, ...]
    each: int

    def pool(self) -> Mapping[str, tuple[str, ...]]:
        """Return all statements by their sort."""
        path = files(f"trainkit.lessons.{self.lesson}").joinpath(f"{self.name}.toml")
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        return {sort: tuple(told[sort]) for sort in self.sorts}

    def draw(self, luck: Luck) -> tuple[Statement, ...]:
        """Return a trainee's statements."""
        pool = self.pool()
        found = [
            Statement(told, sort)
            for sort in self.sorts
            for told in self._shuffled(luck, sort, pool[sort])[: self.each]
        ]
        return tuple(self._shuffled(luck, "order", found))

    def _shuffled(self, luck: Luck, what: str, of: Sequence[_One]) -> list[_One]:
        name = f"{self.lesson} {self.name} {what}"
        return [of[n] for n in sorted(range(len(of)), key=lambda n: luck.uniform(name, n))]

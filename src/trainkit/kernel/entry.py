"""What one line of a logbook is, and what it may say."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from trainkit.errors import TrainkitError, nearest

_MISSING = math.nan
Record = tuple[float, str, str, dict[str, float | str]]


@dataclass(frozen=True)
class Kind:
    """A kind of entry, named in the past tense, with the names of the facts it carries.

    Attributes:
        name: What happened, such as ``contact_detected``.
        facts: Names of its facts, units last; values are numbers.
        choices: For a fact that is a word, the words that it may be.
    """

    name: str
    facts: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def encode(self, facts: Mapping[str, float | str]) -> tuple[float, ...]:
        """Return the values of *facts* in the declared order; what is not given is nan."""
        if tuple(facts) == self.facts:
            values = list(facts.values())
        elif facts.keys() <= self._known:
            values = [facts.get(name, _MISSING) for name in self.facts]
        else:
            raise self._unknown(min(facts.keys() - self._known))
        for place, words in self._worded:
            value = values[place]
            values[place] = words.get(value, value)
        if str in map(type, values):
            return tuple(map(self._number, self.facts, values))
        return tuple(values)  # type: ignore[arg-type]

    @cached_property
    def _worded(self) -> list[tuple[int, dict[float | str, float]]]:
        """Return where the facts that are words stand, and the number of each word."""
        return [
            (place, {word: float(n) for n, word in enumerate(self.choices[name])})
            for place, name in enumerate(self.facts)
            if name in self.choices
        ]

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.facts)

    def _unknown(self, name: str) -> TrainkitError:
        return TrainkitError(
            f"An entry '{self.name}' has no fact '{name}'.{nearest(name, self.facts)}"
        )

    def decode(self, values: Sequence[float]) -> dict[str, float | str]:
        """Return facts by name from their *values*, without those that are nan."""
        known = zip(self.facts, values, strict=False)
        return {name: self._word(name, value) for name, value in known if not math.isnan(value)}

    def _number(self, name: str, value: float | str) -> float:
        if not isinstance(value, str):
            return float(value)
        words = self.choices.get(name, ())
        if value not in words:
            raise TrainkitError(
                f"'{value}' is no '{name}' of '{self.name}'.{nearest(value, words)}"
            )
        return float(words.index(value))

    def _word(self, name: str, value: float) -> float | str:
        return self.choices[name][int(value)] if name in self.choices else float(value)


@dataclass(frozen=True)
class Entry:
    """One line of a logbook: its place, the time in hours, what happened to whom, and the facts."""

    sequence: int
    time_h: float
    kind: str
    subject: str
    facts: dict[str, float | str]


def entry_type(kinds: Sequence[Kind]) -> np.dtype[Any]:
    """Return the record type that holds entries of these *kinds*."""
    width = max((len(kind.facts) for kind in kinds), default=0)
    return np.dtype(
        [("time_h", "f8"), ("kind", "i4"), ("subject", "i4"), ("facts", "f8", (max(width, 1),))]
    )

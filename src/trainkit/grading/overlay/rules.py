"""What share of a criterion an answer reached, by rules that are data.

A rule looks at an answer whose form was checked before, gives a share from 0 to 1, and knows what
earns all of it.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from typing import Any

from trainkit.lessons.field import Allocation, Choice, Instant, Number, Position
from trainkit.lessons.task import Answer

_ROUNDING = 1e-9
_SECONDS_A_MINUTE = 60.0


@dataclass(frozen=True)
class ByOption:
    """What each option of a choice earns; an option that is not named earns nothing.

    Attributes:
        field: The choice.
        shares: Share by option; exactly those that earn all have 1.
    """

    field: Choice
    shares: Mapping[str, float]

    def share(self, answer: Answer) -> float:
        """Return the share that an answer reached."""
        return self.shares.get(answer[self.field.name], 0.0)

    def reference(self) -> dict[str, Any]:
        """Return the values that earn all."""
        return {self.field.name: max(self.shares, key=lambda option: self.shares[option])}


@dataclass(frozen=True)
class ByDistance:
    """How far a number, a sum of hours, a place or a time may be off.

    Attributes:
        field: What is looked at.
        best: What earns all.
        bands: Pairs of a distance, in the field's unit, nautical miles or minutes, and the share
            that is earned up to it; the distances rise.
        cells: Of an allocation: the cells whose amounts are summed.
    """

    field: Number | Allocation | Position | Instant
    best: Any
    bands: tuple[tuple[float, float], ...]
    cells: tuple[str, ...] = ()

    def share(self, answer: Answer) -> float:
        """Return the share that an answer reached."""
        off = self._distance(answer[self.field.name])
        return next((share for within, share in self.bands if off <= within + _ROUNDING), 0.0)

    def reference(self) -> dict[str, Any]:
        """Return the values that earn all; of an allocation, those of its cells."""
        if isinstance(self.field, Allocation):
            rest = dict.fromkeys(self.cells[1:], 0)
            return {self.field.name: {self.cells[0]: self.best, **rest}}
        return {self.field.name: self.best}

    def _distance(self, value: Any) -> float:
        match self.field:
            case Position():
                east = float(value["x_nm"]) - float(self.best["x_nm"])
                return math.hypot(east, float(value["y_nm"]) - float(self.best["y_nm"]))
            case Instant():
                apart = datetime.fromisoformat(value) - datetime.fromisoformat(self.best)
                return abs(apart.total_seconds()) / _SECONDS_A_MINUTE
            case Allocation():
                return abs(math.fsum(value[cell] for cell in self.cells) - float(self.best))
        return abs(float(value) - float(self.best))


@dataclass(frozen=True)
class BySeveral:
    """Several choices of the same options: those that are wanted, in their order or in any.

    Attributes:
        fields: The choices, the first place first.
        wanted: As many options.
        ordered: Whether the order counts: pairs that stand right less pairs that stand wrong.
    """

    fields: tuple[Choice, ...]
    wanted: tuple[str, ...]
    ordered: bool

    def share(self, answer: Answer) -> float:
        """Return the share that an answer reached."""
        given = [answer[one.name] for one in self.fields]
        if not self.ordered:
            return len(set(given) & set(self.wanted)) / len(self.wanted)
        pairs = list(combinations(self.wanted, 2))
        right = sum(_stands(given, first, then) for first, then in pairs)
        wrong = sum(_stands(given, then, first) for first, then in pairs)
        return max(0.0, (right - wrong) / len(pairs))

    def reference(self) -> dict[str, Any]:
        """Return the values that earn all."""
        names = [one.name for one in self.fields]
        return dict(zip(names, self.wanted, strict=True))


def _stands(given: list[Any], first: str, then: str) -> bool:
    """Return whether *first* is there, and *then* behind it; each counts where it stands first."""
    return first in given and then in given and given.index(first) < given.index(then)


Rule = ByOption | ByDistance | BySeveral

"""The timeline below a link chart: a lane for each team and one for both, items by day."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from trainkit.views.link_item import Shown

LANES = ("Alder team only", "both teams", "Borea team only", "no team")
_MOST_COLUMNS = 48


@dataclass(frozen=True)
class Timeline:
    """The days of a case, cut into columns of whole days.

    Attributes:
        first: First day.
        last: Last day; the last column may reach beyond it.
        step: Days in a column.
        columns: How many columns there are.
    """

    first: int
    last: int
    step: int
    columns: int

    def column(self, item: Shown) -> int:
        """Return the column that an item lies in."""
        return (int(item.time_h // 24) - self.first) // self.step


def timeline(items: Sequence[Shown]) -> Timeline:
    """Return the timeline that holds all items; one day where there is none."""
    days = [int(item.time_h // 24) for item in items] or [0]
    first, n = min(days), max(days) - min(days) + 1
    step = math.ceil(n / _MOST_COLUMNS)
    return Timeline(first, max(days), step, math.ceil(n / step))


def lane(item: Shown) -> str:
    """Return the lane of an item: who has it."""
    if len(set(item.known_to)) == 2:
        return "both teams"
    return f"{item.known_to[0]} team only" if item.known_to else "no team"


def rows(items: Sequence[Shown]) -> list[tuple[str, int, int]]:
    """Return lane, column and row of each item, in the order of *items*; no two are the same."""
    time = timeline(items)
    taken: Counter[tuple[str, int]] = Counter()
    found = []
    for item in items:
        place = lane(item), time.column(item)
        found.append((*place, taken[place]))
        taken[place] += 1
    return found

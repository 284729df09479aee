"""Three nights with one boat and one crew: five acts to put in order, and an order from above."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trainkit.kernel.luck import Luck
from trainkit.lessons.a2.states import Sides
from trainkit.lessons.a2.tables import of_slot, one, shuffled, slots, table, whole

ACTS = 5


@dataclass(frozen=True)
class Act:
    """An act that the crew could begin now: its name, and what is told of it."""

    id: str
    told: str


@dataclass(frozen=True)
class Night:
    """A night.

    Attributes:
        id: Its name.
        told: What is known.
        persons: People in danger.
        acts: Five acts, in an order that tells nothing.
        demand: The order from above.
        why: What to answer to it and why, for after commit.
        rows: Rows of the law box that it turns on.
    """

    id: str
    told: str
    persons: int
    acts: tuple[Act, ...]
    demand: str
    why: str
    rows: tuple[str, ...]


def draw_nights(luck: Luck, sides: Sides) -> tuple[Night, ...]:
    """Return three nights, one of each slot, in an order that tells nothing."""
    pool = table("orders")["night"]
    drawn = []
    for place, slot in enumerate(slots(pool)):
        row = one(luck, f"night {slot}", of_slot(pool, slot))
        drawn.append(_night(luck, sides, row, whole(luck, "people of nights", 9, 34, place)))
    return shuffled(luck, "order of nights", drawn)


def _night(luck: Luck, sides: Sides, row: Mapping[str, Any], persons: int) -> Night:
    told, demand, why = (sides.named(row[key], persons) for key in ("told", "demand", "why"))
    acts = _acts(luck, sides, row)
    return Night(row["id"], told, persons, acts, demand, why, tuple(row["rows"]))


def _acts(luck: Luck, sides: Sides, row: Mapping[str, Any]) -> tuple[Act, ...]:
    words = table("orders")["acts"]
    picked = [
        one(luck, f"act {place} of {row['id']}", names) for place, names in enumerate(row["acts"])
    ]
    acts = [Act(name, sides.named(words[name], 0)) for name in picked]
    return shuffled(luck, f"order of acts of {row['id']}", acts)

"""Six sightings: is there a duty to help, what is due now, and on which source?

Everybody has one of each slot: danger without a call; danger in another region; a ship that cannot
go; a master who is forbidden to; a sound vessel under suspicion; news that is late.
"""

from dataclasses import dataclass

from trainkit.kernel.luck import Luck
from trainkit.lessons.a2.states import Sides
from trainkit.lessons.a2.tables import of_slot, one, shuffled, slots, table, whole


@dataclass(frozen=True)
class Sighting:
    """A sighting as it is told.

    Attributes:
        id: Its name.
        told: What is told.
        persons: People aboard.
        why: What to see in it, for after commit.
        rows: Rows of the law box that it turns on.
    """

    id: str
    told: str
    persons: int
    why: str
    rows: tuple[str, ...]


def draw_sightings(luck: Luck, sides: Sides) -> tuple[Sighting, ...]:
    """Return six sightings, one of each slot, in an order that tells nothing."""
    pool = table("sightings")["sighting"]
    drawn = []
    for place, slot in enumerate(slots(pool)):
        row = one(luck, f"sighting {slot}", of_slot(pool, slot))
        persons = whole(luck, "people of sightings", 12, 46, place)
        told, why = (sides.named(row[key], persons) for key in ("told", "why"))
        drawn.append(Sighting(row["id"], told, persons, why, tuple(row["rows"])))
    return shuffled(luck, "order of sightings", drawn)

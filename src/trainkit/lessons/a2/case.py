"""The case of A2: two States, ten instruments, twelve vignettes; drawn for each trainee."""

from dataclasses import dataclass
from functools import lru_cache

from trainkit.kernel.luck import Luck
from trainkit.lessons.a2.instruments import Instrument, draw_instruments
from trainkit.lessons.a2.orders import Night, draw_nights
from trainkit.lessons.a2.places import Landing, draw_landings
from trainkit.lessons.a2.sightings import Sighting, draw_sightings
from trainkit.lessons.a2.states import Sides, draw_sides
from trainkit.lessons.a2.tables import one, table


@dataclass(frozen=True)
class Situation:
    """What one trainee sees.

    Attributes:
        seed: Visible luck of this trainee, for the thousand alerts.
        sides: Which State is outside the Law of the Sea Convention.
        instruments: Ten instruments.
        sightings: Six sightings, vignettes 1 to 6.
        landings: Three landings, vignettes 7 to 9.
        nights: Three nights, vignettes 10 to 12.
        note: What the commander has written.
    """

    seed: int
    sides: Sides
    instruments: tuple[Instrument, ...]
    sightings: tuple[Sighting, ...]
    landings: tuple[Landing, ...]
    nights: tuple[Night, ...]
    note: str


@lru_cache(maxsize=64)
def situation(luck: Luck) -> Situation:
    """Return the case of a trainee."""
    sides = draw_sides(luck)
    return Situation(
        seed=luck.seed,
        sides=sides,
        instruments=draw_instruments(luck),
        sightings=draw_sightings(luck, sides),
        landings=draw_landings(luck),
        nights=draw_nights(luck, sides),
        note=sides.named(one(luck, "note", table("notes")["notes"]), 0),
    )


def told(case: Situation) -> str:
    """Return the commander's note, as the trainee and the marker read it."""
    return f'The commander of {case.sides.outside} has written: "{case.note}"'

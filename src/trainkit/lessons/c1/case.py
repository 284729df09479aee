"""The case of C1: people who leave a flat before dawn, drawn anew for each trainee.

Which place it is, what is said of them, how often each item is seen under each explanation, what
could be asked and how fast it fades: each differs between trainees and is as hard for all.
"""

from dataclasses import dataclass
from functools import lru_cache

from trainkit.kernel.luck import Luck
from trainkit.lessons.c1.chain import Chain, draw_chain
from trainkit.lessons.c1.draws import one_of, whole
from trainkit.lessons.c1.items import Seen, draw_items
from trainkit.lessons.c1.pool import pool
from trainkit.lessons.c1.statements import Statement, draw_statements
from trainkit.lessons.c1.stops import Stop, draw_stops
from trainkit.lessons.c1.week import Week, draw_week


@dataclass(frozen=True)
class Situation:
    """What one trainee sees.

    Attributes:
        seed: Visible luck of this trainee.
        setting: Where the people work.
        persons: How many they are.
        statements: Six statements, of which some are hypotheses.
        items: Five items with their chances under the three hypotheses.
        chain: Four reports, one after another, between two hypotheses.
        week: The enquiries that could be made, and the team.
        stops: Four points at which to ask on or to stop.
    """

    seed: int
    setting: str
    persons: int
    statements: tuple[Statement, ...]
    items: tuple[Seen, ...]
    chain: Chain
    week: Week
    stops: tuple[Stop, ...]


@lru_cache(maxsize=512)
def situation(luck: Luck) -> Situation:
    """Return the case of a trainee."""
    return Situation(
        seed=luck.seed,
        setting=one_of(luck, "setting", pool()["settings"]),
        persons=whole(luck, "persons", 9, 17),
        statements=draw_statements(luck),
        items=draw_items(luck),
        chain=draw_chain(luck),
        week=draw_week(luck),
        stops=draw_stops(luck),
    )

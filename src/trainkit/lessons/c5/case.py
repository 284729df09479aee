"""The case of C5: a week's board, moments, a notice, and five months of two teams."""

from dataclasses import dataclass
from functools import lru_cache

from trainkit.kernel.luck import Luck
from trainkit.lessons.c5.chance import Meeting, draw_meeting
from trainkit.lessons.c5.drawn import draw_week
from trainkit.lessons.c5.moments import MOMENTS
from trainkit.lessons.c5.notice import CIRCUMSTANCES, Circumstance
from trainkit.lessons.c5.week import Week
from trainkit.lessons.statements import Statement


@dataclass(frozen=True)
class Months:
    """What differs between trainees in the months to plan for.

    Attributes:
        setup_days: Days that a joint team takes to be set up.
        police_days: Median days of an answer from police to police.
        known_abroad: Share of the other State's aides whom a team knows: how much both overlap.
        departures: Boats that the network sends in a week at full capacity.
        exploited: People whom it begins to exploit in a month at full capacity.
    """

    setup_days: float
    police_days: float
    known_abroad: float
    departures: float
    exploited: float


@dataclass(frozen=True)
class Situation:
    """What one trainee sees.

    Attributes:
        seed: Visible luck of this trainee.
        week: A week's board of both teams.
        moments: Eight moments of two teams at work.
        circumstance: What the notice is about.
        code: Number of the person on the board whom the notice is about.
        meeting: How often two teams meet by chance, in figures.
        months: The months to plan for.
    """

    seed: int
    week: Week
    moments: tuple[Statement, ...]
    circumstance: Circumstance
    code: int
    meeting: Meeting
    months: Months


@lru_cache(maxsize=512)
def situation(luck: Luck) -> Situation:
    """Return the case of a trainee."""
    return Situation(
        seed=luck.seed,
        week=draw_week(luck),
        moments=MOMENTS.draw(luck),
        circumstance=CIRCUMSTANCES[_whole(luck, "circumstance", 0, 2)],
        code=_whole(luck, "code", 104, 986),
        meeting=draw_meeting(luck),
        months=Months(
            setup_days=float(5 * _whole(luck, "setup", 4, 7)),
            police_days=float(5 * _whole(luck, "police", 3, 5)),
            known_abroad=0.05 * _whole(luck, "abroad", 6, 8),
            departures=float(_whole(luck, "departures", 7, 9)),
            exploited=float(_whole(luck, "exploited", 5, 7)),
        ),
    )


def _whole(luck: Luck, name: str, low: int, high: int) -> int:
    return low + int((high - low + 1) * luck.uniform(f"c5 {name}", 0))

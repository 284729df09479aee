"""One night twice, in the same luck: under the trainee's orders and under the standing order."""

from dataclasses import dataclass, replace
from functools import lru_cache

from trainkit.experiments.engine import simulate
from trainkit.kernel.logbook import Logbook
from trainkit.lessons.e2.case import Situation
from trainkit.lessons.e2.rescue import Levers, scenario

STEP_H, LAST_H = 0.5, 6.0
_WITHSTANDS = 0.3
"""The boat of that night is turned over more easily than seven in ten."""


@dataclass(frozen=True)
class Moment:
    """How things stand at one moment.

    Attributes:
        time_h: When.
        recovered: People taken on board so far.
        lost: People lost so far.
        jackets: Lifejackets handed out so far.
        boat: What has become of the boat: afloat, swamped, turned over.
    """

    time_h: float
    recovered: int
    lost: int
    jackets: int
    boat: str


@lru_cache(maxsize=64)
def night(case: Situation, levers: Levers) -> Logbook:
    """Return the logbook of one night of a case under a plan."""
    told = scenario(case).vary({**dict(levers), "withstands": _WITHSTANDS})
    return simulate(replace(told, horizon_h=LAST_H), case.seed, 0, 1, "simpy")[0]


def moments(book: Logbook) -> list[Moment]:
    """Return how a night stands every half hour."""
    steps = round(LAST_H / STEP_H)
    return [_moment(book, step * STEP_H) for step in range(1, steps + 1)]


def _moment(book: Logbook, time_h: float) -> Moment:
    past = [entry for entry in book if entry.time_h <= time_h]

    def persons(kind: str) -> int:
        found = [entry for entry in past if entry.kind == kind]
        return round(sum(float(entry.facts["persons"]) for entry in found))

    kinds = {entry.kind for entry in past}
    boat = "swamped" if "boat_swamped" in kinds else "afloat"
    return Moment(
        time_h=time_h,
        recovered=persons("persons_recovered"),
        lost=sum(entry.kind == "person_lost" for entry in past),
        jackets=persons("lifejackets_given"),
        boat="turned over" if "boat_capsized" in kinds else boat,
    )

"""The trainee's own night, and the head counts that come out of it and do not agree.

The run is simulated with the trainee's visible luck, so that the grader reads the same logbook.
Osprey, when it is full, passes its people on: they stand in the tally of two units.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.experiments.engine import simulate
from trainkit.kernel.logbook import Logbook
from trainkit.lessons.e2.case import UNITS, Situation
from trainkit.lessons.e2.rescue import scenario

UNTIL_H = 5.0
"""When the tallies are taken: 07:00 UTC."""
_MOST_NIGHTS = 300
_LEAST_MISSING = 3


@dataclass(frozen=True)
class Tally:
    """What one unit reports.

    Attributes:
        unit: The unit.
        had: People it has had on board, as it counts them.
        from_units: Of these, people who came from another unit.
        passed_on: People it passed on to another unit.
        landed: People it has landed.
    """

    unit: str
    had: int
    from_units: int
    passed_on: int
    landed: int


@lru_cache(maxsize=64)
def night(case: Situation) -> Logbook:
    """Return the first night of a case in which people were passed on and some are missing."""
    told = scenario(case).vary({"units.1.when_full": "transfer", "persons": case.told})
    told = replace(told, horizon_h=UNTIL_H)
    for replication in range(_MOST_NIGHTS):
        book = simulate(told, case.seed, replication, 1, "simpy")[0]
        if _tells(case, book):
            return book
    raise TrainkitError(f"In {_MOST_NIGHTS} nights nobody was missing: an error of ours.")


def _tells(case: Situation, book: Logbook) -> bool:
    missing = case.believed - accounted(book)
    return bool(book.of("persons_handed_over")) and _LEAST_MISSING <= missing <= 30


def _persons(book: Logbook, kind: str, unit: str | None = None) -> int:
    return round(sum(float(entry.facts["persons"]) for entry in book.of(kind, unit)))


def accounted(book: Logbook) -> int:
    """Return how many people were taken out of distress, each once."""
    return _persons(book, "persons_recovered")


@lru_cache(maxsize=64)
def tallies(case: Situation) -> tuple[Tally, ...]:
    """Return what the units report at `UNTIL_H`."""
    book = night(case)
    return tuple(_tally(book, unit) for unit in UNITS)


def _tally(book: Logbook, unit: str) -> Tally:
    came = _persons(book, "persons_taken_over", unit)
    return Tally(
        unit=unit,
        had=_persons(book, "persons_recovered", unit) + came,
        from_units=came,
        passed_on=_persons(book, "persons_handed_over", unit),
        landed=_persons(book, "persons_landed", unit),
    )


def added_up(case: Situation) -> int:
    """Return what the tallies add up to for whoever counts people twice."""
    return sum(one.had for one in tallies(case))


def readings(case: Situation) -> Mapping[str, Any]:
    """Return what the tallies and sources of a case hold, by field of the task."""
    found = accounted(night(case))
    return {
        "accounted": found,
        "believed": case.believed,
        "missing": case.believed - found,
        "next_step": "go_on",
        "who": "coordinator_ashore",
    }

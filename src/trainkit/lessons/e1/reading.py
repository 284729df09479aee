"""The trainee's own run: one night in which the first search found nothing, and what it left.

The run is simulated with the trainee's visible luck, so that the grader reads the same logbook.
"""

import math
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.experiments import run
from trainkit.kernel.logbook import Logbook
from trainkit.kernel.luck import Luck
from trainkit.lessons.e1.case import Situation
from trainkit.scenarios import Scenario, load

SCENARIO = "trainkit/alert-to-distress"
SEARCHER = "Alder Skua"
_WIDTHS_NM = (0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2)
"""Sweep widths of the Skua's lookouts, one for each trainee: coverage is read and not copied."""
_MOST_NIGHTS = 500
_SHARED = (
    "object_id",
    "persons",
    "wind_kn",
    "wind_from_deg",
    "current_kn",
    "current_toward_deg",
    "elapsed_h",
    "position_error_nm",
    "survival_median_h",
)
"""What the case and the scenario call by the same name."""


@cache
def _authored() -> Scenario:
    return load(SCENARIO)


@lru_cache(maxsize=32)
def scenario(case: Situation) -> Scenario:
    """Return the scenario of the first search with the numbers of a case."""
    told = _authored()
    skua = [unit.name for unit in told.parameters.units].index(SEARCHER)
    width_nm = _WIDTHS_NM[int(len(_WIDTHS_NM) * Luck(case.seed).uniform("e1 sweep width", 0))]
    shared = {name: getattr(case, name) for name in _SHARED}
    return told.vary({**shared, f"units.{skua}.sweep_width_nm": width_nm})


@lru_cache(maxsize=32)
def night(case: Situation) -> Logbook:
    """Return the logbook of the first night of a case in which nothing was found."""
    told = scenario(case)
    for replication in range(_MOST_NIGHTS):
        book = run(told, seed=case.seed, replication=replication, engine="simpy")
        if book.first("contact_detected") is None:
            return book
    raise TrainkitError(f"In {_MOST_NIGHTS} nights the boat was always found: an error of ours.")


def searched_h(book: Logbook, unit: str) -> float:
    """Return how long a unit searched, summed over its legs."""
    return math.fsum(float(entry.facts["searched_h"]) for entry in book.of("leg_ended", unit))


def readings(case: Situation) -> Mapping[str, Any]:
    """Return what the logbook and the reports of a case hold, by field of the task."""
    book, told = night(case), scenario(case)
    first = book.first("leg_began")
    unit = next(one for one in told.parameters.units if one.name == SEARCHER)
    swept_nm2 = unit.sweep_width_nm * unit.search_speed_kn * searched_h(book, SEARCHER)
    coverage = swept_nm2 / (unit.area_length_nm * unit.area_width_nm)
    return {
        "first_leg_h": round(first.time_h if first else math.nan, 2),
        "coverage": round(coverage, 2),
        "pod_percent": round(100.0 * -math.expm1(-coverage)),
        "unaccounted": case.persons - case.taken_off,
        "next_step": "go_on",
    }

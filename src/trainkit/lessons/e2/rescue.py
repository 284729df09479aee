"""The case as a scenario, and what a plan brings in it over many nights in the same luck.

A night's boat withstands more or less. The nights of one evaluation take every share of such boats
in turn, so that few nights suffice; in half of them as many people are there as the survivor says,
in the others as many as the list leaves possible.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.experiments.engine import simulate
from trainkit.joint.mass_rescue.metrics import person_hours
from trainkit.joint.mass_rescue.redlines import RULES
from trainkit.kernel.logbook import Logbook, Logbooks
from trainkit.kernel.luck import Luck
from trainkit.lessons.e2.case import UNITS, Situation
from trainkit.redlines import Breach, breaches
from trainkit.scenarios import Scenario, load

SCENARIO = "trainkit/mass-rescue-worsening-weather"
UNTIL_H = 8.0
"""Until when person-hours are counted; what comes later changes no comparison."""
Floats = NDArray[np.float64]
Levers = tuple[tuple[str, Any], ...]


@cache
def authored() -> Scenario:
    """Return the scenario as it was written."""
    return load(SCENARIO)


@lru_cache(maxsize=128)
def scenario(case: Situation) -> Scenario:
    """Return the scenario with the numbers of a case, and orders as good as the watch can give."""
    values = {
        "persons": case.told,
        "in_water": case.in_water,
        "children": case.children,
        "water_c": case.water_c,
        **_listed("weather", "from_h", [from_h for from_h, _ in case.sea]),
        **_listed("weather", "sea_m", [sea_m for _, sea_m in case.sea]),
        **_listed("sources", "persons", [case.listed, case.told, case.seen]),
        **_listed("units", "on_scene_h", [hull.stays_h for hull in case.hulls]),
        **_listed("units", "quota", [hull.safe_rough for hull in case.hulls]),
        **_listed("units", "takes_over", [hull.name == lasting(case) for hull in case.hulls]),
    }
    for name in ("arrive_h", "trained", "communications", "safe_calm", "safe_rough"):
        values |= _listed("units", name, [getattr(hull, name) for hull in case.hulls])
    return replace(authored().vary(values), horizon_h=UNTIL_H)


def _listed(many: str, name: str, values: Sequence[Any]) -> dict[str, Any]:
    """Return values of one parameter of an array of tables, by dotted name."""
    return {f"{many}.{place}.{name}": value for place, value in enumerate(values)}


def lasting(case: Situation) -> str:
    """Return the unit that is trained, has links to the centre, and stays longest."""
    able = [hull for hull in case.hulls if hull.trained]
    return max(able, key=lambda hull: hull.stays_h).name


@dataclass(frozen=True, eq=False)
class Nights:
    """What a plan brought in each night.

    Attributes:
        alive: People recovered alive, shape (nights,).
        spared_h: Person-hours in safety in the first `UNTIL_H` hours: the more, the less distress.
        over: People carried beyond what is safe.
        capsized: Whether the boat turned over, 0 or 1.
    """

    alive: Floats
    spared_h: Floats
    over: Floats
    capsized: Floats


def nights(case: Situation, levers: Levers, luck: Luck, n: int) -> Nights:
    """Return *n* nights of a plan, in the same luck for every plan."""
    return _nights(scenario(case).vary(dict(levers)), case.believed, luck, n)


@lru_cache(maxsize=2048)
def _nights(told: Scenario, believed: int, luck: Luck, n: int) -> Nights:
    """Play the nights; two plans that come to the same orders are played once."""
    books = Logbooks.of([_night(told, believed, luck, at, n) for at in range(n)])
    alive, over, capsized = (
        _read(books, name)
        for name in ("persons_recovered_alive", "capacity_exceeded", "boat_capsized")
    )
    everybody = books.first_fact("scene_opened", "persons")
    spared_h = everybody * UNTIL_H - person_hours(books, UNTIL_H)
    return Nights(alive, spared_h, over, capsized)


def _night(told: Scenario, believed: int, luck: Luck, at: int, n: int) -> Logbook:
    withstands = (at + luck.uniform("e2 steadiness", 0)) / n
    persons = believed if at % 2 else told.parameters.persons
    spec = told.parameters.model_copy(update={"withstands": withstands, "persons": persons})
    return simulate(replace(told, parameters=spec), luck.seed, at, 1, "simpy")[0]


def _read(books: Logbooks, name: str) -> Floats:
    metric = next(one for one in authored().model.metrics if one.name == name)
    return metric.read(books)


def crossed(case: Situation, levers: Levers) -> tuple[Breach, ...]:
    """Return the red lines that orders cross, read on the logbook of a night under them."""
    told = replace(scenario(case).vary(dict(levers)), horizon_h=24.0)
    return breaches(RULES, simulate(told, case.seed, 0, 1, "simpy")[0])


def by_unit(lever: str, values: Mapping[str, Any]) -> Levers:
    """Return a lever of each unit, from values by its name."""
    return tuple((f"units.{UNITS.index(name)}.{lever}", value) for name, value in values.items())

"""Orders of a watch as data, and the nights that they lead to.

An order holds until another is given. Orders of one watch are played after the same first watches
for everybody, and stand until the end.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.exercise.joint.outcome import unsafe_hours
from trainkit.experiments.engine import Engine, simulate
from trainkit.kernel.compiled import available
from trainkit.kernel.luck import Luck
from trainkit.kernel.warmth import is_warm
from trainkit.lessons.e6.case import AREAS, END_H, FLEET, WATCHES_H, Situation
from trainkit.lessons.task import Answer
from trainkit.scenarios import Scenario, load

SCENARIO = "trainkit/joint-night"
Plan = tuple[tuple[float, tuple[tuple[str, str], ...]], ...]
"""Orders by the hour at which they are given: what can be a key of a cache."""
_LEVERS = ("sharing", "dispatch", "dispatch_phase")


@cache
def _authored() -> Scenario:
    return load(SCENARIO)


@lru_cache(maxsize=64)
def scenario(case: Situation) -> Scenario:
    """Return the scenario with the numbers of a case, before any order of the watch."""
    told = _authored()
    lanes = case.counted / 20.0, 1.0 - case.counted / 20.0
    north, south = lanes if case.busy == "north" else lanes[::-1]
    return told.vary(
        {
            "origins.0.share": round(north, 2),
            "origins.1.share": round(south, 2),
            "false_alarms_per_day": case.false_per_day,
            "spells.0.time_h": case.rough_h,
            "spells.1.time_h": END_H - case.rough_h,
        }
    )


def plan(*watches: tuple[float, Answer]) -> Plan:
    """Return orders of watches, each an hour and an answer, as a plan."""
    names = (*_LEVERS, *(name.lower() for name in FLEET))
    return tuple((at_h, _named(answer, names)) for at_h, answer in watches)


def _named(answer: Answer, names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(answer[name])) for name in names)


def orders(told: Plan) -> list[dict[str, Any]]:
    """Return a plan as orders of the model."""
    found: list[dict[str, Any]] = []
    for at_h, values in told:
        found += [_order(at_h, name, value) for name, value in values]
    return found


def _order(at_h: float, name: str, value: str) -> dict[str, Any]:
    if name in _LEVERS:
        return {"time_h": at_h, "order": name, "word": value}
    unit = name.capitalize()
    if value == "stand_by":
        return {"time_h": at_h, "order": "stand_by", "unit": unit}
    _, x_nm, y_nm = AREAS[value]
    return {"time_h": at_h, "order": "patrol", "unit": unit, "area_x_nm": x_nm, "area_y_nm": y_nm}


def led(case: Situation, told: Plan) -> Scenario:
    """Return the scenario of a case under a plan."""
    return scenario(case).vary("orders", tuple(orders(told)))


def watch_plan(number: int, answer: Answer, before: Sequence[Answer]) -> Plan:
    """Return the plan in which a watch's orders follow those of the watches *before* it."""
    firsts = zip(WATCHES_H[: number - 1], before, strict=False)
    return plan(*firsts, (WATCHES_H[number - 1], answer))


@lru_cache(maxsize=4096)
def hours(case: Situation, told: Plan, luck: Luck, n: int) -> NDArray[np.float64]:
    """Return the hours of people in distress of *n* hidden nights, shape (n,).

    The compiled engine plays them wherever it loads; SimPy gives the same entries and is slower.
    """
    return _hours(case, told, luck.seed, n, compiled=available())


@lru_cache(maxsize=256)
def shown(case: Situation, told: Plan, n: int) -> NDArray[np.float64]:
    """Return the hours of *n* nights in the trainee's visible luck."""
    return _hours(case, told, case.seed, n, compiled=_is_fast())


def shown_nights() -> int:
    """Return how many nights a reveal plays: fewer where the compiled engine is not warm."""
    return 1000 if _is_fast() else 60


def _is_fast() -> bool:
    return is_warm("joint_operation") and available()


def _hours(
    case: Situation, told: Plan, seed: int, n: int, *, compiled: bool
) -> NDArray[np.float64]:
    engine: Engine = "compiled" if compiled else "simpy"
    return unsafe_hours(simulate(led(case, told), seed, 0, n, engine), END_H)

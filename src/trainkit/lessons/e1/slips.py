"""Typical slips in E1, recognised by what they do to a plausible answer; never a judgement of it.

Each reads only what the trainee sees. The factors are those between units: 1.852 kilometres to a
nautical mile, 0.514 metres a second to a knot, 2 radii to a side.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from trainkit.lessons.e1.case import (
    AREAS,
    FIRST_HOURS,
    MPS_PER_KN,
    SECOND_HOURS,
    Situation,
    velocity,
)
from trainkit.lessons.e1.maps import later_shares, shares
from trainkit.lessons.e1.reading import readings
from trainkit.lessons.e1.watch import BOATS
from trainkit.lessons.task import Answer

Shows = Callable[[Situation, Answer], bool]
KM_PER_NM = 1.852
_WIDEST_NM = 8.5
"""A square that reaches farther is searched by half of what its errors ask for, or less."""
_NEAR = 0.12
"""How near to a slip's place an answer must lie, as a share of the drift."""


def _all_alike(_case: Situation, answer: Answer) -> bool:
    return len(Counter(answer.values())) == 1


def _too_many(_case: Situation, answer: Answer) -> bool:
    return Counter(answer.values())["distress"] > BOATS


PHASE: dict[str, Shows] = {"all_alike": _all_alike, "too_many": _too_many}


def _lies(place: Callable[[Situation], tuple[float, float]]) -> Shows:
    """Return the slip whose answer lies near a *place*, and not near the drift itself."""

    def shows(case: Situation, answer: Answer) -> bool:
        found = (answer["datum"]["x_nm"], answer["datum"]["y_nm"])
        right = _drift(case)
        near = _NEAR * math.hypot(*right)
        return math.dist(found, place(case)) < near < math.dist(found, right)

    return shows


def _drift(case: Situation) -> tuple[float, float]:
    east, north = case.drift_kn
    return east * case.elapsed_h, north * case.elapsed_h


def _current(case: Situation) -> tuple[float, float]:
    east, north = velocity(case.current_kn, case.current_toward_deg)
    return east * case.elapsed_h, north * case.elapsed_h


def _leeway(case: Situation) -> tuple[float, float]:
    (x, y), (east, north) = _drift(case), _current(case)
    return x - east, y - north


def _times(factor: float) -> Callable[[Situation], tuple[float, float]]:
    return lambda case: (_drift(case)[0] * factor, _drift(case)[1] * factor)


def _into_wind(case: Situation) -> tuple[float, float]:
    (x, y), (east, north) = _leeway(case), _current(case)
    return east - x, north - y


def _swapped(case: Situation) -> tuple[float, float]:
    return _drift(case)[1], _drift(case)[0]


def _diameter(_case: Situation, answer: Answer) -> bool:
    return bool(answer["radius_nm"] > _WIDEST_NM)


DATUM: dict[str, Shows] = {
    "kilometres": _lies(_times(KM_PER_NM)),
    "reversed": _lies(_into_wind),
    "no_current": _lies(_leeway),
    "no_leeway": _lies(_current),
    "metres_a_second": _lies(_times(MPS_PER_KN)),
    "swapped": _lies(_swapped),
    "diameter": _diameter,
}


def _shared_out(map_of: Callable[[Situation], Iterable[float]], total_h: float) -> dict[str, Shows]:
    """Return the slips of sharing out hours over the areas of a map."""

    def nowhere(case: Situation, answer: Answer) -> bool:
        thin = [name for name, share in zip(AREAS, map_of(case), strict=True) if share < 0.02]
        return bool(sum(answer["hours"][name] for name in thin) > total_h / 2)

    return {
        "unspent": lambda _, answer: sum(answer["hours"].values()) < total_h - 1.0,
        "nowhere": nowhere,
        "one_area": lambda _, answer: max(answer["hours"].values()) > 0.9 * total_h,
    }


ALLOCATION = _shared_out(shares, FIRST_HOURS)
REPLAN = _shared_out(later_shares, SECOND_HOURS)


def _minutes(case: Situation, answer: Answer) -> bool:
    right = readings(case)["first_leg_h"]
    whole = math.floor(right)
    typed = whole + 0.6 * (right - whole)
    given = answer["first_leg_h"]
    return bool(abs(given - typed) < 0.011 < abs(given - right))


def _fraction(_case: Situation, answer: Answer) -> bool:
    return bool(0.0 < answer["pod_percent"] < 1.0)


def _mixed(case: Situation, answer: Answer) -> bool:
    right: Any = readings(case)["coverage"]
    factors = (KM_PER_NM, 1.0 / KM_PER_NM, KM_PER_NM**2, KM_PER_NM**-2)
    return any(abs(answer["coverage"] / right - factor) < 0.04 * factor for factor in factors)


def _all_on_board(case: Situation, answer: Answer) -> bool:
    return bool(answer["unaccounted"] == case.persons)


READING: dict[str, Shows] = {
    "minutes": _minutes,
    "fraction": _fraction,
    "kilometres": _mixed,
    "all_on_board": _all_on_board,
}

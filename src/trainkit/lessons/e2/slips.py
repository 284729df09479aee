"""Typical slips in E2, recognised by what they do to a plausible answer; never a judgement of it.

Each reads only what the trainee sees.
"""

from collections import Counter
from collections.abc import Callable

from trainkit.lessons.e2.case import UNITS, Situation
from trainkit.lessons.e2.count import added_up, readings
from trainkit.lessons.e2.orders import FIELDS
from trainkit.lessons.task import Answer

Shows = Callable[[Situation, Answer], bool]


def _takers(answer: Answer) -> list[str]:
    return [name for name in UNITS[1:] if answer[FIELDS[name]] == "takes_over"]


def _many_changes(_case: Situation, answer: Answer) -> bool:
    return len(_takers(answer)) >= 3


def _soon_gone(case: Situation, answer: Answer) -> bool:
    return any(case.hull(name).stays_h < 1.0 for name in _takers(answer))


COORDINATOR: dict[str, Shows] = {"many_changes": _many_changes, "soon_gone": _soon_gone}

APPROACH: dict[str, Shows] = {
    "unprotected": lambda _, answer: answer["lifejackets"] == "none",
    "crowded": lambda _, answer: answer["alongside"] >= 5,
}


def _calm_numbers(case: Situation, answer: Answer) -> bool:
    over = [hull for hull in case.hulls if answer[FIELDS[hull.name]] > hull.safe_rough]
    return len(over) >= 3


def _too_few(case: Situation, answer: Answer) -> bool:
    return bool(sum(answer.values()) < min(case.told, case.believed))


def _one_hull(_case: Situation, answer: Answer) -> bool:
    return bool(max(answer.values()) > sum(answer.values()) / 2 > 0)


HULLS: dict[str, Shows] = {
    "calm_numbers": _calm_numbers,
    "too_few": _too_few,
    "one_hull": _one_hull,
}


def _many_first(_case: Situation, answer: Answer) -> bool:
    return Counter(answer.values())["immediate"] > 4


def _all_alike(_case: Situation, answer: Answer) -> bool:
    return len(set(answer.values())) == 1


TRIAGE: dict[str, Shows] = {"many_first": _many_first, "all_alike": _all_alike}


def _twice(case: Situation, answer: Answer) -> bool:
    return bool(added_up(case) == answer["accounted"] != readings(case)["accounted"])


def _not_a_difference(_case: Situation, answer: Answer) -> bool:
    return bool(answer["missing"] != answer["believed"] - answer["accounted"])


COUNT: dict[str, Shows] = {"twice": _twice, "not_a_difference": _not_a_difference}


def _nearest(case: Situation, answer: Answer) -> bool:
    return bool(answer["place"] == min(case.places, key=lambda place: place.away_h).name)


LANDING: dict[str, Shows] = {"nearest": _nearest}

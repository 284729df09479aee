"""Typical slips in E3, recognised by what they do to a plausible answer; never a judgement of it.

Each reads only what the trainee sees.
"""

import math
from collections import Counter
from collections.abc import Callable

from trainkit.lessons.e3.boarding_log import readings
from trainkit.lessons.e3.case import Situation
from trainkit.lessons.e3.nights import PLACES
from trainkit.lessons.task import Answer

Shows = Callable[[Situation, Answer], bool]
_FARTHEST_NM = 5.0
"""Beyond this no case sees a cue on the boat."""


def _all_alike(_case: Situation, answer: Answer) -> bool:
    return max(Counter(answer.values()).values()) > len(answer) / 2


def _boards_often(_case: Situation, answer: Answer) -> bool:
    return sum(str(one).startswith("board") for one in answer.values()) > 5


GATES: dict[str, Shows] = {"all_alike": _all_alike, "boards_often": _boards_often}


def _order(answer: Answer) -> list[str]:
    return [str(answer[place]) for place in PLACES if answer[place] != "nothing"]


def _twice(_case: Situation, answer: Answer) -> bool:
    order = _order(answer)
    return len(set(order)) < len(order)


def _missing(_case: Situation, answer: Answer) -> bool:
    return not {"report", "take_off", "triage"} <= set(_order(answer))


def _comes_before(first: str, second: str) -> Shows:
    """Return the slip that *first* is done before *second*, or *second* never."""

    def shows(_case: Situation, answer: Answer) -> bool:
        order = _order(answer)
        if first not in order:
            return False
        return second not in order or order.index(first) < order.index(second)

    return shows


ORDER: dict[str, Shows] = {
    "twice": _twice,
    "missing": _missing,
    "bare": _comes_before("take_off", "jackets"),
    "heard_early": _comes_before("question", "triage"),
    "no_basis": _comes_before("board", "ask"),
}

WAIT: dict[str, Shows] = {
    "out_of_sight": lambda _, answer: answer["keep_nm"] > _FARTHEST_NM,
    "kilometres": lambda case, answer: bool(
        abs(answer["keep_nm"] - 1.852 * case.waiting.sight_nm) < 0.06
    ),
    "not_asked": lambda _, answer: bool(answer["ask"] == "never"),
}


def _one_step(_case: Situation, answer: Answer) -> bool:
    return len(set(answer.values())) <= 2


FORCE: dict[str, Shows] = {"all_alike": _one_step}


def _minutes(case: Situation, answer: Answer) -> bool:
    right = float(readings(case.log, case.plan)["due_h"])
    typed = math.floor(right) + 0.6 * (right - math.floor(right))
    return bool(abs(answer["due_h"] - typed) < 0.011 < abs(answer["due_h"] - right))


def _no_deadline(case: Situation, answer: Answer) -> bool:
    return bool(abs(answer["due_h"] - case.log.uses[-1].time_h) < 0.02)


def _from_the_start(case: Situation, answer: Answer) -> bool:
    began_min = 60.0 * (case.log.uses[1].time_h - case.log.began_h)
    return bool(abs(answer["warned_min"] - began_min) < 0.5)


def _hours(_case: Situation, answer: Answer) -> bool:
    return bool(0.0 < answer["warned_min"] < 0.5)


RECORD: dict[str, Shows] = {
    "minutes": _minutes,
    "no_deadline": _no_deadline,
    "from_the_start": _from_the_start,
    "hours": _hours,
}

"""Typical slips in E4, recognised by what they do to a plausible answer; never a judgement."""

import math
from collections import Counter
from collections.abc import Callable

from trainkit.lessons.e4 import audit
from trainkit.lessons.e4.case import Situation
from trainkit.lessons.e4.request import PERSONAL
from trainkit.lessons.task import Answer

Shows = Callable[[Situation, Answer], bool]
_LATE_MIN = 25
_FACES = ("names", "origin", "suspicion")
_POLICE = ("Borea Coast Guard", "Alder Sea Police")

CLASS: dict[str, Shows] = {
    "all_alike": lambda _, answer: len(Counter(answer.values())) == 1,
    "much_distress": lambda _, answer: Counter(answer.values())["distress"] > 3,
}
RELAY: dict[str, Shows] = {
    "no_place": lambda _, answer: "leave" in {answer["position"], answer["time"]},
    "no_count": lambda _, answer: answer["persons"] == "leave",
    "faces": lambda _, answer: any(answer[name] == "send" for name in _FACES),
    "police": lambda _, answer: answer["recipient"] in _POLICE,
    "wish": lambda _, answer: answer["basis"] == "wish",
}


def _sends(answer: Answer, names: tuple[str, ...]) -> bool:
    return any(answer[name] == "send" for name in names)


REQUEST: dict[str, Shows] = {
    "everybody": lambda _, answer: _sends(answer, ("names", "photographs", "telephones")),
    "no_record": lambda _, answer: answer["recorded"] == "no",
    "no_basis": lambda _, answer: (
        _sends(answer, tuple(PERSONAL)) and answer["basis"] in {"wish", "none"}
    ),
}
PROTOCOL: dict[str, Shows] = {
    "too_soon": lambda case, answer: answer["timeout_min"] < 2 * case.watch.delay_min,
    "too_late": lambda _, answer: answer["timeout_min"] > _LATE_MIN,
    "dead_line": lambda case, answer: answer["voice_min"] > 30 * case.watch.outage_h,
    "much": lambda _, answer: answer["template"] == "known",
    "two_lines": lambda _, answer: answer["template"] == "short",
}


def _from_arrival(case: Situation, answer: Answer) -> bool:
    urgent = [row for row in audit.rows(case) if row.message_class == "distress"]
    longest = max(row.read_min - row.arrived_min for row in urgent)
    right = audit.readings(case)["slowest_min"]
    return bool(abs(answer["slowest_min"] - longest) < 1 < abs(longest - right))


def _upside_down(case: Situation, answer: Answer) -> bool:
    return bool(abs(answer["ratio"] - 1.0 / audit.readings(case)["ratio"]) < 0.02)


def _minutes(case: Situation, answer: Answer) -> bool:
    right = audit.readings(case)["hours_left"]
    whole = math.floor(right)
    typed = whole + 0.6 * (right - whole)
    return bool(abs(answer["hours_left"] - typed) < 0.011 < abs(answer["hours_left"] - right))


def _all_personal(case: Situation, answer: Answer) -> bool:
    every = sum(row.personal for row in audit.rows(case))
    return bool(answer["unrecorded"] == every != audit.readings(case)["unrecorded"])


AUDIT: dict[str, Shows] = {
    "from_arrival": _from_arrival,
    "upside_down": _upside_down,
    "minutes": _minutes,
    "all_personal": _all_personal,
}

"""Typical slips in E6, recognised by what they do to a plausible answer; never a judgement of it.

Each reads only what the trainee sees.
"""

from collections.abc import Callable

from trainkit.lessons.e6 import acts, timeline
from trainkit.lessons.e6.case import FLEET, Situation
from trainkit.lessons.e6.reading import night, people, readings
from trainkit.lessons.task import Answer

Shows = Callable[[Situation, Answer], bool]


def _posts(answer: Answer) -> list[str]:
    return [str(answer[name.lower()]) for name in FLEET]


def _one_area(_case: Situation, answer: Answer) -> bool:
    posts = [post for post in _posts(answer) if post != "stand_by"]
    return len(posts) >= 4 and len(set(posts)) == 1


def _off_the_lanes(_case: Situation, answer: Answer) -> bool:
    return "far" in _posts(answer)


def _waits(_case: Situation, answer: Answer) -> bool:
    return bool(answer["dispatch_phase"] == "distress")


WATCH: dict[str, Shows] = {
    "one_area": _one_area,
    "off_the_lanes": _off_the_lanes,
    "waits": _waits,
}


def _minutes(case: Situation, answer: Answer) -> bool:
    right = float(readings(case)["slowest_h"])
    whole = int(right)
    typed = whole + 0.6 * (right - whole)
    given = float(answer["slowest_h"])
    return abs(given - typed) < 0.03 < abs(given - right)


def _entries(case: Situation, answer: Answer) -> bool:
    _, log = night(case)
    lines = sum(entry.kind == "persons_recovered" for entry in log)
    return bool(answer["recovered"] == lines != people(log, "persons_recovered"))


def _alerts(case: Situation, answer: Answer) -> bool:
    _, log = night(case)
    lines = sum(entry.kind == "alert_received" for entry in log)
    return bool(answer["cases"] == lines != readings(case)["cases"])


KPI: dict[str, Shows] = {"minutes": _minutes, "entries": _entries, "alerts": _alerts}


def _rescue_in_plan(case: Situation, answer: Answer) -> bool:
    return any(
        act.rescue and answer[f"act_{n}"] != acts.IN_PLAN
        for n, act in enumerate(case.acts, start=1)
    )


def _by_the_clock_shown(case: Situation, answer: Answer) -> bool:
    """The times are taken as they stand, as if all clocks were UTC."""
    joint = [(n, act) for n, act in enumerate(case.acts, start=1) if act.joint]
    shown = {n: act.time_h + acts.CLOCKS[act.clock] for n, act in joint}
    taken = {n: not acts.FROM_H <= at_h < acts.TO_H for n, at_h in shown.items()}
    return all((answer[f"act_{n}"] == acts.TIME) == late for n, late in taken.items())


ACTS: dict[str, Shows] = {
    "rescue_in_plan": _rescue_in_plan,
    "clock_shown": _by_the_clock_shown,
}


def _all_done(case: Situation, answer: Answer) -> bool:
    return all(answer[f"step_{n}"] != timeline.MISSED for n in range(1, len(case.steps) + 1))


TIMELINE: dict[str, Shows] = {"all_done": _all_done}

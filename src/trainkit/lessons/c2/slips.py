"""Typical slips in C2, recognised by what they do to a plausible answer; never a judgement."""

from collections.abc import Callable

from trainkit.lessons.c2 import curves, missing, web
from trainkit.lessons.c2.case import Situation
from trainkit.lessons.c2.ring import Staff, allowed, staff_of
from trainkit.lessons.task import Answer

Shows = Callable[[Situation, Answer], bool]
_LONG_WEEKS = 14


def _both_ways(case: Situation, answer: Answer) -> bool:
    return bool(answer["ways"] == 2 * web.readings(case.web)["ways"])


def _all_but_one(case: Situation, answer: Answer) -> bool:
    right = web.readings(case.web)
    left = len(web.LETTERS) - 1
    return bool(answer["left_broker"] == left != right["left_broker"])


READ: dict[str, Shows] = {
    "same": lambda _, answer: answer["busiest"] == answer["broker"],
    "both_ways": _both_ways,
    "all_but_one": _all_but_one,
}


def _as_whole(case: Situation, answer: Answer) -> bool:
    """Return whether the second picture is read as if the first and the whole one were it."""
    whole, right = web.readings(case.web), missing.readings(case.missing)
    names = ("busiest", "broker")
    read = all(answer[f"actor_{name}"] == whole[name] for name in names)
    return read and any(right[f"actor_{name}"] != whole[name] for name in names)


MISSING: dict[str, Shows] = {
    "absent": lambda case, answer: (
        case.missing.lost in {answer["actor_busiest"], answer["actor_broker"]}
    ),
    "as_whole": _as_whole,
    "all_hang": lambda case, answer: (
        answer["hangs"] == len(case.missing.actor.degrees) > case.missing.actor.left("none")
    ),
}
CLAIMS: dict[str, Shows] = {
    "all_alike": lambda _, answer: len(set(answer.values())) == 1,
}


def _level(case: Situation, answer: Answer) -> bool:
    right = curves.readings(case.curves)
    level = case.curves.plan(str(right["deepest"]))[90]
    return bool(abs(answer["back"] - level) < 0.6 < abs(float(right["back"]) - level))


def _in_days(case: Situation, answer: Answer) -> bool:
    return bool(abs(answer["events"] - 7 * float(curves.readings(case.curves)["events"])) < 3.0)


CURVES: dict[str, Shows] = {"level": _level, "in_days": _in_days}


def _posts_for_need(case: Situation, answer: Answer) -> bool:
    """Return whether who is left was divided by all posts, and not by those that are needed."""
    wrong = {one.kind: 100 * (one.posts - one.both) / one.posts for one in _staff(case)}
    right = {one.kind: allowed(one) for one in _staff(case)}
    alike = [abs(answer[kind] - wrong[kind]) < 1.0 for kind in wrong]
    return sum(alike) >= 4 and any(abs(answer[kind] - right[kind]) > 2.0 for kind in right)


def _staff(case: Situation) -> tuple[Staff, ...]:
    return staff_of(case.network_seed)


LINKS: dict[str, Shows] = {"posts_for_need": _posts_for_need}
MOMENTS: dict[str, Shows] = {
    "all_alike": lambda _, answer: len(set(answer.values())) == 1,
    "never": lambda _, answer: "act" not in answer.values(),
}
PLAN: dict[str, Shows] = {
    "same_twice": lambda _, answer: answer["first"] == answer["second"],
    "long": lambda _, answer: answer["mapping_weeks"] > _LONG_WEEKS,
    "waits": lambda _, answer: answer["on_danger"] == "wait",
    "detains": lambda _, answer: answer["skippers"] == "detain",
    "alone": lambda _, answer: answer["partner"] == "alone",
}

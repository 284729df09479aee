"""Typical slips, each recognised by what a reader sees of the case and of the answer."""

from collections.abc import Callable, Mapping

from trainkit.lessons.d1.case import Situation
from trainkit.lessons.d1.holding import PLACES
from trainkit.lessons.d1.month import counted
from trainkit.lessons.d1.value import net
from trainkit.lessons.task import Answer

Shows = Callable[[Situation, Answer], bool]
_MANY = 10


def _numbers(answer: Answer, name: str) -> list[str]:
    return [answer[key] for key in sorted(answer) if key.startswith(name)]


def _everything(_case: Situation, answer: Answer) -> bool:
    return _numbers(answer, "payment_").count("part") > _MANY


def _too_early(case: Situation, answer: Answer) -> bool:
    return any(
        answer[f"payment_{one.id}"] == "part" and one.at_h < case.way.came_h
        for one in case.way.payments
    )


def _kept_whole(case: Situation, answer: Answer) -> bool:
    return bool(answer["kept"] > case.way.came / 2)


def _recall_for_precision(case: Situation, answer: Answer) -> bool:
    return bool(abs(answer["precision_pct"] - case.month.recall_pct) < 0.5)


def _false_forgotten(case: Situation, answer: Answer) -> bool:
    """Return whether all alerts are those of patterns alone."""
    return bool(abs(answer["all_alerts"] - counted(case.month)["true_alerts"]) < 1.0)


def _half_is_half(_case: Situation, answer: Answer) -> bool:
    return bool(answer["half_pct"] >= answer["precision_pct"] > 0)


def _flood(_case: Situation, answer: Answer) -> bool:
    return bool(answer["rule"] == "amount" and answer["least_crowns"] < 2_000)


def _all_signal(_case: Situation, answer: Answer) -> bool:
    return "none" not in _numbers(answer, "subject_")


def _nothing_seen(_case: Situation, answer: Answer) -> bool:
    return "signal" not in _numbers(answer, "subject_")


def _agent_is_signal(case: Situation, answer: Answer) -> bool:
    return any(
        answer[f"subject_{n}"] == "signal" and "agent" in one.told
        for n, one in enumerate(case.subjects, start=1)
    )


def _same_sum_only(case: Situation, answer: Answer) -> bool:
    """Return whether the sum was handed out before it was given."""
    value = case.value
    given = next(one for one in value.taken if one.who == value.asked)
    return any(
        one.who == answer["receiver"] and one.crowns == given.crowns and one.at_h < given.at_h
        for one in value.paid
    )


def _gross(case: Situation, answer: Answer) -> bool:
    return bool(answer["owed"] == net(case.value) + case.value.back)


def _is_crime(_case: Situation, answer: Answer) -> bool:
    return bool(answer["shows"] == "crime")


def _always_weighs(_case: Situation, answer: Answer) -> bool:
    return "neither" not in _numbers(answer, "item_")


def _one_branch(_case: Situation, answer: Answer) -> bool:
    return "terrorist_financing" not in _numbers(answer, "item_")


def _asks_all(_case: Situation, answer: Answer) -> bool:
    return all(answer[f"ask_{one.lower()}"] != "leave" for one in PLACES)


def _begins_unasked(_case: Situation, answer: Answer) -> bool:
    return bool(answer[f"ask_{answer['first'].lower()}"] == "leave")


def _in_a_hurry(_case: Situation, answer: Answer) -> bool:
    return all(answer[f"ask_{one.lower()}"] == "bare" for one in PLACES)


def _calendar_days(case: Situation, answer: Answer) -> bool:
    """Return whether Saturdays and Sundays were counted as working days."""
    days = {"Alder": 5, "Borea": 7}[case.week.side]
    return bool(answer["ends_day"] == case.week.ordered_day + days)


PATH: Mapping[str, Shows] = {
    "everything": _everything,
    "too_early": _too_early,
    "kept_whole": _kept_whole,
}
ALERTS: Mapping[str, Shows] = {
    "recall_for_precision": _recall_for_precision,
    "false_forgotten": _false_forgotten,
    "half_is_half": _half_is_half,
    "flood": _flood,
}
SUBJECTS: Mapping[str, Shows] = {
    "all_signal": _all_signal,
    "nothing_seen": _nothing_seen,
    "agent_is_signal": _agent_is_signal,
}
VALUE: Mapping[str, Shows] = {
    "same_sum_only": _same_sum_only,
    "gross": _gross,
    "is_crime": _is_crime,
}
BRANCH: Mapping[str, Shows] = {"always_weighs": _always_weighs, "one_branch": _one_branch}
HOLD: Mapping[str, Shows] = {
    "in_a_hurry": _in_a_hurry,
    "asks_all": _asks_all,
    "calendar_days": _calendar_days,
    "begins_unasked": _begins_unasked,
}

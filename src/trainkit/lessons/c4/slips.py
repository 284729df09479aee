"""Typical slips in C4, recognised by what they do to a plausible answer; never a judgement."""

from collections import Counter
from collections.abc import Callable

from trainkit.lessons.c4.case import Situation
from trainkit.lessons.task import Answer

Shows = Callable[[Situation, Answer], bool]
_SHORT_MIN, _LONG_MIN, _AWAKE_H = 15, 150, 1.0


def _alike(_: Situation, answer: Answer) -> bool:
    return len(Counter(answer.values())) == 1


def _steering(case: Situation, answer: Answer) -> bool:
    words = ("engine", "steered", "compass")
    return any(
        answer[f"person_{n}"] == "suspect_interview"
        for n, person in enumerate(case.persons, start=1)
        if any(word in person.told for word in words) and person.status == "possible_victim"
    )


STATUS: dict[str, Shows] = {
    "all_alike": _alike,
    "steering": _steering,
    "nobody": lambda _, answer: "suspect_interview" not in answer.values(),
}
SIGNS: dict[str, Shows] = {
    "all_alike": _alike,
    "passed_over": lambda _, answer: Counter(answer.values())["go_on"] > 3,
    "many_ends": lambda _, answer: Counter(answer.values())["stop"] > 2,
}


def _said(answer: Answer) -> int:
    return sum(value == "say" for name, value in answer.items() if name.startswith("say_"))


def _grown_up(case: Situation, answer: Answer) -> bool:
    place = case.first.sentences.index("guardian") + 1
    return bool((answer[f"say_{place}"] == "say") != case.first.child)


RIGHTS: dict[str, Shows] = {
    "everything": lambda _, answer: _said(answer) == 8,
    "silence": lambda _, answer: _said(answer) < 4,
    "cousin": lambda _, answer: bool(answer["interpreter"] == "companion"),
    "grown_up": _grown_up,
}


def _tell_me(case: Situation, answer: Answer) -> bool:
    return any(
        answer[f"question_{n}"] == "open"
        for n, asked in enumerate(case.questions, start=1)
        if asked.text.startswith("Tell me") and asked.type != "open"
    )


QUESTIONS: dict[str, Shows] = {
    "tell_me": _tell_me,
    "all_alike": _alike,
    "no_trap": lambda _, answer: "leading" not in answer.values(),
}


def _led(_: Situation, answer: Answer) -> bool:
    return bool(answer["questions"]["closed"] + answer["questions"]["leading"] > 3)


DAY: dict[str, Shows] = {
    "unwell": lambda _, answer: bool(answer["medical"] == "after"),
    "again": lambda _, answer: bool(answer["tellings"] != "once"),
    "sleepless": lambda _, answer: bool(answer["rest_h"] < _AWAKE_H),
    "too_long": lambda _, answer: bool(answer["explain_min"] + answer["account_min"] > _LONG_MIN),
    "brief": lambda _, answer: bool(answer["explain_min"] < _SHORT_MIN),
    "led": _led,
    "overheard": lambda _, answer: bool(answer["interpreting"] == "companion"),
}

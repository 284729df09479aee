"""Typical slips in A4, recognised by what they do to a plausible answer; never a judgement."""

from collections import Counter
from collections.abc import Callable

from trainkit.lessons.a4.case import Situation
from trainkit.lessons.a4.dossier import ITEMS, OTHERS
from trainkit.lessons.a4.logs import LOGS
from trainkit.lessons.task import Answer

Shows = Callable[[Situation, Answer], bool]
_NAMED = ("s_name", "s_birth_date")

GATE: dict[str, Shows] = {
    "all_alike": lambda _, answer: len(Counter(answer.values())) == 1,
    "nobody_waits": lambda _, answer: "voice" not in answer.values(),
    "much_by_voice": lambda _, answer: Counter(answer.values())["voice"] > 2,
}


def _upside_down(case: Situation, answer: Answer) -> bool:
    """Return whether the ratio is that of what is needed, whether or not it was asked for."""
    right = case.wanted.ratio
    wrong = len(case.wanted.needed) / len(case.wanted.asked)
    return bool(abs(answer["ratio"] - wrong) < 0.011 < abs(answer["ratio"] - right))


def _left_over(case: Situation, answer: Answer) -> bool:
    """Return whether the ratio is that of what nobody needs."""
    right = case.wanted.ratio
    return bool(abs(answer["ratio"] - (1.0 - right)) < 0.011 < abs(answer["ratio"] - right))


FILE: dict[str, Shows] = {
    "others": lambda _, answer: any(answer[name] == "send" for name in OTHERS),
    "who_is_meant": lambda _, answer: any(answer[name] == "leave" for name in _NAMED),
    "whole_file": lambda _, answer: all(
        answer[name] == "send" for name in ITEMS if name not in OTHERS
    ),
    "asked_or_needed": _upside_down,
    "left_over": _left_over,
    "no_end": lambda _, answer: answer["retention"] == "open",
}


def _pairs(answer: Answer) -> list[tuple[str, int]]:
    return [(answer[f"how_{n}"], answer[f"line_{n}"]) for n in range(1, LOGS + 1)]


def _late_entry(case: Situation, answer: Answer) -> bool:
    """Return whether an entry that says that it is late is taken for one that is back-dated."""
    for log, (how, line) in zip(case.logs, _pairs(answer), strict=True):
        late = [
            number
            for number, one in enumerate(log.lines, start=1)
            if one["decided_h"] < one["written_h"]
        ]
        if how == "back_dated" and line in late and (how, line) != (log.how, log.line):
            return True
    return False


CHAIN: dict[str, Shows] = {
    "no_place": lambda _, answer: any(
        (how == "whole") != (line == 0) for how, line in _pairs(answer)
    ),
    "late_entry": _late_entry,
    "first_line": lambda _, answer: any(
        how != "whole" and line == 1 for how, line in _pairs(answer)
    ),
}
DESK: dict[str, Shows] = {
    "in_a_queue": lambda _, answer: answer["order"] == "first_come",
    "on_paper": lambda _, answer: answer["oral_for"] == "none",
    "silent_no": lambda _, answer: answer["refusal"] == "bare",
    "as_asked": lambda _, answer: answer["check"] != "full",
    "no_record_yet": lambda _, answer: answer["records"] != "before",
}

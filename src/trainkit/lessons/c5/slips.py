"""Typical slips in C5, recognised by what they do to a plausible answer; never a judgement."""

from collections.abc import Callable

from trainkit.lessons.c5 import chance, notice, week
from trainkit.lessons.c5.case import Situation
from trainkit.lessons.c5.plan import DAYS, TOTAL_H
from trainkit.lessons.task import Answer

Shows = Callable[[Situation, Answer], bool]
_MUCH, _LITTLE = 10, 0.8


def _marked(answer: Answer) -> list[str]:
    return [str(answer[f"person_{letter.lower()}"]) for letter in week.LETTERS]


def _own_team(case: Situation, answer: Answer) -> bool:
    marked = dict(zip(week.LETTERS, _marked(answer), strict=True))
    pairs = {letter: case.week.about(letter) for letter in week.LETTERS}
    return any(
        first.team == second.team and marked[letter] != "neither"
        for letter, (first, second) in pairs.items()
    )


def _alike_h(case: Situation, *, both: bool, old: bool) -> int:
    """Return the hours of same acts of two teams, of both acts or of the later one."""
    found = 0
    for letter in week.LETTERS:
        first, second = case.week.about(letter)
        if first.action != second.action or first.team == second.team:
            continue
        if old or week.clash(case.week, letter) == "duplicate":
            found += second.work_h + first.work_h * both
    return found


def _both_hours(case: Situation, answer: Answer) -> bool:
    return bool(answer["twice_h"] == _alike_h(case, both=True, old=False))


def _all_hours(case: Situation, answer: Answer) -> bool:
    wrong = _alike_h(case, both=False, old=True)
    return bool(answer["twice_h"] == wrong != _alike_h(case, both=False, old=False))


def _length(case: Situation, answer: Answer) -> bool:
    first, _ = case.week.about(week.moved(case.week).person)
    return bool(answer["begin_h"] == first.until_h - first.from_h)


WEEK: dict[str, Shows] = {
    "own_team": _own_team,
    "count": lambda _, answer: _marked(answer).count("collision") != answer["collisions"],
    "both_hours": _both_hours,
    "all_hours": _all_hours,
    "length": _length,
}
MOMENTS: dict[str, Shows] = {
    "all_alike": lambda _, answer: len(set(answer.values())) == 1,
    "never": lambda _, answer: "act" not in answer.values(),
}
NOTICE: dict[str, Shows] = {
    "no_times": lambda _, answer: "leave" in {answer["code"], answer["times"]},
    "no_contact": lambda _, answer: answer["contact"] == "leave",
    "everything": lambda _, answer: len(notice.sent(answer)) > _MUCH,
    "source_told": lambda _, answer: answer["source"] == "send",
    "wish": lambda _, answer: answer["basis"] == "wish",
    "unrecorded": lambda _, answer: answer["recorded"] == "no",
}


def _never_same(case: Situation, answer: Answer) -> bool:
    told, right = case.meeting, chance.readings(case.meeting)
    every = chance.WEEKS * told.alder * told.borea / told.people * told.work_h
    return bool(abs(answer["lost_h"] - every) < 0.02 * every < every - right["lost_h"])


def _one_week(case: Situation, answer: Answer) -> bool:
    week_h = chance.readings(case.meeting)["lost_h"] / chance.WEEKS
    return bool(abs(answer["lost_h"] - week_h) < 0.05 * week_h)


CHANCE: dict[str, Shows] = {
    "all_meet": lambda case, answer: (
        answer["met"]
        >= min(case.meeting.alder, case.meeting.borea)
        > chance.readings(case.meeting)["met"]
    ),
    "never_same": _never_same,
    "one_week": _one_week,
    "no_setup": lambda case, answer: answer["ask_day"] == case.meeting.day - case.meeting.need_days,
}


def _late_joint(case: Situation, answer: Answer) -> bool:
    ready = answer["joint_day"] + case.months.setup_days
    return bool(answer["channel"] == "joint_team" and ready > min(answer["arrest_day"], DAYS))


PLAN: dict[str, Shows] = {
    "little": lambda _, answer: sum(answer["hours"].values()) < _LITTLE * TOTAL_H,
    "nobody_listens": lambda _, answer: (
        not answer["hours"]["interception"] + answer["hours"]["sources"]
    ),
    "nobody_looks": lambda _, answer: not answer["hours"]["first contacts"],
    "late_joint": _late_joint,
    "half_board": lambda _, answer: any(answer[f"board_{n}"] == "off" for n in (1, 2, 3)),
    "waits": lambda _, answer: answer["on_danger"] == "hold",
    "charges": lambda _, answer: answer["screening"] == "after_charge",
}

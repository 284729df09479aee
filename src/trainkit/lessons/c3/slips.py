"""Typical slips in C3, recognised by what they do to a plausible answer; never a judgement."""

from collections.abc import Callable

from trainkit.case.evidence import court
from trainkit.lessons.c3 import chains
from trainkit.lessons.c3.case import Situation
from trainkit.lessons.c3.clocks import readings
from trainkit.lessons.c3.papers import FACT
from trainkit.lessons.c3.plan import EXAMINED, EXHIBITS, key
from trainkit.lessons.task import Answer

Shows = Callable[[Situation, Answer], bool]


def _all_items(case: Situation, answer: Answer) -> bool:
    return bool(answer["sources"] == sum(one.item.fact == FACT for one in case.papers))


def _takes(case: Situation, answer: Answer, channel: str) -> bool:
    """Return whether an item that came by a channel is taken for evidence."""
    return any(
        one.item.channel == channel and answer[f"item_{n}"] != "neither"
        for n, one in enumerate(case.papers, start=1)
    )


ITEMS: dict[str, Shows] = {
    "all_alike": lambda case, answer: (
        len({answer[f"item_{n}"] for n in range(1, len(case.papers) + 1)}) == 1
    ),
    "answer_taken": lambda case, answer: _takes(case, answer, "police_answer"),
    "items_counted": _all_items,
}


def _minutes(case: Situation, answer: Answer) -> bool:
    right = chains.gap_h(case.chains)
    typed = int(right) + 0.6 * (right - int(right))
    return bool(abs(answer["gap_h"] - typed) < 0.011 < abs(typed - right))


CUSTODY: dict[str, Shows] = {
    "minutes": _minutes,
    "all_whole": lambda _, answer: all(
        answer[f"flaw_{key(one)}"] == "none" for one in chains.EXHIBITS
    ),
    "filled": lambda _, answer: answer["after"] == "fill",
}


def _all_renewed(case: Situation, answer: Answer) -> bool:
    return bool(answer["last_day"] == readings(case.clocks)["last_day"] + 15)


def _ordered_day(case: Situation, answer: Answer) -> bool:
    return bool(answer["last_day"] == readings(case.clocks)["last_day"] + 1)


def _eighteen(case: Situation, answer: Answer) -> bool:
    return bool(answer["arrest_left"] == case.clocks.arrested_day + 18 - case.clocks.today)


def _calendar_days(case: Situation, answer: Answer) -> bool:
    told = case.clocks
    counted = told.suspended_day + court(told.side).suspension_days
    return bool(answer["suspension_day"] == counted != readings(told)["suspension_day"])


CLOCKS: dict[str, Shows] = {
    "all_renewed": _all_renewed,
    "first_day_free": _ordered_day,
    "eighteen": _eighteen,
    "calendar_days": _calendar_days,
}
DISCLOSURE: dict[str, Shows] = {
    "nothing_told": lambda _, answer: set(answer.values()) == {"file"},
    "everything_whole": lambda _, answer: set(answer.values()) == {"disclose"},
}


def _shared_place(_: Situation, answer: Answer) -> bool:
    places = [answer[f"lab_{key(one)}"] for one in EXAMINED]
    taken = [one for one in places if one != "state"]
    return len(set(taken)) < len(taken)


def _goes_before(_: Situation, answer: Answer) -> bool:
    first = answer["lab_telephone"]
    others = [answer[f"lab_{key(one)}"] for one in EXAMINED[1:]]
    return first == "state" or any(one != "state" and one <= first for one in others)


PLAN: dict[str, Shows] = {
    "goes_before": _goes_before,
    "shared_place": _shared_place,
    "by_post": lambda _, answer: any(answer[f"by_{key(one)}"] == "post" for one in EXHIBITS),
    "last_hour": lambda _, answer: answer["renew_days"] < 2,
    "recorder": lambda _, answer: answer["recorder"] == "goes_on",
}

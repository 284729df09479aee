"""Typical slips in C1, recognised by what they do to a plausible answer; never a judgement."""

from collections import Counter
from collections.abc import Callable

from trainkit.lessons.c1 import chain, items, stops
from trainkit.lessons.c1.case import Situation
from trainkit.lessons.c1.statements import crossing
from trainkit.lessons.task import Answer

Shows = Callable[[Situation, Answer], bool]
_ITEMS, _KINDS, _CLOSE = range(1, 6), range(1, 7), 0.06


def _kept(answer: Answer) -> int:
    return Counter(answer.values())["keep"]


SET: dict[str, Shows] = {
    "all_kept": lambda _, answer: _kept(answer) > 4,
    "few_kept": lambda _, answer: _kept(answer) < 2,
    "origin": lambda case, answer: bool(crossing(case.statements, answer)),
}


def _ratio(case: Situation, number: int) -> tuple[float, float, float]:
    low, middle, high = sorted(case.items[number - 1].of_100)
    return low, middle, high


def _upside_down(case: Situation, answer: Answer) -> bool:
    """Return whether a ratio is of neighbouring chances, below that of the outer ones."""
    return any(
        abs(answer[f"ratio_{n}"] - high / middle) < _CLOSE < high / low - high / middle
        for n in _ITEMS
        for low, middle, high in [_ratio(case, n)]
    )


def _difference(case: Situation, answer: Answer) -> bool:
    return any(
        abs(answer[f"ratio_{n}"] - (high - low)) < _CLOSE < abs(high / low - (high - low))
        for n in _ITEMS
        for low, _, high in [_ratio(case, n)]
    )


def _by_count(case: Situation, answer: Answer) -> bool:
    told = items.readings(case.items)
    return bool(answer["likeliest"] == told["fits_most"] != told["likeliest"])


MATRIX: dict[str, Shows] = {
    "upside_down": _upside_down,
    "difference": _difference,
    "by_count": _by_count,
}


def _odds(case: Situation, answer: Answer) -> bool:
    """Return whether the first belief is written as odds."""
    right = chain.readings(case.chain)["after_1"] / 100.0
    return bool(abs(answer["after_1"] - right / (1.0 - right)) < _CLOSE)


CHAIN: dict[str, Shows] = {
    "twice": lambda _, answer: abs(answer["after_2"] - answer["after_1"]) > 0.5,
    "not_seen": lambda _, answer: abs(answer["after_3"] - answer["after_2"]) < 0.5,
    "order": lambda _, answer: abs(answer["backwards"] - answer["after_4"]) > 0.5,
    "odds": _odds,
}


def _flat_first(case: Situation, answer: Answer) -> bool:
    return any(
        answer[f"kind_{n}"] == "first" and len(set(kind.of_100)) == 1
        for n, kind in enumerate(case.week.kinds, start=1)
    )


PLAN: dict[str, Shows] = {
    "in_turn": lambda _, answer: answer["danger"] == "in_turn",
    "all_alike": lambda _, answer: len({answer[f"kind_{n}"] for n in _KINDS}) == 1,
    "flat_first": _flat_first,
    "trusted": lambda _, answer: answer["origin"] == "trust",
}


def _no_protect(case: Situation, answer: Answer) -> bool:
    danger = [n for n, one in enumerate(case.stops, start=1) if one.danger]
    return any(answer[f"stop_{n}"] != "protect" for n in danger)


def _marked(case: Situation) -> stops.Stop:
    return case.stops[stops.valued(case.stops) - 1]


def _per_cent(case: Situation, answer: Answer) -> bool:
    share = stops.worth_h(_marked(case)) / stops.ERROR_H
    return bool(min(abs(answer["worth_h"] - share), abs(answer["worth_h"] - 100 * share)) < 0.2)


def _less_cost(case: Situation, answer: Answer) -> bool:
    marked = _marked(case)
    return bool(abs(answer["worth_h"] - (stops.worth_h(marked) - marked.cost_h)) < 0.2)


STOP: dict[str, Shows] = {
    "no_protect": _no_protect,
    "per_cent": _per_cent,
    "less_cost": _less_cost,
}

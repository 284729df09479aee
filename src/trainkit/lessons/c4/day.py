"""The day under a plan, played in the model `interview_day` in luck that is given."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np

from trainkit.experiments.engine import simulate
from trainkit.kernel.logbook import Logbook, Logbooks
from trainkit.kernel.luck import Luck
from trainkit.lessons.c4.case import House
from trainkit.lessons.score import RedLine
from trainkit.scenarios import Scenario, load

SCENARIO = "trainkit/interview-day"
STYLES = ("open", "probing", "closed", "leading")
QUESTIONS = 10
_TELLINGS = {"once": 1, "twice": 2, "thrice": 3}
_GROUPS = {"wheelhouse": 0, "hold": 1, "young": 2, "deck": 3, "tug": 4}
"""Places of the groups in the scenario."""


@dataclass(frozen=True)
class Outcome:
    """What a plan comes to, in the means over the days.

    Attributes:
        harm: Units of harm to all people, one a day.
        correct: Right details, one a day.
        accuracy: Share of what was told that is right; 0 where nothing was told.
        heard: People who gave an account.
        lines: The first red line of each rule that the days show.
    """

    harm: tuple[float, ...]
    correct: tuple[float, ...]
    accuracy: float
    heard: float
    lines: tuple[RedLine, ...]

    @property
    def harm_units(self) -> float:
        """Mean units of harm of a day."""
        return float(np.mean(self.harm))

    @property
    def correct_details(self) -> float:
        """Mean right details of a day."""
        return float(np.mean(self.correct))


@cache
def authored() -> Scenario:
    """Return the scenario that the day is made of."""
    return load(SCENARIO)


def scenario(house: House, plan: Mapping[str, Any]) -> Scenario:
    """Return the day of a case under a plan."""
    return authored().vary({**_met(house), **_planned(plan)})


def _met(house: House) -> dict[str, Any]:
    wheel, hold, young, deck, _ = _GROUPS.values()
    return {
        f"groups.{hold}.people": house.hold,
        f"groups.{deck}.people": house.deck,
        f"groups.{hold}.awake_h": house.awake_h,
        f"groups.{hold}.injured": house.injured,
        f"groups.{wheel}.interpreter": house.early,
        f"groups.{hold}.interpreter": house.early,
        f"groups.{young}.interpreter": house.late,
        f"groups.{deck}.interpreter": house.late,
        "interpreters.0.name": house.early,
        "interpreters.1.name": house.late,
        "interpreters.1.from_h": house.late_h,
    }


def _planned(plan: Mapping[str, Any]) -> dict[str, Any]:
    told = {style: float(plan["questions"][style]) for style in STYLES}
    total = sum(told.values()) or 1.0
    shares = {style: many / total for style, many in told.items()} if sum(told.values()) else {}
    return {
        "medical": plan["medical"],
        "rest_h": plan["rest_h"],
        "explain_h": plan["explain_min"] / 60.0,
        "account_h": plan["account_min"] / 60.0,
        "pause_every_h": plan["pause_min"] / 60.0,
        "tellings": _TELLINGS[plan["tellings"]],
        "interpreting": plan["interpreting"],
        "on_distress": plan["on_distress"],
        **{f"{style}_share": shares.get(style, float(style == "closed")) for style in STYLES},
    }


def values(books: Logbooks, name: str) -> Any:
    """Return a metric of the model, one number a day."""
    metrics = {metric.name: metric for metric in authored().model.metrics}
    return metrics[name].read(books)


def _crossed(books: Logbooks) -> tuple[RedLine, ...]:
    """Return the first breach of each rule, of the first day that shows it."""
    found: dict[str, RedLine] = {}
    for place in range(len(books)):
        book = books[place]
        for read in authored().model.red_lines:
            for line in read(book):
                found.setdefault(line.rule, RedLine(line.rule, line.event, line.text))
    return tuple(found[rule] for rule in sorted(found))


def outcome(house: House, plan: Mapping[str, Any], luck: Luck, n: int) -> Outcome:
    """Return what *n* days under a plan come to, in one luck for all plans."""
    return _outcome(house, frozen(plan), luck, n)


def frozen(plan: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    """Return a plan that can be kept."""
    return tuple(
        (name, tuple(sorted(value.items())) if isinstance(value, Mapping) else value)
        for name, value in sorted(plan.items())
    )


def thawed(told: tuple[tuple[str, Any], ...]) -> dict[str, Any]:
    """Return the plan again."""
    return {name: dict(value) if name == "questions" else value for name, value in told}


@lru_cache(maxsize=2048)
def _outcome(house: House, told: tuple[tuple[str, Any], ...], luck: Luck, n: int) -> Outcome:
    books = simulate(scenario(house, thawed(told)), luck.seed, 0, n, "simpy")
    accuracy = values(books, "accuracy")
    known = accuracy[~np.isnan(accuracy)]
    return Outcome(
        harm=tuple(values(books, "harm_units").tolist()),
        correct=tuple(values(books, "correct_details").tolist()),
        accuracy=float(known.mean()) if len(known) else 0.0,
        heard=float(values(books, "heard").mean()),
        lines=_crossed(books),
    )


@lru_cache(maxsize=16)
def _book(house: House, told: tuple[tuple[str, Any], ...], seed: int) -> Logbook:
    return simulate(scenario(house, thawed(told)), seed, 0, 1, "simpy")[0]


def one(house: House, plan: Mapping[str, Any], seed: int) -> Logbook:
    """Return the logbook of one day under a plan."""
    return _book(house, frozen(plan), seed)

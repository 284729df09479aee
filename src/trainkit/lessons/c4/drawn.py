"""Questions, moments and people of one day, drawn from what was written for it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from trainkit.case.interview.questions import question_type
from trainkit.case.interview.status import reading
from trainkit.case.interview.triggers import decided
from trainkit.kernel.luck import Luck

QUESTIONS = (
    "open", "probing", "seeming", "closed", "leading", "multiple", "forced_choice", "opinion",
)  # fmt: skip
"""One question of each; a seeming one begins like an open one and is none."""
MOMENTS = ("safety", "doctor", "stop", "adapt", "pause", "go_on")
PERSONS = ("steered", "owing", "passer", "organised")


@dataclass(frozen=True)
class Asked:
    """A question, its type, and why it is of that type."""

    text: str
    type: str
    reason: str


@dataclass(frozen=True)
class Moment:
    """A moment of an interview, what is to be done at once, and why."""

    told: str
    act: str
    why: str


@dataclass(frozen=True)
class Person:
    """Somebody at the landing: what is seen, the capacity, and what may be held now."""

    told: str
    status: str
    setting: str
    reason: str


@cache
def _written(name: str) -> Mapping[str, Any]:
    text = files("trainkit.lessons.c4").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def shuffled(luck: Luck, name: str, many: int) -> list[int]:
    """Return the numbers 0 to *many* - 1 in an order of this trainee's own."""
    keys = [luck.uniform(f"c4 order of {name}", place) for place in range(many)]
    return [int(place) for place in np.argsort(keys)]


def _one(luck: Luck, name: str, sort: str, place: int) -> Any:
    known = _written(name)[sort]
    return known[int(len(known) * luck.uniform(f"c4 {name}", place))]


def questions(luck: Luck) -> tuple[Asked, ...]:
    """Return eight questions in a mixed order."""
    order = shuffled(luck, "questions", len(QUESTIONS))
    texts = [_one(luck, "questions", QUESTIONS[place], place) for place in order]
    return tuple(Asked(text, *_typed(text)) for text in texts)


def _typed(text: str) -> tuple[str, str]:
    found = question_type(text)
    return found.type, found.reason


def moments(luck: Luck) -> tuple[Moment, ...]:
    """Return six moments in a mixed order, one for each thing that may be due."""
    order = shuffled(luck, "moments", len(MOMENTS))
    return tuple(_moment(_one(luck, "moments", MOMENTS[place], place)) for place in order)


_SILENCE = "Silence, a gap and another order are no signs: let the person look for the words."


def _moment(told: Mapping[str, Any]) -> Moment:
    found = decided(told["signs"])
    if found is None:
        return Moment(told["told"], "go_on", _SILENCE)
    return Moment(told["told"], found.act, found.why)


def persons(luck: Luck) -> tuple[Person, ...]:
    """Return four people in a mixed order."""
    order = shuffled(luck, "persons", len(PERSONS))
    return tuple(_person(_one(luck, "persons", PERSONS[place], place)) for place in order)


def _person(told: Mapping[str, Any]) -> Person:
    found = reading(told["seen"])
    return Person(told["told"], found.status, found.setting, found.reason)

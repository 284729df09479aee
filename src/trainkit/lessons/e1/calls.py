"""Six calls of one evening: what is told of each, and what is true of it.

Two calls speak of grave and imminent danger, two of apprehension, two of doubt, in an order and
with words of their own for each trainee.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import numpy as np

from trainkit.kernel.luck import Luck

Phase = Literal["uncertainty", "alert", "distress"]
PHASES: tuple[Phase, ...] = ("uncertainty", "alert", "distress")

_KINDS: tuple[Phase, ...] = ("distress", "distress", "alert", "alert", "uncertainty", "uncertainty")
_SURVIVAL_MEDIAN_H = {"uncertainty": 6.0, "alert": 5.0, "distress": 3.0}
_SPAN_H = 2.5


@cache
def _told() -> dict[str, list[str]]:
    text = files("trainkit.lessons.e1").joinpath("calls.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@dataclass(frozen=True)
class Call:
    """One call of the evening.

    Attributes:
        time_h: When it comes in, in hours of the watch.
        told: What is told.
        persons: People on board, if it is true.
        transit_h: Time that the nearest boat needs to get there.
        cues: The phase that the cues speak for.
        survival_median_h: Time after the call at which half would still live, if it is true.
    """

    time_h: float
    told: str
    persons: int
    transit_h: float
    cues: Phase
    survival_median_h: float


def draw_calls(luck: Luck, attempt: int = 0) -> tuple[Call, ...]:
    """Return six calls in the order of their times."""
    order = np.argsort(
        [luck.uniform("e1 order of calls", at, attempt) for at in range(len(_KINDS))]
    )
    kinds = [_KINDS[place] for place in order]
    return tuple(_call(luck, at, attempt, kind, kinds[:at]) for at, kind in enumerate(kinds))


def _call(luck: Luck, at: int, attempt: int, kind: Phase, before: list[Phase]) -> Call:
    first = int(4 * luck.uniform("e1 words of calls", PHASES.index(kind), attempt))
    step = _SPAN_H / len(_KINDS)
    return Call(
        time_h=round((at + 0.8 * luck.uniform("e1 times of calls", at, attempt)) * step * 12) / 12,
        told=_told()[kind][(first + before.count(kind)) % 4],
        persons=6 + int(5 * luck.uniform("e1 persons of calls", at, attempt)),
        transit_h=0.5 + 0.25 * int(4 * luck.uniform("e1 transit of calls", at, attempt)),
        cues=kind,
        survival_median_h=_SURVIVAL_MEDIAN_H[kind],
    )

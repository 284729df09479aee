"""Six calls of one evening: what is told of each, and what is true of it.

Two calls speak of grave and imminent danger, two of apprehension, two of doubt, in an order and
with words of their own for each trainee.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from trainkit.kernel.luck import Luck

Phase = Literal["uncertainty", "alert", "distress"]
PHASES: tuple[Phase, ...] = ("uncertainty", "alert", "distress")

_KINDS: tuple[Phase, ...] = ("distress", "distress", "alert", "alert", "uncertainty", "uncertainty")
_SURVIVAL_MEDIAN_H = {"uncertainty": 6.0, "alert": 5.0, "distress": 3.0}
_SPAN_H = 2.5

_TOLD: dict[Phase, tuple[str, ...]] = {
    "distress": (
        (
            "A woman calls from an open boat. Water comes in, nobody has a lifejacket, children are on "
            "board. The call breaks off."
        ),
        (
            "A hotline relays a message: the engine is dead, one tube has lost its air, the sea rises, "
            "two people are in the water."
        ),
        (
            "A merchant ship reports people who hold on to a swamped hull. It has put out a raft and "
            "stands by."
        ),
        "A fisherman hears cries in the dark near the breakers and sees a boat lie on its side.",
    ),
    "alert": (
        "A fishing boat is four hours overdue. It answers on no channel. The wind has freshened.",
        (
            "A yacht's engine has stopped and its anchor holds, off a shore to leeward. The crew asks "
            "for advice. The forecast is worse."
        ),
        (
            "A coaster reported a small fire two hours ago and said that it was out. Since then its "
            "radio is silent."
        ),
        "An angler's wife calls: he is three hours late, his telephone is off, his boat is old.",
    ),
    "uncertainty": (
        (
            "A yacht is an hour late. It called two hours ago: all well. Nobody has asked the harbour "
            "yet."
        ),
        "A walker saw a red light over the sea, once, two hours ago. Nobody is missing.",
        "A beacon sends from the middle of a shipyard. The yard is closed for the night.",
        (
            "A passenger of a ferry thinks that he saw an empty dinghy. Dinghies broke loose in the "
            "harbour this morning."
        ),
    ),
}


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


def draw_calls(luck: Luck) -> tuple[Call, ...]:
    """Return six calls in the order of their times."""
    order = np.argsort([luck.uniform("e1 order of calls", place) for place in range(len(_KINDS))])
    kinds = [_KINDS[place] for place in order]
    return tuple(_call(luck, place, kind, kinds[:place]) for place, kind in enumerate(kinds))


def _call(luck: Luck, place: int, kind: Phase, before: list[Phase]) -> Call:
    first = int(4 * luck.uniform("e1 words of calls", PHASES.index(kind)))
    step = _SPAN_H / len(_KINDS)
    return Call(
        time_h=round((place + luck.uniform("e1 times of calls", place)) * step * 12) / 12,
        told=_TOLD[kind][(first + before.count(kind)) % 4],
        persons=6 + int(5 * luck.uniform("e1 persons of calls", place)),
        transit_h=0.5 + 0.25 * int(4 * luck.uniform("e1 transit of calls", place)),
        cues=kind,
        survival_median_h=_SURVIVAL_MEDIAN_H[kind],
    )

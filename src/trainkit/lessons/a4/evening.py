"""Six moments of an evening, of which the trainee writes a decision log."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from trainkit.kernel.luck import Luck

SORTS = ("voice", "wide", "address", "outside", "found", "third")
BEGAN_MIN = 18 * 60 + 10


@dataclass(frozen=True)
class Moment:
    """One moment at which something has to be decided.

    Attributes:
        minute: When, in minutes of the day.
        told: What happens.
        sort: What it is about, for those who mark.
    """

    minute: int
    told: str
    sort: str


@cache
def _told() -> Mapping[str, tuple[str, ...]]:
    text = files("trainkit.lessons.a4").joinpath("evening.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text)
    return {sort: tuple(one["told"] for one in found[sort]) for sort in SORTS}


def draw_evening(luck: Luck) -> tuple[Moment, ...]:
    """Return six moments in the order of their times, one of each sort."""
    order = np.argsort([luck.uniform("a4 order of moments", at) for at in range(len(SORTS))])
    minute, found = BEGAN_MIN, []
    for at, place in enumerate(order):
        minute += 15 + int(30 * luck.uniform("a4 times of moments", at))
        known = _told()[SORTS[place]]
        one = known[int(len(known) * luck.uniform("a4 words of moments", int(place)))]
        found.append(Moment(minute, one, SORTS[place]))
    return tuple(found)


def clock(minute: float) -> str:
    """Return a minute of the day as its hour."""
    whole = round(minute) % (24 * 60)
    return f"{whole // 60:02}:{whole % 60:02}"

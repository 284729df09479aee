"""Eight moments of two teams at work, and who gives way in each of them.

Two ask for action at once, two for protection, two for holding back, two for nothing.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from trainkit.kernel.luck import Luck

SORTS = ("act", "refer", "hold", "go_on")
_EACH = 2


@dataclass(frozen=True)
class Moment:
    """A moment.

    Attributes:
        told: What becomes known.
        sort: What it asks for.
    """

    told: str
    sort: str


@cache
def pool() -> dict[str, tuple[str, ...]]:
    """Return all moments by what they ask for."""
    text = files("trainkit.lessons.c5").joinpath("moments.toml").read_text(encoding="utf-8")
    return {sort: tuple(tomllib.loads(text)[sort]) for sort in SORTS}


def draw_moments(luck: Luck) -> tuple[Moment, ...]:
    """Return a trainee's eight moments, in an order that tells nothing."""
    found = [moment for sort in SORTS for moment in _some(luck, sort)]
    order = sorted(range(len(found)), key=lambda n: luck.uniform("c5 moments order", n))
    return tuple(found[n] for n in order)


def _some(luck: Luck, sort: str) -> list[Moment]:
    told = pool()[sort]
    order = sorted(range(len(told)), key=lambda n: luck.uniform(f"c5 moments {sort}", n))
    return [Moment(told[n], sort) for n in order[:_EACH]]

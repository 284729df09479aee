"""Six claims about a picture of a network: three follow from how it came to be, three do not."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from trainkit.kernel.luck import Luck

SORTS = ("follows", "does_not")
_EACH = 3


@dataclass(frozen=True)
class Claim:
    """A claim.

    Attributes:
        told: The claim.
        sort: ``follows`` or ``does_not``.
    """

    told: str
    sort: str


@cache
def pool() -> dict[str, tuple[str, ...]]:
    """Return all claims by sort."""
    text = files("trainkit.lessons.c2").joinpath("claims.toml").read_text(encoding="utf-8")
    return {sort: tuple(tomllib.loads(text)[sort]) for sort in SORTS}


def draw_claims(luck: Luck) -> tuple[Claim, ...]:
    """Return a trainee's six claims, in an order that tells nothing."""
    found = [claim for sort in SORTS for claim in _some(luck, sort)]
    order = sorted(range(len(found)), key=lambda n: luck.uniform("c2 claims order", n))
    return tuple(found[n] for n in order)


def _some(luck: Luck, sort: str) -> list[Claim]:
    told = pool()[sort]
    order = sorted(range(len(told)), key=lambda n: luck.uniform(f"c2 claims {sort}", n))
    return [Claim(told[n], sort) for n in order[:_EACH]]

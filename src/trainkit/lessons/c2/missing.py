"""Two worse pictures of a small network: one lacks two ties, the other an actor and all ties there.

Each has one busiest actor and one who lies on most ways, so that it can be read like the whole one.
Without two ties the same actor lies on most ways; without the actor nearly always another does.

Sources:
    Ficara et al. (2021): a picture that loses one tie in ten misleads little, and one that loses
    two actors in a hundred misleads.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import TypeVar

import numpy as np

from trainkit.errors import TrainkitError
from trainkit.kernel.luck import Luck
from trainkit.lessons.c2.web import LETTERS, Web

_LEAD = 1.0
T = TypeVar("T")


@dataclass(frozen=True)
class Missing:
    """What two other teams saw of a network.

    Attributes:
        ties: The network without two of its ties.
        actor: The network without one of its actors.
        lost: Who that actor is.
    """

    ties: Web
    actor: Web
    lost: str


@lru_cache(maxsize=512)
def draw_missing(luck: Luck, web: Web) -> Missing:
    """Return the two pictures of a trainee's network.

    Raises:
        TrainkitError: none could be drawn: an error of ours.
    """
    fewer = next((one for one in _fewer(luck, web) if _leads(one) == _leads(web)), None)
    others = {who: _without(web, who) for who in _shuffled(luck, "actor", LETTERS)}
    clear = [who for who, one in others.items() if _leads(one)]
    if fewer is None or not clear:
        raise TrainkitError(f"No picture could be drawn for {luck.seed}. This is our error.")
    lost = next((who for who in clear if _leads(others[who]) != _leads(web)), clear[0])
    return Missing(fewer, others[lost], lost)


def _fewer(luck: Luck, web: Web) -> Iterator[Web]:
    """Yield the network without two ties, in which all still hang together, in an order of luck."""
    for pair in _shuffled(luck, "ties", list(combinations(web.ties, 2))):
        left = Web(tuple(tie for tie in web.ties if tie not in pair))
        if len(left.degrees) == len(LETTERS) == left.left("none"):
            yield left


def _shuffled(luck: Luck, name: str, things: Sequence[T]) -> list[T]:
    chances = [luck.uniform(f"c2 missing {name}", place) for place in range(len(things))]
    return [things[place] for place in np.argsort(chances)]


def _without(web: Web, letter: str) -> Web:
    return Web(tuple(tie for tie in web.ties if letter not in tie))


def _leads(web: Web) -> str:
    """Return who lies on most ways; empty where that, or who is busiest, is not one actor."""
    ways, ties = (sorted(of.values(), reverse=True) for of in (web.ways, web.degrees))
    if ways[0] < ways[1] + _LEAD or ties[0] == ties[1]:
        return ""
    return _most(web.ways)


def _most(of: Mapping[str, float]) -> str:
    return max(of, key=lambda letter: of[letter])


def readings(told: Missing) -> dict[str, str | int]:
    """Return what the two pictures show, by the names of the answer's fields."""
    return {
        "ties_busiest": _most(told.ties.degrees),
        "ties_broker": _most(told.ties.ways),
        "actor_busiest": _most(told.actor.degrees),
        "actor_broker": _most(told.actor.ways),
        "hangs": told.actor.left("none"),
    }

"""Which pairs are tied: first so many that everybody is joined, then the likeliest that are left.

The friends of a friend meet: a pair with *c* acquaintances in common is 1 + closure * c times as
likely as without them. Acquaintances are counted anew a few times while the network grows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Pair = tuple[int, int]

_ROUNDS = 8


@dataclass(frozen=True, eq=False)
class Waits:
    """Pairs that may be tied, and how long each would wait for it: the shortest first.

    Attributes:
        pairs: Numbers of the two actors.
        waits: Waiting times, in the order of the pairs.
        n_actors: Actors of the network, numbered from 1.
    """

    pairs: list[Pair]
    waits: NDArray[np.float64]
    n_actors: int


def filled(usable: Waits, wanted: int, actors: set[int], closure: float) -> list[Pair]:
    """Return the tied pairs, in the order in which they came to be.

    Args:
        usable: The pairs that may be tied.
        wanted: How many there are to be; more, if it takes more to join everybody.
        actors: Those who are to be joined.
        closure: What an acquaintance in common adds to the likelihood of a tie.
    """
    held = dict.fromkeys(_joining(usable.pairs, actors))
    if closure:
        return _closed(usable, wanted, list(held), closure)
    for pair in usable.pairs:
        if len(held) >= wanted:
            break
        held[pair] = None
    return list(held)


def _closed(usable: Waits, wanted: int, held: list[Pair], closure: float) -> list[Pair]:
    joined = set(held)
    free = np.array([pair not in joined for pair in usable.pairs])
    for more in _rounds(wanted - len(held)):
        likelier = 1.0 + closure * _in_common(usable, held)
        waits = np.where(free, usable.waits / likelier, np.inf)
        chosen = np.argsort(waits, kind="stable")[: min(more, np.count_nonzero(free))]
        free[chosen] = False
        held = held + [usable.pairs[place] for place in chosen]
    return held


def _rounds(missing: int) -> list[int]:
    """Return how many pairs each round adds, at most one more in some than in others."""
    steps = [max(0, missing) * done // _ROUNDS for done in range(_ROUNDS + 1)]
    return [after - before for before, after in pairwise(steps)]


def _in_common(usable: Waits, held: list[Pair]) -> NDArray[np.float32]:
    """Return how many acquaintances each pair has in common."""
    tied = np.zeros((usable.n_actors, usable.n_actors), dtype=np.float32)
    one, other = np.array(held).T - 1
    tied[one, other] = tied[other, one] = 1.0
    first, second = np.array(usable.pairs).T - 1
    common: NDArray[np.float32] = (tied @ tied)[first, second]
    return common


def _joining(usable: list[Pair], actors: set[int]) -> Iterator[Pair]:
    """Yield the pairs that join two parts, likeliest first, until there is one part only."""
    part, parts = list(range(max(actors) + 1)), len(actors)
    for first, second in usable:
        if parts == 1:
            return
        one, other = _root(part, first), _root(part, second)
        if one != other:
            part[one] = other
            parts -= 1
            yield first, second


def _root(part: list[int], actor: int) -> int:
    while part[actor] != actor:
        part[actor] = part[part[actor]]
        actor = part[actor]
    return actor

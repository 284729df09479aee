"""A small network to be read by hand: the busiest is one actor, who lies on most ways is another.

Eleven letters. One group hangs on a busy actor, another on somebody inside it, and a third actor
joins the two. It is drawn again until the busiest and the one on most ways are two, each of them
alone, and the pairs whose ways lead through the second are a whole number.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations

import numpy as np

from trainkit.case.measures.edges import EdgeList, edge_list
from trainkit.case.measures.graph import largest_component
from trainkit.case.measures.removal import betweenness_scores, degree_scores
from trainkit.errors import TrainkitError
from trainkit.kernel.luck import Luck

LETTERS = tuple("ABCDEFGHIJK")
_HUB, _BROKER = 0, 6
_NEAR, _FAR = (1, 2, 3, 4, 5), (7, 8, 9, 10)
_MOST = 3_000


@dataclass(frozen=True)
class Web:
    """A small network.

    Attributes:
        ties: The tied pairs of letters, in the order of the alphabet.
    """

    ties: tuple[tuple[str, str], ...]

    @cached_property
    def listed(self) -> EdgeList:
        """The ties as an edge list."""
        return edge_list(self.ties)

    @cached_property
    def ways(self) -> dict[str, float]:
        """For each letter, the pairs of others whose shortest ways lead through it."""
        return self._by_letter(betweenness_scores(self.listed))

    @cached_property
    def degrees(self) -> dict[str, float]:
        """For each letter, how many it is tied to."""
        return self._by_letter(degree_scores(self.listed))

    def left(self, letter: str) -> int:
        """Return how many are in the largest part once a letter is gone."""
        alive = np.array([node != letter for node in self.listed.nodes])
        return largest_component(self.listed, alive)

    def _by_letter(self, scores: np.ndarray) -> dict[str, float]:
        return {str(n): float(s) for n, s in zip(self.listed.nodes, scores, strict=True)}


@lru_cache(maxsize=512)
def draw_web(luck: Luck) -> Web:
    """Return a trainee's network.

    Raises:
        TrainkitError: none could be drawn: an error of ours.
    """
    for attempt in range(_MOST):
        web = _drawn(luck, attempt)
        if web is not None and _tells(web):
            return web
    raise TrainkitError(f"No network could be drawn for the seed {luck.seed}. This is our error.")


def _drawn(luck: Luck, attempt: int) -> Web | None:
    def chance(name: str, place: int) -> float:
        return luck.uniform(f"c2 web {name}", place, attempt)

    pairs = {(_HUB, other) for other in _NEAR}
    near = list(combinations(_NEAR, 2))
    pairs |= {one for place, one in enumerate(near) if chance("near", place) < 0.25}
    pairs |= {(other, _BROKER) for other in _NEAR if chance("joined", other) < 0.5}
    pairs |= {(_BROKER, other) for other in _FAR if chance("over", other) < 0.4}
    far = list(combinations(_FAR, 2))
    pairs |= {one for place, one in enumerate(far) if chance("far", place) < 0.6}
    order = sorted(range(len(LETTERS)), key=lambda place: chance("letters", place))
    named = {tuple(sorted((LETTERS[order[a]], LETTERS[order[b]]))) for a, b in pairs}
    return Web(tuple(sorted((one, other) for one, other in named)))


def _tells(web: Web) -> bool:
    if len(web.listed.nodes) < len(LETTERS) or web.left("none") < len(LETTERS):
        return False
    (broker, most), (_, second) = sorted(web.ways.items(), key=lambda one: -one[1])[:2]
    (busiest, high), (_, next_) = sorted(web.degrees.items(), key=lambda one: -one[1])[:2]
    parted = web.left(broker) <= web.left(busiest) - 2
    whole = abs(most - round(most)) < 1e-9
    return broker != busiest and most >= second + 2.0 and high > next_ and whole and parted


def readings(web: Web) -> dict[str, str | int]:
    """Return what a network shows, by the names of the answer's fields."""
    busiest = max(web.degrees, key=lambda one: web.degrees[one])
    broker = max(web.ways, key=lambda one: web.ways[one])
    return {
        "busiest": busiest,
        "broker": broker,
        "ways": round(web.ways[broker]),
        "left_busiest": web.left(busiest),
        "left_broker": web.left(broker),
    }

"""Whose picture of a network is drawn: each team's, both teams' together, and the truth.

A team knows an actor whom its State saw from the start or whom an item that it has concerns. It
knows a tie when it saw both actors from the start, or when an item that it has concerns both; it
then knows every layer that the network gives for the two. What no team knows is in no picture but
the truth, so that nothing of it reaches a browser before the truth is given.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from trainkit.case.actors import SIDES, Actor, Network, Tie
from trainkit.errors import TrainkitError, nearest
from trainkit.views.link_item import Shown, require_items

Whose = Literal["Alder", "Borea", "both", "truth"]
NAMES: dict[str, str] = {
    "Alder": "Alder team",
    "Borea": "Borea team",
    "both": "Both teams",
    "truth": "The truth",
}


@dataclass(frozen=True)
class Picture:
    """What one reader knows.

    Attributes:
        whose: Alder, Borea, both, or truth.
        actors: The actors, in their order.
        ties: The ties, in their order.
        items: The items, by time.
    """

    whose: str
    actors: tuple[Actor, ...]
    ties: tuple[Tie, ...]
    items: tuple[Shown, ...]

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of the actors."""
        return frozenset(actor.id for actor in self.actors)

    @property
    def pairs(self) -> frozenset[tuple[int, int]]:
        """The tied pairs."""
        return frozenset(map(pair, self.ties))

    def best_connected(self) -> tuple[Actor, int] | None:
        """The actor tied to most others, the lowest number first among equals, and how many."""
        found = Counter(one for both in self.pairs for one in both)
        if not found:
            return None
        best = min(found, key=lambda one: (-found[one], one))
        return next(actor for actor in self.actors if actor.id == best), found[best]


def pair(tie: Tie) -> tuple[int, int]:
    """Return the two actors of a tie, the lower number first."""
    return min(tie.first, tie.second), max(tie.first, tie.second)


def pictures(
    network: Network,
    items: Sequence[Shown] = (),
    truth: Network | None = None,
    tied: Mapping[str, Collection[tuple[int, int]]] | None = None,
) -> tuple[Picture, ...]:
    """Return the pictures to choose from: Alder, Borea, both and, where it is given, the truth.

    Args:
        network: Actors and ties as far as the case has come; where nobody is said to know any of
            it, both teams are taken to know all.
        items: The items.
        truth: The whole network, after the run; it has all actors of *network*.
        tied: Pairs that each team knows to be tied, the lower number first, by State; left out,
            they are read of what was seen and of the items.

    Raises:
        TrainkitError: an item names a missing actor, two have one id, or the truth lacks an actor.
    """
    require_items(network, items)
    _require_whole(network, truth)
    in_order = tuple(sorted(items, key=lambda item: (item.time_h, item.id)))
    said = any(actors for _, actors in network.seen) or any(item.known_to for item in items)
    alone = [_known(side, network, in_order, tied) for side in SIDES] if said else []
    both = _joined(network, in_order, alone) if said else (network.actors, network.ties, in_order)
    found = [*alone, Picture("both", *both)]
    if truth:
        found.append(Picture("truth", truth.actors, truth.ties, in_order))
    return tuple(found)


def drawn(found: Sequence[Picture]) -> Picture:
    """Return all that any of the pictures holds; a tie that is only believed is kept."""
    whole, both = found[-1], chosen(found, "both")
    true = {(pair(tie), tie.layer) for tie in whole.ties}
    believed = tuple(tie for tie in both.ties if (pair(tie), tie.layer) not in true)
    return Picture(whole.whose, whole.actors, whole.ties + believed, whole.items)


def chosen(found: Sequence[Picture], whose: str) -> Picture:
    """Return the picture of somebody.

    Raises:
        TrainkitError: there is no such picture, or the truth is not given yet.
    """
    names = [one.whose for one in found]
    if whose not in names:
        why = " The truth is drawn when truth= is given." if whose == "truth" else ""
        raise TrainkitError(
            f"No picture is called '{whose}'.{nearest(whose, names)}{why} They are "
            f"{', '.join(names)}."
        )
    return found[names.index(whose)]


def _known(
    side: str,
    network: Network,
    items: Sequence[Shown],
    tied: Mapping[str, Collection[tuple[int, int]]] | None,
) -> Picture:
    own = tuple(item for item in items if side in item.known_to)
    seen = network.seen_by(side)
    numbers = seen | {one for item in own for one in item.actors}
    if tied is not None:
        ties = tuple(tie for tie in network.ties if pair(tie) in tied.get(side, ()))
        return Picture(side, _named(network, numbers), ties, own)
    shown = {two for item in own for two in combinations(sorted(set(item.actors)), 2)}
    ties = tuple(tie for tie in network.ties if pair(tie) in shown or {*pair(tie)} <= seen)
    return Picture(side, _named(network, numbers), ties, own)


def _joined(
    network: Network, items: Sequence[Shown], alone: Sequence[Picture]
) -> tuple[tuple[Actor, ...], tuple[Tie, ...], tuple[Shown, ...]]:
    numbers = frozenset().union(*(one.numbers for one in alone))
    ties = frozenset().union(*(one.ties for one in alone))
    kept = tuple(item for item in items if item.known_to)
    return _named(network, numbers), tuple(tie for tie in network.ties if tie in ties), kept


def _named(network: Network, numbers: frozenset[int]) -> tuple[Actor, ...]:
    return tuple(actor for actor in network.actors if actor.id in numbers)


def _require_whole(network: Network, truth: Network | None) -> None:
    missing = sorted(set(network.by_id) - set(truth.by_id)) if truth else []
    if missing:
        raise TrainkitError(
            f"The truth lacks actor {missing[0]}, whom the network has. Give the whole network as "
            "truth=, or take the actor out of what was seen."
        )

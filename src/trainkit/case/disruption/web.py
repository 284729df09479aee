"""Who is left in a network and who is tied to whom, as sets: bit *i* for the actor in place *i*."""

from collections.abc import Iterable

from trainkit.case.actors import Network
from trainkit.case.disruption.work import members
from trainkit.errors import TrainkitError

Pair = tuple[int, int]


class Web:
    """Actors who are left, and their ties.

    Attributes:
        numbers: The actors' numbers by their places.
        ties: For each place the set of those tied to it, whether they are left or not.
        active: The set of those who are left.
    """

    def __init__(self, network: Network) -> None:
        self.numbers = tuple(actor.id for actor in network.actors)
        self._place = {number: place for place, number in enumerate(self.numbers)}
        self.ties = [self.group(network.neighbours[number]) for number in self.numbers]
        self.active = (1 << len(self.numbers)) - 1
        self._unseen: set[Pair] = set()

    def group(self, numbers: Iterable[int]) -> int:
        """Return the set of the actors of these *numbers*.

        Raises:
            TrainkitError: there is no actor of a number.
        """
        group = 0
        for number in numbers:
            if number not in self._place:
                raise TrainkitError(
                    f"Actor {number} is not in this network, whose actors are numbered from "
                    f"{min(self.numbers)} to {max(self.numbers)}. Name one of them."
                )
            group |= 1 << self._place[number]
        return group

    def tie(self, one: int, other: int, *, seen: bool) -> None:
        """Tie two places, in sight or out of it."""
        self.ties[one] |= 1 << other
        self.ties[other] |= 1 << one
        if not seen:
            self._unseen.add(self._pair(one, other))

    def pairs(self) -> tuple[Pair, ...]:
        """Return the pairs of those who are left, in order of their numbers."""
        found = (
            self._pair(place, other)
            for place in members(self.active)
            for other in members(self.ties[place] & self.active)
            if place < other
        )
        return tuple(sorted(found))

    def unseen(self) -> frozenset[Pair]:
        """Return those of the pairs that are out of sight."""
        return frozenset(self._unseen).intersection(self.pairs())

    def _pair(self, one: int, other: int) -> Pair:
        first, second = self.numbers[one], self.numbers[other]
        return (first, second) if first < second else (second, first)

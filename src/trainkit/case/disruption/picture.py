"""What police know of a network while they map it: whom, and by which ties.

Nobody is found but through somebody who is known; a boss is found seldom, as wiretaps show those
who move about. Knowing somebody's part is part of finding them.
"""

from functools import lru_cache

from trainkit.case.actors import SIDES, Actor, Network
from trainkit.case.disruption.adaptation import Ring
from trainkit.case.disruption.spec import DisruptionSpec
from trainkit.case.network import NetworkSpec, generate
from trainkit.kernel.luck import Luck

HOME = SIDES[0]


@lru_cache(maxsize=64)
def network_of(spec: NetworkSpec, seed: int) -> Network:
    """Return the network of a case; the same object for the same spec and seed."""
    return generate(spec, Luck(seed))


def signs_of_coercion(spec: DisruptionSpec, actor: Actor) -> bool:
    """Return whether police can see signs that a skipper steers under coercion.

    They can be seen before a decision, are the same in every replication, and may deceive.
    """
    if actor.role != "skipper":
        return False
    chance = spec.coercion_seen if actor.coerced else spec.coercion_seeming
    return Luck(spec.network_seed).uniform("signs of coercion", actor.id) < chance


class Picture:
    """What the team knows of a network.

    Attributes:
        known: Numbers of the actors whom it knows.
        network: The network as it is.
    """

    def __init__(self, spec: DisruptionSpec, network: Network, luck: Luck) -> None:
        self.network = network
        self.known = set(network.seen_by(HOME))
        self._spec, self._luck = spec, luck

    def join(self) -> None:
        """Add what the other State's police know; who escaped from us stays lost to us."""
        for side in SIDES:
            if side != HOME:
                self.known |= self.network.seen_by(side)

    def look(self, ring: Ring, week: int, alerted: bool) -> list[int]:
        """Return whom a week of mapping finds, and know them."""
        chance = self._spec.find_chance * (self._spec.alert if alerted else 1.0)
        active = ring.active
        found = [
            number
            for number in sorted(active - self.known)
            if self._luck.uniform("mapping", number, week) < self._chance(number, active, chance)
        ]
        self.known.update(found)
        return found

    def _chance(self, number: int, active: frozenset[int], chance: float) -> float:
        through = sum(other in self.known for other in self.network.neighbours[number])
        shown = self._spec.network.boss_shown if self._is_boss(number) else 1.0
        return shown * (1.0 - (1.0 - chance) ** through) if number in active else 0.0

    def _is_boss(self, number: int) -> bool:
        return self.network.by_id[number].rank == "boss"

    def pairs(self, active: frozenset[int]) -> list[tuple[int, int]]:
        """Return the tied pairs of which both are known and at large."""
        seen = self.known & active
        return [pair for pair in self.network.pairs if pair[0] in seen and pair[1] in seen]

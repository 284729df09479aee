"""A network under disruption: what it can still do, who takes over, and what months later is left.

    ring = Ring(network, replacement="distance", luck=Luck(seed=1946))
    ring.remove([7, 12], at_h=0.0)
    ring.recover(until_h=24 * 90)
    ring.capacity()

Nothing here advises anybody who moves people: who takes over, when and how well is a statistical
rule, the same for every network.
"""

from trainkit.case.disruption.adaptation import Ring, Takeover
from trainkit.case.disruption.rules import Adaptation

__all__ = ["Adaptation", "Ring", "Takeover"]

"""Who is in a case: members and bystanders under numbers that tell nobody apart."""

from dataclasses import replace
from functools import lru_cache

import numpy as np

from trainkit.case import network
from trainkit.case.actors import Network, Tie
from trainkit.case.investigation.spec import InvestigationSpec
from trainkit.kernel.luck import Luck, many_uniform, purpose


def cast(spec: InvestigationSpec, luck: Luck) -> tuple[Network, tuple[int, ...]]:
    """Return the network of a case and the numbers of the bystanders around it.

    All are numbered from 1 in an order that is drawn: no number tells who has a part in it.

    Args:
        spec: What the case is told.
        luck: Luck of the run.
    """
    return _cast(spec.network, spec.ring.bystanders, luck)


@lru_cache(maxsize=64)
def _cast(
    told: network.NetworkSpec, bystanders: int, luck: Luck
) -> tuple[Network, tuple[int, ...]]:
    """Draw them; plans that are compared in one luck meet the same people, drawn once."""
    drawn = network.generate(told, luck)
    everybody = np.arange(len(drawn.actors) + bystanders)
    places = np.argsort(many_uniform(luck.key, purpose("case number"), everybody, 0)) + 1
    numbers = dict(zip((actor.id for actor in drawn.actors), places.tolist(), strict=False))
    return _renumbered(drawn, numbers), tuple(sorted(places[len(drawn.actors) :].tolist()))


def _renumbered(drawn: Network, numbers: dict[int, int]) -> Network:
    """Return the same network under other numbers."""
    return Network(
        tuple(replace(actor, id=numbers[actor.id]) for actor in drawn.actors),
        tuple(
            Tie(numbers[tie.first], numbers[tie.second], tie.layer, tie.strength)
            for tie in drawn.ties
        ),
        tuple((side, frozenset(numbers[one] for one in seen)) for side, seen in drawn.seen),
    )

"""What each State's police know at the start: their own half, and of the bosses little.

Who lives abroad is known seldom, so that the two see different halves; wiretaps and arrests show
those who move about and not those who decide.

Sources:
    Agreste et al. (2015), as in `reference/case.md` section 2.
"""

from collections.abc import Sequence

import numpy as np

from trainkit.case.actors import SIDES, Actor, Side
from trainkit.case.network.spec import NetworkSpec
from trainkit.kernel.luck import Luck, many_uniform, purpose


def known(
    spec: NetworkSpec, actors: Sequence[Actor], luck: Luck
) -> tuple[tuple[Side, frozenset[int]], ...]:
    """Return the numbers of the actors whom each State knows of, by State."""
    return tuple((side, _known_to(spec, actors, side, luck)) for side in SIDES)


def _known_to(spec: NetworkSpec, actors: Sequence[Actor], side: Side, luck: Luck) -> frozenset[int]:
    numbers = np.array([actor.id for actor in actors])
    units = many_uniform(luck.key, purpose("network sight"), numbers, SIDES.index(side))
    return frozenset(
        actor.id
        for actor, unit in zip(actors, units, strict=True)
        if unit < chance_to_be_known(spec, actor, side)
    )


def chance_to_be_known(spec: NetworkSpec, actor: Actor, side: Side) -> float:
    """Return the chance that a State's police know of an actor at the start."""
    near = spec.seen_at_home if actor.side == side else spec.seen_abroad
    return near * (spec.boss_shown if actor.rank == "boss" else 1.0)

"""How much likelier a tie is between alike than between unlike actors: pooled odds ratios.

Who shares a stage often differs in rank, and the other way round; the odds are therefore compared
within strata and pooled.

Sources:
    Mantel, Haenszel (1959). *Statistical aspects of the analysis of data from retrospective
    studies of disease*. JNCI 22: the pooled ratio.
"""

import math
from collections import Counter
from collections.abc import Callable, Hashable
from itertools import combinations

from trainkit.case.actors import Actor, Network
from trainkit.case.network.roster import BRIDGES

Alike = Callable[[Actor, Actor], bool]
Stratum = Callable[[Actor, Actor], Hashable]


def same_stage_odds(network: Network) -> float:
    """Return the odds of a tie within a stage, as a multiple of those between stages.

    Strata are the two ranks, and whether one of the two is on a bridge.
    """
    return odds_ratio(
        network,
        lambda one, other: one.stage == other.stage,
        lambda one, other: (tuple(sorted((one.rank, other.rank))), _bridged(one, other)),
    )


def same_rank_odds(network: Network) -> float:
    """Return the odds of a tie within a rank, as a multiple of those between ranks.

    Strata are whether the two share a stage, and whether one of them is on a bridge.
    """
    return odds_ratio(
        network,
        lambda one, other: one.rank == other.rank,
        lambda one, other: (one.stage == other.stage, _bridged(one, other)),
    )


def odds_ratio(network: Network, alike: Alike, stratum: Stratum) -> float:
    """Return the odds of a tie of two that are alike over the odds of two that are not, pooled.

    Returns:
        The ratio of Mantel and Haenszel over the strata; nan where no two unlike ones are tied or
        no two alike ones are not.
    """
    tied = frozenset(network.pairs)
    cells: Counter[tuple[Hashable, bool, bool]] = Counter(
        (stratum(one, other), alike(one, other), _is_tied(one, other, tied))
        for one, other in combinations(network.actors, 2)
    )
    above = below = 0.0
    for layer in {key[0] for key in cells}:
        a, b = cells[layer, True, True], cells[layer, True, False]
        c, d = cells[layer, False, True], cells[layer, False, False]
        above += a * d / (a + b + c + d)
        below += b * c / (a + b + c + d)
    return above / below if below else math.nan


def _is_tied(one: Actor, other: Actor, tied: frozenset[tuple[int, int]]) -> bool:
    return (one.id, other.id) in tied or (other.id, one.id) in tied


def _bridged(one: Actor, other: Actor) -> bool:
    return one.role in BRIDGES or other.role in BRIDGES

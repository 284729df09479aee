"""Where the actors of a network stand: ways, who lies on them, and who is shown."""

import math
from collections.abc import Callable, Hashable
from functools import lru_cache

import numpy as np

from trainkit.case.actors import SIDES, Actor, Network
from trainkit.case.measures.edges import EdgeList, edge_list
from trainkit.case.measures.graph import component_sizes, fast
from trainkit.case.measures.removal import betweenness_scores


def mean_path(network: Network) -> float:
    """Return the mean number of ties between two actors of one component, over all such pairs."""
    import rustworkx

    if not network.pairs:
        return math.nan
    ways = rustworkx.graph_distance_matrix(fast(_listed(network)), null_value=0.0)
    return float(ways[ways > 0].mean())


def in_largest(network: Network) -> float:
    """Return the share of the actors who are in the largest component."""
    if not network.pairs:
        return 1 / len(network.actors) if network.actors else math.nan
    listed = _listed(network)
    sizes = component_sizes(listed, np.ones(len(listed.nodes), dtype=np.bool_))
    return float(sizes.max()) / len(network.actors)


def of_mean_betweenness(network: Network, among: Callable[[Actor], bool]) -> float:
    """Return the mean betweenness of some actors, as a multiple of the mean of all."""
    scores = _scores(network.pairs)
    mean = sum(scores.values()) / len(network.actors) if network.actors else 0.0
    chosen = [scores.get(actor.id, 0.0) for actor in network.actors if among(actor)]
    return sum(chosen) / len(chosen) / mean if chosen and mean else math.nan


def shown_of_bosses(network: Network) -> float:
    """Return the share of the bosses whom a State knows, as a multiple of that of the aides."""
    known = frozenset().union(*(network.seen_by(side) for side in SIDES))
    bosses = [actor.id in known for actor in network.actors if actor.rank == "boss"]
    aides = [actor.id in known for actor in network.actors if actor.rank == "aide"]
    if not bosses or not any(aides):
        return math.nan
    return (sum(bosses) / len(bosses)) / (sum(aides) / len(aides))


def overlap_of_sight(network: Network) -> float:
    """Return the share of the known actors whom both States know."""
    one, other = (network.seen_by(side) for side in SIDES)
    return len(one & other) / len(one | other) if one | other else math.nan


def _listed(network: Network) -> EdgeList:
    return _edges(network.pairs)


@lru_cache(maxsize=4)
def _edges(pairs: tuple[tuple[int, int], ...]) -> EdgeList:
    """Return pairs as a list of edges; a report of one network asks for it five times."""
    return edge_list(pairs)


@lru_cache(maxsize=4)
def _scores(pairs: tuple[tuple[int, int], ...]) -> dict[Hashable, float]:
    """Return the betweenness of each actor who is tied."""
    listed = _edges(pairs)
    return dict(zip(listed.nodes, betweenness_scores(listed).tolist(), strict=True))

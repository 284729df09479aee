"""Who belongs together: communities by modularity.

Sources:
    Blondel et al. (2008), the Louvain method, as networkx 3.6 implements it.
"""

from collections import Counter
from collections.abc import Hashable

import numpy as np

from trainkit.case.measures.edges import EdgeList, Edges, edge_list
from trainkit.case.measures.graph import by_place
from trainkit.errors import TrainkitError, shown


def communities(edges: Edges, *, seed: int = 0) -> tuple[frozenset[Hashable], ...]:
    """Return communities of nodes that are tied among themselves more than to others.

    Args:
        edges: Pairs, or triples whose weight counts.
        seed: Seed of the order in which nodes are looked at; the same seed, the same communities,
            whatever the nodes are called.

    Returns:
        The communities, the largest first, each node in one.

    Raises:
        TrainkitError: the weights are all zero, so that nothing ties anybody, or the seed is no
            whole number.
    """
    import networkx as nx

    if isinstance(seed, bool) or not isinstance(seed, int | np.integer):
        raise TrainkitError(f"seed = {shown(seed)} is refused: it is a whole number.")
    listed = edge_list(edges)
    if not listed.nodes:
        return ()
    _require_weight(listed)
    found = nx.community.louvain_communities(by_place(listed), weight="weight", seed=int(seed))
    ordered = sorted(found, key=lambda group: (-len(group), min(group)))
    return tuple(frozenset(listed.nodes[place] for place in group) for group in ordered)


def modularity(edges: Edges, groups: tuple[frozenset[Hashable], ...]) -> float:
    """Return how much more ties lie within the groups than chance would have it; below 1.

    Raises:
        TrainkitError: the groups do not hold each node once, or there is no tie to share out.
    """
    import networkx as nx

    listed = edge_list(edges)
    _require_parted(listed, groups)
    if not len(listed.ends):
        raise TrainkitError("There is no tie to share out among groups. Give at least one edge.")
    _require_weight(listed)
    place = {node: at for at, node in enumerate(listed.nodes)}
    at = [{place[node] for node in group} for group in groups]
    return float(nx.community.modularity(by_place(listed), at, weight="weight"))


def _require_parted(listed: EdgeList, groups: tuple[frozenset[Hashable], ...]) -> None:
    held = Counter(node for group in groups for node in group)
    wrong = [node for node in listed.nodes if held[node] != 1] + list(held.keys() - {*listed.nodes})
    if wrong:
        raise TrainkitError(
            f"Node {shown(wrong[0])} is in {held[wrong[0]]} of the groups. Groups hold each node "
            "of the edges once, and no other."
        )


def _require_weight(listed: EdgeList) -> None:
    if len(listed.ends) and not listed.weights.any():
        raise TrainkitError(
            "Every weight is zero, so that nothing ties anybody. Give weights above zero, or leave "
            "the third column out."
        )

"""Who belongs together: communities by modularity.

Sources:
    Blondel et al. (2008), the Louvain method, as networkx 3.6 implements it.
"""

from collections.abc import Hashable

from trainkit.case.measures.edges import Edges, edge_list
from trainkit.case.measures.graph import by_place


def communities(edges: Edges, *, seed: int = 0) -> tuple[frozenset[Hashable], ...]:
    """Return communities of nodes that are tied among themselves more than to others.

    Args:
        edges: Pairs, or triples whose weight counts.
        seed: Seed of the order in which nodes are looked at; the same seed, the same communities,
            whatever the nodes are called.

    Returns:
        The communities, the largest first, each node in one.
    """
    import networkx as nx

    listed = edge_list(edges)
    if not listed.nodes:
        return ()
    found = nx.community.louvain_communities(by_place(listed), weight="weight", seed=seed)
    ordered = sorted(found, key=lambda group: (-len(group), min(group)))
    return tuple(frozenset(listed.nodes[place] for place in group) for group in ordered)


def modularity(edges: Edges, groups: tuple[frozenset[Hashable], ...]) -> float:
    """Return how much more ties lie within the groups than chance would have it; below 1."""
    import networkx as nx

    listed = edge_list(edges)
    place = {node: at for at, node in enumerate(listed.nodes)}
    at = [{place[node] for node in group} for group in groups]
    return float(nx.community.modularity(by_place(listed), at, weight="weight"))

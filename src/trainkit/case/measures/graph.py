"""An edge list as a graph: of rustworkx for speed, of networkx for meaning."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.case.measures.edges import EdgeList


def fast(listed: EdgeList, alive: NDArray[np.bool_] | None = None) -> Any:
    """Return a graph of rustworkx; node *i* stands for ``listed.nodes[i]``.

    Nodes that are not *alive* stay without a tie, so that the places do not move.
    """
    import rustworkx

    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(len(listed.nodes)))
    ends = listed.ends if alive is None else listed.ends[alive[listed.ends].all(axis=1)]
    graph.add_edges_from_no_data(list(map(tuple, ends.tolist())))
    return graph


def plain(listed: EdgeList) -> Any:
    """Return a graph of networkx with the nodes themselves, and the weight on each edge."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(listed.nodes)
    for (first, second), weight in zip(listed.ends.tolist(), listed.weights.tolist(), strict=True):
        graph.add_edge(listed.nodes[first], listed.nodes[second], weight=weight)
    return graph


def by_place(listed: EdgeList) -> Any:
    """Return a graph of networkx whose nodes are the places in ``listed.nodes``.

    What networkx does with an order of nodes then depends on no hash of a name.
    """
    import networkx as nx

    return nx.convert_node_labels_to_integers(plain(listed))


def component_sizes(listed: EdgeList, alive: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the sizes of the connected components among the nodes that are *alive*."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    n = len(listed.nodes)
    ends = listed.ends[alive[listed.ends].all(axis=1)]
    links = coo_array((np.ones(len(ends), dtype=np.int8), (ends[:, 0], ends[:, 1])), shape=(n, n))
    _, part = connected_components(links, directed=False)
    return np.bincount(part[alive]).astype(np.int64)


def largest_component(listed: EdgeList, alive: NDArray[np.bool_]) -> int:
    """Return how many nodes the largest component has; none where nobody is *alive*."""
    return int(component_sizes(listed, alive).max()) if alive.any() else 0

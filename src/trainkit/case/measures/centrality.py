"""Who is central: degree, betweenness, closeness and Katz, by the node's own name.

Each is what networkx computes under the same name for a graph without weights, and as it scales
it; rustworkx and SciPy compute it here. None of them says who is in charge: a boss may have few
ties and lie on no way at all.

Sources:
    Freeman (1977, 1978); Katz (1953). As implemented in networkx 3.6.
"""

from collections.abc import Hashable
from numbers import Real
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.case.measures.edges import EdgeList, Edges, edge_list
from trainkit.case.measures.effort import require_an_hour
from trainkit.case.measures.graph import fast
from trainkit.case.measures.removal import betweenness_scores, degree_scores
from trainkit.errors import TrainkitError, shown

Scores = dict[Hashable, float]

_SMALL = 200
_INSTEAD = "Take the degree, or one component."


def degree(edges: Edges) -> Scores:
    """Return the share of the other nodes that each node is tied to; 1 where there is no other."""
    listed = edge_list(edges)
    others = len(listed.nodes) - 1
    return _named(listed, degree_scores(listed) / others if others else np.ones(1 + others))


def betweenness(edges: Edges) -> Scores:
    """Return the share of the pairs of other nodes whose shortest ways lead through each node.

    A pair that several shortest ways join counts in part. Takes seconds for 10,000 nodes.

    Raises:
        TrainkitError: it would take more than an hour.
    """
    listed = edge_list(edges)
    require_an_hour(listed, "Betweenness", _INSTEAD)
    n = len(listed.nodes)
    pairs = (n - 1) * (n - 2) / 2
    return _named(listed, betweenness_scores(listed) / pairs if pairs > 0 else np.zeros(n))


def closeness(edges: Edges) -> Scores:
    """Return how near each node is to those whom it can reach, scaled by how many these are.

    Of *n* nodes a node that reaches *r* others at the mean distance *d* has r / (n - 1) / d, after
    Wasserman and Faust, so that a small part apart does not seem central.

    Raises:
        TrainkitError: it would take more than an hour.
    """
    import rustworkx

    listed = edge_list(edges)
    require_an_hour(listed, "Closeness", _INSTEAD)
    found = rustworkx.graph_closeness_centrality(fast(listed), wf_improved=True)
    return _named(listed, np.array([found[place] for place in range(len(listed.nodes))]))


def katz(edges: Edges, alpha: float | None = None) -> Scores:
    """Return who is tied to many, or to those who are: all ways count, longer ones less.

    Args:
        edges: Pairs; weights do not count.
        alpha: What a further tie of a way is worth; below 1 / (largest eigenvalue). Half of that
            where none is given.

    Returns:
        The solution of (I - alpha A) x = 1, scaled to length 1.

    Raises:
        TrainkitError: the sum over all ways does not converge at *alpha*.
    """
    listed = edge_list(edges)
    if not listed.nodes:
        return {}
    ties = _adjacency(listed)
    bound = _convergence(listed, ties)
    chosen = min(bound / 2, 1.0) if alpha is None else alpha
    if not isinstance(chosen, Real) or not 0.0 <= chosen < bound:
        raise TrainkitError(
            f"alpha = {shown(chosen)} is refused: Katz centrality of these edges converges from 0 "
            f"to below {bound:.4g}. Leave it out, or choose a smaller one."
        )
    return _named(listed, _solved(ties, float(chosen)))


def _solved(ties: Any, alpha: float) -> NDArray[np.float64]:
    from scipy.sparse import eye_array
    from scipy.sparse.linalg import cg

    n = ties.shape[0]
    system = (eye_array(n) - alpha * ties).tocsr()
    if n < _SMALL:
        found = np.linalg.solve(system.toarray(), np.ones(n))
    else:  # symmetric and positive definite, as alpha is below the bound
        found, _ = cg(system, np.ones(n), rtol=1e-13, maxiter=100 * _SMALL)
    return np.asarray(found / np.linalg.norm(found), dtype=np.float64)


def _convergence(listed: EdgeList, ties: Any) -> float:
    """Return 1 / the largest eigenvalue of the ties, infinite where there is none."""
    from scipy.sparse.linalg import eigsh

    if not len(listed.ends):
        return np.inf
    if len(listed.nodes) < _SMALL:
        return 1.0 / float(np.linalg.eigvalsh(ties.toarray())[-1])
    start = np.ones(len(listed.nodes))
    return 1.0 / float(eigsh(ties, k=1, which="LA", v0=start, return_eigenvectors=False)[0])


def _adjacency(listed: EdgeList) -> Any:
    from scipy.sparse import coo_array

    n = len(listed.nodes)
    rows = np.concatenate([listed.ends[:, 0], listed.ends[:, 1]])
    columns = np.concatenate([listed.ends[:, 1], listed.ends[:, 0]])
    return coo_array((np.ones(len(rows)), (rows, columns)), shape=(n, n)).tocsr()


def _named(listed: EdgeList, scores: NDArray[np.float64]) -> Scores:
    return dict(zip(listed.nodes, scores.tolist(), strict=True))

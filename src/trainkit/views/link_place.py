"""Where the actors stand on a link chart: those of Alder on the left, those of Borea on the right.

The positions are made here, once and always the same, so that a browser has nothing to lay out.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.case.actors import Network

APART = 84.0
"""Distance that two actors keep at least, in pixels of the chart at its own size."""
_SEED = 1946
_GAP = 1.6 * APART
_HOME = 0.3
"""Pull of a State on its actors, a tie's being 1: it keeps those without ties in the picture."""
_SHAPE, _MOST_STRETCH = 2.1, 2.0

Places = NDArray[np.float64]


def places(network: Network) -> dict[int, tuple[float, float]]:
    """Return where each actor stands, x to the right and y down, in pixels.

    Args:
        network: Who is drawn.
    """
    if not network.actors:
        return {}
    numbers = [actor.id for actor in network.actors]
    alder = np.array([actor.side == "Alder" for actor in network.actors])
    found = _filling(_parted(_spread(_sprung(network, numbers, alder)), alder))
    rows = np.round(found - found.mean(axis=0), 1).tolist()
    return {one: (x, y) for one, (x, y) in zip(numbers, rows, strict=True)}


def _sprung(network: Network, numbers: list[int], alder: NDArray[np.bool_]) -> Places:
    """Return positions in which ties pull as springs do, and each State a little at its own."""
    import rustworkx as rx

    n, sides = len(numbers), np.where(alder, -1.0, 1.0)
    graph: Any = rx.PyGraph(multigraph=False)
    graph.add_nodes_from([*numbers, "Alder", "Borea"])
    at = {one: place for place, one in enumerate(numbers)}
    graph.add_edges_from([(at[first], at[second], 1.0) for first, second in network.pairs])
    graph.add_edges_from([(k, n if alder[k] else n + 1, _HOME) for k in range(n)])
    start = np.random.default_rng(_SEED).uniform(-0.5, 0.5, (n, 2))
    start[:, 0] += sides
    pos = {**dict(enumerate(start.tolist())), n: [-1.0, 0.0], n + 1: [1.0, 0.0]}
    sprung = rx.spring_layout(
        graph, pos=pos, fixed={n, n + 1}, weight_fn=float, num_iter=60, seed=_SEED
    )
    found = np.array([sprung[place] for place in range(n)])
    return np.asarray(found / max(float(found.std()), 1e-9) * np.sqrt(n) * 0.4 * APART)


def _spread(found: Places) -> Places:
    """Return positions of which no two are nearer than they must be, or hardly any."""
    from scipy.spatial import cKDTree

    spread = found + np.random.default_rng(_SEED).normal(0.0, 0.01, found.shape)
    for _ in range(80):
        near = cKDTree(spread).query_pairs(APART, output_type="ndarray")
        if not len(near):
            break
        between = spread[near[:, 1]] - spread[near[:, 0]]
        length = np.linalg.norm(between, axis=1, keepdims=True)
        push = between / np.maximum(length, 1e-9) * (1.05 * APART - length) / 2
        np.add.at(spread, near[:, 0], -0.5 * push)
        np.add.at(spread, near[:, 1], 0.5 * push)
    return spread


def _parted(found: Places, alder: NDArray[np.bool_]) -> Places:
    """Return positions with a strip between the two States."""
    if alder.all() or not alder.any():
        return found
    parted = found.copy()
    parted[alder, 0] -= found[alder, 0].max() + _GAP / 2
    parted[~alder, 0] -= found[~alder, 0].min() - _GAP / 2
    middle = found[alder, 1].mean(), found[~alder, 1].mean()
    parted[:, 1] -= np.where(alder, *middle)
    return parted


def _filling(found: Places) -> Places:
    """Return positions stretched, never narrowed, until they are about as wide as a screen."""
    wide, high = np.ptp(found, axis=0) + APART
    asked = np.array([_SHAPE * high / wide, wide / (_SHAPE * high)])
    return np.asarray(found * np.clip(asked, 1.0, _MOST_STRETCH))

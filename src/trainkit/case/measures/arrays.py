"""Edges whose nodes are numbers in an array: taken in at once, a million rows in a second.

What comes out is what `edges.edge_list` makes of the same rows one by one, in the same order.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Taken = tuple[tuple[Any, ...], NDArray[np.int64], NDArray[np.float64], int, int]


def taken_in(ends: NDArray[Any], weights: NDArray[np.float64]) -> Taken | None:
    """Return nodes, pairs, weights, repeated rows and ties of a node to itself.

    Args:
        ends: The two ends of each row, shape (rows, 2).
        weights: Weight of each row, shape (rows,).

    Returns:
        None where a row needs a closer look: no number, a node missing, or a weight that is none.
    """
    if ends.dtype.kind not in "iuf" or not len(ends) or not _sound(ends, weights):
        return None
    nodes, places = _placed(ends)
    joins = places[:, 0] != places[:, 1]
    places = np.sort(places[joins], axis=1).astype(np.int64)
    _, first, which = np.unique(
        places[:, 0] * len(nodes) + places[:, 1], return_index=True, return_inverse=True
    )
    order = np.argsort(first)
    sums = np.bincount(which, weights=weights[joins])[order].astype(np.float64)
    if np.isinf(sums).any():
        return None
    loops = len(ends) - len(places)
    pairs: NDArray[np.int64] = places[first[order]]
    return nodes, pairs, sums, len(places) - len(first), loops


def _sound(ends: NDArray[Any], weights: NDArray[np.float64]) -> bool:
    missing = ends.dtype.kind == "f" and bool(np.isnan(ends).any())
    return not missing and bool(((weights >= 0.0) & (weights < np.inf)).all())


def _placed(ends: NDArray[Any]) -> tuple[tuple[Any, ...], NDArray[np.int64]]:
    """Return the nodes in the order of their first appearance, and the rows as their places."""
    values, first, which = np.unique(ends.ravel(), return_index=True, return_inverse=True)
    order = np.argsort(first)
    place = np.empty(len(values), dtype=np.int64)
    place[order] = np.arange(len(values))
    return tuple(values[order].tolist()), place[which].reshape(-1, 2)

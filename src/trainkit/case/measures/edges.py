"""An edge list, taken in with care: what was given, what was set aside, and why.

A pair counts once however often it is listed and in whichever order. A tie of a node to itself
joins nothing: it is set aside and counted, and its node stays. A third member of an edge is its
weight, by itself or as networkx gives it; weights of a repeated pair add up. Nodes are one where
Python holds them equal: 1 and 1.0 are, 1 and "1" are not.
"""

import math
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from numbers import Real
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.case.measures.arrays import Taken, taken_in
from trainkit.case.measures.given import require_rows
from trainkit.errors import TrainkitError, shown


@dataclass(frozen=True, eq=False)
class EdgeList:
    """Nodes and the pairs that are tied, each pair once.

    Attributes:
        nodes: The nodes, in the order in which each appears first in the list.
        ends: Places in `nodes` of the two ends of each pair, shape (pairs, 2), in the order in
            which each pair appears first.
        weights: Weight of each pair, shape (pairs,): 1 where none is given.
        repeated: Rows that repeat a pair; they count once, and their weights add up.
        self_loops: Rows that tie a node to itself; they are set aside.
        comments: Lines of a file that hold a comment only, or nothing.
    """

    nodes: tuple[Hashable, ...]
    ends: NDArray[np.int64]
    weights: NDArray[np.float64]
    repeated: int = 0
    self_loops: int = 0
    comments: int = 0

    def __str__(self) -> str:
        return (
            f"{len(self.nodes):,} nodes, {len(self.ends):,} pairs; {self.repeated:,} rows repeat a "
            f"pair and count once, {self.self_loops:,} tie a node to itself and are set aside, "
            f"{self.comments:,} lines are comments or empty"
        )


Edges = Iterable[tuple[Any, ...]] | NDArray[Any] | EdgeList
"""What may be given as edges: rows of two, or of three with a weight."""


def edge_list(edges: Edges) -> EdgeList:
    """Return *edges* as an `EdgeList`.

    Args:
        edges: Pairs of hashables, or triples with a weight; an array of two or three columns; the
            edges of a graph of networkx, with or without their data.

    Raises:
        TrainkitError: a row is no pair, a node is missing, or a weight is no number.

    Examples:
        >>> print(edge_list([("a", "b"), ("b", "a"), ("c", "c")]))  # doctest: +ELLIPSIS
        3 nodes, 1 pairs; 1 rows repeat a pair and count once, 1 tie a node to itself ...
    """
    if isinstance(edges, EdgeList):
        return edges
    at_once = _array(edges)
    return _one_by_one(edges) if at_once is None else EdgeList(*at_once)


def _array(edges: Any) -> Taken | None:
    """Take in an array of numbers at once; None for everything else, and where a row is wrong."""
    if not isinstance(edges, np.ndarray) or edges.ndim != 2 or edges.dtype.kind not in "iuf":
        return None
    if isinstance(edges, np.ma.MaskedArray) or edges.shape[1] not in (2, 3):
        return None
    plain = np.ones(len(edges))
    weights = edges[:, 2].astype(np.float64) if edges.shape[1] == 3 else plain
    return taken_in(edges[:, :2], weights)


def _one_by_one(edges: Any) -> EdgeList:
    place: dict[Any, int] = {}
    held: dict[tuple[int, int], float] = {}
    loops = rows = 0
    for row, edge in enumerate(_rows(edges), start=1):
        rows = row
        first, second, weight = _checked(edge, row)
        one, other = _placed(place, first, second, row)
        if one == other:
            loops += 1
            continue
        pair = (one, other) if one < other else (other, one)
        held[pair] = _summed(held.get(pair, 0.0), weight, row)
    return _built(place, held, rows, loops)


def _built(
    place: dict[Any, int], held: dict[tuple[int, int], float], rows: int, loops: int
) -> EdgeList:
    ends = np.array(list(held), dtype=np.int64).reshape(-1, 2)
    weights = np.array(list(held.values()), dtype=np.float64)
    return EdgeList(tuple(place), ends, weights, rows - loops - len(held), loops)


def _rows(edges: Any) -> Iterable[Any]:
    if isinstance(edges, np.ndarray) and edges.size == 0:
        return []
    if isinstance(edges, np.ndarray) and edges.dtype.names is None:
        return _table(edges)
    require_rows(edges)
    return edges  # type: ignore[no-any-return]


def _table(edges: NDArray[Any]) -> Iterable[Any]:
    if edges.ndim != 2 or edges.shape[1] not in (2, 3):
        raise TrainkitError(
            f"An array of edges has two columns, or three with a weight, not the shape "
            f"{edges.shape}."
        )
    return edges.tolist()  # type: ignore[no-any-return]


def _checked(edge: Any, row: int) -> tuple[Any, Any, float]:
    if isinstance(edge, np.ndarray | np.void):
        edge = edge.tolist()
    if not isinstance(edge, tuple | list) or len(edge) not in (2, 3):
        raise TrainkitError(
            f"Row {row} of the edges is {shown(edge)}. A row is two nodes, or two nodes and a "
            "weight: (1, 2) or (1, 2, 0.5)."
        )
    weight = edge[2] if len(edge) == 3 else 1.0
    if isinstance(weight, Mapping):
        weight = weight.get("weight", 1.0)
    return edge[0], edge[1], weight_of(weight, f"Row {row} of the edges")


def _summed(before: float, weight: float, row: int) -> float:
    if before + weight == math.inf:
        raise TrainkitError(
            f"Row {row} of the edges repeats a pair, and its weights add up to more than a number "
            "holds. Give smaller weights: only their ratios count."
        )
    return before + weight


def weight_of(value: Any, where: str) -> float:
    """Return a weight.

    Raises:
        TrainkitError: it is not a finite number of zero or more; *where* names the row.
    """
    number = isinstance(value, Real | Decimal) and not isinstance(value, bool)
    try:
        weight = float(value) if number else math.nan
    except OverflowError:
        weight = math.inf
    if not 0.0 <= weight < math.inf:
        raise TrainkitError(
            f"{where} has the weight {shown(value)}. A weight is a number of zero or more. Correct "
            "it, or leave the third column out."
        )
    return weight


def _is_missing(node: Any) -> bool:
    if isinstance(node, tuple):
        return any(map(_is_missing, node))
    return node is None or node == "" or bool(node != node)  # noqa: PLR0124, only nan is not itself


def _placed(place: dict[Any, int], first: Any, second: Any, row: int) -> tuple[int, int]:
    try:
        if _is_missing(first) or _is_missing(second):
            raise TrainkitError(
                f"Row {row} of the edges lacks a node: {shown((first, second))}. Name both ends, "
                "or take the row out."
            )
        return place.setdefault(first, len(place)), place.setdefault(second, len(place))
    except (TypeError, ValueError, ArithmeticError):
        raise TrainkitError(
            f"Row {row} of the edges is {shown((first, second))}. A node is a number, a text or "
            "another value that does not change."
        ) from None

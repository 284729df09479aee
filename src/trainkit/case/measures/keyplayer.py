"""Whose removal would break a network up, and who together reaches most of it: key players.

A set of key players is more than the nodes that score highest one by one: two who do the same are
needed once.

Sources:
    Borgatti (2006). *Identifying sets of key players in a social network*. Computational and
    Mathematical Organization Theory 12: fragmentation and its distance-weighted form (KPP-Neg),
    distance-weighted reach (KPP-Pos).
"""

import math
from collections.abc import Callable, Hashable, Iterable
from functools import partial
from itertools import combinations
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from trainkit.case.measures.edges import EdgeList, Edges, edge_list
from trainkit.case.measures.effort import require_an_hour, require_table
from trainkit.case.measures.graph import component_sizes, fast
from trainkit.errors import TrainkitError, nearest, shown

Goal = Literal["fragmentation", "reach"]
Score = Callable[[list[int]], float]

_ALL_TRIED = 3_000


def fragmentation(
    edges: Edges, removed: Iterable[Hashable] = (), *, by_distance: bool = False
) -> float:
    """Return the share of the pairs of nodes left that cannot reach each other.

    Args:
        edges: Pairs; weights do not count.
        removed: Nodes taken out before.
        by_distance: Count a pair at distance *d* as cut by 1 - 1/d, instead of not at all.

    Returns:
        0 where all reach each other (by distance: are tied), 1 where nobody reaches anybody; 1
        where fewer than two are left.

    Raises:
        TrainkitError: a removed node is not in the edges.
    """
    listed = edge_list(edges)
    places = _places(listed, removed)
    if not by_distance:
        return _fragmented(listed, places)
    require_table(listed, "Fragmentation by distance")
    return _fragmented_by_distance(listed, places)


def reach(edges: Edges, chosen: Iterable[Hashable]) -> float:
    """Return how much of a network a set of nodes reaches, nearer nodes counting more.

    Returns:
        The mean over all nodes of 1 / distance to the nearest of the set; 1 for its members, and 0
        for those whom it cannot reach.

    Raises:
        TrainkitError: a node is not in the edges, or none is chosen.
    """
    listed = edge_list(edges)
    places = _places(listed, chosen)
    if not places:
        raise TrainkitError("Nobody is chosen, so nobody is reached. Choose at least one node.")
    require_table(listed, "Reach")
    return _reached(_nearness(listed), places)


def key_players(edges: Edges, n: int, goal: Goal = "fragmentation") -> tuple[Hashable, ...]:
    """Return *n* nodes that together fragment a network most, or reach most of it.

    Where there are at most 3,000 such sets all are tried. Where there are more, nodes are taken one
    by one, each the best beside those taken, and then exchanged one for another as long as that is
    better: that set need not be the best there is.

    Args:
        edges: Pairs; weights do not count.
        n: Nodes to name.
        goal: fragmentation (by distance, once they are gone) or reach (while they are there).

    Raises:
        TrainkitError: the goal is unknown, or there are fewer nodes than *n*.
    """
    listed = edge_list(edges)
    _require(listed, n, goal)
    score = _score(listed, goal)
    places = range(len(listed.nodes))
    if math.comb(len(places), n) <= _ALL_TRIED:
        chosen = list(max(combinations(places, n), key=lambda group: score(list(group))))
    else:
        chosen = _exchanged(score, _greedy(score, n, places), places)
    return tuple(listed.nodes[place] for place in chosen)


def _greedy(score: Score, n: int, places: range) -> list[int]:
    chosen: list[int] = []
    for _ in range(n):
        chosen.append(_best(score, chosen, places))
    return chosen


def _score(listed: EdgeList, goal: Goal) -> Score:
    if goal == "reach":
        return partial(_reached, _nearness(listed))
    return partial(_fragmented_by_distance, listed)


def _best(score: Score, chosen: list[int], among: Iterable[int]) -> int:
    """Return the place whose addition scores most; among equals the first."""
    scored = [(score([*chosen, at]), -at) for at in among if at not in chosen]
    return -max(scored)[1]


def _exchanged(score: Score, chosen: list[int], places: range) -> list[int]:
    best = score(chosen)
    for at in range(len(chosen)):
        others = chosen[:at] + chosen[at + 1 :]
        candidate = _best(score, others, places)
        better = score([*others, candidate])
        if better > best + 1e-12:
            return _exchanged(score, [*others, candidate], places)
    return chosen


def _fragmented(listed: EdgeList, removed: list[int]) -> float:
    alive = np.ones(len(listed.nodes), dtype=np.bool_)
    alive[removed] = False
    left = int(alive.sum())
    if left < 2:
        return 1.0
    sizes = component_sizes(listed, alive).astype(np.float64)
    return 1.0 - float((sizes * (sizes - 1)).sum()) / (left * (left - 1))


def _fragmented_by_distance(listed: EdgeList, removed: list[int]) -> float:
    alive = np.ones(len(listed.nodes), dtype=np.bool_)
    alive[removed] = False
    left = int(alive.sum())
    if left < 2:
        return 1.0
    near = _nearness(listed, alive)
    np.fill_diagonal(near, 0.0)
    return 1.0 - float(near.sum()) / (left * (left - 1))


def _reached(near: NDArray[np.float64], chosen: list[int]) -> float:
    return float(near[chosen].max(axis=0).mean())


def _nearness(listed: EdgeList, alive: NDArray[np.bool_] | None = None) -> NDArray[np.float64]:
    """Return 1 / distance for each pair of nodes, 1 for a node itself, 0 where there is no way."""
    import rustworkx

    ways: Any = rustworkx.graph_distance_matrix(fast(listed, alive), null_value=np.inf)
    np.fill_diagonal(ways, 1.0)
    return np.asarray(1.0 / ways, dtype=np.float64)


def _places(listed: EdgeList, nodes: Iterable[Hashable]) -> list[int]:
    place = {node: at for at, node in enumerate(listed.nodes)}
    if isinstance(nodes, str) or not isinstance(nodes, Iterable):
        raise TrainkitError(f"Nodes are given as a list of them, not as {shown(nodes)}.")
    asked = list(nodes)
    missing = [node for node in asked if not isinstance(node, Hashable) or node not in place]
    if missing:
        raise TrainkitError(
            f"Node {shown(missing[0])} is not in the edges."
            f"{nearest(str(missing[0]), map(str, place))} Name nodes as the edges do."
        )
    return list(dict.fromkeys(place[node] for node in asked))


def _require(listed: EdgeList, n: int, goal: str) -> None:
    if goal not in ("fragmentation", "reach"):
        raise TrainkitError(
            f"goal = {shown(goal)} is unknown.{nearest(str(goal), ('fragmentation', 'reach'))} It "
            "is fragmentation or reach."
        )
    whole = isinstance(n, int | np.integer) and not isinstance(n, bool)
    if not whole or not 1 <= n <= len(listed.nodes):
        raise TrainkitError(
            f"{shown(n)} key players of {len(listed.nodes)} nodes are not to be had. Ask for a "
            f"whole number from 1 to {len(listed.nodes)}."
        )
    require_table(listed, "Key players")
    if goal == "fragmentation":
        sets = min(math.comb(len(listed.nodes), int(n)), int(n) * len(listed.nodes))
        require_an_hour(listed, f"{n} key players", "Take fewer, one component, or reach.", sets)

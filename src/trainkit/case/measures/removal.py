"""How a network falls apart as nodes are taken out: the largest component after each step.

Each step takes the node with the highest score, or a block of them; scores are computed anew in
all that is left, in every component of it.

**Among equals the node that appears last in the edge list goes first.** A node appears where it
stands first: rows are read from the top, each row from its left end to its right, and a node that
was met before does not appear again. Scores of betweenness that differ by less than one part in
a thousand million are equal, so that the order in which they were added up decides nothing.

Sources:
    Cavallaro et al. (2020). *Disrupting resilient criminal networks through data analysis*. PLoS
    ONE 15(8): the same procedure, on public edge lists; tables in `reference/case.md` section 2.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from trainkit.case.measures.edges import EdgeList, Edges, edge_list
from trainkit.case.measures.effort import require_an_hour, sweeps
from trainkit.case.measures.graph import fast, largest_component
from trainkit.errors import TrainkitError, nearest, shown
from trainkit.kernel.luck import Luck, many_uniform, purpose

By = Literal["betweenness", "degree", "random"]
Mode = Literal["sequential", "block"]
Scores = Callable[[NDArray[np.bool_]], NDArray[np.float64]]

_EQUAL = 1e-9
_MOST_STEPS = 10_000_000
_LARGEST_SEED = 2**64 - 1


def removal_curve(
    edges: Edges,
    by: By = "betweenness",
    mode: Mode = "sequential",
    block: int = 5,
    steps: int = 20,
    seed: int = 0,
) -> NDArray[np.float64]:
    """Return the largest component as a fraction of the initial one, before and after each step.

    Args:
        edges: Pairs of hashables; weights do not count, a repeated pair counts once, and a node
            tied to itself only is a component of its own.
        by: Score by which nodes go: betweenness, degree, or random.
        mode: sequential takes one node a step; block takes the *block* highest at once.
        block: Nodes of a block.
        steps: Steps, at most ten million; once nothing is left the fraction stays zero.
        seed: Seed of the random order; the mean over seeds is the caller's.

    Returns:
        Fractions from 0 to 1, shape (steps + 1,); the first is 1.

    Raises:
        TrainkitError: there is no edge, an argument is not as said, or it would take more than an
            hour.

    Examples:
        >>> star = [("hub", "a"), ("hub", "b"), ("hub", "c")]
        >>> removal_curve(star, steps=2).tolist()
        [1.0, 0.25, 0.25]
    """
    _require_arguments(by, mode, block, steps, seed)
    listed = _require_edges(edge_list(edges))
    at_once = 1 if mode == "sequential" else int(block)
    if by == "betweenness":
        looks = sweeps(len(listed.nodes), at_once, steps)
        require_an_hour(listed, f"{steps} steps by betweenness", _INSTEAD, looks)
    sizes = np.zeros(steps + 1)
    for step, alive in enumerate(_removals(listed, _scores(listed, by, seed), at_once, steps)):
        sizes[step] = largest_component(listed, alive)
    return np.asarray(sizes / sizes[0], dtype=np.float64)


_INSTEAD = "Take by='degree', fewer steps, larger blocks, or one component."


def _removals(
    listed: EdgeList, scores: Scores, at_once: int, steps: int
) -> Iterator[NDArray[np.bool_]]:
    """Yield who is left before the first step and after each, until nobody is."""
    alive = np.ones(len(listed.nodes), dtype=np.bool_)
    yield alive
    for _ in range(steps):
        alive[highest(scores(alive), alive, at_once)] = False
        yield alive
        if not alive.any():
            return


def highest(scores: NDArray[np.float64], alive: NDArray[np.bool_], n: int) -> list[int]:
    """Return the places of the *n* highest scores among the *alive*, the highest first.

    Among equals the last place goes first.
    """
    left = np.flatnonzero(alive)[::-1]
    order = left[np.argsort(-_levelled(scores[left]), kind="stable")]
    return [int(place) for place in order[:n]]


def _levelled(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the scores with those that are equal but for rounding made equal."""
    order = np.argsort(scores, kind="stable")
    ranked = scores[order]
    steps = np.diff(ranked, prepend=ranked[:1]) > _EQUAL * np.maximum(np.abs(ranked), 1.0)
    level = np.empty(len(scores))
    level[order] = np.cumsum(steps)
    return level


def _scores(listed: EdgeList, by: By, seed: int) -> Scores:
    if by == "random":
        return partial(_random_order, seed)
    return partial(degree_scores if by == "degree" else betweenness_scores, listed)


def _random_order(seed: int, alive: NDArray[np.bool_]) -> NDArray[np.float64]:
    return many_uniform(Luck(seed).key, purpose("removal order"), np.arange(len(alive)), 0)


def degree_scores(listed: EdgeList, alive: NDArray[np.bool_] | None = None) -> NDArray[np.float64]:
    """Return how many nodes each node is tied to, not normalised, by place."""
    ends = listed.ends if alive is None else listed.ends[alive[listed.ends].all(axis=1)]
    return np.bincount(ends.ravel(), minlength=len(listed.nodes)).astype(np.float64)


def betweenness_scores(
    listed: EdgeList, alive: NDArray[np.bool_] | None = None
) -> NDArray[np.float64]:
    """Return how many shortest ways lead through each node, not normalised, by place."""
    import rustworkx

    found = rustworkx.graph_betweenness_centrality(fast(listed, alive), normalized=False)
    return np.array([found[place] for place in range(len(listed.nodes))])


def _require_edges(listed: EdgeList) -> EdgeList:
    if not listed.nodes:
        raise TrainkitError(
            "The edge list is empty: there is no largest component to take a fraction of. Give at "
            "least one edge."
        )
    return listed


def _require_arguments(by: str, mode: str, block: int, steps: int, seed: int) -> None:
    for name, value, known in (
        ("by", by, ("betweenness", "degree", "random")),
        ("mode", mode, ("sequential", "block")),
    ):
        if value not in known:
            raise TrainkitError(
                f"{name} = {shown(value)} is unknown.{nearest(str(value), known)} It is one of "
                f"{', '.join(known)}."
            )
    _require_whole("block", block, 1)
    _require_whole("steps", steps, 0, _MOST_STEPS)
    _require_whole("seed", seed, 0, _LARGEST_SEED)


def _require_whole(name: str, number: int, least: int, most: float = np.inf) -> None:
    whole = isinstance(number, int | np.integer) and not isinstance(number, bool)
    if not whole or not least <= number <= most:
        span = f"of {least} or more" if most == np.inf else f"from {least} to {most:,}"
        raise TrainkitError(f"{name} = {shown(number)} is refused: it is a whole number {span}.")

"""Removal curves: closed forms, ties, an independent procedure, and input of every kind."""

from decimal import Decimal

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import coo_array

from trainkit.case.measures import (
    EdgeList,
    betweenness,
    closeness,
    edge_list,
    fragmentation,
    key_players,
    reach,
    removal_curve,
)
from trainkit.case.measures.effort import require_an_hour, sweeps
from trainkit.case.measures.removal import highest
from trainkit.errors import TrainkitError

STAR = [("hub", leaf) for leaf in "abcd"]


def by_the_book(edges, score, at_once, steps):
    """Return the curve as Cavallaro et al. state it: sort upwards, stably, and take the last.

    networkx keeps nodes in the order in which they first appear, as the published tables do.
    """
    graph = nx.Graph(edges)
    sizes = [max(map(len, nx.connected_components(graph)))]
    for _ in range(steps):
        scores = {node: round(value, 9) for node, value in score(graph).items()}
        upwards = sorted(scores, key=scores.__getitem__)
        graph.remove_nodes_from(upwards[::-1][:at_once])
        sizes.append(max(map(len, nx.connected_components(graph)), default=0))
    return np.array(sizes) / sizes[0]


def test_a_star_falls_apart_at_its_hub():
    assert removal_curve(STAR, steps=2).tolist() == [1.0, 1 / 5, 1 / 5]


def test_a_ring_opens_and_then_halves():
    ring = [(n, (n + 1) % 8) for n in range(8)]

    curve = removal_curve(ring, by="betweenness", steps=2)

    # all are equal at first, and one opens the ring to a line of 7, whose middle leaves 3
    assert curve.tolist() == [1.0, 7 / 8, 3 / 8]


def test_a_complete_graph_loses_one_at_a_time():
    whole = [(a, b) for a in range(6) for b in range(a)]

    for by in ("betweenness", "degree", "random"):
        assert removal_curve(whole, by=by, steps=6).tolist() == [n / 6 for n in range(6, -1, -1)]


def test_among_equals_the_node_that_appears_last_goes_first():
    # a line a-b, c-d, then two more at c: b, a tie of degree 1 and 1; c has most
    edges = [("a", "b"), ("c", "d"), ("c", "e"), ("f", "g"), ("f", "h")]

    # c and f have degree 2; f appears later, so that the part of c (three nodes) stays
    assert removal_curve(edges, by="degree", steps=1).tolist() == [1.0, 1.0]
    assert removal_curve(edges[::-1], by="degree", steps=2).tolist() == [1.0, 1.0, 2 / 3]


def test_a_node_appears_where_it_stands_first():
    # 2 and 3 have equal degree; 2 stands first in row 1 although it is also in the last row
    edges = [(2, 1), (3, 4), (3, 5), (2, 6)]

    first = removal_curve(edges, by="degree", steps=1)

    # 3 goes first: 4 and 5 stay alone, and the part of 2 keeps its three nodes
    assert first.tolist() == [1.0, 1.0]
    assert edge_list(edges).nodes == (2, 1, 3, 4, 5, 6)


def test_within_a_row_the_right_end_appears_after_the_left():
    # both ends of the middle tie lie on as many ways; the right one goes, and with it the longer
    edges = [("a", "left"), ("left", "right"), ("right", "b")]
    turned = [("a", "left"), ("right", "left"), ("right", "b")]

    assert edge_list(edges).nodes == ("a", "left", "right", "b")
    assert edge_list(turned).nodes == ("a", "left", "right", "b")
    assert removal_curve(edges, steps=1).tolist() == [1.0, 2 / 4]


def test_rounding_of_betweenness_makes_nobody_unequal():
    # a ladder of many equal shortest ways: sums of thirds and fifths differ in their last bits
    graph = nx.circulant_graph(30, [1, 3, 7])
    order = list(graph.edges)

    curve = removal_curve(order, steps=12)

    np.testing.assert_allclose(curve, by_the_book(order, nx.betweenness_centrality, 1, 12))


@pytest.mark.parametrize(
    ("scores", "first"),
    [
        ([0.1 + 0.2, 0.3], 1),  # equal but for the last bit
        ([1e-12, 0.0], 1),  # next to nothing and nothing
        ([1e6 + 1e-4, 1e6], 1),  # less than one part in a thousand million
        ([1.0 + 1e-6, 1.0], 0),  # a difference that is one
        ([1e6 + 0.5, 1e6], 0),
    ],
)
def test_scores_are_equal_where_only_rounding_tells_them_apart(scores, first):
    assert highest(np.array(scores), np.ones(2, dtype=bool), 1) == [first]


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    n=st.integers(8, 40),
    block=st.integers(1, 6),
    by=st.sampled_from(["betweenness", "degree"]),
)
def test_curves_are_those_of_the_published_procedure(seed, n, block, by):
    graph = nx.gnm_random_graph(n, int(1.7 * n), seed=seed)
    edges = list(graph.edges)
    score = {"betweenness": nx.betweenness_centrality, "degree": nx.degree_centrality}[by]

    sequential = removal_curve(edges, by=by, steps=n)
    blocks = removal_curve(edges, by=by, mode="block", block=block, steps=8)

    np.testing.assert_allclose(sequential, by_the_book(edges, score, 1, n))
    np.testing.assert_allclose(blocks, by_the_book(edges, score, block, 8))


@settings(max_examples=60, deadline=None)
@given(
    edges=st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=1, max_size=40),
    by=st.sampled_from(["betweenness", "degree", "random"]),
    mode=st.sampled_from(["sequential", "block"]),
    steps=st.integers(0, 30),
)
def test_any_curve_begins_at_one_and_never_rises(edges, by, mode, steps):
    curve = removal_curve(edges, by=by, mode=mode, steps=steps, block=3)

    assert curve.shape == (steps + 1,)
    assert curve[0] == 1.0
    assert (np.diff(curve) <= 0).all()
    assert (curve >= 0).all()
    if steps >= 13:
        assert curve[-1] == 0.0


def test_more_steps_than_nodes_leave_zeros():
    assert removal_curve([(1, 2)], steps=4).tolist() == [1.0, 0.5, 0.0, 0.0, 0.0]
    assert removal_curve([(1, 2)], mode="block", block=7, steps=2).tolist() == [1.0, 0.0, 0.0]


def test_no_step_is_the_beginning_only():
    assert removal_curve(STAR, steps=0).tolist() == [1.0]


def test_a_repeated_pair_counts_once_in_either_order():
    # twice b-a and a-b do not make a busier than hub
    repeated = [*STAR, ("a", "x"), ("x", "a"), ("a", "x"), ("a", "hub"), ("hub", "a")]

    assert removal_curve(repeated, by="degree", steps=1).tolist() == [1.0, 2 / 6]


def test_a_tie_to_oneself_adds_no_degree_and_keeps_its_node():
    looped = [("a", "a"), ("a", "a"), ("b", "c"), ("b", "d")]

    # b has degree 2 and goes first; a is a part of its own
    assert removal_curve(looped, by="degree", steps=1).tolist() == [1.0, 1 / 3]
    assert removal_curve([("a", "a")], steps=1).tolist() == [1.0, 0.0]


def test_weights_do_not_count():
    weighted = [(a, b, 9.5) for a, b in STAR]

    np.testing.assert_array_equal(removal_curve(weighted), removal_curve(STAR))


def test_arrays_and_generators_are_edges_too():
    pairs = [(0, 1), (0, 2), (2, 3)]

    from_array = removal_curve(np.array(pairs), steps=3)

    np.testing.assert_array_equal(from_array, removal_curve(pairs, steps=3))
    np.testing.assert_array_equal(from_array, removal_curve((p for p in pairs), steps=3))


KINDS_OF_NODES = {
    "whole numbers": lambda n: n,
    "numbers below zero": lambda n: -n,
    "texts": lambda n: f"actor {n}",
    "letters beyond ASCII": lambda n: f"\u015eahin {n}",
    "tuples": lambda n: (n, "Alder"),
    "frozen sets": lambda n: frozenset({n}),
    "numbers of NumPy": np.int32,
    "numbers with a point": float,
    "of every kind": lambda n: [n, f"{n}", (n,), float(n) + 0.5, np.int64(n + 1000)][n % 5],
}


@pytest.mark.parametrize("kind", list(KINDS_OF_NODES))
@pytest.mark.parametrize("by", ["betweenness", "degree", "random"])
def test_a_curve_does_not_depend_on_what_the_nodes_are_called(kind, by):
    pairs = list(nx.gnm_random_graph(25, 45, seed=8).edges)
    called = KINDS_OF_NODES[kind]

    found = removal_curve([(called(a), called(b)) for a, b in pairs], by=by)

    np.testing.assert_array_equal(found, removal_curve(pairs, by=by))


def rows_of_every_kind():
    graph = nx.gnm_random_graph(25, 45, seed=8)
    graph.remove_nodes_from(list(nx.isolates(graph)))
    pairs = list(graph.edges)
    yield pairs
    yield tuple(pairs)
    yield iter(pairs)
    yield (pair for pair in pairs)
    yield [list(pair) for pair in pairs]
    yield zip(*zip(*pairs, strict=True), strict=True)
    yield dict.fromkeys(pairs).keys()
    yield np.array(pairs)
    yield np.array(pairs, dtype=float)
    yield np.array([(a, b, 0.5) for a, b in pairs])
    yield np.array(pairs, dtype=[("a", int), ("b", int)])
    yield [np.array(pair) for pair in pairs]
    yield graph.edges
    yield graph.edges()
    yield graph.edges(data=True)
    yield graph.edges(data="weight", default=2)
    yield nx.Graph(graph).edges.data()
    yield edge_list(pairs)


@pytest.mark.parametrize("rows", list(rows_of_every_kind()), ids=lambda rows: type(rows).__name__)
def test_rows_of_every_kind_are_the_same_edges(rows):
    expected = removal_curve(next(rows_of_every_kind()), steps=25)

    np.testing.assert_array_equal(removal_curve(rows, steps=25), expected)


def test_a_weight_of_networkx_is_the_weight_of_its_edge():
    graph = nx.Graph()
    graph.add_edge("a", "b", weight=2.5)
    graph.add_edge("b", "c")

    assert edge_list(graph.edges(data=True)).weights.tolist() == [2.5, 1.0]


ENDS = st.integers(-4, 4)


@given(
    rows=st.lists(st.tuples(ENDS, ENDS, st.sampled_from([0.0, 0.1, 0.25, 3.0])), max_size=30),
    kind=st.sampled_from(["i2", "i8", "f4", "f8"]),
    weighted=st.booleans(),
)
def test_an_array_taken_in_at_once_is_what_its_rows_are_one_by_one(rows, kind, weighted):
    table = np.array(rows, dtype=kind).reshape(-1, 3)[:, : 3 if weighted else 2]

    at_once, in_turn = edge_list(table), edge_list(map(tuple, table.tolist()))

    assert at_once.nodes == in_turn.nodes
    assert [type(node) for node in at_once.nodes] == [type(node) for node in in_turn.nodes]
    np.testing.assert_array_equal(at_once.ends, in_turn.ends)
    np.testing.assert_array_equal(at_once.weights, in_turn.weights)
    assert str(at_once) == str(in_turn)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ([[1.0, 2.0], [np.nan, 3.0]], "Row 2 of the edges lacks a node"),
        ([[1.0, 2.0, 1.0], [2.0, 3.0, -1.0]], "Row 2 of the edges has the weight -1.0"),
        ([[1.0, 2.0, np.nan]], "Row 1 of the edges has the weight nan"),
        ([[1.0, 2.0, 1e308], [2.0, 1.0, 1e308]], "Row 2 of the edges repeats a pair"),
    ],
)
def test_a_row_of_an_array_that_is_wrong_is_named_as_any_other(table, said):
    with pytest.raises(TrainkitError, match=said):
        edge_list(np.array(table))


class Table:
    """A table as pandas has it: going through it gives its columns."""

    def __iter__(self):
        return iter(["from", "to"])

    def itertuples(self):
        return iter([(1, 2)])


@pytest.mark.parametrize(
    ("given", "said"),
    [
        # nodes that are pairs would pass for edges
        (nx.grid_2d_graph(3, 3), r"a Graph is a graph.* Give its edges: graph\.edges"),
        (nx.path_graph(4, nx.DiGraph), "a DiGraph is a graph"),
        (Table(), r"a Table is a table.* Give its rows .*itertuples\(index=False\)"),
        (coo_array(np.eye(3)), r"is a sparse matrix.* zip\(\*matrix\.nonzero\(\)\)"),
    ],
)
def test_what_holds_edges_and_lists_something_else_is_refused_with_the_way_to_them(given, said):
    with pytest.raises(TrainkitError, match=said):
        removal_curve(given)


def test_the_way_to_the_edges_of_a_graph_and_a_matrix_leads_there():
    line = nx.path_graph(5)

    expected = removal_curve([(0, 1), (1, 2), (2, 3), (3, 4)], steps=3)

    np.testing.assert_array_equal(removal_curve(line.edges, steps=3), expected)
    matrix = nx.to_scipy_sparse_array(line)
    np.testing.assert_array_equal(
        removal_curve(zip(*matrix.nonzero(), strict=True), steps=3), expected
    )


def test_a_masked_row_lacks_its_node():
    hidden = np.ma.masked_array([[1, 2], [3, 4]], mask=[[0, 0], [0, 1]])

    with pytest.raises(TrainkitError, match="Row 2 of the edges lacks a node"):
        edge_list(hidden)


def test_equal_numbers_are_one_node_and_a_text_is_another():
    assert edge_list([(1, 2), (1.0, 3), (np.int64(1), "1")]).nodes == (1, 2, 3, "1")


def test_the_same_seed_is_the_same_order_and_another_seed_another():
    whole = list(nx.gnm_random_graph(60, 80, seed=3).edges)

    curves = [removal_curve(whole, by="random", steps=30, seed=seed) for seed in (1, 1, 2)]

    np.testing.assert_array_equal(curves[0], curves[1])
    assert (curves[0] != curves[2]).any()


def test_the_mean_of_random_removal_from_a_star_is_its_formula():
    # of n leaves and a hub, after one step: (n - 0)/(n + 1) if a leaf went, 1/(n + 1) if the hub
    star = [("hub", leaf) for leaf in range(9)]

    after = [removal_curve(star, by="random", steps=1, seed=seed)[1] for seed in range(3000)]

    expected = 0.9 * 0.9 + 0.1 * 0.1
    # sd of one draw: .8 * sqrt(.1 * .9) = .24
    assert abs(np.mean(after) - expected) < 4 * 0.24 / np.sqrt(3000)


def test_a_million_rows_are_read_and_removed_by_blocks():
    rng = np.random.default_rng(1)
    ends = rng.integers(0, 200_000, size=(1_000_000, 2))

    curve = removal_curve(ends, by="degree", mode="block", block=5000, steps=3)

    assert curve[0] == 1.0 > curve[3] > 0.8


def test_what_would_take_hours_is_refused_before_it_begins_and_something_else_is_named():
    ends = edge_list(np.random.default_rng(1).integers(0, 200_000, size=(1_000_000, 2)))

    with pytest.raises(TrainkitError, match=r"would take about \d+ hours .* Take by='degree'"):
        removal_curve(ends)
    for measure in (betweenness, closeness):
        with pytest.raises(TrainkitError, match="would take about 4 hours"):
            measure(ends)
    with pytest.raises(TrainkitError, match="needs the distances of all pairs"):
        reach(ends, [ends.nodes[0]])
    with pytest.raises(TrainkitError, match="needs the distances of all pairs"):
        fragmentation(ends, by_distance=True)
    with pytest.raises(TrainkitError, match="needs the distances of all pairs"):
        key_players(ends, 1)


def test_ten_thousand_nodes_are_within_the_hour_step_by_step():
    nodes = EdgeList(tuple(range(10_000)), np.zeros((30_000, 2), dtype=np.int64), np.ones(30_000))

    require_an_hour(nodes, "twenty steps", "", sweeps(10_000, 1, 20))
    with pytest.raises(TrainkitError, match="would take about 21 hours"):
        require_an_hour(nodes, "all steps", "", sweeps(10_000, 1, 10_000))


@pytest.mark.parametrize(
    ("edges", "said"),
    [
        ([], "The edge list is empty"),
        (np.zeros((0, 2), dtype=int), "The edge list is empty"),
        ([(1, 2), (3,)], r"Row 2 of the edges is \(3,\)"),
        ([(1, 2, 3, 4)], r"Row 1 of the edges is \(1, 2, 3, 4\)"),
        (["ab"], "Row 1 of the edges is 'ab'"),
        ("a b", "a file is read by trainkit.case.measures.read_edges"),
        ({1: 2}, "Edges are rows of two nodes"),
        (7, "Edges are rows of two nodes"),
        ([(1, None)], "Row 1 of the edges lacks a node"),
        ([(1, float("nan"))], "Row 1 of the edges lacks a node"),
        ([(1, "")], "Row 1 of the edges lacks a node"),
        ([([1], 2)], "A node is a number, a text"),
        ([(1, 2, -1.0)], "Row 1 of the edges has the weight -1.0"),
        ([(1, 2, float("inf"))], "has the weight inf"),
        ([(1, 2, "3")], "has the weight '3'"),
        ([(1, 2, 10**400)], "has the weight 1000"),
        ([(1, 2, 1e308), (2, 1, 1e308)], "Row 2 of the edges repeats a pair, and its weights"),
        ([(np.float32("nan"), 2)], "Row 1 of the edges lacks a node"),
        ([(Decimal("nan"), 2)], "Row 1 of the edges lacks a node"),
        ([(Decimal("snan"), 2)], "A node is a number, a text"),
        ([(np.datetime64("NaT"), 2)], "Row 1 of the edges lacks a node"),
        ([((1, float("nan")), 2)], "Row 1 of the edges lacks a node"),
        (np.array([[1.0, np.nan]]), "Row 1 of the edges lacks a node"),
        ([(np.array([1, 2]), 3)], "A node is a number, a text"),
        ([{1, 2}], r"Row 1 of the edges is \{1, 2\}"),
        (np.array([]), "The edge list is empty"),
        (np.array([1, 2]), r"not the shape \(2,\)"),
        ([(1, 2, True)], "has the weight True"),
        (np.zeros((2, 4)), r"not the shape \(2, 4\)"),
    ],
)
def test_what_is_no_edge_is_named(edges, said):
    with pytest.raises(TrainkitError, match=said):
        removal_curve(edges)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"by": "betweeness"}, "Did you mean 'betweenness'"),
        ({"mode": "blocks"}, "Did you mean 'block'"),
        ({"block": 0}, "block = 0 is refused: it is a whole number of 1 or more"),
        ({"steps": -1}, "steps = -1 is refused: it is a whole number from 0 to 10,000,000"),
        ({"steps": 2.5}, r"steps = 2\.5 is refused"),
        ({"steps": True}, "steps = True is refused"),
        ({"steps": 10**12}, "steps = 1000000000000 is refused"),
        ({"by": "random", "seed": -3}, "seed = -3 is refused: it is a whole number from 0"),
        ({"by": "random", "seed": 1.5}, r"seed = 1\.5 is refused"),
        ({"seed": None}, "seed = None is refused"),
    ],
)
def test_an_argument_that_is_not_as_said_is_refused(given, said):
    with pytest.raises(TrainkitError, match=said):
        removal_curve(STAR, **given)

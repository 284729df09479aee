"""Centralities, communities and key players: networkx, closed forms and exhaustive search."""

import subprocess
import sys
from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainkit.case.measures import (
    betweenness,
    closeness,
    communities,
    degree,
    fragmentation,
    katz,
    key_players,
    modularity,
    reach,
)
from trainkit.errors import TrainkitError

STAR = [("hub", leaf) for leaf in "abcd"]
LINE = [(1, 2), (2, 3), (3, 4), (4, 5)]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (degree, nx.degree_centrality),
        (betweenness, nx.betweenness_centrality),
        (closeness, nx.closeness_centrality),
        (lambda edges: katz(edges, 0.05), lambda g: nx.katz_centrality_numpy(g, alpha=0.05)),
    ],
    ids=["degree", "betweenness", "closeness", "katz"],
)
@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6), n=st.integers(2, 60))
def test_centralities_are_those_of_networkx(ours, theirs, seed, n):
    graph = nx.gnm_random_graph(n, 2 * n, seed=seed)
    graph.remove_nodes_from(list(nx.isolates(graph)))
    edges = list(graph.edges)

    found, expected = ours(edges), theirs(nx.Graph(edges))

    assert found == pytest.approx(expected, abs=1e-9)


def test_all_ways_between_leaves_lead_through_the_hub():
    assert betweenness(STAR)["hub"] == 1.0
    assert betweenness(STAR)["a"] == 0.0


def test_katz_of_a_large_graph_is_that_of_its_series():
    graph = nx.barabasi_albert_graph(400, 3, seed=2)
    alpha = 0.01

    found = katz(list(graph.edges), alpha)

    ties = nx.to_numpy_array(graph, nodelist=range(400))
    series = term = np.ones(400)
    for _ in range(60):
        term = alpha * ties @ term
        series = series + term
    expected = series / np.linalg.norm(series)
    assert [found[node] for node in range(400)] == pytest.approx(expected)


def test_katz_beyond_its_convergence_is_refused_with_the_bound():
    # the largest eigenvalue of a star of four leaves is 2
    with pytest.raises(TrainkitError, match=r"converges from 0 to below 0\.5"):
        katz(STAR, alpha=0.5)


def test_closeness_in_a_part_apart_counts_by_how_few_it_reaches():
    # of 5 nodes: the middle of the three reaches 2 at distance 1, the pair reach 1 each
    found = closeness([(1, 2), (2, 3), (8, 9)])

    assert found == pytest.approx({1: 2 / 4 / 1.5, 2: 2 / 4, 3: 2 / 4 / 1.5, 8: 1 / 4, 9: 1 / 4})


HEAVY = [(1, 2, 10.0), (2, 3, 1.0), (3, 4, 10.0), (4, 1, 1.0)]


def test_heavy_ties_make_communities_that_light_ones_do_not():
    assert set(communities(HEAVY)) == {frozenset({1, 2}), frozenset({3, 4})}
    turned = [(a, b, 11.0 - weight) for a, b, weight in HEAVY]
    assert set(communities(turned)) == {frozenset({2, 3}), frozenset({4, 1})}


def test_modularity_counts_weights():
    # 20 of 22 lie within; each side holds half of the ends
    groups = (frozenset({1, 2}), frozenset({3, 4}))

    assert modularity(HEAVY, groups) == pytest.approx(20 / 22 - 1 / 2)
    assert modularity([edge[:2] for edge in HEAVY], groups) == pytest.approx(2 / 4 - 1 / 2)


def test_two_cliques_with_one_tie_are_two_communities():
    left = list(combinations("abcde", 2))
    right = list(combinations("vwxyz", 2))

    found = communities([*left, ("a", "v"), *right])

    assert set(found) == {frozenset("abcde"), frozenset("vwxyz")}
    # 20 of 21 ties within; each side holds half of the ends: 20/21 - 2 * (1/2)^2
    assert modularity([*left, ("a", "v"), *right], found) == pytest.approx(20 / 21 - 1 / 2)


def test_communities_do_not_depend_on_the_hash_of_names():
    told = (
        "import networkx as nx; from trainkit.case.measures import communities;"
        "g = nx.gnm_random_graph(80, 160, seed=4);"
        "print([sorted(c) for c in communities([(f'n{a}', f'n{b}') for a, b in g.edges])])"
    )

    said = {
        subprocess.run(
            [sys.executable, "-c", told],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(said) == 1


def test_a_line_without_its_middle_is_two_pairs():
    # two parts of two: 1 - 2 * (2 * 1) / (4 * 3)
    assert fragmentation(LINE, [3]) == pytest.approx(1 - 4 / 12)
    assert fragmentation(LINE) == 0.0


def test_fragmentation_by_distance_of_a_line_is_counted_by_hand():
    # pairs of a line of five: 4 at 1, 3 at 2, 2 at 3, 1 at 4
    near = 4 + 3 / 2 + 2 / 3 + 1 / 4
    assert fragmentation(LINE, by_distance=True) == pytest.approx(1 - 2 * near / 20)


def test_where_fewer_than_two_are_left_all_is_fragmented():
    assert fragmentation([(1, 2)], [1]) == 1.0
    assert fragmentation([(1, 2)], [1, 2], by_distance=True) == 1.0


def test_reach_of_an_end_of_a_line_is_the_mean_of_one_over_distance():
    assert reach(LINE, [1]) == pytest.approx((1 + 1 + 1 / 2 + 1 / 3 + 1 / 4) / 5)
    assert reach([*LINE, (8, 9)], [1]) == pytest.approx((1 + 1 + 1 / 2 + 1 / 3 + 1 / 4) / 7)


def test_key_players_are_not_the_two_that_score_highest_one_by_one():
    # two hubs beside each other that serve the same leaves, and a third on its own branch
    twins = [(hub, leaf) for hub in ("h1", "h2") for leaf in "abcdef"]
    branch = [("f", "k"), *(("k", leaf) for leaf in "wxyz")]
    edges = [*twins, *branch]
    by_degree = sorted(degree(edges).items(), key=lambda item: -item[1])[:2]

    chosen = key_players(edges, 2, "reach")

    assert {node for node, _ in by_degree} == {"h1", "h2"}
    assert "k" in chosen
    assert reach(edges, chosen) > reach(edges, ["h1", "h2"])


def score_of(goal, edges, chosen):
    if goal == "reach":
        return reach(edges, chosen)
    return fragmentation(edges, chosen, by_distance=True)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**6), goal=st.sampled_from(["fragmentation", "reach"]))
def test_of_few_sets_the_best_there_is_is_named(seed, goal):
    edges = list(nx.gnm_random_graph(12, 18, seed=seed).edges)
    nodes = {node for edge in edges for node in edge}

    chosen = key_players(edges, 2, goal)

    best = max(score_of(goal, edges, pair) for pair in combinations(nodes, 2))
    assert score_of(goal, edges, chosen) == pytest.approx(best)


@pytest.mark.parametrize("goal", ["fragmentation", "reach"])
def test_of_many_sets_one_is_named_that_no_exchange_betters(goal):
    # 4,960 sets of 3 among 32: more than are tried one by one
    edges = list(nx.connected_watts_strogatz_graph(32, 4, 0.3, seed=6).edges)

    chosen = key_players(edges, 3, goal)

    mark = score_of(goal, edges, chosen)
    for at in range(3):
        others = [node for place, node in enumerate(chosen) if place != at]
        for new in set(range(32)) - set(chosen):
            assert score_of(goal, edges, [*others, new]) <= mark + 1e-9


def test_a_closed_set_of_questions_is_answered_with_what_may_be_asked():
    with pytest.raises(TrainkitError, match="Node 'hup' is not in the edges"):
        fragmentation(STAR, ["hup"])
    with pytest.raises(TrainkitError, match="Nobody is chosen"):
        reach(STAR, [])
    with pytest.raises(TrainkitError, match="9 key players of 5 nodes"):
        key_players(STAR, 9)
    with pytest.raises(TrainkitError, match="Did you mean 'reach'"):
        key_players(STAR, 1, "reech")


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: key_players(STAR, 1.5), r"1\.5 key players of 5 nodes"),
        (lambda: key_players(STAR, True), "True key players of 5 nodes"),
        (lambda: fragmentation(STAR, "ab"), "Nodes are given as a list of them, not as 'ab'"),
        (lambda: fragmentation(STAR, 3), "not as 3"),
        (lambda: reach(STAR, [["hub"]]), r"Node \['hub'\] is not in the edges"),
        (lambda: katz(STAR, "x"), "alpha = 'x' is refused"),
        (lambda: katz(STAR, float("nan")), "alpha = nan is refused"),
        (lambda: communities([("a", "b", 0)]), "Every weight is zero"),
        (lambda: modularity(STAR, (frozenset("ab"),)), "Node 'hub' is in 0 of the groups"),
        (lambda: modularity(LINE, ({1, 2, 3}, {3, 4, 5})), "Node 3 is in 2 of the groups"),
        (lambda: modularity([("a", "a")], (frozenset("a"),)), "There is no tie to share out"),
    ],
)
def test_what_cannot_be_measured_is_refused_with_what_was_found(ask, said):
    with pytest.raises(TrainkitError, match=said):
        ask()


def test_no_edges_have_no_centralities():
    assert degree([]) == betweenness([]) == closeness([]) == katz([]) == {}
    assert communities([]) == ()


def test_a_node_tied_to_itself_only_is_alone():
    assert degree([("a", "a")]) == {"a": 1.0}
    assert betweenness([("a", "a")]) == {"a": 0.0}
    assert katz([("a", "a")]) == {"a": 1.0}


@pytest.mark.parametrize("seed", ["x", 1.5, None, True])
def test_communities_refuse_a_seed_that_is_no_whole_number(seed):
    with pytest.raises(TrainkitError, match="is refused: it is a whole number"):
        communities([(1, 2), (2, 3)], seed=seed)


def test_a_seed_of_numpy_gives_the_communities_of_the_same_number():
    edges = [(n, (n * 7 + 3) % 12) for n in range(12)]

    assert communities(edges, seed=np.int64(5)) == communities(edges, seed=5)

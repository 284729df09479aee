"""At both ends of the observed densities synthetic networks lie in the published ranges."""

import math
import statistics
from functools import cache

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainkit.case.network import NetworkSpec, fit, generate, likeness, spec_like
from trainkit.case.network.filling import Waits, filled
from trainkit.case.network.habit import crowding, suited, thinness
from trainkit.case.network.published import PUBLISHED, published
from trainkit.errors import TrainkitError
from trainkit.kernel.luck import Luck

SEEDS = range(32)
CORNERS = [(100, 0.0251), (101, 0.025), (110, 0.025), (54, 0.22), (100, 0.22), (110, 0.22)]
BETWEEN = [(110, 0.0342), (101, 0.0507), (54, 0.17), (292, 0.025)]


@cache
def means(n, density):
    """Return what `means_of` does for networks of so many actors and ties."""
    return means_of(NetworkSpec(n_actors=n, density=density))


def means_of(spec):
    """Return by name the mean over seeds of what is measured, and the published range."""
    fits = [fit(generate(spec, Luck(2026, seed))) for seed in SEEDS]
    return {
        row.name: (statistics.mean(one[row.name].measured for one in fits), row.low, row.high)
        for row in fits[0].rows
    }


@pytest.mark.parametrize(("n", "density"), CORNERS + BETWEEN)
def test_the_mean_of_all_that_is_measured_lies_in_its_published_range(n, density):
    for name, (mean, low, high) in means(n, density).items():
        assert low <= round(mean, 3) <= high, (name, mean)


@pytest.mark.parametrize(
    ("name", "path", "off"),
    [("calls", 3.378, 0.25), ("meetings", 3.309, 0.2), ("london", 2.054, 0.1)],
)
def test_the_mean_path_of_a_published_network_is_met(name, path, off):
    drawn = means_of(spec_like(name))

    assert drawn["mean path in the largest component"][0] == pytest.approx(path, abs=off)
    for what, (mean, low, high) in drawn.items():
        assert low <= round(mean, 3) <= high, (what, mean)


@pytest.mark.parametrize(("n", "density", "within"), [(100, 0.0251, 3.6), (54, 0.22, 2.0)])
def test_it_is_the_habits_of_few_and_many_ties_that_bring_the_paths_there(n, density, within):
    plain = NetworkSpec(n_actors=n, density=density, by_density=0.0)
    name = "mean path in the largest component"

    followed, not_followed = means(n, density)[name][0], means_of(plain)[name][0]

    assert (followed - within) * (not_followed - within) < 0


@settings(max_examples=20, deadline=None)
@given(n=st.integers(45, 120), density=st.floats(0.0865, 0.12), seed=st.integers(0, 2**32))
def test_between_the_two_ends_habits_are_what_the_spec_says(n, density, seed):
    spec = NetworkSpec(n_actors=n, density=density)
    plain = spec.model_copy(update={"by_density": 0.0})

    assert suited(spec) is spec
    assert generate(spec, Luck(seed)) == generate(plain, Luck(seed))


@pytest.mark.parametrize(("n", "density"), [(60, 0.08), (48, 0.1), (110, 0.035), (292, 0.025)])
def test_networks_of_the_size_of_the_scenarios_follow_no_end(n, density):
    spec = NetworkSpec(n_actors=n, density=density)

    assert thinness(spec) == crowding(spec) == 0.0
    assert suited(spec) is spec


def test_habits_change_little_by_little():
    thin = [thinness(NetworkSpec(n_actors=101, density=d)) for d in (0.025, 0.0315, 0.038, 0.05)]
    dense = [crowding(NetworkSpec(density=d)) for d in (0.12, 0.17, 0.22)]

    # of 2.5, 3.15, 3.8 and 5 ties each
    assert thin == pytest.approx([1.0, 0.5, 0.0, 0.0])
    assert dense == pytest.approx([0.0, 0.5, 1.0])


def test_a_friend_of_a_friend_is_met_before_a_likelier_stranger():
    # 1-2, 2-3, 3-4 join all; 1-4 would come next, 1-3 has one acquaintance in common
    waits = [
        ((1, 2), 0.1),
        ((2, 3), 0.2),
        ((3, 4), 0.3),
        ((1, 4), 0.4),
        ((1, 3), 0.7),
        ((2, 4), 0.9),
    ]
    usable = Waits([pair for pair, _ in waits], np.array([wait for _, wait in waits]), 4)

    def fourth(closure):
        return filled(usable, 4, {1, 2, 3, 4}, closure)[3]

    assert fourth(0.0) == (1, 4)
    assert fourth(0.7) == (1, 4)  # .7 / 1.7 = .412 is longer than .4
    assert fourth(0.8) == (1, 3)  # .7 / 1.8 = .389 is shorter


def test_more_closure_clusters_ties_lengthens_ways_and_adds_no_tie():
    def drawn(closure):
        spec = NetworkSpec(n_actors=101, density=0.0507, closure=closure)
        graphs = [nx.Graph(generate(spec, Luck(4, seed)).pairs) for seed in range(8)]
        return (
            statistics.mean(map(nx.average_clustering, graphs)),
            statistics.mean(map(nx.average_shortest_path_length, graphs)),
            {graph.number_of_edges() for graph in graphs},
        )

    none, some = drawn(0.0), drawn(3.0)

    assert some[0] > none[0] + 0.05
    assert some[1] > none[1] + 0.1
    assert some[2] == none[2] == {math.ceil(0.0507 * math.comb(101, 2))}


def test_among_uneven_executives_the_first_is_the_hub():
    def ties_of_executives(uneven):
        spec = NetworkSpec(n_actors=100, uneven_executives=uneven)
        for seed in range(12):
            network = generate(spec, Luck(5, seed))
            leaders = [a.id for a in network.actors if a.rank == "executive"]
            yield [len(network.neighbours[one]) for one in leaders]

    def first_of_all(uneven):
        return statistics.mean(ties[0] / sum(ties) for ties in ties_of_executives(uneven))

    # nine executives: alike, each has a ninth of their ties
    assert first_of_all(0.0) == pytest.approx(1 / 9, abs=0.04)
    assert first_of_all(2.0) > 0.3


@pytest.mark.parametrize("name", list(PUBLISHED))
def test_a_network_like_a_published_one_has_its_actors_and_its_ties(name):
    told = published(name)

    network = generate(spec_like(name), Luck(6))

    assert len(network.actors) == told.n_actors
    assert told.n_pairs <= len(network.pairs) <= told.n_pairs + 1
    assert nx.is_connected(nx.Graph(network.pairs))


def test_densities_are_the_published_ones():
    told = {name: round(one.density, 4) for name, one in PUBLISHED.items()}

    assert told["meetings"] == 0.0507
    assert told["calls"] == 0.0251
    assert round(told["london"], 3) == 0.220
    # 205 pairs; .0246 is the density of 295 arcs
    assert told["caviar"] == 0.0342


@pytest.fixture(scope="module")
def reports():
    return {name: likeness(name, n=24, seed=77) for name in ("meetings", "calls")}


def test_what_is_left_of_calls_after_ten_removals_is_the_published_share(reports):
    rows = [row for row in reports["calls"].rows if row.name.endswith(("10", "15"))]

    assert len(rows) == 6
    assert all(abs(row.gap) < 0.04 for row in rows)


def test_meetings_fall_apart_nearer_to_the_published_shares_than_the_plain_spec(
    reports, monkeypatch
):
    plain = published("meetings")
    monkeypatch.setitem(plain.fitted, "closure", 0.0)
    monkeypatch.setitem(plain.fitted, "activity", NetworkSpec().activity)
    monkeypatch.setitem(plain.fitted, "executives", NetworkSpec().executives)

    unfitted = likeness("meetings", n=12, seed=77)

    for row in reports["meetings"].rows:
        if row.name.startswith("sequential betweenness"):
            assert abs(row.gap) < abs(unfitted[row.name].gap) - 0.1, row.name
    assert reports["meetings"]["sequential betweenness, left after 15"].gap < 0.08


def test_a_report_states_how_far_off_the_mean_of_its_networks_stays(reports):
    drawn = [generate(spec_like("meetings"), Luck(77, number)) for number in range(24)]
    clustering = statistics.mean(nx.average_clustering(nx.Graph(one.pairs)) for one in drawn)

    row = reports["meetings"]["clustering"]

    # .656 as published
    assert row.gap == pytest.approx(clustering - 0.656)
    line = next(told for told in str(reports["meetings"]).splitlines() if "clustering" in told)
    assert line.split()[1:] == ["0.656", f"{row.mean:.3f}", f"{row.spread:.3f}", f"{row.gap:+.3f}"]


def test_a_name_that_nobody_published_is_refused_and_the_nearest_named():
    with pytest.raises(TrainkitError, match="Did you mean 'meetings'"):
        spec_like("meeting")
    with pytest.raises(TrainkitError, match="one of meetings, calls, caviar, london"):
        likeness(7)
    with pytest.raises(TrainkitError, match="n = 1 is refused"):
        likeness("calls", n=1)


@pytest.mark.parametrize("n", [40, 54, 100, 292])
def test_the_least_density_that_a_refusal_names_is_accepted(n):
    with pytest.raises(TrainkitError) as refused:
        generate(NetworkSpec(n_actors=n, density=0.002), Luck(1))
    least = float(str(refused.value).split("Set density to ")[1].split(" ")[0])

    assert generate(NetworkSpec(n_actors=n, density=least), Luck(1)).pairs

"""Numbers tell nobody apart: members and bystanders stand in one drawn order."""

import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from trainkit.case import network
from trainkit.case.investigation.cast import cast
from trainkit.kernel.luck import Luck


@settings(max_examples=20)
@given(seed=st.integers(0, 10_000))
def test_the_network_is_the_drawn_one_under_other_numbers(year, seed):
    spec = year.parameters
    drawn, (found, bystanders) = network.generate(spec.network, Luck(seed)), cast(spec, Luck(seed))

    numbers = sorted([*found.by_id, *bystanders])
    assert numbers == list(range(1, len(found.actors) + spec.ring.bystanders + 1))
    one, other = nx.Graph(drawn.pairs), nx.Graph(found.pairs)
    assert sorted(dict(one.degree).values()) == sorted(dict(other.degree).values())
    renumbered = {old.id: new.id for old, new in zip(drawn.actors, found.actors, strict=True)}
    assert {frozenset(map(renumbered.get, pair)) for pair in drawn.pairs} == set(
        map(frozenset, found.pairs)
    )
    for side in ("Alder", "Borea"):
        assert {renumbered[one] for one in drawn.seen_by(side)} == found.seen_by(side)


def test_a_bystanders_number_is_on_average_that_of_anybody(year):
    """Over 200 cases the mean number of 20 bystanders of 68 lies within four errors of 34.5."""
    spec = year.parameters
    everybody = spec.network.n_actors + spec.ring.bystanders
    means = [np.mean(cast(spec, Luck(seed))[1]) for seed in range(200)]

    error = np.std(means) / np.sqrt(len(means))
    assert abs(np.mean(means) - (everybody + 1) / 2) < 4.0 * error

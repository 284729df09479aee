"""A hub loses its place as others take over, phase by phase: the shape of Caviar.

There the betweenness of the hub in phases 1, 5, 7 and 9 was .91, .88, .58 and .25 (Morselli, as in
case.md section 2). Here people around the hub are taken out four at a time, and others fill their
posts before the next phase.
"""

import numpy as np
import pytest

from trainkit.case.disruption import Ring
from trainkit.case.measures import betweenness
from trainkit.case.network import NetworkSpec, generate
from trainkit.kernel.luck import Luck

PHASES, PER_PHASE, PHASE_H, SEEDS = 4, 4, 2000.0, range(12)


def place_of_the_hub(seed, replacement):
    """Return the hub's betweenness at the start and after each phase, as a share of the start."""
    network = generate(NetworkSpec(n_actors=110, density=0.035), Luck(seed))
    ring = Ring(network, replacement, Luck(seed))
    scores = betweenness(ring.pairs)
    hub = max(scores, key=scores.__getitem__)
    found = [scores[hub]]
    for phase in range(PHASES):
        near = sorted(n for pair in ring.pairs if hub in pair for n in pair if n != hub)
        ring.remove(near[:PER_PHASE], phase * PHASE_H)
        ring.recover((phase + 1) * PHASE_H)
        found.append(betweenness(ring.pairs).get(hub, 0.0))
    return np.array(found) / found[0]


@pytest.fixture(scope="module")
def places():
    return {
        rule: np.mean([place_of_the_hub(seed, rule) for seed in SEEDS], axis=0)
        for rule in ("random", "degree", "distance")
    }


@pytest.mark.parametrize("rule", ["random", "degree", "distance"])
def test_the_hub_has_less_of_the_ways_after_each_phase(places, rule):
    assert (np.diff(places[rule]) < 0).all()
    # near its place after the first phase, a good part of it gone after the fourth
    assert places[rule][1] > 0.8
    assert places[rule][-1] < 0.75


def test_where_the_busiest_take_over_the_hub_loses_most(places):
    assert places["degree"][-1] < min(places["random"][-1], places["distance"][-1]) - 0.1

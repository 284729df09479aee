"""The reference of E1 against optima that other methods find, and the gap to the standing order."""

from itertools import product
from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import minimize

from trainkit.grading.keys import load_keys
from trainkit.kernel.luck import Luck
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.e1 import sortie, watch
from trainkit.lessons.e1.calls import PHASES
from trainkit.lessons.e1.case import FIRST_HOURS, SECOND_HOURS
from trainkit.lessons.e1.effort import first_search, in_order, second_search
from trainkit.lessons.e1.ensemble import ensemble
from trainkit.lessons.e1.maps import flown
from trainkit.lessons.seeds import visible_luck

KEYS = load_keys(Path(__file__).parents[2] / "grading" / "keys", lesson("E1"))
PLANNING = Luck(0x7072616374697365)
"""The luck of the cloud that the reference plans on."""
SMALLEST_GAP = {"e1_phase": 0.03, "e1_datum": 0.3, "e1_allocation": 0.1, "e1_replan": 0.25}
"""Share of what the reference brings that the standing order lacks, in every variant."""


def case(number):
    return lesson("E1").situation(visible_luck("e_coast_guards", f"variant-{number}", "E1"))


def reference(found):
    return KEYS.player("reference")(found)


def optimum(search, total_h):
    """Return the best continuous allocation's outcome, by sequential quadratic programming."""
    cells = len(search.rates) - 1
    found = minimize(
        lambda hours: -search.recovered(hours),
        np.full(cells, total_h / cells),
        jac=lambda hours: -search.gain(hours),
        bounds=[(0.0, total_h)] * cells,
        constraints={"type": "eq", "fun": lambda hours: hours.sum() - total_h},
        method="SLSQP",
        options={"maxiter": 300, "ftol": 1e-10},
    )
    assert found.success, found.message
    return -found.fun


@pytest.mark.slow
@pytest.mark.parametrize("number", range(6))
def test_half_hours_given_one_by_one_come_within_one_percent_of_the_continuous_optimum(number):
    found = case(number)
    cloud, answers = ensemble(found, PLANNING, 48, 25), reference(found)
    searches = {
        "e1_allocation": (first_search(found, cloud), FIRST_HOURS),
        "e1_replan": (second_search(found, cloud, flown(found)), SECOND_HOURS),
    }

    for task, (search, total_h) in searches.items():
        reached = search.recovered(in_order(answers[task]["hours"]))
        assert reached >= 0.99 * optimum(search, total_h), task


@pytest.mark.slow
@pytest.mark.parametrize("number", range(6))
def test_no_declaration_of_phases_beats_the_cues_by_more_than_two_percent(number):
    calls = case(number).calls
    true = [watch.TRUE[call.cues] for call in calls]

    best = max(watch.expected_alive(calls, one, true) for one in product(PHASES, repeat=6))

    assert best <= 1.02 * watch.expected_alive(calls, [call.cues for call in calls], true)


@pytest.mark.parametrize("number", range(6))
def test_the_square_is_within_two_percent_of_the_best_of_random_ones(number):
    found = case(number)
    cloud, answer = ensemble(found, PLANNING, 48, 25), reference(found)["e1_datum"]
    draw = np.random.default_rng(number)
    x_nm, y_nm = (one * found.elapsed_h for one in found.drift_kn)
    tried = zip(
        x_nm + draw.uniform(-3, 3, 3_000),
        y_nm + draw.uniform(-3, 3, 3_000),
        draw.uniform(1, 12, 3_000),
        strict=True,
    )

    best = max(sortie.success(cloud, *square) for square in tried)

    own = sortie.success(cloud, **answer["datum"], radius_nm=answer["radius_nm"])
    assert own >= 0.98 * best


@pytest.mark.slow
def test_in_every_variant_the_standing_order_stays_behind_by_the_stated_gap():
    behind = []
    for number in range(30):
        found = case(number)
        outcome = measures(found, ensemble(found, Luck(9_000 + number), 48, 50))
        right, standing = reference(found), KEYS.player("baseline")(found)
        for task, gap in SMALLEST_GAP.items():
            reached = outcome[task](standing[task]) / outcome[task](right[task])
            behind += [(number, task, reached)] if reached > 1.0 - gap else []

    assert behind == []


def measures(found, cloud):
    """Return what each task's answer brings, by its own formula."""
    true = [watch.TRUE[call.cues] for call in found.calls]
    first, second = first_search(found, cloud), second_search(found, cloud, flown(found))
    return {
        "e1_phase": lambda one: watch.expected_alive(found.calls, list(one.values()), true),
        "e1_datum": lambda one: sortie.success(cloud, **one["datum"], radius_nm=one["radius_nm"]),
        "e1_allocation": lambda one: first.recovered(in_order(one["hours"])),
        "e1_replan": lambda one: second.recovered(in_order(one["hours"])),
    }

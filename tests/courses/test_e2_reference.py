"""The reference of E2 against plans that other methods find, and the gap to the standing order."""

from itertools import product
from pathlib import Path

import numpy as np
import pytest

from trainkit.grading.keys import load_keys
from trainkit.kernel.luck import Luck
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.e2 import orders, rescue, sick
from trainkit.lessons.e2.case import UNITS
from trainkit.lessons.seeds import visible_luck

KEYS = load_keys(Path(__file__).parents[2] / "grading" / "keys", lesson("E2"))
PLANNING, NIGHTS = Luck(0x6D617373), 32
LEVERS = {
    "e2_coordinator": orders.coordination,
    "e2_approach": orders.approach,
    "e2_hulls": orders.hulls,
}
SMALLEST_GAP_H = {"e2_coordinator": 15.0, "e2_approach": 60.0, "e2_hulls": 40.0}
"""Person-hours that the reference spares beyond the standing order, in every variant."""


def case(number):
    return lesson("E2").situation(visible_luck("e_coast_guards", f"variant-{number}", "E2"))


def reference(found):
    return KEYS.player("reference")(found)


def played(found, task, answer, luck=PLANNING):
    return rescue.nights(found, LEVERS[task](answer), luck, NIGHTS)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(3))
def test_no_approach_of_the_grid_brings_four_percent_more_people_back(number):
    found = case(number)
    own = played(found, "e2_approach", reference(found)["e2_approach"]).alive.mean()
    grid = product(("first", "while", "none"), (1, 2, 3, 4, 6), ("lee", "alongside", "stands_off"))

    best = max(
        played(
            found,
            "e2_approach",
            {"lifejackets": jackets, "alongside": craft, "ship": ship, "osprey": "rescue"},
        ).alive.mean()
        for jackets, craft, ship in grid
    )

    assert best <= 1.04 * own


@pytest.mark.slow
@pytest.mark.parametrize("number", range(3))
def test_no_other_choice_of_who_takes_over_spares_many_more_hours(number):
    found = case(number)
    fields = [orders.FIELDS[name] for name in UNITS[1:]]
    own = played(found, "e2_coordinator", reference(found)["e2_coordinator"]).spared_h.mean()

    spared = []
    for takes in product((False, True), repeat=len(fields)):
        words = ["takes_over" if one else "stays_under" for one in takes]
        answer = {"until_then": "first_on_scene", **dict(zip(fields, words, strict=True))}
        spared.append(played(found, "e2_coordinator", answer).spared_h.mean())

    assert max(spared) <= 1.05 * own
    assert own >= np.quantile(spared, 0.75)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(3))
def test_no_drawn_numbers_within_the_safe_ones_spare_three_percent_more_hours(number):
    found, draw = case(number), np.random.default_rng(number)
    own = played(found, "e2_hulls", reference(found)["e2_hulls"])
    rough = np.array([hull.safe_rough for hull in found.hulls])

    best = max(
        played(
            found,
            "e2_hulls",
            dict(zip(orders.FIELDS.values(), (int(one) for one in numbers), strict=True)),
        ).spared_h.mean()
        for numbers in np.rint(rough * draw.uniform(0.5, 1.0, (20, len(rough))))
    )

    assert best <= 1.03 * own.spared_h.mean()
    assert own.over.max() == 0


@pytest.mark.parametrize("number", range(12))
def test_the_signs_give_an_order_within_two_percent_of_the_best_assignment(number):
    found = case(number)
    needs = [reference(found)["e2_triage"][f"person_{n}"] for n in range(1, 9)]

    for night in range(20):
        rates = sick.hidden_rates(found.patients, Luck(3_000 + night))
        own = sick.expected_alive(rates, sick.order_of(needs))
        assert own >= 0.98 * sick.best(rates)


@pytest.mark.slow
def test_in_every_variant_the_standing_order_stays_behind_by_the_stated_gap():
    behind = []
    for number in range(30):
        found = case(number)
        right, standing = reference(found), KEYS.player("baseline")(found)
        for task, gap_h in SMALLEST_GAP_H.items():
            luck = Luck(9_000 + number)
            both = [played(found, task, one[task], luck).spared_h for one in (right, standing)]
            gained = both[0].mean() - both[1].mean()
            behind += [(number, task, gained)] if gained < gap_h else []

    assert behind == []


@pytest.mark.parametrize("number", range(4))
def test_life_is_a_gate_so_that_no_reading_is_worth_anything_when_lives_are_lost(number):
    found, luck = case(number), Luck(77)
    right, standing = reference(found), KEYS.player("baseline")(found)
    names = [name for name, need in right["e2_triage"].items() if need == "can_wait"]
    noisy = {**right["e2_triage"], **dict.fromkeys(names, "immediate")}

    score = KEYS.scoring["e2_triage"](found, noisy, luck)
    ends = KEYS.scoring["e2_count"](found, {**right["e2_count"], "next_step": "stand_down"}, luck)
    largest = KEYS.scoring["e2_hulls"](found, standing["e2_hulls"], luck)

    assert score.points <= 4.0
    assert ends.points == 0.0
    assert largest.points == 0.0


@pytest.mark.parametrize("number", range(4))
def test_either_red_line_is_read_on_the_orders_and_names_its_entry(number):
    found, luck = case(number), Luck(77)
    right = reference(found)

    secured = KEYS.scoring["e2_approach"](found, {**right["e2_approach"], "osprey": "secure"}, luck)
    screened = KEYS.scoring["e2_landing"](
        found, {**right["e2_landing"], "screening": "before"}, luck
    )

    for score in (secured, screened):
        assert {line.rule for line in score.red_lines} == {"R1"}
        assert all(line.event > 0 for line in score.red_lines)
    assert KEYS.scoring["e2_approach"](found, right["e2_approach"], luck).red_lines == ()

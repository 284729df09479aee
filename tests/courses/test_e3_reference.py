"""The reference of E3 against other orders and other waits: none of them is better for people."""

from itertools import combinations, product
from pathlib import Path

import pytest

from trainkit.grading.keys import load_keys
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.e3 import nights
from trainkit.lessons.e3.nights import PLACES
from trainkit.lessons.seeds import visible_luck

KEYS = load_keys(Path(__file__).parents[2] / "grading" / "keys", lesson("E3"))
SEED, NIGHTS = 0x6F74686572, 120
"""Luck that is neither a trainee's nor that of the marks."""
ALIVE, HOURS, EVIDENCE = nights.METRICS


def case(number):
    return lesson("E3").situation(visible_luck("e_coast_guards", f"variant-{number}", "E3"))


def means(found, task, answer):
    values = nights.played(found, task, answer, SEED, NIGHTS)
    return {name: float(one.mean()) for name, one in values.items()}


@pytest.mark.slow
@pytest.mark.parametrize("number", range(3))
def test_no_exchange_of_two_acts_recovers_one_in_a_hundred_more_or_people_sooner(number):
    found = case(number)
    right = KEYS.player("reference")(found)["e3_order"]
    best = means(found, "e3_order", right)

    for one, other in combinations(PLACES, 2):
        changed = means(found, "e3_order", {**right, one: right[other], other: right[one]})

        assert changed[ALIVE] <= 1.01 * best[ALIVE], (one, other)
        assert changed[HOURS] >= best[HOURS] - 1e-9, (one, other)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(3))
def test_no_exchange_that_leaves_the_rescue_alone_finds_much_more(number):
    found = case(number)
    right = KEYS.player("reference")(found)["e3_order"]
    best = means(found, "e3_order", right)[EVIDENCE]

    for one, other in combinations(PLACES[4:], 2):
        changed = means(found, "e3_order", {**right, one: right[other], other: right[one]})

        assert changed[EVIDENCE] <= 1.03 * best, (one, other)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(2))
def test_no_other_wait_on_a_grid_recovers_more_people(number):
    found = case(number)
    best = means(found, "e3_wait", KEYS.player("reference")(found)["e3_wait"])
    asks, waits = ("now", "never"), ("keep_watch", "board", "leave")

    for ask, keep_nm, cue, silence in product(asks, (0.5, 3.0, 8.0), ("sign", "call"), waits):
        other = {"ask": ask, "keep_nm": keep_nm, "cue": cue, "silence": silence}
        reached = means(found, "e3_wait", other)

        assert reached[ALIVE] <= best[ALIVE] + 1e-9, other
        assert reached[HOURS] >= 0.4 * best[HOURS], other


@pytest.mark.slow
def test_in_every_variant_the_standing_order_stays_behind_by_the_stated_gap():
    behind = []
    for number in range(30):
        found = case(number)
        right, standing = (KEYS.player(one)(found) for one in ("reference", "baseline"))
        for task in ("e3_order", "e3_wait"):
            best, base = (means(found, task, one[task]) for one in (right, standing))
            gaps = {
                ALIVE: base[ALIVE] < 0.8 * best[ALIVE],
                HOURS: base[HOURS] > 2.0 * best[HOURS],
                EVIDENCE: base[EVIDENCE] < 0.6 * best[EVIDENCE],
            }
            behind += [(number, task, name) for name, holds in gaps.items() if not holds]

    assert behind == []

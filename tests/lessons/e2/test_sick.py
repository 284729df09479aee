"""Eight people and two seats: expectations by hand, and an order that an assignment confirms."""

import math
from itertools import permutations

import numpy as np
import pytest

from trainkit.kernel.luck import Luck
from trainkit.lessons.e2 import sick


def test_two_fly_together_and_the_next_two_wait_one_sortie_longer():
    assert sick.waits_h(5).tolist() == pytest.approx([0.5, 0.5, 2.1, 2.1, 3.7])


def test_a_life_is_kept_with_the_exponential_of_rate_and_wait():
    alive = sick.expected_alive([1.0, 0.0, 0.5], [2, 1, 0])

    assert alive == pytest.approx(math.exp(-0.25) + 1.0 + math.exp(-2.1))


def test_the_best_order_is_the_best_of_all_permutations():
    rates = [0.5, 0.01, 0.1, 0.45, 0.08]

    every = max(sick.expected_alive(rates, order) for order in permutations(range(5)))

    assert sick.best(rates) == pytest.approx(every)


def test_people_fly_by_the_need_they_are_given_and_then_as_they_are_listed():
    needs = ["urgent", "can_wait", "immediate", "urgent"]

    assert sick.order_of(needs) == [2, 0, 3, 1]


def test_every_ward_has_two_three_and_three_and_no_text_twice(cases):
    for case in cases:
        needs = [one.need for one in case.patients]

        assert [needs.count(need) for need in sick.NEEDS] == [2, 3, 3]
        assert len({one.told for one in case.patients}) == 8


def test_the_order_of_the_list_is_as_bad_for_everybody(cases):
    for case in cases:
        rates = [sick.RATES_PER_H[one.need] for one in case.patients]
        listed = sick.expected_alive(rates, range(8))
        by_need = sick.expected_alive(rates, sick.order_of([one.need for one in case.patients]))

        assert 0.65 <= by_need - listed <= 0.95


def test_hidden_rates_lie_about_the_stated_ones(cases):
    patients = cases[0].patients
    drawn = np.array([sick.hidden_rates(patients, Luck(seed)) for seed in range(400)])

    stated = [sick.RATES_PER_H[one.need] for one in patients]

    assert np.median(drawn, axis=0) == pytest.approx(stated, rel=0.1)

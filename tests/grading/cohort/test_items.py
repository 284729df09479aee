"""Difficulty, discrimination and alpha against hand-worked numbers and other formulas."""

from statistics import mean, pvariance

import numpy as np
import pytest

from trainkit.grading.cohort.items import (
    alpha,
    item_and_rest,
    outer_difference,
    rest_correlation,
)

ANSWERS = np.array(
    [
        [1, 1, 1, 1],
        [1, 1, 1, 0],
        [1, 1, 0, 1],
        [1, 0, 1, 1],
        [1, 1, 0, 0],
        [0, 1, 1, 0],
        [1, 0, 0, 0],
        [0, 1, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 0],
    ],
    dtype=float,
)


def test_a_task_correlates_with_the_rest_as_ranks_without_ties_do():
    own, rest = np.array([1.0, 2, 3, 4, 5]), np.array([2.0, 1, 4, 3, 5])

    # by hand: 1 - 6 * (1 + 1 + 1 + 1 + 0) / (5 * (25 - 1))
    assert rest_correlation(own, rest) == pytest.approx(0.8)


def test_the_rest_leaves_the_task_out_and_whoever_waits_for_a_marker():
    points = np.array([[1.0, 10, 100], [2, 20, np.nan], [3, 30, 300]])

    own, rest = item_and_rest(points, 0)
    marked, others = item_and_rest(points, 2)

    assert own.tolist() == [1, 2, 3]
    assert rest.tolist() == [10, 20, 30]
    assert marked.tolist() == [100, 300]
    assert others.tolist() == [11, 33]


def test_the_outer_difference_is_that_of_the_best_and_weakest_27_per_cent():
    totals = np.arange(1.0, 11)
    shares = np.array([0, 0, 1, 0, 1, 0, 1, 1, 1, 1.0])

    # 27 per cent of ten are three: (1 + 1 + 1) / 3 - (0 + 0 + 1) / 3
    assert outer_difference(shares, totals) == pytest.approx(2 / 3)


def test_who_is_tied_at_the_edge_shares_the_last_places_whatever_the_order():
    totals = np.array([1.0] * 5 + [2.0] * 5)
    shares = np.array([0, 0, 0, 0, 0, 1, 1, 0, 0, 0.0])

    found = {
        round(outer_difference(shares[order], totals[order]), 12)
        for order in (np.arange(10), np.arange(10)[::-1], np.array([5, 0, 7, 2, 9, 1, 6, 3, 8, 4]))
    }

    assert found == {0.4}  # five share three places; two of the five have the task


def test_alpha_of_right_and_wrong_answers_is_kuder_and_richardsons_formula_20():
    columns = ANSWERS.T.tolist()
    wrong = sum(mean(column) * (1 - mean(column)) for column in columns)
    totals = [sum(row) for row in ANSWERS.tolist()]

    assert alpha(ANSWERS).value.estimate == pytest.approx(4 / 3 * (1 - wrong / pvariance(totals)))


def test_alpha_counts_only_tasks_that_are_marked_for_everybody():
    waiting = np.column_stack([ANSWERS, [np.nan, *[1.0] * 9]])

    assert alpha(waiting) == alpha(ANSWERS)
    assert (alpha(ANSWERS).n, alpha(ANSWERS).k) == (10, 4)


@pytest.mark.parametrize(
    ("points", "told"),
    [
        (ANSWERS[:9], "too few trainees"),
        (ANSWERS[:, :1], "two are needed"),
        (np.ones((12, 3)), "the same points"),
        (np.empty((0, 3)), "too few trainees"),
    ],
)
def test_where_alpha_cannot_be_told_a_sentence_stands_in_its_place(points, told):
    found = alpha(points)

    assert found.value is None
    assert told in found.told


def test_alphas_interval_holds_the_true_value_as_often_as_it_says():
    drawn = np.random.default_rng(1946)
    true = 0.8  # Spearman and Brown: four parts of reliability 0.5 give 4 * 0.5 / (1 + 3 * 0.5)
    held = 0
    for _ in range(1_000):
        ability = drawn.normal(size=(30, 1))
        found = alpha(ability + drawn.normal(size=(30, 4))).value
        held += found.low <= true <= found.high

    # 95 % of 1,000 with four standard errors of 6.9
    assert 922 <= held <= 978

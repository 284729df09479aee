"""Agreement of two markers, against published tables and against another way to compute it."""

import numpy as np
import pytest
from scipy.stats import t
from statsmodels.stats.inter_rater import cohens_kappa

from trainkit.grading.moderation.agreement import FEWEST, agreement

ABSTRACTORS = [[13, 0, 0], [0, 20, 7], [0, 4, 56]]
DIAGNOSES = [[40, 4, 4, 17], [6, 25, 2, 13], [4, 1, 21, 12], [15, 5, 9, 45]]
SECOND = (3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4)
THIRD = (2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2)
"""Anxiety of 20 subjects, 1 to 6, by two raters: data set ``anxiety`` of the R package irr."""


def pairs_of(table):
    return [
        (row, column)
        for row, line in enumerate(table)
        for column, count in enumerate(line)
        for _ in range(count)
    ]


def single(pairs):
    """Answers with one item each."""
    return [[pair] for pair in pairs]


def concordance(pairs):
    """Lin's concordance with n in the denominator: what kappa with quadratic weights equals.

    Fleiss, J. L., Cohen, J. (1973). Educational and Psychological Measurement 33, 613-619.
    """
    first, second = np.array(pairs, float).T
    between = np.mean((first - first.mean()) * (second - second.mean()))
    return 2 * between / (first.var() + second.var() + (first.mean() - second.mean()) ** 2)


def markers(seed, n, noise):
    """Levels of two markers who see the same quality, each with an error of their own."""
    drawn = np.random.default_rng(seed)
    quality = drawn.normal(2, 1.1, n)
    seen = quality[:, None] + drawn.normal(0, noise, (n, 2))
    return [tuple(pair) for pair in np.clip(np.rint(seen), 0, 4).astype(int).tolist()]


@pytest.mark.parametrize(
    ("table", "kappa", "digits", "interval"),
    [
        (ABSTRACTORS, 0.8921569, 5e-8, (0.822, 0.962)),
        (DIAGNOSES, 0.383, 5e-4, (0.254, 0.513)),
    ],
)
def test_kappa_and_its_interval_are_those_of_published_tables(table, kappa, digits, interval):
    """Tables, kappa with quadratic weights and its interval stand in the package irrCAC.

    Tables: ``cont3x3abstractors`` and ``cont4x4diagnosis``, in its documentation and in
    ``irrCAC/datasets.py`` of the Python edition (0.4.4); after Gwet, K. L. (2014). *Handbook of
    Inter-Rater Reliability*, 4th ed. Kappa of the first with seven digits: example output of
    ``kappa2.table`` (R edition, 1.0). The rest: ``test/unit/irrCAC/table/test_cohen.py`` of the
    Python edition, tests ``..._quadratic_weights``. Its interval divides by n and ours by n - 1.
    """
    found = agreement(single(pairs_of(table)))

    wider = np.sqrt(found.n / (found.n - 1))
    low, high = ((end - kappa) * wider for end in interval)
    assert found.n == sum(map(sum, table))
    assert found.kappa == pytest.approx(kappa, abs=digits)
    assert (found.low - kappa, found.high - kappa) == pytest.approx((low, high), abs=1e-3)


def test_kappa_of_two_raters_of_anxiety_is_that_of_the_package_irr():
    """0.2520325 is what ``kappa2(anxiety[,2:3], "squared")`` of the R package irr gives.

    Printed with the ratings in ``test_cohens_kappa_irr``, ``statsmodels/stats/tests/
    test_inter_rater.py`` (statsmodels 0.15.0). No rater gave 5, and irr leaves that level out.
    """
    place = {1: 0, 2: 1, 3: 2, 4: 3, 6: 4}
    pairs = [(place[one], place[other]) for one, other in zip(SECOND, THIRD, strict=True)]

    assert agreement(single(pairs)).kappa == pytest.approx(0.2520325, abs=5e-8)


@pytest.mark.parametrize("seed", range(20))
def test_kappa_equals_the_concordance_of_the_levels(seed):
    pairs = markers(seed, 60, 0.2 + seed / 10)

    assert agreement(single(pairs)).kappa == pytest.approx(concordance(pairs))


def test_shares_of_equal_and_neighbouring_levels_are_counted():
    found = agreement(single([(0, 0)] * 6 + [(1, 2)] * 3 + [(0, 4)]))

    assert (found.n, found.exact, found.adjacent) == (10, 0.6, 0.9)


def test_the_order_of_the_two_markers_makes_no_difference():
    pairs = markers(1, 50, 0.6)

    turned = agreement(single([(second, first) for first, second in pairs]))

    assert turned.kappa == pytest.approx(agreement(single(pairs)).kappa)


def test_below_ten_items_no_kappa_is_given_and_it_is_said():
    found = agreement(single(markers(1, FEWEST - 1, 0.5)))

    assert (found.kappa, found.low) == (None, None)
    assert "items 9" in found.told
    assert found.exact is not None


@pytest.mark.parametrize("pairs", [[(2, 2)] * 12, [(3, 2)] * 12, [(2, 1), (2, 3)] * 6])
def test_one_level_for_everything_tells_no_kappa_and_it_is_said(pairs):
    found = agreement(single(pairs))

    assert found.kappa is None
    assert "same level to every item" in found.told


def test_full_agreement_is_one_and_the_interval_without_width_is_explained():
    found = agreement(single([(level, level) for level in range(5)] * 3))

    assert (found.kappa, found.low, found.high) == (1.0, 1.0, 1.0)
    assert "without width" in found.told


def test_without_items_it_says_that_nothing_was_marked_by_two():
    assert agreement([]).told == "Nothing was marked by two yet."


def test_the_ends_of_an_interval_stay_within_minus_one_and_one():
    found = agreement(single([(0, 0), (4, 4)] * 5 + [(0, 1)]))

    assert found.high == 1.0


def test_an_answer_counted_three_times_makes_nothing_surer():
    pairs = markers(3, 40, 0.6)

    once, thrice = agreement(single(pairs)), agreement([[pair] * 3 for pair in pairs])

    assert thrice.n == 3 * once.n
    assert (thrice.low, thrice.high) == pytest.approx((once.low, once.high))


def test_one_item_an_answer_gives_the_variance_of_fleiss_cohen_and_everitt():
    pairs = markers(4, 60, 0.5)
    table = np.zeros((5, 5))
    np.add.at(table, tuple(np.array(pairs).T), 1)

    found = agreement(single(pairs))

    error = cohens_kappa(table, wt="quadratic").std_kappa * np.sqrt(60 / 59)
    assert (found.high - found.low) / 2 == pytest.approx(t.ppf(0.975, 59) * error)


def strict_by_answer(drawn, answers, criteria=3):
    """Levels of two markers, each of whom is stricter with some answers than with others."""
    quality = drawn.normal(2, 0.9, (answers, 1)) + drawn.normal(0, 0.6, (answers, criteria))
    mood, slip = (
        drawn.normal(0, 0.42, (2, answers, 1)),
        drawn.normal(0, 0.42, (2, answers, criteria)),
    )
    first, second = np.clip(np.rint(quality + mood + slip), 0, 4).astype(int).tolist()
    return [list(zip(*both, strict=True)) for both in zip(first, second, strict=True)]


@pytest.mark.long
@pytest.mark.parametrize("answers", [15, 40])
def test_the_interval_holds_the_true_kappa_in_more_than_90_of_100_samples(answers):
    drawn = np.random.default_rng(20_260)
    every = strict_by_answer(drawn, 400_000)
    truth = concordance([pair for items in every for pair in items])

    inside = [
        found.low <= truth <= found.high
        for found in (agreement(strict_by_answer(drawn, answers)) for _ in range(2_000))
    ]

    # the formula is one for large samples: with few answers it falls a little short of 95
    assert 0.90 < np.mean(inside) < 0.97

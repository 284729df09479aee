"""Intervals cover what they should, count what is missing, and never warn."""

import math

import numpy as np
import pytest
from scipy.stats import beta, binom, norm

from trainkit.analysis.intervals import mean_interval, proportion_interval
from trainkit.errors import TrainkitError


def test_a_mean_interval_is_student_s():
    """Student's sleep data (1908), group 2 less 1: mean 1.58, s 1.23, t(9, 0.975) = 2.262."""
    gain_h = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4]

    low, high = mean_interval(gain_h)

    assert low == pytest.approx(0.70, abs=0.005)
    assert high == pytest.approx(2.46, abs=0.005)


def test_a_proportion_interval_is_clopper_and_pearson_s():
    low, high = proportion_interval([1] * 3 + [0] * 17)

    assert low == pytest.approx(beta.ppf(0.025, 3, 18))
    assert high == pytest.approx(beta.ppf(0.975, 4, 17))


def test_a_proportion_interval_by_wilson_solves_its_equation():
    for end in proportion_interval([1] * 3 + [0] * 17, method="wilson"):
        z = (0.15 - end) / math.sqrt(end * (1 - end) / 20)

        assert abs(z) == pytest.approx(norm.ppf(0.975))


def test_mean_intervals_cover_the_mean_as_often_as_they_say():
    """2,000 samples of 10 normal values: 95 % coverage, standard error 0.5 %."""
    samples = np.random.default_rng(1908).normal(3.0, 2.0, (2000, 10))

    covered = [low <= 3.0 <= high for low, high in map(mean_interval, samples)]

    assert abs(np.mean(covered) - 0.95) < 3 * math.sqrt(0.95 * 0.05 / 2000)


def test_exact_proportion_intervals_never_cover_less_than_they_say():
    """Coverage summed over all outcomes, for n = 20: no simulation is needed."""
    intervals = [tuple(proportion_interval([1] * k + [0] * (20 - k))) for k in range(21)]

    for p in np.linspace(0.01, 0.99, 99):
        coverage = sum(binom.pmf(k, 20, p) for k, (lo, hi) in enumerate(intervals) if lo <= p <= hi)
        assert coverage >= 0.95


def test_bootstrap_intervals_of_skewed_values_cover_about_as_often_as_they_say():
    samples = np.random.default_rng(5).exponential(1.0, (150, 40))

    covered = [
        low <= 1.0 <= high for low, high in (mean_interval(s, method="bootstrap") for s in samples)
    ]

    assert 0.87 <= np.mean(covered) <= 1.0


def test_what_is_missing_is_counted_and_left_out():
    nan = math.nan

    mean = mean_interval([1.0, nan, 3.0, nan])
    proportion = proportion_interval([1.0, nan, 0.0])

    assert (mean.estimate, mean.n, mean.missing) == (2.0, 2, 2)
    assert (proportion.estimate, proportion.n, proportion.missing) == (0.5, 2, 1)


@pytest.mark.parametrize("interval", [mean_interval, proportion_interval])
@pytest.mark.parametrize("values", [[], [math.nan, math.nan]])
def test_no_value_gives_no_estimate_and_no_warning(interval, values):
    found = interval(values)

    assert all(map(math.isnan, (found.estimate, found.low, found.high)))
    assert (found.n, found.missing) == (0, len(values))


def test_one_value_has_a_mean_and_no_interval():
    found = mean_interval([4.0])

    assert found.estimate == 4.0
    assert math.isnan(found.low)


@pytest.mark.parametrize("method", ["t", "bootstrap"])
def test_equal_values_have_an_interval_of_one_point(method):
    assert tuple(mean_interval([0.1] * 7, method=method)) == (0.1, 0.1)


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: mean_interval([1.0, math.inf]), "infinities"),
        (lambda: proportion_interval([0.5]), "zeros and ones"),
        (lambda: mean_interval([1.0], level=95), "between 0 and 1"),
        (lambda: proportion_interval([1.0], level=0.0), "between 0 and 1"),
        (lambda: mean_interval([1.0], method="z"), "'t' or 'bootstrap'"),
        (lambda: proportion_interval([1.0], method="wald"), "'exact' or 'wilson'"),
    ],
)
def test_a_mistake_is_explained(ask, said):
    with pytest.raises(TrainkitError, match=said):
        ask()

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from trainkit import TrainkitError
from trainkit.kernel import luck as luck_module
from trainkit.kernel.compiled import kernel
from trainkit.kernel.luck import (
    Luck,
    discrete,
    exponential,
    key,
    lognormal,
    many_exponential,
    many_normal,
    many_uniform,
    normal,
    purpose,
    triangular,
    uniform,
)

N = 20_000
KEY = key(1946, 3)
SPEED = purpose("speed")

CONTINUOUS = {
    "uniform": (lambda i: uniform(KEY, SPEED, i, 0), stats.uniform()),
    "exponential": (lambda i: exponential(KEY, SPEED, i, 0, 2.5), stats.expon(scale=2.5)),
    "normal": (lambda i: normal(KEY, SPEED, i, 0, 1.0, 3.0), stats.norm(1.0, 3.0)),
    "lognormal": (
        lambda i: lognormal(KEY, SPEED, i, 0, 2.5, 0.4),
        stats.lognorm(s=0.4, scale=2.5),
    ),
    "triangular": (
        lambda i: triangular(KEY, SPEED, i, 0, 1.0, 2.0, 5.0),
        stats.triang(c=0.25, loc=1.0, scale=4.0),
    ),
}


@pytest.fixture(scope="module")
def drawn():
    return {name: np.array([draw(i) for i in range(N)]) for name, (draw, _) in CONTINUOUS.items()}


@pytest.mark.parametrize("name", CONTINUOUS)
def test_a_distribution_is_not_refused_by_kolmogorov_and_smirnov(name, drawn):
    theory = CONTINUOUS[name][1]

    assert stats.kstest(drawn[name], theory.cdf).pvalue > 0.01


@pytest.mark.parametrize("name", CONTINUOUS)
def test_mean_and_variance_lie_within_four_standard_errors_of_theory(name, drawn):
    mean, variance, excess = (float(m) for m in CONTINUOUS[name][1].stats("mvk"))

    mean_error = math.sqrt(variance / N)
    variance_error = variance * math.sqrt((excess + 2) / N)

    assert abs(drawn[name].mean() - mean) < 4 * mean_error
    assert abs(drawn[name].var() - variance) < 4 * variance_error


def test_a_discrete_choice_meets_its_weights_by_chi_square():
    weights = np.array([1.0, 0.0, 2.0, 5.0])

    choices = np.array([discrete(KEY, SPEED, i, 0, weights) for i in range(N)])

    seen = np.bincount(choices, minlength=4)
    assert seen[1] == 0
    expected = N * weights[[0, 2, 3]] / 8
    assert stats.chisquare(seen[[0, 2, 3]], expected).pvalue > 0.01


def test_draws_of_neighbouring_entities_indices_and_replications_are_uncorrelated():
    entities = np.arange(N)

    base = many_uniform(KEY, SPEED, entities, 0)
    others = [
        many_uniform(KEY, SPEED, entities + 1, 0),
        many_uniform(KEY, SPEED, entities, 1),
        many_uniform(key(1946, 4), SPEED, entities, 0),
        many_uniform(key(1947, 3), SPEED, entities, 0),
        many_uniform(KEY, purpose("course"), entities, 0),
    ]

    for other in others:
        assert abs(np.corrcoef(base, other)[0, 1]) < 4 / math.sqrt(N)


def _draw_all(key, purpose, n, weights, out):
    for i in range(n):
        out[i, 0] = luck_module.uniform(key, purpose, i, 1)
        out[i, 1] = luck_module.exponential(key, purpose, i, 1, 2.5)
        out[i, 2] = luck_module.normal(key, purpose, i, 1, 1.0, 3.0)
        out[i, 3] = luck_module.lognormal(key, purpose, i, 1, 2.5, 0.4)
        out[i, 4] = luck_module.triangular(key, purpose, i, 1, 1.0, 2.0, 5.0)
        out[i, 5] = luck_module.discrete(key, purpose, i, 1, weights)


def test_plain_and_compiled_luck_agree_bit_for_bit():
    weights = np.array([1.0, 2.0, 5.0])
    seed = key(2**64 - 12345, 2**32 - 1)
    plain, compiled = np.zeros((2000, 6)), np.zeros((2000, 6))

    _draw_all(seed, SPEED, 2000, weights, plain)
    kernel(_draw_all)(seed, SPEED, 2000, weights, compiled)

    np.testing.assert_array_equal(plain, compiled)


def test_vectorised_draws_are_the_scalar_ones():
    entities = np.arange(1000)

    np.testing.assert_array_equal(
        many_uniform(KEY, SPEED, entities, 2), [uniform(KEY, SPEED, i, 2) for i in range(1000)]
    )
    np.testing.assert_allclose(
        many_normal(KEY, SPEED, entities, 2, 1.0, 3.0),
        [normal(KEY, SPEED, i, 2, 1.0, 3.0) for i in range(1000)],
        rtol=1e-12,
        atol=1e-12,
    )
    np.testing.assert_allclose(
        many_exponential(KEY, SPEED, entities, 2, 2.5),
        [exponential(KEY, SPEED, i, 2, 2.5) for i in range(1000)],
        rtol=1e-12,
    )


@given(seed=st.integers(0, 2**64 - 1), replication=st.integers(0, 2**32 - 1))
def test_named_luck_is_the_luck_of_the_shared_functions(seed, replication):
    luck = Luck(seed, replication)

    assert luck.uniform("speed", 7, 2) == uniform(key(seed, replication), SPEED, 7, 2)


def test_a_draw_that_is_left_out_shifts_no_other():
    luck = Luck(1946)
    all_of_them = [luck.lognormal("alongside", boat, median=2.5, sigma=0.4) for boat in range(9)]

    later_only = [luck.lognormal("alongside", boat, median=2.5, sigma=0.4) for boat in (3, 8)]

    assert later_only == [all_of_them[3], all_of_them[8]]


def test_a_triangle_without_width_is_a_number():
    assert triangular(KEY, SPEED, 0, 0, 2.0, 2.0, 2.0) == 2.0


@pytest.mark.parametrize("seed", [-1, 2**64])
def test_a_seed_outside_64_bits_is_refused(seed):
    with pytest.raises(TrainkitError, match="seed"):
        key(seed, 0)


@pytest.mark.parametrize("replication", [-1, 2**32])
def test_a_replication_outside_32_bits_is_refused(replication):
    with pytest.raises(TrainkitError, match="replication"):
        key(0, replication)


@pytest.mark.parametrize("weights", [[], [0.0, 0.0], [1.0, -1.0], [math.nan]])
def test_weights_that_are_no_weights_are_refused(weights):
    with pytest.raises(TrainkitError, match="Weights"):
        Luck(1).discrete("x", 0, weights=weights)


def test_two_purposes_with_one_number_are_refused(monkeypatch):
    monkeypatch.setitem(luck_module._PURPOSES, purpose("weather"), "another name")

    with pytest.raises(TrainkitError, match="one number"):
        purpose("weather")


@pytest.mark.parametrize("seed", ["7", 7.0, None, -1, 2**64])
def test_a_seed_that_is_no_whole_number_is_refused_in_a_sentence(seed):
    with pytest.raises(TrainkitError, match="A seed is a whole number from 0"):
        key(seed, 0)


@pytest.mark.parametrize("replication", ["0", 0.5, -1])
def test_a_replication_that_is_no_number_of_one_is_refused(replication):
    with pytest.raises(TrainkitError, match="A replication is a number from 0"):
        key(7, replication)

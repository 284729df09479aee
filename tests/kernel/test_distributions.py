import math
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit import TrainkitError
from trainkit.kernel.distributions import duration, duration_h
from trainkit.kernel.luck import key, purpose

TABLES = [
    {"kind": "fixed", "value_h": 1.5},
    {"kind": "exponential", "mean_h": 2.0},
    {"kind": "lognormal", "median_h": 2.0, "sigma": 0.6},
    {"kind": "triangular", "low_h": 1, "mode_h": 2, "high_h": 6},
    {"kind": "uniform", "low_h": 1.0, "high_h": 4.0},
]
VARIANCES = [0.0, 4.0, 4 * math.exp(0.36) * math.expm1(0.36), 7 / 6, 0.75]


@pytest.mark.parametrize(("table", "variance"), list(zip(TABLES, VARIANCES, strict=True)))
def test_drawn_durations_have_the_mean_and_variance_of_theory(table, variance):
    stated = duration(table)

    drawn = np.array(
        [duration_h(key(7, 0), purpose("d"), i, 0, stated.parameters) for i in range(20_000)]
    )

    assert abs(drawn.mean() - stated.mean_h) <= 4 * math.sqrt(variance / 20_000)
    assert drawn.var() == pytest.approx(variance, rel=0.08, abs=1e-12)


def test_the_mean_of_a_lognormal_lies_above_its_median():
    assert duration(TABLES[2]).mean_h == pytest.approx(2.0 * math.exp(0.18))


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({}, "not ''"),
        ({"kind": "log-normal", "median_h": 2, "sigma": 1}, "'lognormal'"),
        ({"kind": "exponential"}, "lacks mean_h"),
        ({"kind": "exponential", "mean": 2.0}, "'mean_h'"),
        ({"kind": "exponential", "mean_h": -1.0}, "zero or more"),
        ({"kind": "exponential", "mean_h": math.nan}, "zero or more"),
        ({"kind": "exponential", "mean_h": math.inf}, "zero or more"),
        ({"kind": "exponential", "mean_h": True}, "zero or more"),
        ({"kind": "exponential", "mean_h": "2"}, "zero or more"),
        ({"kind": "triangular", "low_h": 3, "mode_h": 2, "high_h": 6}, "low_h <= mode_h"),
        ({"kind": "uniform", "low_h": 3, "high_h": 2}, "low_h <= high_h"),
    ],
)
def test_what_is_no_duration_is_refused_with_the_reason(table, message):
    with pytest.raises(TrainkitError, match=message):
        duration(table)


@given(st.dictionaries(st.text(max_size=9), st.floats() | st.text(max_size=5) | st.integers()))
def test_any_table_is_a_duration_or_a_clear_error(table):
    with suppress(TrainkitError):
        assert duration(table).mean_h >= 0

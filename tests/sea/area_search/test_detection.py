import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.integrate import quad

from trainkit.sea.area_search.detection import (
    hazard,
    hazard_time_h,
    range_time_h,
    rate_constant,
)

nm = st.floats(-20, 20).map(lambda value: round(value, 3))
kn = st.floats(-150, 150).map(lambda value: round(value, 2))
hours = st.floats(0.01, 3.0)


def integrated(dx, dy, dvx, dvy, constant, time_h):
    speed2 = dvx * dvx + dvy * dvy
    nearest_h = -(dx * dvx + dy * dvy) / speed2 if speed2 else 0.0

    def rate(t):
        return constant / math.hypot(dx + dvx * t, dy + dvy * t) ** 3

    cuts = sorted({0.0, min(max(nearest_h, 0.0), time_h), time_h})
    parts = [quad(rate, a, b, limit=400, epsabs=0, epsrel=1e-10)[0] for a, b in pairwise(cuts)]
    return sum(parts)


def nearest_nm(dx, dy, dvx, dvy, time_h):
    t = np.linspace(0.0, time_h, 2001)
    return np.hypot(dx + dvx * t, dy + dvy * t).min()


@given(nm, nm, kn, kn, hours)
def test_the_closed_form_is_the_integral_of_the_rate(dx, dy, dvx, dvy, time_h):
    assume(nearest_nm(dx, dy, dvx, dvy, time_h) > 0.2)

    solved = hazard(dx, dy, dvx, dvy, 5.0, time_h)

    assert solved == pytest.approx(integrated(dx, dy, dvx, dvy, 5.0, time_h), rel=1e-7)


@given(nm, nm, kn, kn, st.floats(0.001, 5.0))
def test_the_time_of_a_hazard_is_the_inverse_of_the_hazard_of_a_time(dx, dy, dvx, dvy, needed):
    assume(math.hypot(dx, dy) > 0.1)

    time_h = hazard_time_h(dx, dy, dvx, dvy, 5.0, needed)

    assume(1e-4 < time_h < 100.0)
    assert hazard(dx, dy, dvx, dvy, 5.0, time_h) == pytest.approx(needed, rel=1e-5)


@given(nm, nm, kn, kn, st.floats(0.001, 5.0))
def test_what_is_never_reached_exceeds_the_hazard_of_all_time(dx, dy, dvx, dvy, needed):
    assume(math.hypot(dx, dy) > 0.1)
    assume(math.hypot(dvx, dvy) > 0.1)

    time_h = hazard_time_h(dx, dy, dvx, dvy, 5.0, needed)

    for_ever = hazard(dx, dy, dvx, dvy, 5.0, 1e6)
    assert math.isinf(time_h) == (needed > for_ever) or needed == pytest.approx(for_ever, rel=1e-6)


@pytest.mark.parametrize("lateral_nm", [0.1, 0.5, 1.0, 3.0])
def test_a_long_straight_pass_follows_koopman_s_inverse_cube_curve(lateral_nm):
    width_nm, speed_kn = 1.5, 90.0

    constant = rate_constant(width_nm, speed_kn)
    gathered = hazard(-5e4, lateral_nm, speed_kn, 0.0, constant, 1e5 / speed_kn)

    assert gathered == pytest.approx(width_nm**2 / (4 * math.pi * lateral_nm**2), rel=1e-6)


def test_the_lateral_range_curve_encloses_the_sweep_width():
    constant = rate_constant(2.0, 15.0)

    def seen(lateral_nm):
        return -math.expm1(-hazard(-1e5, lateral_nm, 15.0, 0.0, constant, 2e5 / 15.0))

    half_nm = quad(seen, 0.0, 1.0)[0] + quad(seen, 1.0, 50.0)[0] + 2.0**2 / (4 * math.pi * 50.0)
    assert 2 * half_nm == pytest.approx(2.0, rel=1e-3)


def test_side_by_side_without_relative_motion_the_rate_is_constant():
    gathered = hazard(0.0, 2.0, 0.0, 0.0, 4.0, 3.0)

    assert gathered == 4.0 / 8.0 * 3.0
    assert hazard_time_h(0.0, 2.0, 0.0, 0.0, 4.0, gathered) == pytest.approx(3.0)


def test_a_crawl_gathers_what_standing_still_gathers():
    assert hazard(0.0, 2.0, 1e-11, 0.0, 4.0, 3.0) == pytest.approx(1.5, rel=1e-9)


def test_whoever_runs_straight_at_the_object_sees_it_before_the_collision():
    time_h = hazard_time_h(0.0, 10.0, 0.0, -20.0, rate_constant(1.0, 20.0), 1.0)

    # c/(2w) (1/b^2 - 1/a^2) = 1 with a = 10 NM gives b.
    left_nm = 1 / math.sqrt(2 / rate_constant(1.0, 20.0) * 20.0 + 1 / 100)
    assert time_h == pytest.approx((10.0 - left_nm) / 20.0)
    assert math.isinf(hazard(0.0, 10.0, 0.0, -20.0, 1.0, 0.6))


def test_a_sweep_width_of_nothing_sees_nothing():
    assert hazard(0.0, 1.0, 1.0, 0.0, rate_constant(0.0, 20.0), 9.0) == 0.0
    assert math.isinf(hazard_time_h(0.0, 1.0, 1.0, 0.0, 0.0, 0.1))
    assert math.isinf(range_time_h(0.0, 0.0, 1.0, 0.0, 0.0))


def test_definite_range_sees_at_half_the_sweep_width():
    assert range_time_h(10.0, 0.0, -5.0, 0.0, 4.0) == pytest.approx(8.0 / 5.0)
    assert math.isinf(range_time_h(10.0, 2.1, -5.0, 0.0, 4.0))

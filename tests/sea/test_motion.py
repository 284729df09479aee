import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from trainkit.sea.motion import (
    Leg,
    bearing_deg,
    closest_approach,
    intercept_h,
    position,
    time_within,
    velocity,
)

_distance = st.floats(-50, 50).map(lambda x: round(x, 6))
_speed = st.floats(-40, 40).map(lambda x: round(x, 6))


def _apart(dx, dy, dvx, dvy, time_h):
    return math.dist((0, 0), position(dx, dy, dvx, dvy, time_h))


@given(_distance, _distance, _speed, _speed)
def test_no_moment_is_nearer_than_the_closest_approach(dx, dy, dvx, dvy):
    time_h, distance_nm = closest_approach(dx, dy, dvx, dvy)

    moments = [time_h * k / 50 for k in range(101)] if math.isfinite(time_h) else []

    assert all(_apart(dx, dy, dvx, dvy, t) >= distance_nm - 1e-9 for t in moments)
    assert _apart(dx, dy, dvx, dvy, time_h) == pytest.approx(distance_nm, abs=1e-7)


def test_things_that_draw_apart_are_nearest_now():
    assert closest_approach(3.0, 4.0, 3.0, 4.0) == (0.0, 5.0)


def test_things_with_one_velocity_keep_their_distance():
    assert closest_approach(3.0, 4.0, 0.0, 0.0) == (0.0, 5.0)


@given(_distance, _distance, _speed, _speed, st.floats(0.1, 20))
def test_the_edge_of_the_range_is_where_time_within_says(dx, dy, dvx, dvy, range_nm):
    edges = [t for t in time_within(dx, dy, dvx, dvy, range_nm) if 0 < t < 1e4]

    there_nm = [_apart(dx, dy, dvx, dvy, t) for t in edges]

    assert there_nm == pytest.approx([range_nm] * len(edges), abs=1e-5)


@given(_distance, _distance, _speed, _speed, st.floats(0.1, 20))
def test_things_come_within_a_range_exactly_if_their_closest_approach_does(
    dx, dy, dvx, dvy, range_nm
):
    nearest_nm = closest_approach(dx, dy, dvx, dvy)[1]
    assume(abs(nearest_nm - range_nm) > 1e-6)

    assert (time_within(dx, dy, dvx, dvy, range_nm)[0] < math.inf) == (nearest_nm < range_nm)


def test_a_speed_too_small_to_square_is_no_speed():
    assert closest_approach(-3.0, 4.0, 1e-200, 0.0) == (0.0, 5.0)


def test_a_thing_at_rest_within_range_stays_there():
    assert time_within(1.0, 0.0, 0.0, 0.0, 2.0) == (0.0, math.inf)
    assert time_within(3.0, 0.0, 0.0, 0.0, 2.0) == (math.inf, math.inf)


def test_a_thing_that_has_passed_never_enters_the_range():
    assert time_within(10.0, 0.0, 5.0, 0.0, 2.5) == (math.inf, math.inf)


@given(_distance, _distance, _speed, _speed, st.floats(0.5, 60))
def test_a_unit_meets_what_it_intercepts_with_its_own_speed(dx, dy, vx, vy, speed_kn):
    time_h = min(intercept_h(dx, dy, vx, vy, speed_kn), 1e3)

    met = _apart(dx, dy, vx, vy, time_h) == pytest.approx(speed_kn * time_h, rel=1e-6, abs=1e-6)
    assert met or time_h == 1e3


@given(_distance, _distance, _speed, _speed, st.floats(1.001, 3))
def test_a_faster_unit_always_intercepts_and_none_is_earlier(dx, dy, vx, vy, factor):
    speed_kn = factor * math.hypot(vx, vy) + 0.1

    time_h = intercept_h(dx, dy, vx, vy, speed_kn)

    assert math.isfinite(time_h)
    earlier = [time_h * k / 20 for k in range(20)]
    assert all(_apart(dx, dy, vx, vy, t) >= speed_kn * t - 1e-6 for t in earlier)


@pytest.mark.parametrize(("vx", "speed_kn"), [(5.0, 4.0), (5.0, 5.0), (1.0, 0.0), (0.0, 0.0)])
def test_a_unit_no_faster_than_what_flees_never_intercepts(vx, speed_kn):
    assert intercept_h(10.0, 0.0, vx, 0.0, speed_kn) == math.inf


def test_an_unmoving_unit_is_reached_by_what_comes_straight_at_it():
    assert intercept_h(10.0, 0.0, -5.0, 0.0, 0.0) == 2.0


def test_a_unit_of_equal_speed_meets_what_comes_towards_it_half_way():
    assert intercept_h(10.0, 0.0, -5.0, 0.0, 5.0) == 1.0


@pytest.mark.parametrize("course_deg", [0.0, 37.5, 90.0, 180.0, 270.0, 359.0])
def test_bearing_undoes_velocity(course_deg):
    assert bearing_deg(*velocity(course_deg, 12.0)) == pytest.approx(course_deg, abs=1e-9)


def test_a_bearing_is_below_360():
    assert bearing_deg(-1e-20, 1.0) == 0.0


def test_a_leg_ends_where_its_velocity_leads():
    leg = Leg(1.0, 2.0, 3.0, -4.0, 2.0)

    assert leg.end == (7.0, -6.0)
    assert leg.length_nm == 10.0

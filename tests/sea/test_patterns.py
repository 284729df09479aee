import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.errors import TrainkitError
from trainkit.sea.patterns import (
    creeping_line,
    duration_h,
    expanding_square,
    over_ground,
    parallel,
    sector,
    track_nm,
)

PATTERNS = [
    expanding_square(1.0, 9, 15.0, 40.0),
    sector(2.0, 15.0, 200.0),
    parallel(10.0, 6.0, 1.0, 20.0, 70.0, (3.0, -2.0)),
    creeping_line(10.0, 6.0, 1.0, 20.0, 70.0),
]


@pytest.mark.parametrize("legs", PATTERNS, ids=["square", "sector", "parallel", "creeping"])
def test_each_leg_begins_where_the_one_before_ended_at_one_speed(legs):
    ends = [leg.end for leg in legs]
    speeds = [math.hypot(leg.vx_kn, leg.vy_kn) for leg in legs]

    for (x_nm, y_nm), following in zip(ends, legs[1:], strict=False):
        assert (following.x_nm, following.y_nm) == pytest.approx((x_nm, y_nm), abs=1e-12)
    assert speeds == pytest.approx([speeds[0]] * len(legs))
    assert track_nm(legs) == pytest.approx(speeds[0] * duration_h(legs))


def test_an_expanding_square_leaves_one_spacing_between_its_tracks():
    legs = expanding_square(1.5, 12, 15.0)

    norths = sorted(leg.x_nm for leg in legs if abs(leg.vx_kn) < 1e-9)
    easts = sorted(leg.y_nm for leg in legs if abs(leg.vy_kn) < 1e-9)

    # between -1.5 and 1.5 lies the first leg, which crosses the datum
    assert norths == pytest.approx([-3.0, -1.5, 0.0, 1.5, 3.0, 4.5])
    assert easts == pytest.approx([-4.5, -3.0, -1.5, 1.5, 3.0, 4.5])


def test_an_expanding_square_begins_at_the_datum_and_turns_to_starboard():
    first, second = expanding_square(1.0, 2, 10.0)

    assert (first.x_nm, first.y_nm) == (0.0, 0.0)
    assert (first.vx_kn, first.vy_kn) == (0.0, 10.0)
    assert (second.vx_kn, second.vy_kn) == pytest.approx((10.0, 0.0))


def test_a_sector_search_passes_the_datum_three_times_and_ends_there():
    legs = sector(3.0, 12.0)
    ends = [math.hypot(*leg.end) for leg in legs]

    assert ends == pytest.approx([3, 3, 0, 3, 3, 0, 3, 3, 0], abs=1e-9)
    rims = {tuple(np.round(leg.end, 6)) for leg in legs if math.hypot(*leg.end) > 1}
    assert len(rims) == 6


def test_parallel_tracks_lie_half_a_spacing_inside_the_rectangle():
    legs = parallel(10.0, 4.0, 1.0, 20.0)
    tracks = [leg for leg in legs if abs(leg.vx_kn) < 1e-9]

    assert [leg.x_nm for leg in tracks] == pytest.approx([-1.5, -0.5, 0.5, 1.5])
    assert {round(abs(y), 9) for leg in legs for y in (leg.y_nm, leg.end[1])} == {4.5}


def test_the_area_swept_by_parallel_tracks_at_one_spacing_is_the_rectangle():
    legs = parallel(10.0, 4.0, 1.0, 20.0)

    assert track_nm(legs) * 1.0 == pytest.approx(10.0 * 4.0 - 1.0)


def test_a_creeping_line_runs_across_and_creeps_along():
    legs = creeping_line(10.0, 4.0, 1.0, 20.0, course_deg=0.0)

    assert (legs[0].vx_kn, legs[0].vy_kn) == pytest.approx((-20.0, 0.0), abs=1e-9)
    assert (legs[1].vx_kn, legs[1].vy_kn) == pytest.approx((0.0, 20.0), abs=1e-9)
    assert legs[0].y_nm == pytest.approx(-4.5)
    assert legs[-1].end[1] == pytest.approx(4.5)


@given(st.floats(-4, 4), st.floats(-4, 4), st.floats(0, 24))
def test_a_pattern_flown_over_ground_stays_itself_over_the_drifting_water(vx_kn, vy_kn, start_h):
    legs = sector(2.0, 15.0)
    ground = over_ground(legs, vx_kn, vy_kn, start_h)

    at_h = start_h
    for leg, over in zip(legs, ground, strict=True):
        drifted = leg.x_nm + vx_kn * at_h, leg.y_nm + vy_kn * at_h
        assert (over.x_nm, over.y_nm) == pytest.approx(drifted)
        at_h += leg.duration_h
        end = leg.end[0] + vx_kn * at_h, leg.end[1] + vy_kn * at_h
        assert over.end == pytest.approx(end, abs=1e-9)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (lambda: expanding_square(0.0, 5, 10.0), "spacing_nm"),
        (lambda: expanding_square(1.0, 0, 10.0), "n_legs"),
        (lambda: expanding_square(1.0, 2.5, 10.0), "n_legs"),
        (lambda: expanding_square(1.0, 20_000, 10.0), "10000"),
        (lambda: expanding_square(1.0, 5, 10.0, float("nan")), "course_deg"),
        (lambda: sector(-1.0, 10.0), "radius_nm"),
        (lambda: sector(1.0, float("inf")), "speed_kn"),
        (lambda: parallel(1.0, 1.0, 2.0, 10.0), "smaller spacing"),
        (lambda: parallel(10.0, 1000.0, 0.001, 10.0), "number of tracks"),
        (lambda: creeping_line(10.0, "wide", 1.0, 10.0), "must be a finite number"),
    ],
)
def test_a_pattern_that_cannot_be_flown_is_refused(pattern, words):
    with pytest.raises(TrainkitError, match=words):
        pattern()

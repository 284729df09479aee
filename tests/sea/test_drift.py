import csv
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from trainkit.errors import TrainkitError
from trainkit.sea.drift import cloud, ensemble, leeway_track
from trainkit.sea.drifters import MEAN_JIBE_H
from trainkit.sea.geodesy import to_plane
from trainkit.sea.leeway import category

START = (15.5, 35.5)
WIND, CURRENT, CALM = (7.0, -7.0), (0.2, 0.1), (0.0, 0.0)
NM_A_MPS_H = 3600 / 1852


def _golden():
    tracks = defaultdict(list)
    with (Path(__file__).parent / "data" / "leeway_golden_tracks.csv").open(encoding="utf-8") as f:
        for row in csv.DictReader(f):
            numbers = tuple(float(row[column]) for column in ("hour", "lon", "lat"))
            tracks[int(row["cat"]), row["side"]].append(numbers)
    return dict(tracks)


def _apart_m(a, b):
    return Geodesic.WGS84.Inverse(a[1], a[0], b[1], b[0])["s12"]


@pytest.mark.parametrize(("track", "positions"), _golden().items(), ids=str)
def test_every_golden_track_is_met_within_half_a_metre(track, positions):
    hours = [hour for hour, _, _ in positions]

    found = leeway_track(track[0], WIND, CURRENT, hours, START, track[1])

    off_m = [_apart_m(there, at) for (_, *there), at in zip(positions, found, strict=True)]
    assert max(off_m) < 0.5


def test_there_are_192_golden_positions():
    assert sum(len(positions) for positions in _golden().values()) == 192


def _geodesic_steps(kind, wind, current, hours, start, side):
    """Move by geodesics, leeway and current in turn: another program than ours."""
    speed, towards = np.hypot(*wind), np.arctan2(wind[0], wind[1])
    across = getattr(kind, side)
    down = (kind.downwind.slope_pct * speed + kind.downwind.offset_cms) / 100
    left = (across.slope_pct * speed + across.offset_cms) / 100
    leeway = down * np.exp(1j * (np.pi / 2 - towards)) * (1 + 1j * left / down)
    lon, lat = start
    for _ in range(hours * 6):
        for move in (leeway, complex(*current)):
            azimuth = 90 - np.degrees(np.angle(move))
            there = Geodesic.WGS84.Direct(lat, lon, azimuth, abs(move) * 600)
            lon, lat = there["lon2"], there["lat2"]
    return lon, lat


@settings(max_examples=12, deadline=None)
@given(
    st.sampled_from([1, 9, 16, 24, 27, 44, 48, 57, 62, 76]),
    st.tuples(st.integers(-15, 15), st.integers(1, 15)),
    st.tuples(st.floats(-1, 1), st.floats(-1, 1)),
    st.tuples(st.floats(-179, 179), st.floats(-55, 55)),
    st.sampled_from(["right", "left"]),
)
def test_a_track_in_any_wind_and_place_is_that_of_geodesic_steps(
    number, wind, current, start, side
):
    exact = _geodesic_steps(category(number), wind, current, 24, start, side)

    track = leeway_track(number, wind, current, [24.0], start, side)

    assert _apart_m(exact, track[0]) < 1.0


def test_the_side_called_right_moves_to_the_left_of_downwind():
    north = (0.0, 10.0)

    right, left = (leeway_track(50, north, CALM, [6.0], (0, 0), s)[0] for s in ("right", "left"))

    assert right[0] < 0 < left[0]


def test_times_come_back_in_the_order_they_were_asked_for():
    asked = leeway_track(1, WIND, CURRENT, [12.0, 0.0, 6.0], START, "left")

    np.testing.assert_array_equal(asked[1], START)
    np.testing.assert_array_equal(
        asked[[2, 0]], leeway_track(1, WIND, CURRENT, [6.0, 12.0], START, "left")
    )


def _plane(lon, lat):
    return to_plane(lon, lat, (0.0, 0.0))


def test_downwind_speeds_follow_the_truncated_normal_distribution():
    lon, lat = ensemble(1, 4000, 1.0, (0.0, 10.0), CALM, (0.0, 0.0), seed=1946)

    down_cms = _plane(lon, lat)[1] / NM_A_MPS_H * 100
    error_cms = (down_cms - 9.6) / (10 / 20 + 1 / 2)

    least = -0.96 * 20 / 12
    assert error_cms.min() >= least * 12 - 0.01
    assert stats.kstest(error_cms / 12, stats.truncnorm(least, np.inf).cdf).pvalue > 0.01


def test_the_two_sides_jibe_at_four_per_cent_an_hour():
    hours, wind = 24.0, 10.0
    lon, lat = ensemble(54, 20_000, hours, (0.0, wind), CALM, (0.0, 0.0), seed=7)
    left_nm = -_plane(lon, lat)[0]

    rate = 2 / MEAN_JIBE_H
    expected_nm = 0.0201 * wind * (1 - np.exp(-rate * hours)) / rate * NM_A_MPS_H

    for mean, side in ((expected_nm, left_nm[::2]), (-expected_nm, left_nm[1::2])):
        assert abs(side.mean() - mean) < 2.576 * side.std() / np.sqrt(len(side))


def test_a_cloud_does_not_depend_on_the_length_of_its_steps():
    fine, coarse = (
        np.array(ensemble(50, 500, 24.0, WIND, CURRENT, START, seed=3, step_s=s)).T
        for s in (300.0, 1800.0)
    )

    assert max(map(_apart_m, fine, coarse)) < 10.0


def test_a_particle_has_the_same_luck_in_a_larger_cloud():
    small = ensemble(27, 50, 12.0, WIND, CURRENT, START, seed=3)
    large = ensemble(27, 9000, 12.0, WIND, CURRENT, START, seed=3)

    np.testing.assert_array_equal(np.array(small), np.array(large)[:, :50])


def test_another_seed_gives_another_cloud():
    one, other = (ensemble(27, 20, 6.0, WIND, CURRENT, START, seed=seed) for seed in (1, 2))

    assert not np.any(one[0] == other[0])


def test_a_buoy_without_windage_moves_with_the_water_and_does_not_spread():
    lon, lat = ensemble(67, 10, 10.0, WIND, (0.0, 0.5), (0.0, 0.0), seed=1)

    np.testing.assert_allclose(_plane(lon, lat)[1], 5 * NM_A_MPS_H, rtol=1e-4)
    assert np.ptp(lon) == 0.0


def test_in_a_calm_there_is_no_leeway():
    lon, lat = ensemble(27, 10, 10.0, CALM, CALM, START, seed=1)

    assert set(lon) == {START[0]}
    assert set(lat) == {START[1]}


def test_backwards_is_forwards_with_wind_and_current_reversed():
    reverse = cloud(27, 40, [6.0, 12.0], WIND, CURRENT, START, 5, backwards=True)
    against = cloud(27, 40, [6.0, 12.0], (-7.0, 7.0), (-0.2, -0.1), START, 5)

    np.testing.assert_allclose(reverse, against, atol=1e-12)


def test_what_drifted_in_a_changing_current_drifts_back_to_where_it_began():
    def tide(time_h, lon, lat):
        return 0.6 * np.sin((time_h - 3.0) / 2), 0.3 * np.cos(time_h)

    def later(time_h, lon, lat):
        return tide(time_h + 9.0 - 1 / 6, lon, lat)

    there = ensemble(67, 3, 9.0, WIND, tide, START, seed=1)
    back = cloud(67, 3, [9.0], WIND, later, there, 1, backwards=True)

    assert _apart_m((back[0][0, 0], back[1][0, 0]), START) < 0.5


def test_rows_and_a_function_of_time_force_the_same_drift():
    rows = np.array([[10.0, 0.0]] * 18 + [[0.0, -5.0]] * 18)

    def turning(time_h, lon, lat):
        return (10.0, 0.0) if time_h < 3.0 - 1e-9 else (0.0, -5.0)

    by_rows = cloud(44, 30, [1.0, 3.0, 6.0], rows, CURRENT, START, 8)
    by_function = cloud(44, 30, [1.0, 3.0, 6.0], turning, CURRENT, START, 8)

    np.testing.assert_allclose(by_rows, by_function, atol=1e-12)


def test_a_wind_that_differs_from_place_to_place_moves_each_particle_by_its_own():
    starts = np.array([10.0, 20.0])

    def wind(time_h, lon, lat):
        return np.where(lon < 15.0, 5.0, -5.0), np.zeros_like(lon)

    lon, _ = cloud(44, 2, [6.0], wind, CALM, (starts, 35.5), 8)

    assert lon[0, 0] > 10.0
    assert lon[0, 1] < 20.0


def _spread_nm(hours, memory_h):
    def swinging(time_h, lon, lat):
        return 10.0 * np.cos(time_h * np.pi / 3 + 0.26), 0.0

    lon, lat = cloud(46, 1500, hours, swinging, CALM, (0.0, 0.0), 4, memory_h=memory_h)
    return [np.std(_plane(*row)[0]) for row in zip(lon, lat, strict=True)]


def test_in_an_oscillating_wind_the_published_model_contracts_and_fresh_errors_do_not():
    kept, fresh = (_spread_nm([3.0, 6.0, 24.0], memory_h) for memory_h in (np.inf, 1.5))

    assert kept[1] < 0.5 * kept[0]
    assert fresh[0] < fresh[1] < fresh[2]


def test_a_boat_that_swamps_drifts_on_from_where_it_swamped():
    afloat = ensemble(45, 5, 6.0, WIND, CURRENT, START, seed=1)

    lon, lat = ensemble(46, 5, 6.0, WIND, CURRENT, afloat, seed=2)

    assert all(
        _apart_m(a, START) < _apart_m(b, START)
        for a, b in zip(np.transpose(afloat), np.transpose((lon, lat)), strict=True)
    )


def test_a_drift_over_the_date_line_stays_within_180_degrees():
    lon, _ = ensemble(67, 3, 24.0, WIND, (1.0, 0.0), (179.9, 10.0), seed=1)

    assert np.all((lon > -180) & (lon < -179))


def test_no_particles_and_no_hours_are_empty_answers():
    assert ensemble(1, 0, 6.0, WIND, CURRENT, START, seed=1)[0].shape == (0,)
    assert leeway_track(1, WIND, CURRENT, [], START, "left").shape == (0, 2)
    assert cloud(1, 4, [], WIND, CURRENT, START, 1)[0].shape == (0, 4)


GOOD = {
    "object_id": 1,
    "n": 5,
    "duration_h": 6.0,
    "wind_mps": WIND,
    "current_mps": CURRENT,
    "start": START,
    "seed": 1,
    "step_s": 600.0,
}


@pytest.mark.parametrize(
    ("argument", "value", "words"),
    [
        ("object_id", 86, "1 to 85"),
        ("object_id", 0, "1 to 85"),
        ("object_id", 1.5, "whole number"),
        ("object_id", True, "whole number"),
        ("object_id", "PIW-11", "Did you mean 'PIW-1'"),
        ("n", -1, "whole number from 0"),
        ("n", 2.5, "whole number from 0"),
        ("duration_h", -1.0, "backwards=True"),
        ("duration_h", float("nan"), "from 0 to 2400"),
        ("duration_h", "six", "from 0 to 2400"),
        ("wind_mps", (7.0,), "shape"),
        ("wind_mps", 7.0, "shape"),
        ("wind_mps", (float("nan"), 0.0), "finite"),
        ("wind_mps", (300.0, 0.0), "from -100 to 100"),
        ("wind_mps", np.zeros((3, 2)), "end before"),
        ("wind_mps", lambda time_h, lon, lat: 5.0, "must return"),
        ("wind_mps", lambda time_h, lon, lat: (float("inf"), 0.0), "finite"),
        ("current_mps", np.zeros((2, 3)), "shape"),
        ("current_mps", None, "shape"),
        ("start", (15.5, 89.0), "from -85 to 85"),
        ("start", (15.5, float("nan")), "finite"),
        ("start", (35.5, 115.5), "swapped"),
        ("start", 15.5, "longitude, latitude"),
        ("start", ([1.0, 2.0], 3.0), "shape"),
        ("seed", -1, "seed"),
        ("seed", 1.5, "seed"),
        ("step_s", 0.0, "from 1 to 21600"),
        ("step_s", float("nan"), "from 1 to 21600"),
    ],
)
def test_what_cannot_drift_is_refused_in_one_paragraph(argument, value, words):
    with pytest.raises(TrainkitError, match=words) as refused:
        ensemble(**{**GOOD, argument: value})

    assert "\n" not in str(refused.value)


def test_a_side_that_is_none_is_refused_with_a_hint():
    with pytest.raises(TrainkitError, match="Did you mean 'right'"):
        leeway_track(1, WIND, CURRENT, [1.0], START, "rihgt")


def test_a_memory_shorter_than_a_step_can_resolve_is_refused():
    with pytest.raises(TrainkitError, match=r"0\.1 h or more"):
        cloud(1, 5, [1.0], WIND, CURRENT, START, 1, memory_h=0.0)


def test_a_drift_that_reaches_the_pole_is_refused():
    with pytest.raises(TrainkitError, match="from -85 to 85"):
        ensemble(67, 2, 200.0, WIND, (0.0, 2.0), (0.0, 84.0), seed=1)

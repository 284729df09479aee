import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from trainkit.errors import TrainkitError
from trainkit.sea import search
from trainkit.sea.drift import ensemble
from trainkit.sea.geodesy import from_plane

DATUM = (15.5, 35.5)


def test_every_name_of_the_plan_is_found_in_one_place():
    assert all(callable(getattr(search, name)) for name in search.__all__)


def test_the_worksheet_meets_the_published_case():
    error_nm = search.total_error_nm(report_nm=1.0, drift_nm=3.674235, searcher_nm=1.0)

    area = search.search_area(error_nm, safety_factor=1.1)

    assert error_nm == pytest.approx(math.sqrt(15.5), abs=1e-6)
    assert area.radius_nm == pytest.approx(4.330704, abs=1e-6)
    assert area.area_nm2 == pytest.approx(4 * 4.330704**2, abs=1e-4)


def test_the_drift_error_grows_with_time_from_the_speed_errors():
    speed_kn = search.drift_speed_error_kn(wind_kn=0.3, current_kn=0.3, leeway_kn=0.3)

    assert search.drift_error_nm(speed_kn, 10.0) == pytest.approx(10 * math.sqrt(0.27))


@pytest.mark.parametrize(
    ("divergence_nm", "split", "area_nm2"),
    [(0.0, False, 4.0), (3.9, False, 4.0 + 7.8), (4.0, True, 8.0), (9.0, True, 8.0)],
)
def test_the_datum_is_split_from_a_separation_ratio_of_four(divergence_nm, split, area_nm2):
    area = search.search_area(1.0, divergence_nm, safety_factor=1.0)

    assert area.split is split
    assert area.separation_ratio == divergence_nm
    assert area.area_nm2 == pytest.approx(area_nm2)


def test_sides_that_diverge_by_45_degrees_are_apart_by_the_diagonal():
    assert search.divergence_nm(1.0, 5.0, 45.0) == pytest.approx(math.sqrt(50))


@pytest.mark.parametrize(
    "refused",
    [
        lambda: search.total_error_nm(-1, 0, 0),
        lambda: search.total_error_nm(float("nan"), 0, 0),
        lambda: search.total_error_nm("1", 0, 0),
        lambda: search.search_area(0.0),
        lambda: search.search_area(1.0, safety_factor=0.5),
        lambda: search.search_area(1.0, -2.0),
        lambda: search.divergence_nm(1.0, 1.0, 91.0),
        lambda: search.drift_error_nm(float("inf"), 1.0),
        lambda: search.drift_speed_error_kn(wind_kn=True),
    ],
)
def test_a_worksheet_with_what_is_no_quantity_is_refused(refused):
    with pytest.raises(TrainkitError):
        refused()


def test_a_map_of_a_drift_cloud_holds_all_of_it():
    lon, lat = ensemble(27, 3000, 12.0, (7, -7), (0.2, 0.1), DATUM, seed=5)

    chart = search.probability_map(lon, lat, DATUM, cell_nm=1.0)

    assert chart.poc.sum() == pytest.approx(1.0)
    assert chart.outside == 0.0
    mean_x = chart.poc.sum(axis=0) @ chart.centres_nm[0]
    mean_y = chart.poc.sum(axis=1) @ chart.centres_nm[1]
    assert mean_x > 0 > mean_y


def test_particles_are_counted_in_the_cell_where_they_are():
    lon, lat = from_plane([0.5, 0.5, 2.5, -1.5], [0.5, 0.5, -0.5, 1.5], DATUM)

    chart = search.probability_map(lon, lat, DATUM, cell_nm=1.0, half_width_nm=2.0)

    expected = np.zeros((4, 4))
    expected[2, 2], expected[3, 0] = 0.5, 0.25
    np.testing.assert_array_equal(chart.poc, expected)
    assert chart.outside == 0.25
    assert chart.cell_nm2 == 1.0
    np.testing.assert_array_equal(chart.centres_nm[0], [-1.5, -0.5, 0.5, 1.5])


def test_a_rectangle_counts_cells_by_the_share_that_lies_inside():
    lon, lat = from_plane([0.5, 1.5], [0.5, 0.5], DATUM)
    chart = search.probability_map(lon, lat, DATUM, cell_nm=1.0, half_width_nm=2.0)

    assert chart.within((0.5, 2.0), (-2.0, 0.5)) == pytest.approx((0.5 * 0.5 + 0.5) * 0.5)
    assert chart.within((-9, 9), (-9, 9)) == pytest.approx(1.0)


def test_a_failed_search_moves_probability_to_where_it_did_not_look_and_outside():
    lon, lat = from_plane([0.5, 0.5, -0.5, 9.0], [0.5, 0.5, 0.5, 0.5], DATUM)
    chart = search.probability_map(lon, lat, DATUM, cell_nm=1.0, half_width_nm=1.0)
    pod = np.array([[0.0, 0.0], [0.0, 0.8]])

    after, pos = chart.after_failed_search(pod)

    assert pos == pytest.approx(0.4)
    assert after.poc[1].tolist() == pytest.approx([0.25 / 0.6, 0.1 / 0.6])
    assert after.outside == pytest.approx(0.25 / 0.6)
    assert after.poc.sum() + after.outside == pytest.approx(1.0)


@given(
    arrays(float, (3, 4), elements=st.floats(0, 1)),
    arrays(float, (3, 4), elements=st.floats(0, 0.99)),
    arrays(float, (3, 4), elements=st.floats(0, 0.99)),
)
def test_two_failed_searches_teach_the_same_in_one_step_and_in_two(weights, first, second):
    poc = (weights + 0.01) / (weights + 0.01).sum()
    once, together = search.bayes_update(poc, 1 - (1 - first) * (1 - second))

    between, pos_1 = search.bayes_update(poc, first)
    twice, pos_2 = search.bayes_update(between, second)

    np.testing.assert_allclose(twice, once, atol=1e-12)
    assert search.cumulative_pos([pos_1, pos_2]) == pytest.approx(together, abs=1e-12)


def test_no_search_has_no_success():
    assert search.cumulative_pos([]) == 0.0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([0.5, 0.5], [0.5, 1.5]), "from 0 to 1"),
        (([0.5, -0.5], 0.5), "from 0 to 1"),
        (([0.5, float("nan")], 0.5), "from 0 to 1"),
        (([0.9, 0.9], 0.5), "at most 1"),
        (([0.5, 0.5], [0.5]), "shape"),
        (([0.5, 0.5], 1.0), "cannot have failed"),
        (("much", 0.5), "from 0 to 1"),
    ],
)
def test_what_is_no_probability_is_refused(arguments, words):
    with pytest.raises(TrainkitError, match=words):
        search.bayes_update(*arguments)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([], [], DATUM, 1.0), "at least one particle"),
        (([15.5], [35.5, 35.6], DATUM, 1.0), "one shape"),
        (([15.5], [35.5], DATUM, 0.0), "above 0"),
        (([15.5], [35.5], DATUM, 1.0, -1.0), "above 0"),
        (([15.5, 16.5], [35.5, 36.5], DATUM, 1e-3), "larger cells"),
        (([15.5], [float("nan")], DATUM, 1.0), "finite"),
        ((["a"], [35.5], DATUM, 1.0), "at least one particle"),
    ],
)
def test_a_cloud_that_cannot_be_mapped_is_refused(arguments, words):
    with pytest.raises(TrainkitError, match=words):
        search.probability_map(*arguments)

"""Effort in drifting areas: held to Koopman, Bayes and the lognormal, one particle at a time."""

import math

import numpy as np
import pytest
from scipy import stats

from trainkit.lessons.e1.case import AREAS
from trainkit.lessons.e1.effort import (
    areas_of,
    first_search,
    in_order,
    second_search,
    survival,
)
from trainkit.lessons.e1.ensemble import Ensemble

HOURS = np.arange(12.0)


def middle(case, name):
    """Return the middle of an area: rows D to A go north, columns 1 to 4 go east."""
    column, row = int(name[1]) - 1, "DCBA".index(name[0])
    return case.west_nm + 6.0 * column + 3.0, case.south_nm + 6.0 * row + 3.0


def holds(case, name, x, y):
    """Return whether an area holds a place: its own test, by its middle."""
    east, north = middle(case, name)
    return -3.0 <= x - east < 3.0 and -3.0 <= y - north < 3.0


def still(case, *names):
    """Return an ensemble of one particle an area, which stays in its middle."""
    places = np.array([middle(case, name) for name in names])
    x, y = (np.tile(places[:, axis], (12, 1)) for axis in range(2))
    return Ensemble(case.elapsed_h + HOURS, x, y)


def only(name, hours):
    return in_order({**dict.fromkeys(AREAS, 0.0), name: hours})


def drawn_hours(seed, total=40.0):
    return total * np.random.default_rng(seed).dirichlet(np.full(len(AREAS), 0.5))


def searches(cases, clouds):
    """Return the first and the second search of each case."""
    pairs = list(zip(cases, clouds, strict=True))
    first = [first_search(case, cloud) for case, cloud in pairs]
    return first + [second_search(case, cloud, drawn_hours(9, 24.0)) for case, cloud in pairs]


@pytest.mark.parametrize("name", AREAS)
@pytest.mark.parametrize("hours", [0.0, 0.5, 4.0, 40.0])
def test_one_particle_in_one_area_is_found_as_koopman_says(cases, name, hours):
    for case in cases[:4]:
        width = 0.3 if name in case.mist else 0.9
        search = first_search(case, still(case, name))

        found = search.success(only(name, hours))

        assert found == pytest.approx(1.0 - math.exp(-width * 15.0 * hours / 36.0), abs=1e-12)


def test_hours_in_another_area_do_not_find_it(cases):
    search = first_search(cases[0], still(cases[0], "B2"))

    assert search.success(only("B3", 40.0)) == 0.0
    assert search.recovered(only("B3", 40.0)) == 0.0


def test_nothing_beyond_the_areas_is_found(cases):
    case = cases[0]
    x, y = middle(case, "A4")
    beyond = np.tile([x + 6.0, x, x + 600.0], (12, 1)), np.tile([y, y + 6.0, y], (12, 1))

    search = first_search(case, Ensemble(case.elapsed_h + HOURS, *beyond))

    assert search.success(np.full(16, 40.0)) == 0.0


def test_effort_falls_evenly_over_five_hours_and_counts_when_people_are_on_board(cases):
    for case, hours in ((cases[0], 3.0), (cases[1], 12.0)):
        coverage = only("C2", hours)[AREAS.index("C2")] * 15.0 / 36.0
        coverage *= 0.3 if "C2" in case.mist else 0.9
        by_hour = np.diff(1.0 - np.exp(-coverage * np.arange(6) / 5.0))
        on_board_h = case.elapsed_h + np.arange(5) + 0.5 + 0.5
        lives = stats.lognorm.sf(on_board_h, s=0.5, scale=case.survival_median_h)

        found = first_search(case, still(case, "C2")).recovered(only("C2", hours))

        assert found == pytest.approx(by_hour @ lives, abs=1e-12)


def test_the_second_search_lasts_six_hours_after_the_first(cases):
    case = cases[2]
    coverage = (0.3 if "B3" in case.mist else 0.9) * 15.0 * 6.0 / 36.0
    by_hour = np.diff(1.0 - np.exp(-coverage * np.arange(7) / 6.0))
    lives = stats.lognorm.sf(case.elapsed_h + 6.0 + np.arange(6), 0.5, scale=case.survival_median_h)

    found = second_search(case, still(case, "B3"), np.zeros(16)).recovered(only("B3", 6.0))

    assert found == pytest.approx(by_hour @ lives, abs=1e-12)


def test_a_particle_that_changes_its_area_meets_the_effort_of_both(cases):
    case = cases[0]
    (x1, y1), (x2, y2) = middle(case, "C1"), middle(case, "C2")
    x = np.where(HOURS < 2, x1, x2)[:, None]
    y = np.where(HOURS < 2, y1, y2)[:, None]
    widths = [0.3 if name in case.mist else 0.9 for name in ("C1", "C2")]

    search = first_search(case, Ensemble(case.elapsed_h + HOURS, x, y))

    # In C1 until it crosses, half-way through the second hour of five; in C2 for the other 3.5.
    shared = 1.5 * widths[0] * 8.0 + 3.5 * widths[1] * 2.0
    found = search.success(only("C1", 8.0) + only("C2", 2.0))
    assert found == pytest.approx(1.0 - math.exp(-15.0 * shared / 5.0 / 36.0), abs=1e-12)


@pytest.mark.parametrize("seed", range(3))
def test_the_gain_is_the_slope_of_what_is_recovered(cases, clouds, seed):
    for search in searches(cases[:4], clouds[:4]):
        hours = drawn_hours(seed) + 0.1
        slopes = [
            (search.recovered(hours + step) - search.recovered(hours - step)) / 2e-4
            for step in 1e-4 * np.eye(len(AREAS))
        ]

        assert search.gain(hours) == pytest.approx(slopes, abs=1e-9)


def test_a_late_search_has_the_slope_of_what_it_recovers_too(cases, clouds):
    search, hours = first_search(cases[0], clouds[0], late=0.125), drawn_hours(5) + 0.1
    slopes = [
        (search.recovered(hours + step) - search.recovered(hours - step)) / 2e-4
        for step in 1e-4 * np.eye(len(AREAS))
    ]

    assert search.gain(hours) == pytest.approx(slopes, abs=1e-9)


def test_what_is_recovered_is_concave_in_the_hours(cases, clouds):
    for search in searches(cases, clouds):
        for seed in range(20):
            one, other = drawn_hours(seed), drawn_hours(seed + 100)
            ends = (search.recovered(one) + search.recovered(other)) / 2.0

            assert search.recovered((one + other) / 2.0) >= ends - 1e-12


def test_more_hours_never_hurt(cases, clouds):
    for search in searches(cases, clouds):
        for seed in range(10):
            hours, more = drawn_hours(seed), drawn_hours(seed + 50, 10.0)

            assert search.recovered(hours + more) >= search.recovered(hours)
            assert search.success(hours + more) >= search.success(hours)
            assert (search.gain(hours) >= 0.0).all()


def test_people_recovered_lie_between_none_and_all(cases, clouds):
    for case, search in zip(cases + cases, searches(cases, clouds), strict=True):
        for hours in (np.zeros(16), drawn_hours(1), np.full(16, 1e6)):
            recovered = case.persons * search.recovered(hours)

            assert 0.0 <= recovered <= case.persons
            assert search.recovered(hours) <= search.success(hours) <= 1.0
        assert search.recovered(np.zeros(16)) == pytest.approx(0.0, abs=1e-15)


def test_without_end_of_effort_all_that_is_within_reach_is_found_in_the_first_hour(cases):
    case = cases[3]

    found = first_search(case, still(case, *AREAS)).recovered(np.full(16, 1e6))

    lives = stats.lognorm.sf(case.elapsed_h + 1.0, 0.5, scale=case.survival_median_h)
    assert found == pytest.approx(lives, abs=1e-12)


def test_a_later_start_is_never_better(cases, clouds):
    for case, cloud in zip(cases, clouds, strict=True):
        at_once, hours = first_search(case, cloud), drawn_hours(3)

        found = [
            first_search(case, cloud, late).recovered(hours) for late in (0.0, 0.125, 0.5, 1.0)
        ]

        assert found[0] == at_once.recovered(hours)
        assert (np.diff(found) < 0.0).all()


def test_hours_that_are_late_are_lost_and_not_made_up_for(cases):
    case, coverage = cases[0], 10.0 * 15.0 / 36.0
    coverage *= 0.3 if "B2" in case.mist else 0.9

    search = first_search(case, still(case, "B2"), late=0.125)

    spent = coverage * (2 * 0.875 + 3) / 5.0
    assert search.success(only("B2", 10.0)) == pytest.approx(1.0 - math.exp(-spent), abs=1e-12)


def test_after_a_failed_search_a_particle_weighs_its_bayes_posterior(cases, clouds):
    case, cloud = cases[1], clouds[1]
    flown = drawn_hours(7)

    weights = second_search(case, cloud, flown).weights

    missed = [missed_by(case, cloud, flown, k) for k in range(cloud.x_nm.shape[1])]
    assert weights / weights.sum() == pytest.approx(np.array(missed) / sum(missed), abs=1e-12)


def missed_by(case, cloud, flown, particle):
    """Return the chance that the first search misses a particle: half an hour at a time."""
    miss = 1.0
    for hour in range(5):
        for at in (hour, hour + 1):
            x, y = cloud.x_nm[at, particle], cloud.y_nm[at, particle]
            for name, hours in zip(AREAS, flown, strict=True):
                if holds(case, name, x, y):
                    width = 0.3 if name in case.mist else 0.9
                    miss *= math.exp(-width * 15.0 * hours / 10.0 / 36.0)
    return miss


def test_an_area_searched_for_ever_holds_nothing_and_the_others_gain(cases):
    case = cases[0]
    cloud = still(case, "B2", "B3", "C2")

    second = second_search(case, cloud, only("B2", 1e6))

    assert second.success(only("B2", 1e6)) == pytest.approx(0.0, abs=1e-12)
    assert second.success(only("B3", 1e6)) == pytest.approx(0.5, abs=1e-12)


def test_a_search_that_was_not_flown_teaches_nothing(cases, clouds):
    second = second_search(cases[0], clouds[0], np.zeros(16))

    assert (second.weights == 1.0).all()


def test_areas_lie_where_their_names_say(cases):
    case, rng = cases[0], np.random.default_rng(1)
    x = case.west_nm + rng.uniform(-3.0, 27.0, 400)
    y = case.south_nm + rng.uniform(-3.0, 27.0, 400)

    found = areas_of(case, x, y)

    for place, at in enumerate(found):
        named = [name for name in AREAS if holds(case, name, x[place], y[place])]
        assert named == ([] if at == 16 else [AREAS[at]])
    assert set(found.tolist()) == set(range(17))


def test_survival_is_lognormal_half_at_the_median_and_never_nothing(cases):
    for case in cases:
        times = np.array([1.0, case.elapsed_h, case.survival_median_h, 75.0])

        lives = survival(case, times)

        assert lives == pytest.approx(stats.lognorm.sf(times, 0.5, scale=case.survival_median_h))
        assert lives[2] == pytest.approx(0.5)
        assert lives[3] > 0.0
        assert (np.diff(lives) < 0.0).all()


def test_hours_by_name_are_put_in_the_order_of_the_areas():
    hours = {name: float(place) for place, name in enumerate(AREAS)}

    assert in_order(dict(reversed(hours.items()))).tolist() == list(range(16))

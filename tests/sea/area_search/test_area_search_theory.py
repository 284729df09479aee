"""What the search must meet: published laws, and what follows from the same luck."""

import math
from itertools import pairwise

import numpy as np
import pytest
from scipy import stats
from tests.sea.area_search.configurations import drawn_spec, simpy_books, with_unit

from trainkit.errors import TrainkitError
from trainkit.scenarios import load
from trainkit.sea.area_search import MODEL, SearchSpec, UnitSpec, batch
from trainkit.sea.area_search.kinds import subjects
from trainkit.sea.area_search.plan import datum_velocity
from trainkit.sea.drift import leeway_track
from trainkit.sea.geodesy import to_plane
from trainkit.sea.pod import definite_range, inverse_cube, random_search

METRICS = {metric.name: metric.read for metric in MODEL.metrics}


def values(name, spec, n, horizon_h=24.0, seed=1946):
    return METRICS[name](batch.simulate(spec, seed, 0, n, horizon_h))


def interval(found):
    """Return the exact 99 % interval of a proportion."""
    return stats.binomtest(int(found.sum()), len(found)).proportion_ci(0.99)


def sweeps(width_nm, law="inverse_cube"):
    """Return the textbook scenario with a coverage of *width_nm*: its tracks are 1 NM apart."""
    spec = load("trainkit/single-vessel-parallel").parameters
    return with_unit(spec, 0, sweep_width_nm=width_nm).model_copy(update={"lateral_range": law})


@pytest.mark.slow
@pytest.mark.parametrize("coverage", [0.5, 1.0, 1.5, 2.0])
def test_parallel_sweeps_meet_the_inverse_cube_law(coverage):
    low, high = interval(values("detected", sweeps(coverage), 4000, 74.0))

    assert low <= inverse_cube(coverage) <= high
    assert random_search(coverage) < high
    assert low < definite_range(coverage)


@pytest.mark.slow
def test_parallel_sweeps_at_definite_range_find_half_at_half_coverage_and_all_at_one():
    low, high = interval(values("detected", sweeps(0.5, "definite_range"), 4000, 74.0))

    assert low <= definite_range(0.5) <= high
    assert values("detected", sweeps(1.0, "definite_range"), 1000, 74.0).all()


def chord(rng, number, radius_nm, length_nm):
    """Return a unit on one straight track at a random bearing and a random distance.

    Its base is the beginning of its track, so that all it does is to fly it once.
    """
    bearing = rng.uniform(0, 2 * math.pi)
    off_nm, half_nm = rng.uniform(-radius_nm, radius_nm), length_nm / 2 - 1.0
    x_nm, y_nm = off_nm * math.cos(bearing), -off_nm * math.sin(bearing)
    return UnitSpec(
        name=f"unit {number}",
        agency="Alder",
        base_x_nm=x_nm - half_nm * math.sin(bearing),
        base_y_nm=y_nm - half_nm * math.cos(bearing),
        ready_h=0.0,
        search_speed_kn=20.0,
        endurance_h=100.0,
        sweep_width_nm=1.0,
        pattern="parallel",
        area_x_nm=x_nm,
        area_y_nm=y_nm,
        area_length_nm=length_nm,
        area_width_nm=2.0,
        track_spacing_nm=2.0,
        heading_deg=math.degrees(bearing),
        can_recover=False,
    )


def chords(number, n_units, radius_nm=12.0, length_nm=120.0):
    rng = np.random.default_rng([7, number])
    units = tuple(chord(rng, place, radius_nm, length_nm) for place in range(n_units))
    return SearchSpec(
        units=units,
        elapsed_h=0.0,
        position_error_nm=0.0,
        wind_kn=0.0,
        current_kn=0.0,
        current_error_kn=0.0,
    )


@pytest.mark.slow
@pytest.mark.parametrize("n_units", [12, 24])
def test_straight_tracks_at_random_meet_koopman_s_random_search(n_units):
    """Lines laid at random over a disc of radius R around the object are random search.

    The distance of such a line from any point is uniform, so the object at the middle stands for
    all. n of them have a mean length of pi R / 2 within the area pi R^2: coverage n W / (2 R).
    The lines go on far beyond the disc, where they add next to nothing.
    """
    coverage = n_units / 24.0

    frequency = [values("detected", chords(k, n_units), 8, 5.9).mean() for k in range(400)]

    low, high = stats.t.interval(0.99, 399, np.mean(frequency), stats.sem(frequency))
    assert low <= random_search(coverage) <= high


def test_a_wider_sweep_is_never_later_in_the_same_luck():
    narrow = values("time_to_detection_h", sweeps(0.5), 300, 74.0)
    wide = values("time_to_detection_h", sweeps(1.0), 300, 74.0)

    assert not np.isnan(wide[~np.isnan(narrow)]).any()
    assert (wide[~np.isnan(narrow)] <= narrow[~np.isnan(narrow)]).all()


def test_what_agencies_share_changes_nothing_before_the_first_detection():
    scenario = load("trainkit/two-agency-search")

    times = [
        values("time_to_detection_h", scenario.vary("sharing_delay_h", delay).parameters, 200)
        for delay in (0.0, 1.0, 12.0)
    ]

    np.testing.assert_array_equal(times[0], times[1])
    np.testing.assert_array_equal(times[0], times[2])


def test_a_longer_sharing_delay_never_makes_a_recovery_earlier():
    """Alder finds and cannot recover; Borea's boat waits for the news; nothing turns."""
    finder = UnitSpec(name="finder", agency="Alder", can_recover=False, sweep_width_nm=2.0)
    boat = UnitSpec(name="boat", agency="Borea", base_x_nm=25.0, pattern="stand_by")
    spec = SearchSpec(units=(finder, boat), jibe_chance=0.0)

    soon, late = (
        values("time_to_recovery_h", spec.model_copy(update={"sharing_delay_h": delay}), 300)
        for delay in (0.25, 1.5)
    )

    both = ~np.isnan(late)
    assert both.mean() > 0.5
    assert (soon[both] <= late[both]).all()


@pytest.mark.parametrize("number", range(12))
def test_nobody_is_recovered_who_was_not_there(number):
    spec = drawn_spec(number)
    books = batch.simulate(spec, 3, 0, 50, 48.0)

    recovered, alive = (METRICS[n](books) for n in ("persons_recovered", "persons_recovered_alive"))

    assert (recovered <= spec.persons).all()
    assert (alive <= recovered).all()
    assert (recovered[METRICS["detected"](books) == 0.0] == 0).all()


@pytest.mark.parametrize("number", range(12))
def test_no_sortie_exceeds_its_endurance(number):
    spec = drawn_spec(number)

    books = batch.simulate(spec, 3, 0, 50, 48.0)

    for unit in spec.units:
        away_h = [
            e.facts["away_h"] for k in range(50) for e in books[k].of("sortie_ended", unit.name)
        ]
        assert max(away_h, default=0.0) <= unit.endurance_h


def test_a_chart_can_be_drawn_from_the_logbook_alone():
    """Where a unit's course led stands in its next entry."""
    book = simpy_books(load("trainkit/two-agency-search").parameters, 4, 1, 24.0)[0]
    courses = {"transit_began", "leg_began", "response_began", "return_began"}

    for unit in book.subjects[4:]:
        entries = [e for e in book if e.subject == unit and "x_nm" in e.facts]
        own = [e for e in entries if e.kind != "contact_detected"]
        for before, after in pairwise(own):
            if before.kind in courses:
                hours = after.time_h - before.time_h
                x_nm = before.facts["x_nm"] + before.facts["vx_kn"] * hours
                assert after.facts["x_nm"] == pytest.approx(x_nm, abs=1e-9)


def test_the_datum_drifts_as_the_leeway_track_says():
    """The mean of the two sides of `trainkit.sea.drift`, which answers to the golden tracks."""
    spec = SearchSpec(
        units=(), object_id=44, wind_kn=20.0, wind_from_deg=315.0, current_toward_deg=63.4349488
    )
    wind_mps = 20.0 * 1852 / 3600 * math.sqrt(0.5)
    current_mps = spec.current_kn * 1852 / 3600 / math.sqrt(5.0)

    ends = [
        leeway_track(44, (wind_mps, -wind_mps), (2 * current_mps, current_mps), [2.0], (0, 0), side)
        for side in ("right", "left")
    ]

    east_nm, north_nm = to_plane(*np.mean(ends, axis=0)[0], (0.0, 0.0))
    assert datum_velocity(spec) == pytest.approx((east_nm / 2, north_nm / 2), abs=1e-3)


@pytest.mark.parametrize(("side", "sign"), [("right", 1), ("left", -1)])
def test_objects_drift_to_either_side_as_the_leeway_track_says(side, sign):
    """Without errors an object moves as the noise-free track of one side or the other."""
    spec = SearchSpec(
        units=(),
        object_id=44,
        wind_kn=20.0,
        wind_from_deg=270.0,
        current_kn=0.0,
        current_error_kn=0.0,
        position_error_nm=0.0,
        jibe_chance=0.0,
    )
    end = leeway_track(44, (20.0 * 1852 / 3600, 0.0), (0.0, 0.0), [1.0], (0.0, 0.0), side)
    _, north_nm = to_plane(*end[0], (0.0, 0.0))

    books = batch.simulate(spec, 1, 0, 4000, 1.0)

    vy_kn = books.first_fact("object_adrift", "vy_kn")
    mean, error = vy_kn[vy_kn * sign > 0].mean(), vy_kn[vy_kn * sign > 0].std() / math.sqrt(1800)
    assert np.mean(vy_kn * sign > 0) == pytest.approx(0.5, abs=0.025)
    assert mean == pytest.approx(float(north_nm), abs=4 * error)


def test_four_in_a_hundred_objects_jibe_within_an_hour():
    spec = SearchSpec(units=(), elapsed_h=0.0, jibe_chance=0.04)

    books = batch.simulate(spec, 5, 0, 20_000, 1.0)

    low, high = interval(np.minimum(1.0, books.count("object_turned")))
    assert low <= 0.04 <= high


def test_half_of_the_people_live_longer_than_the_median():
    boat = UnitSpec(
        name="boat",
        agency="Alder",
        pattern="parallel",
        sweep_width_nm=20.0,
        ready_h=0.0,
        survivor_capacity=500,
        recovery_h=1.0,
    )
    spec = SearchSpec(
        units=(boat,),
        persons=100,
        elapsed_h=0.0,
        position_error_nm=0.0,
        wind_kn=0.0,
        current_kn=0.0,
        current_error_kn=0.0,
        survival_sigma=1.0,
        lateral_range="definite_range",
    )
    books = batch.simulate(spec, 5, 0, 1, 24.0)
    recovered_h = float(books.first_time_h("persons_recovered")[0])

    at_median = spec.model_copy(update={"survival_median_h": recovered_h})
    alive = METRICS["persons_recovered_alive"](batch.simulate(at_median, 5, 0, 100, 24.0))

    low, high = stats.binomtest(int(alive.sum()), 10_000).proportion_ci(0.999)
    assert low <= 0.5 <= high


def test_two_units_of_one_name_are_refused():
    unit = UnitSpec(name="Alder", agency="Alder")

    with pytest.raises(TrainkitError, match="Give each unit its own name"):
        subjects(SearchSpec(units=(unit,)))

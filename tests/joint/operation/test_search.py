"""One unit, one object: the search of a case meets the theory of optimal search."""

import math

import numpy as np
import pytest
from scipy import stats
from scipy.integrate import quad
from tests.joint.operation.waters import by_case, facts, operation, run, unit

from trainkit.sea.stone import stone_circular

WIDTH_NM, SPEED_KN = 4.0, 10.0


def searcher(number=0, **values):
    """Return a unit that searches at 40 square miles an hour, whatever the boat has become."""
    usual = {"sweep_width_nm": WIDTH_NM, "water_sweep_width_nm": WIDTH_NM, "flies": True}
    return unit(f"Skua {number}", **{**usual, "patrol_speed_kn": SPEED_KN, **values})


@pytest.fixture(scope="module")
def still():
    """A year of searches of a datum that does not grow, by one unit after the other."""
    spec = operation(units=(searcher(),), call_error_nm=5.0, departures_per_day=1.0)
    return run(spec, 8784.0)


def searched(book):
    """Return pairs (began, found) of the cases that one unit searched and found."""
    began, found = by_case(book, "search_began"), by_case(book, "boat_found")
    return [(began[case], found[case]) for case in found]


def test_effort_on_a_still_datum_gives_the_chance_of_stone(still):
    pairs = searched(still)

    assert len(pairs) > 200
    for began, found in pairs:
        effort_nm2 = WIDTH_NM * SPEED_KN * (found.time_h - began.time_h)
        pos, _ = stone_circular(5.0, effort_nm2)
        assert found.facts["pos"] == pytest.approx(pos, abs=1e-9)


def test_the_chance_at_which_a_boat_is_found_is_uniform_so_the_times_follow_the_curve(still):
    assert stats.kstest(facts(still, "boat_found", "pos"), "uniform").pvalue > 1e-3


def test_the_search_is_counted_from_its_beginning_and_not_from_the_alert(still):
    for began, found in searched(still):
        assert found.facts["searched_h"] == pytest.approx(found.time_h - began.time_h, abs=1e-9)


E_NM, D_KN, REVIEW_H = 2.0, 0.5, 48.0
SLOW = {"sweep_width_nm": 2.0, "water_sweep_width_nm": 2.0, "patrol_speed_kn": 4.0}


@pytest.fixture(scope="module")
def growing():
    """Searches too thin for a datum that grows: each case has its own unit."""
    units = tuple(searcher(number, **SLOW) for number in range(12))
    values = {"call_error_nm": E_NM, "drift_error_kn": D_KN, "review_h": REVIEW_H}
    return run(operation(units=units, departures_per_day=2.0, **values), 4000.0)


def chance(from_h, to_h):
    """Return the chance of a search between two ages of the datum, by numerical integration."""
    rate = 2.0 * 4.0
    depth2, _ = quad(lambda age_h: rate / (math.pi * (E_NM**2 + (D_KN * age_h) ** 2)), from_h, to_h)
    return 1.0 - (1.0 + math.sqrt(depth2)) * math.exp(-math.sqrt(depth2))


def test_effort_on_a_growing_datum_meets_numerical_integration(growing):
    told, began = by_case(growing, "alert_received"), by_case(growing, "search_began")
    ends = [*growing.of("boat_found"), *growing.of("search_suspended")]

    assert {entry.kind for entry in ends} == {"boat_found", "search_suspended"}
    for entry in ends:
        case = entry.facts["case"]
        ages = began[case].time_h - told[case].time_h, entry.time_h - told[case].time_h
        assert entry.facts["pos"] == pytest.approx(chance(*ages), abs=1e-9)


def test_a_growing_datum_is_found_as_often_as_the_integral_says_and_no_more(growing):
    decided = len(growing.of("boat_found")) + len(growing.of("search_suspended"))

    found = len(growing.of("boat_found"))

    assert decided > 200
    assert stats.binomtest(found, decided, chance(0.0, REVIEW_H)).pvalue > 1e-3
    assert chance(0.0, 5000.0) == pytest.approx(1.0 - 3.0 * math.exp(-2.0), abs=1e-3)


def test_two_searchers_find_as_one_with_the_effort_of_both():
    units = tuple(searcher(number, can_recover=False) for number in range(2))
    spec = operation(units=units, call_error_nm=5.0, departures_per_day=0.5, most_units=2)

    book = run(spec, 4000.0)

    began = by_case(book, "search_began")
    pairs = [(began[case], found) for case, found in by_case(book, "boat_found").items()]
    both = [pair for pair in pairs if starters(book, pair[1].facts["case"]) == 2]
    assert len(both) > 5
    for first, found in both:
        pos, _ = stone_circular(5.0, 2 * WIDTH_NM * SPEED_KN * (found.time_h - first.time_h))
        assert found.facts["pos"] == pytest.approx(pos, rel=1e-3)


def starters(book, case):
    """Return how many units began a search of a case before it was found."""
    return len({e.subject for e in book.of("search_began") if e.facts["case"] == case})


def test_nobody_is_found_where_nobody_searches():
    book = run(operation(units=(searcher(executes_sar=False),), departures_per_day=2.0), 400.0)

    assert len(book.of("alert_received")) > 10
    assert len(book.of("boat_found")) == 0
    assert np.all(facts(book, "search_suspended", "pos") == 0.0)

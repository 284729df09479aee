"""Boats leave as a Poisson process whose rate follows season and sea; a warning thins it."""

import math
from itertools import pairwise

import numpy as np
import pytest
from scipy import stats
from scipy.integrate import quad
from tests.joint.operation.waters import calm, facts, operation, run, times

from trainkit.joint.operation.places import SpellSpec

PER_DAY, SWING, SEASON_H, UNTIL_H = 30.0, 0.8, 360.0, 720.0


def idle(**values):
    """Return an operation in which boats leave and nothing goes wrong."""
    return operation(**{"departures_per_day": PER_DAY, "units": (), **values})


def still(**values):
    return calm(**{"hazard_factor": 0.0, **values})


@pytest.fixture(scope="module")
def swinging():
    spec = idle(seas=(still(),), season_amplitude=SWING, season_h=SEASON_H)
    return run(spec, UNTIL_H)


def rate(time_h):
    return PER_DAY / 24.0 * (1.0 + SWING * math.sin(2.0 * math.pi * time_h / SEASON_H))


def test_departures_in_each_part_of_the_season_are_the_integral_of_the_rate(swinging):
    edges = np.linspace(0.0, UNTIL_H, 13)
    counted, _ = np.histogram(times(swinging, "boat_departed"), edges)
    expected = [quad(rate, a, b)[0] for a, b in pairwise(edges)]

    squares = float(np.sum((counted - expected) ** 2 / expected))

    # Poisson counts whose means are known: chi-square with as many degrees as parts.
    assert 1e-3 < stats.chi2.sf(squares, 12) < 1.0 - 1e-3


def test_departures_are_an_even_poisson_process_once_time_is_stretched_by_the_rate(swinging):
    stretched = [quad(rate, 0.0, time_h)[0] for time_h in times(swinging, "boat_departed")]

    assert stats.kstest(np.diff([0.0, *stretched]), "expon").pvalue > 1e-3


SPELLS = tuple(SpellSpec(sea=number % 3, time_h=24.0) for number in range(30))


@pytest.fixture(scope="module")
def weathered():
    seas = tuple(still(departure_factor=factor) for factor in (1.0, 0.4, 0.0))
    return run(idle(seas=seas, spells=SPELLS), UNTIL_H)


@pytest.mark.parametrize(("sea", "factor"), [(0, 1.0), (1, 0.4)])
def test_a_sea_lets_its_share_of_boats_leave(weathered, sea, factor):
    left = times(weathered, "boat_departed")

    count = int(np.sum((left // 24.0) % 3 == sea))

    mean = PER_DAY * factor * len(SPELLS) / 3
    assert 1e-3 < stats.poisson.cdf(count, mean) < 1.0 - 1e-3


def test_nobody_leaves_in_a_sea_that_lets_nobody_leave(weathered):
    left = times(weathered, "boat_departed")

    assert np.sum((left // 24.0) % 3 == 2) == 0
    assert len(left) > 300


def warned(effect, displaced):
    seas = (still(hazard_factor=0.0), still(hazard_factor=2.0))
    spells = tuple(SpellSpec(sea=number % 2, time_h=24.0) for number in range(30))
    values = {"warning_effect": effect, "displaced_share": displaced, "displaced_delay_h": 6.0}
    far = {"doubt_mean_h": 1000.0, "predeparture_warning": True}
    return run(idle(seas=seas, spells=spells, **values, **far), UNTIL_H)


@pytest.fixture(scope="module")
def told():
    return warned(0.3, 0.4)


@pytest.fixture(scope="module")
def untold():
    return run(
        idle(
            seas=(still(), still(hazard_factor=2.0)),
            spells=tuple(SpellSpec(sea=number % 2, time_h=24.0) for number in range(30)),
            doubt_mean_h=1000.0,
        ),
        UNTIL_H,
    )


def test_a_warning_averts_and_displaces_the_shares_that_it_is_said_to(told, untold):
    dangerous = int(np.sum((times(untold, "boat_departed") // 24.0) % 2 == 1))
    averted, displaced = len(told.of("departure_averted")), len(told.of("departure_displaced"))

    assert stats.binomtest(averted + displaced, dangerous, 0.3).pvalue > 1e-3
    assert stats.binomtest(displaced, averted + displaced, 0.4).pvalue > 1e-3
    assert set(facts(told, "departure_averted", "sea")) == {1.0}


def test_a_displaced_boat_leaves_six_hours_later_and_no_other_leaves_at_another_time(told, untold):
    late = {e.facts["case"]: e.time_h for e in told.of("departure_displaced")}
    left = {e.facts["case"]: e.time_h for e in told.of("boat_departed")}
    usual = set(times(untold, "boat_departed"))

    due = {case: time_h for case, time_h in late.items() if time_h + 6.0 < UNTIL_H}
    assert due
    assert all(left[case] == pytest.approx(time_h + 6.0) for case, time_h in due.items())
    assert {time_h for case, time_h in left.items() if case not in late} <= usual
    assert set(late.values()) <= usual


def test_whoever_is_warned_away_or_delayed_is_one_who_would_have_left(told, untold):
    averted, displaced = times(told, "departure_averted"), times(told, "departure_displaced")
    at_once = [
        e.time_h
        for e in told.of("boat_departed")
        if e.facts["case"] not in set(facts(told, "departure_displaced", "case"))
    ]

    assert sorted([*averted, *displaced, *at_once]) == sorted(times(untold, "boat_departed"))

"""Weather is a semi-Markov chain, light is the sun's, a recorded series is replayed."""

import numpy as np
import pytest
from scipy import stats
from tests.joint.operation.waters import calm, facts, operation, run, times

from trainkit.joint.operation.places import SpellSpec

HOLDS_H, WORSENS, UNTIL_H = (30.0, 16.0, 12.0, 8.0), (1.0, 0.4, 0.25, 0.0), 60_000.0


@pytest.fixture(scope="module")
def weather():
    seas = tuple(
        calm(name=f"sea {n}", hold_mean_h=HOLDS_H[n], worsens=WORSENS[n]) for n in range(4)
    )
    spec = operation(
        units=(), seas=seas, departures_per_day=0.0, wind_from_deg=300.0, wind_spread_deg=20.0
    )
    return run(spec, UNTIL_H)


def stationary():
    """Return the share of time in each sea: visits of the embedded chain times mean holds."""
    jumps = np.zeros((4, 4))
    jumps[0, 1] = jumps[3, 2] = 1.0
    for sea in (1, 2):
        jumps[sea, sea + 1], jumps[sea, sea - 1] = WORSENS[sea], 1.0 - WORSENS[sea]
    visits = np.linalg.lstsq(
        np.vstack([jumps.T - np.eye(4), np.ones(4)]), np.array([0, 0, 0, 0, 1.0]), rcond=None
    )[0]
    return visits * HOLDS_H / (visits @ HOLDS_H)


def lasted(book):
    seas, began = facts(book, "weather_changed", "sea").astype(int), times(book, "weather_changed")
    return seas, np.diff([*began, UNTIL_H])


def test_each_sea_has_its_share_of_the_time(weather):
    seas, held_h = lasted(weather)
    batch = np.floor(times(weather, "weather_changed") / (UNTIL_H / 30)).astype(int)
    shares = np.array(
        [[held_h[(seas == sea) & (batch == b)].sum() for sea in range(4)] for b in range(30)]
    )
    shares /= shares.sum(axis=1, keepdims=True)

    error = shares.std(axis=0, ddof=1) / np.sqrt(30)
    assert np.all(np.abs(shares.mean(axis=0) - stationary()) < 4.0 * error)
    assert np.all(error < 0.15 * stationary())


@pytest.mark.parametrize("sea", range(4))
def test_a_sea_lasts_an_exponential_time(weather, sea):
    seas, held_h = lasted(weather)

    held = held_h[:-1][seas[:-1] == sea]

    assert stats.kstest(held, "expon", args=(0.0, HOLDS_H[sea])).pvalue > 1e-3


def test_the_sea_changes_by_one_step_and_worsens_as_often_as_it_is_said_to(weather):
    seas, _ = lasted(weather)

    assert np.all(np.abs(np.diff(seas)) == 1)
    for sea in (1, 2):
        after = seas[1:][seas[:-1] == sea]
        worse = int(np.sum(after == sea + 1))
        assert stats.binomtest(worse, len(after), WORSENS[sea]).pvalue > 1e-3


def test_the_wind_comes_from_about_its_prevailing_direction(weather):
    from_deg = facts(weather, "weather_changed", "wind_from_deg")

    about = (from_deg - 300.0 + 180.0) % 360.0 - 180.0

    assert stats.kstest(about, "norm", args=(0.0, 20.0)).pvalue > 1e-3


def test_day_begins_at_sunrise_and_ends_at_sunset(weather):
    hours, day = times(weather, "light_changed") % 24.0, facts(weather, "light_changed", "day")

    assert np.allclose(hours[day == 1.0], 6.0, atol=1e-6)
    assert np.allclose(hours[day == 0.0], 18.5, atol=1e-6)
    assert len(day) == 2 * int(UNTIL_H / 24.0)


def test_a_recorded_series_is_replayed_as_it_was():
    series = (
        SpellSpec(sea=1, time_h=5.0, wind_from_deg=10.0),
        SpellSpec(sea=0, time_h=7.5, wind_from_deg=250.0),
        SpellSpec(sea=2, time_h=1.0, wind_from_deg=90.0),
    )
    seas = tuple(calm(name=f"sea {n}", wind_kn=10.0 * n) for n in range(3))
    book = run(operation(units=(), seas=seas, spells=series, departures_per_day=0.0), 100.0)

    told = [
        (e.time_h, e.facts["sea"], e.facts["wind_kn"], e.facts["wind_from_deg"])
        for e in book.of("weather_changed")
    ]

    assert told == [
        (0.0, 1.0, 10.0, pytest.approx(10.0)),
        (5.0, 0.0, 0.0, pytest.approx(250.0)),
        (12.5, 2.0, 20.0, pytest.approx(90.0)),
    ]


def test_a_recorded_wind_is_replayed_where_there_is_one_sea_only():
    series = (
        SpellSpec(sea=0, time_h=5.0, wind_from_deg=10.0),
        SpellSpec(sea=0, time_h=7.5, wind_from_deg=250.0),
    )

    book = run(operation(units=(), spells=series, departures_per_day=0.0), 100.0)

    assert times(book, "weather_changed").tolist() == [0.0, 5.0]
    assert facts(book, "weather_changed", "wind_from_deg") == pytest.approx([10.0, 250.0])

"""The ensemble: its mean and spread are those of a drift worked out by hand, its luck is named."""

import csv
from importlib.resources import files

import numpy as np
import pytest

from trainkit.kernel.luck import Luck
from trainkit.lessons.e1.case import situation
from trainkit.lessons.e1.ensemble import ensemble

KN = 1852.0 / 3600.0
WEATHERS, PARTICLES = 600, 10


@pytest.fixture(scope="module")
def by_object():
    """A case of each object, with a large cloud of it."""
    found = {}
    for seed in range(60):
        case = situation(Luck(seed))
        found.setdefault(case.object_id, case)
        if len(found) == 3:
            break
    return [(case, ensemble(case, Luck(11), WEATHERS, PARTICLES)) for case in found.values()]


def coefficients(case):
    path = files("trainkit.sea") / "data" / "leeway_coefficients.csv"
    with path.open(encoding="utf-8") as lines:
        row = next(row for row in csv.DictReader(lines) if int(row["id"]) == case.object_id)
    names = ("slope_pct", "offset_cms", "sd_cms")
    return {
        way: [float(row[f"{way}_{name}"]) for name in names]
        for way in ("downwind", "right", "left")
    }


def by_hand(case, time_h, n, seed=5):
    """Return places (x, y) at *time_h* off the forecast datum, drawn by NumPy in a plane."""
    rng, table = np.random.default_rng(seed), coefficients(case)
    wind = case.wind_kn * KN * np.exp(0.15 * rng.normal(size=n))
    to = np.radians(case.wind_from_deg + 180.0 + 12.0 * rng.normal(size=n))
    error = table["downwind"][2] * rng.normal(size=n)
    down = (table["downwind"][0] + error / 20.0) * wind + table["downwind"][1] + error / 2.0
    right = np.arange(n) % 2 == 0
    slope, offset, sd = (np.where(right, table["right"][k], table["left"][k]) for k in range(3))
    cross_error = sd * rng.normal(size=n)
    # By turns of 4 % an hour: the share of time before turning less the share after it.
    signs = np.where(np.cumsum(rng.random((int(time_h * 10), n)) < 0.004, axis=0) % 2, -1.0, 1.0)
    across = (slope * signs.mean(axis=0) + cross_error / 20.0) * wind + offset + cross_error / 2.0
    current = case.current_kn, np.radians(case.current_toward_deg)
    set_ = current[0] * np.array([[np.sin(current[1])], [np.cos(current[1])]])
    set_ = set_ + 0.25 * rng.normal(size=(2, n))
    # The side called right moves to the left of downwind: a quarter turn against the clock.
    leeway = (
        np.array(
            [
                down * np.sin(to) - across * np.cos(to),
                down * np.cos(to) + across * np.sin(to),
            ]
        )
        / 100.0
        / KN
    )
    forecast = np.array(case.drift_kn)[:, None]
    start = case.position_error_nm * rng.normal(size=(2, n))
    return start + (leeway + set_ - forecast) * time_h


def test_times_are_hourly_from_the_time_on_scene_to_the_end_of_the_second_search(cases, clouds):
    for case, cloud in zip(cases, clouds, strict=True):
        assert cloud.time_h == pytest.approx(case.elapsed_h + np.arange(12.0))
        assert cloud.x_nm.shape == cloud.y_nm.shape == (12, 400)
        assert np.isfinite(cloud.x_nm).all()
        assert np.isfinite(cloud.y_nm).all()


def by_weather(places):
    return places.reshape(len(places), WEATHERS, PARTICLES).mean(axis=2)


@pytest.mark.slow
@pytest.mark.parametrize("hour", [0, 5, 11])
def test_the_mean_is_the_forecast_drift_but_for_the_bend_of_its_errors(by_object, hour):
    for case, cloud in by_object:
        slope, offset, _ = coefficients(case)["downwind"]
        true = slope * case.wind_kn * KN * np.exp(0.15**2 / 2.0) + offset
        told = slope * case.wind_kn * KN + offset
        lost_kn = (true * np.exp(-(np.radians(12.0) ** 2) / 2.0) - told) / 100.0 / KN
        to = np.radians(case.wind_from_deg + 180.0)
        bend = lost_kn * cloud.time_h[hour] * np.array([np.sin(to), np.cos(to)])
        # Areas drift with the datum from the time on scene on: there it stays where it was.
        datum = np.array(case.drift_kn) * case.elapsed_h

        for places, at in zip((cloud.x_nm, cloud.y_nm), datum + bend, strict=True):
            each = by_weather(places)[hour]
            error = each.std(ddof=1) / WEATHERS**0.5
            assert each.mean() == pytest.approx(at, abs=4.0 * error + 0.02)


@pytest.mark.slow
@pytest.mark.parametrize("hour", [0, 5, 11])
def test_the_spread_is_that_of_a_cloud_drawn_by_hand(by_object, hour):
    for case, cloud in by_object:
        hand = by_hand(case, cloud.time_h[hour], 40_000)
        found = np.array([cloud.x_nm[hour], cloud.y_nm[hour]])

        # 600 weathers: the standard deviation of a variance is 6 %, and less for particles.
        assert np.trace(np.cov(found)) == pytest.approx(np.trace(np.cov(hand)), rel=0.12)
        assert found.std(axis=1) == pytest.approx(hand.std(axis=1), rel=0.12)


@pytest.mark.slow
def test_the_particles_of_a_weather_share_its_error_and_keep_their_own(by_object):
    for case, cloud in by_object:
        of = cloud.x_nm[11].reshape(WEATHERS, PARTICLES)
        between = by_weather(cloud.x_nm)[11].var(ddof=1) - of.var(axis=1, ddof=1).mean() / PARTICLES

        # Of the current alone: 0.25 kn in each component for 17 h or more.
        assert between > 0.85 * (0.25 * cloud.time_h[11]) ** 2
        assert of.var(axis=1, ddof=1).mean() > 0.9 * case.position_error_nm**2


def test_the_cloud_spreads_with_time(by_object):
    for _, cloud in by_object:
        spread = cloud.x_nm.var(axis=1) + cloud.y_nm.var(axis=1)

        assert (np.diff(spread) > 0.0).all()


def test_the_same_luck_gives_the_same_cloud_bit_for_bit(cases, clouds):
    again = ensemble.__wrapped__(cases[0], Luck(0x68696464656E), 20, 20)

    assert again is not clouds[0]
    assert again.x_nm.tobytes() == clouds[0].x_nm.tobytes()
    assert again.y_nm.tobytes() == clouds[0].y_nm.tobytes()


def test_other_luck_gives_other_weathers_and_other_particles(cases, clouds):
    other = ensemble(cases[0], Luck(0x68696464656F), 20, 20)

    assert not (other.x_nm == clouds[0].x_nm).any()
    assert not (other.y_nm == clouds[0].y_nm).any()


def test_the_hidden_luck_is_not_the_luck_that_the_trainee_sees(cases):
    seen = ensemble(cases[0], Luck(cases[0].seed), 20, 20)
    hidden = ensemble(cases[0], Luck(0x68696464656E), 20, 20)

    correlation = np.corrcoef(seen.x_nm[5], hidden.x_nm[5])[0, 1]

    assert abs(correlation) < 0.5

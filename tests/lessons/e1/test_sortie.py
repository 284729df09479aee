"""Kestrel's square: between random search and definite range, and below Stone's optimum."""

import math
from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from trainkit.lessons.e1 import sortie
from trainkit.lessons.e1.ensemble import Ensemble

SWEPT_NM2 = 90.0 * 1.0 * 1.3
RADII = np.arange(1.0, 20.01, 0.25)


def normal_cloud(sigma, n=400_000):
    places = np.random.default_rng(8).normal(0.0, sigma, (2, 1, n))
    return Ensemble(np.array([7.0]), places[0], places[1])


@pytest.mark.parametrize("radius", [1.0, 4.0, 6.5, 20.0])
def test_a_square_is_searched_at_random(radius):
    coverage = SWEPT_NM2 / (4.0 * radius**2)

    assert sortie.detection(radius) == pytest.approx(1.0 - math.exp(-coverage), abs=1e-14)


def test_detection_stays_below_definite_range_and_above_half_of_it():
    for radius in RADII:
        ceiling = min(1.0, SWEPT_NM2 / (4.0 * radius**2))

        assert (1.0 - 1.0 / math.e) * ceiling - 1e-12 <= sortie.detection(radius) <= ceiling


def test_a_larger_square_contains_more_and_is_searched_more_thinly(clouds):
    for cloud in clouds:
        contained = [sortie.within(cloud, 0.0, 0.0, radius).sum() for radius in RADII]

        assert (np.diff(contained) >= 0).all()
        assert contained[-1] > contained[0]
    assert (np.diff([sortie.detection(radius) for radius in RADII]) < 0.0).all()


def test_the_square_reaches_as_far_to_each_side_when_the_sortie_begins(clouds):
    cloud = clouds[0]

    found = sortie.within(cloud, 1.0, -2.0, 3.0)

    counted = [
        -2.0 <= x <= 4.0 and -5.0 <= y <= 1.0
        for x, y in zip(cloud.x_nm[0], cloud.y_nm[0], strict=True)
    ]
    assert found.tolist() == counted
    assert 0 < sum(counted) < len(counted)


def test_success_is_containment_times_detection(clouds):
    cloud = clouds[1]
    inside = np.mean((abs(cloud.x_nm[0] - 1.0) <= 5.0) & (abs(cloud.y_nm[0] + 1.0) <= 5.0))

    found = sortie.success(cloud, 1.0, -1.0, 5.0)

    assert found == pytest.approx(inside * (1.0 - math.exp(-SWEPT_NM2 / 100.0)))


@pytest.mark.parametrize("sigma", [3.0, 5.0])
def test_the_best_square_comes_near_stone_s_optimum_and_not_above_it(sigma):
    root = math.sqrt(SWEPT_NM2 / (math.pi * sigma**2))
    stone = 1.0 - (1.0 + root) * math.exp(-root)
    cloud = normal_cloud(sigma)

    best = max(sortie.success(cloud, 0.0, 0.0, radius) for radius in RADII)

    error = 4.0 * math.sqrt(0.25 / cloud.x_nm.size)
    assert 0.94 * stone < best < stone + error


def test_a_square_aside_of_a_round_cloud_finds_less():
    cloud = normal_cloud(4.0, 100_000)

    assert sortie.success(cloud, 4.0, 0.0, 6.0) < sortie.success(cloud, 0.0, 0.0, 6.0) - 0.02


def test_who_is_found_is_on_board_half_a_sortie_and_the_recovery_later(cases, clouds):
    case, cloud = cases[0], clouds[0]
    lives = stats.lognorm.sf(case.elapsed_h + 0.65 + 0.5, 0.5, scale=case.survival_median_h)

    found = sortie.recovered(case, cloud, 0.0, 0.0, 6.0)

    assert found == pytest.approx(sortie.success(cloud, 0.0, 0.0, 6.0) * lives)
    assert found > 0.0


def test_people_who_live_shorter_are_recovered_alive_less_often(cases, clouds):
    weaker = replace(cases[0], survival_median_h=cases[0].survival_median_h - 4.0)

    less = sortie.recovered(weaker, clouds[0], 0.0, 0.0, 6.0)

    assert 0.0 < less < sortie.recovered(cases[0], clouds[0], 0.0, 0.0, 6.0)

"""Survival in the water: the planning table's ranges as a distribution, and no cut-off."""

import math

import numpy as np
import pytest
from scipy import stats

from trainkit.joint.mass_rescue.survival import lives_h, median_h, sigma
from trainkit.kernel.luck import Luck


@pytest.mark.parametrize(("water_c", "low_h", "high_h"), [(13.0, 1.0, 6.0), (18.5, 2.0, 40.0)])
def test_the_table_s_range_holds_the_middle_eight_tenths(water_c, low_h, high_h):
    law = stats.lognorm(s=sigma(water_c), scale=median_h(water_c))

    assert law.cdf(low_h) == pytest.approx(0.1, abs=1e-9)
    assert law.sf(high_h) == pytest.approx(0.1, abs=1e-9)


def test_in_warm_water_one_in_ten_dies_within_three_hours_and_the_median_is_twenty():
    law = stats.lognorm(s=sigma(24.0), scale=median_h(24.0))

    assert law.cdf(3.0) == pytest.approx(0.1, abs=1e-9)
    assert law.median() == pytest.approx(20.0)


def test_the_warmer_the_water_the_longer_half_of_the_people_live():
    medians = [median_h(celsius) for celsius in np.arange(13.0, 24.5, 0.5)]

    assert np.all(np.diff(medians) > 0)


@pytest.mark.parametrize("law", ["lognormal", "exponential"])
def test_drawn_lives_follow_the_law_and_some_outlive_the_table(law):
    lives = lives_h(Luck(11).key, 20_000, 13.0, law)

    named = {
        "lognormal": stats.lognorm(s=sigma(13.0), scale=median_h(13.0)),
        "exponential": stats.expon(scale=median_h(13.0) / math.log(2.0)),
    }[law]
    assert stats.kstest(lives, named.cdf).pvalue > 1e-4
    assert (lives > 6.0).any()


def test_who_is_still_in_the_water_after_the_table_s_end_is_still_recovered(rescue):
    late = rescue.unit(arrive_h=9.0, water_per_h=60.0)
    found = rescue.spec((late,), persons=60, in_water=60, jackets_on=60, water_c=13.0)

    alive = rescue.metric(rescue.many(found, 40), "persons_recovered_alive")

    assert alive.sum() > 0

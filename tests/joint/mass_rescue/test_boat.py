"""When the boat turns over: by the stated hazard, and less with lifejackets."""

import math

import numpy as np
import pytest
from scipy import stats

from trainkit.joint.mass_rescue import WeatherSpec
from trainkit.joint.mass_rescue.boat import approach_risk

N = 1_500


def capsized(rescue, found, n=N):
    return rescue.metric(rescue.many(found, n), "boat_capsized")


def test_one_approach_turns_the_boat_over_with_one_minus_exp_of_its_hazard(rescue):
    craft = rescue.unit(load=40, boat_per_h=40.0, bulk=2.0)
    found = rescue.spec((craft,), persons=40, boat_capacity=20, approach_risk=0.05, sea_m=1.5)

    over = capsized(rescue, found)

    hazard = 0.05 * 1.5**2 * (40 / 20) * 2.0 * found.unprotected_factor
    assert stats.binomtest(int(over.sum()), N, 1 - math.exp(-hazard)).pvalue > 1e-4


def test_several_approaches_add_up_their_hazards_while_the_crowd_gets_smaller(rescue):
    craft = rescue.unit(load=10, boat_per_h=40.0)
    found = rescue.spec((craft,), persons=40, jackets_on=40, boat_capacity=20, approach_risk=0.1)

    over = capsized(rescue, found)

    hazard = 0.1 * (40 + 30 + 20 + 10) / 20
    assert stats.binomtest(int(over.sum()), N, 1 - math.exp(-hazard)).pvalue > 1e-4


def test_the_sea_alone_swamps_the_boat_after_an_exponential_time(rescue):
    found = rescue.spec((), persons=30, boat_capacity=20, founder_per_h=0.2, sea_m=1.0)
    books = rescue.many(found, N)

    times = books.first_time_h("boat_swamped")

    mean_h = 1.0 / (0.2 * 30 / 20)
    assert stats.kstest(times[~np.isnan(times)], stats.expon(scale=mean_h).cdf).pvalue > 1e-4


def test_when_the_sea_doubles_the_hazard_of_the_boat_is_four_times_as_great(rescue):
    steps = (WeatherSpec(from_h=0.0, sea_m=1.0), WeatherSpec(from_h=1.0, sea_m=2.0))
    found = rescue.spec((), weather=steps, persons=20, boat_capacity=20, founder_per_h=0.1)

    times = rescue.many(found, N, until_h=400.0).first_time_h("boat_swamped")

    def law(hours):
        hours = np.asarray(hours)
        return -np.expm1(-(0.1 * np.minimum(hours, 1.0) + 0.4 * np.maximum(hours - 1.0, 0.0)))

    assert stats.kstest(times, law).pvalue > 1e-4


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6])
def test_a_boat_that_withstands_a_stated_share_capsizes_exactly_beyond_its_budget(rescue, share):
    budget = -math.log1p(-share)
    craft = rescue.unit(load=20, boat_per_h=40.0)
    world = {"persons": 20, "jackets_on": 20, "boat_capacity": 20, "withstands": share}

    def over(risk):
        return capsized(rescue, rescue.spec((craft,), approach_risk=risk, **world), n=1)[0]

    assert over(budget * 1.01 + 1e-9) == 1.0
    assert share == 0.0 or over(budget * 0.99) == 0.0


def test_a_boat_that_withstands_all_never_turns_over(rescue):
    craft = rescue.unit(load=5, boat_per_h=40.0, bulk=20.0)
    world = {"founder_per_h": 5.0, "approach_risk": 1.0}
    found = rescue.spec((craft,), persons=50, withstands=1.0, sea_m=4.0, **world)

    assert capsized(rescue, found, n=20).sum() == 0


@pytest.mark.parametrize(
    ("change", "factor"),
    [({"sea_m": 2.0}, 4.0), ({"crowd": 6.0}, 2.0), ({"bare": True}, 4.0)],
)
def test_risk_grows_with_the_square_of_the_sea_with_the_crowd_and_without_lifejackets(
    rescue, change, factor
):
    told = rescue.spec(approach_risk=0.001, unprotected_factor=4.0)
    usual = {"sea_m": 1.0, "crowd": 3.0, "bare": False}

    calm = approach_risk(told, rescue.unit(), **usual)

    assert approach_risk(told, rescue.unit(), **{**usual, **change}) == pytest.approx(factor * calm)


def test_lifejackets_first_turn_fewer_boats_over_and_lose_fewer_people(rescue):
    def found(lifejackets):
        two = (
            rescue.unit("first", lifejackets=100, boat_per_h=30.0),
            rescue.unit("second", arrive_h=0.1, boat_per_h=30.0),
        )
        world = {"persons": 80, "approach_risk": 0.01, "water_c": 14.0, "no_jacket_pace": 12.0}
        return rescue.many(rescue.spec(two, lifejackets=lifejackets, **world), 200)

    first, none = found("first"), found("none")

    over = [rescue.metric(books, "boat_capsized").mean() for books in (first, none)]
    lost = [rescue.metric(books, "persons_lost").mean() for books in (first, none)]
    assert over[0] < over[1]
    assert lost[0] < lost[1] / 2


def test_a_ship_to_windward_makes_the_approach_of_others_safer_and_only_while_it_is_there(rescue):
    def first_risk(makes_lee, stays_h):
        ship = rescue.unit("ship", makes_lee=makes_lee, boat_per_h=0.0, on_scene_h=stays_h)
        craft = rescue.unit("craft", arrive_h=1.0, boat_per_h=30.0)
        told = rescue.spec((ship, craft), approach_risk=0.01, lee_factor=0.5, persons=20)
        return rescue.run(told).first("approach_made").facts["risk"]

    assert first_risk(True, 10.0) == pytest.approx(first_risk(False, 10.0) / 4)
    assert first_risk(True, 0.5) == pytest.approx(first_risk(False, 0.5))

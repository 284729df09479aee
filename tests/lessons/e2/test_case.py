"""What every drawn case of E2 holds, so that all are equally hard."""

import pytest

from trainkit.kernel.luck import Luck
from trainkit.lessons.e2 import LESSON
from trainkit.lessons.e2.case import PLACES, UNITS, clock
from trainkit.lessons.e2.drawing import situation
from trainkit.lessons.e2.rescue import scenario

MANY = [situation(Luck(seed)) for seed in range(1, 301)]


def test_the_merchant_ship_is_first_and_no_two_units_come_at_once():
    for case in MANY:
        times = [hull.arrive_h for hull in case.arrivals]

        assert case.arrivals[0].name == UNITS[0]
        assert len(set(times)) == len(UNITS)
        assert times[-1] < case.rough_h


def test_of_the_large_units_one_is_able_and_stays_and_comes_before_the_able_one_that_leaves():
    for case in MANY:
        large = case.hulls[3:]
        able = [hull for hull in large if hull.trained and hull.communications == 3]
        stays, leaves = sorted(able, key=lambda hull: -hull.stays_h)

        assert len(able) == 2
        assert stays.arrive_h < leaves.arrive_h
        assert stays.stays_h > 3 * leaves.stays_h


def test_every_large_unit_is_the_one_that_stays_in_some_cases():
    stays = [
        max((hull for hull in case.hulls if hull.trained), key=lambda hull: hull.stays_h).name
        for case in MANY
    ]

    assert {name: stays.count(name) > 60 for name in UNITS[3:]} == dict.fromkeys(UNITS[3:], True)


def test_safe_numbers_in_a_rough_sea_hold_all_who_may_be_there_and_not_many_more():
    for case in MANY:
        rough = sum(hull.safe_rough for hull in case.hulls)

        assert case.listed <= rough <= case.believed + 30
        assert all(hull.safe_rough <= hull.safe_calm for hull in case.hulls)


def test_the_sources_disagree_and_the_list_without_those_ashore_is_the_highest_plausible():
    for case in MANY:
        assert case.seen < case.told < case.believed < case.listed


def test_one_place_is_right_and_it_is_the_farthest_and_each_other_fails_in_one_thing():
    for case in MANY:
        right = [p for p in case.places if p.care and not p.threat and p.room >= case.listed]

        assert len(right) == 1
        assert right[0].away_h == max(place.away_h for place in case.places)
        assert [place.name for place in case.places] == list(PLACES)
    assert {next(p.name for p in case.places if p.away_h == 6.0) for case in MANY} == set(PLACES)


def test_the_sea_rises_and_passes_two_metres_in_the_rescue(cases):
    for case in cases:
        heights = [sea_m for _, sea_m in case.sea]

        assert heights == sorted(heights)
        assert 2.5 < case.rough_h < 3.5


def test_a_case_becomes_a_scenario_with_its_numbers(cases):
    for case in cases[:4]:
        told = scenario(case).parameters

        assert [unit.name for unit in told.units] == list(UNITS)
        assert [unit.arrive_h for unit in told.units] == [hull.arrive_h for hull in case.hulls]
        assert told.persons == case.told
        assert sum(unit.takes_over for unit in told.units) == 1


@pytest.mark.parametrize(("time_h", "told"), [(0.0, "02:00"), (0.6, "02:36"), (23.0, "01:00")])
def test_hours_are_told_as_times_of_the_day(time_h, told):
    assert clock(time_h) == told


def test_a_marker_is_told_the_sources_and_who_was_able(cases):
    for case in cases[:3]:
        brief = LESSON.brief(case)

        assert str(case.listed) in brief
        assert case.arrivals[0].name in brief

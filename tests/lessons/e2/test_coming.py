"""The chart of how the units come: on scene at their times, at speeds that their classes have."""

import math

import pytest

from trainkit.lessons.e2.coming import SPEED_KN, chart_parts, leaves_h, track


def test_every_unit_reaches_the_boat_at_its_time_and_keeps_its_speed(cases):
    for case in cases:
        for hull in case.hulls:
            knots = track(case, hull).knots
            away_nm = math.hypot(*knots[0, 1:])

            assert knots[-1].tolist() == [hull.arrive_h, 0.0, 0.0]
            under_way_h = hull.arrive_h - leaves_h(hull)
            assert away_nm / under_way_h == pytest.approx(SPEED_KN[hull.name])


def test_the_chart_tells_each_arrival_and_when_the_sea_is_rough(cases):
    parts = chart_parts(cases[0])

    told = " ".join(event.words for event in parts["events"])

    assert all(hull.name in told for hull in cases[0].hulls)
    assert "two metres" in told

"""What the drift tool shows: shares counted anew, and where the watch before has flown."""

import numpy as np
import pytest

from trainkit.kernel.luck import Luck
from trainkit.lessons.e1.case import AREAS
from trainkit.lessons.e1.ensemble import ensemble
from trainkit.lessons.e1.maps import flown, later_shares, seen, shares


def counted(case, cloud, hour):
    """Return the share in each area, by two-dimensional histogram: rows D to A from the south."""
    x_edges, y_edges = (edge + 6.0 * np.arange(5) for edge in (case.west_nm, case.south_nm))
    found, _, _ = np.histogram2d(cloud.y_nm[hour], cloud.x_nm[hour], (y_edges, x_edges))
    return found.ravel() / cloud.x_nm.shape[1]


@pytest.mark.parametrize("hour", [0, 5])
def test_shares_are_those_of_the_cloud_to_the_last_figure_shown(cases, hour):
    for case in cases[:3]:
        shown = shares(case, float(hour))

        assert shown == pytest.approx(counted(case, seen(case), hour), abs=0.0005 + 1e-9)


def test_the_later_map_is_that_of_the_beginning_of_the_second_search(cases):
    for case in cases[:3]:
        assert later_shares(case) == shares(case, 5.0)
        assert later_shares(case) != shares(case)


def test_most_of_the_cloud_lies_within_the_areas_and_no_area_holds_it_all(cases):
    for case in cases:
        assert 0.7 < sum(shares(case)) <= 1.001
        assert max(shares(case)) < 0.5


def test_the_map_is_made_with_the_luck_that_the_trainee_sees(cases):
    case = cases[0]
    visible = ensemble(case, Luck(case.seed), 40, 50)
    hidden = ensemble(case, Luck(case.seed + 1), 40, 50)

    assert shares(case) == pytest.approx(counted(case, visible, 0), abs=0.00051)
    assert shares(case) != pytest.approx(counted(case, hidden, 0), abs=0.00051)


def test_the_watch_before_flew_twenty_four_hours_in_the_three_likeliest_areas(cases):
    for case in cases:
        ranked = sorted(AREAS, key=lambda name: -shares(case)[AREAS.index(name)])
        hours = dict(zip(AREAS, flown(case), strict=True))

        assert [hours[name] for name in ranked] == [12.0, 8.0, 4.0, *[0.0] * 13]

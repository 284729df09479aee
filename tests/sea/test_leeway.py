import numpy as np
import pytest

from trainkit.errors import TrainkitError
from trainkit.sea.leeway import BOAT_KINDS, boat_kind, categories, category, leeway_speeds


def test_all_85_categories_are_there_in_order_with_their_names():
    assert [kind.id for kind in categories()] == list(range(1, 86))
    assert all(kind.name and kind.key for kind in categories())
    assert len({kind.key for kind in categories()}) == 85


@pytest.mark.parametrize(
    ("number", "down", "right", "left"),
    [
        (1, (0.96, 0, 12), 0.54, -0.54),
        (9, (3.75, -2.3, 4.4), 0.78, -0.47),
        (27, (5.34, 9.91, 9.82), 2.26, -2.26),
        (32, (3.39, 0, 2.4), 1.49, -1.49),
        (44, (3.15, 0, 2.2), 1.29, -1.29),
        (45, (2.87, 3.98, 3.33), 0.32, -0.62),
        (46, (1.65, 0, 3.1), 0.39, -0.39),
        (50, (2.47, 0, 12), 2.76, -2.76),
        (57, (4.5, 0, 19.4), 4.95, -2.82),
        (76, (1.56, 8.3, 1.53), 0.078, -0.078),
    ],
)
def test_the_table_has_the_published_figures(number, down, right, left):
    kind = category(number)

    found = (kind.downwind.slope_pct, kind.downwind.offset_cms, kind.downwind.sd_cms)

    assert found == down
    assert (kind.right.slope_pct, kind.left.slope_pct) == (right, left)


def test_every_kind_of_boat_stands_for_categories_of_the_table():
    for kind in BOAT_KINDS:
        assert all(category(number) for number in boat_kind(kind))


def test_a_kind_that_is_not_mapped_is_refused_with_the_nearest_name():
    with pytest.raises(TrainkitError, match="Did you mean 'rubber boat'"):
        boat_kind("ruber boat")


def test_a_category_is_found_by_numpy_numbers_too():
    assert category(np.int64(3)) is categories()[2]


@pytest.mark.parametrize("wrong", [0, 86, -1, 2.0, None, True])
def test_a_number_outside_the_table_is_refused(wrong):
    with pytest.raises(TrainkitError, match="1 to 85"):
        category(wrong)


def test_in_a_calm_the_mean_leeway_is_nothing():
    assert leeway_speeds(27, 0.0) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize("speed", [-1.0, float("nan"), float("inf")])
def test_a_wind_speed_that_is_none_is_refused(speed):
    with pytest.raises(TrainkitError, match="wind speed"):
        leeway_speeds(1, speed)

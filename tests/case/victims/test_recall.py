"""The F-measure against numbers worked by hand, and the floor under it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.case.victims.recall import BETA, Identified
from trainkit.errors import TrainkitError


@pytest.mark.parametrize(
    ("found", "missed", "in_vain", "others", "worked"),
    [
        (3, 1, 2, 4, 12 / 17),
        (4, 0, 2, 6, 16 / 18),
        (2, 2, 0, 5, 8 / 14),
        (6, 0, 0, 8, 1.0),
    ],
)
def test_the_measure_is_as_worked_by_hand(found, missed, in_vain, others, worked):
    assert Identified(found, missed, in_vain, others).f_measure == pytest.approx(worked)


@given(st.integers(1, 50), st.integers(0, 50), st.integers(0, 50))
def test_the_measure_is_the_harmonic_mean_with_three_quarters_on_recall(found, missed, in_vain):
    one = Identified(found, missed, in_vain, 10)

    mean = 1.0 / (0.75 / one.recall + 0.25 / one.precision)

    assert one.f_measure == pytest.approx(mean)
    assert pytest.approx(3.0) == BETA**2


@given(st.integers(1, 50), st.integers(1, 50))
def test_a_miss_costs_as_much_as_three_people_protected_in_vain(found, n):
    missing = Identified(found, n, 0, 10).f_measure

    assert missing == pytest.approx(Identified(found, 0, 3 * n, 10).f_measure)


@given(st.lists(st.booleans(), min_size=2, max_size=60).filter(lambda one: len(set(one)) == 2))
def test_labelling_everybody_and_labelling_nobody_earn_nothing(victims):
    assert Identified.of(victims, [True] * len(victims)).score() == 0.0
    assert Identified.of(victims, [False] * len(victims)).score() == 0.0
    assert Identified.of(victims, victims).score() == 1.0


def test_below_the_floor_nothing_is_earned_and_at_the_floor_it_is():
    assert Identified(4, 0, 5, 4).score() == 0.0
    assert Identified(4, 0, 4, 4).score() == pytest.approx(16 / 20)


def test_counts_of_unlike_length_are_refused():
    with pytest.raises(TrainkitError, match="3 people and 2 presumptions"):
        Identified.of([True, False, True], [True, False])


@pytest.mark.parametrize("count", [-1, 0.5, None])
def test_people_are_counted_whole(count):
    with pytest.raises(TrainkitError, match=r"'missed' counts .* Give a whole number"):
        Identified(found=1, missed=count, in_vain=0, others=0)

"""Luck drawn ahead is the luck drawn one by one, bit for bit."""

import pytest

from trainkit.kernel.ahead import Ahead, Block
from trainkit.kernel.luck import key, lognormal, uniform

KEY = key(1946, 3)


@pytest.mark.parametrize("n", [1, 2999, 3001, 6500])
def test_many_blocks_drawn_in_one_go_have_the_bits_of_single_draws(n: int) -> None:
    ahead = Ahead(KEY)
    ahead.draw([Block(7, range(n)), Block(8, [5, 2, 9], 4), Block(7, [3, 1], 1)])
    asked = [(7, n - 1, 0), (8, 5, 4), (8, 9, 4), (7, 3, 1), (7, 1, 1), (7, 0, 0)]
    assert all((p, i) in ahead._ones and e in ahead._ones[p, i] for p, e, i in asked)
    assert [ahead.uniform(*one) for one in asked] == [uniform(KEY, *one) for one in asked]


def test_times_drawn_ahead_have_the_bits_of_single_times() -> None:
    ahead = Ahead(KEY)
    ahead.draw([Block(7, range(50), 2, both=True)])
    found = [ahead.lognormal(7, n, 2, median=3.0, sigma=0.5) for n in range(60)]
    assert found == [lognormal(KEY, 7, n, 2, 3.0, 0.5) for n in range(60)]


def test_a_time_whose_second_number_was_not_drawn_ahead_is_drawn_when_it_is_asked_for() -> None:
    ahead = Ahead(KEY)
    ahead.draw([Block(7, range(5))])
    assert ahead.lognormal(7, 2, median=3.0, sigma=0.5) == lognormal(KEY, 7, 2, 0, 3.0, 0.5)


def test_nothing_drawn_ahead_changes_nothing() -> None:
    ahead = Ahead(KEY)
    ahead.draw([])
    ahead.draw([Block(7, [])])
    assert ahead.uniform(7, 4) == uniform(KEY, 7, 4, 0)

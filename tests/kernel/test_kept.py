"""Luck that is kept says what luck says when it is drawn anew, the first time and ever after."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.errors import TrainkitError
from trainkit.kernel.kept import Kept, kept
from trainkit.kernel.luck import exponential, key, lognormal, uniform

words = st.integers(0, 2**32 - 1)


@given(seed=st.integers(0, 2**64 - 1), replication=words, purpose=words, entity=words, index=words)
def test_what_is_kept_has_the_bits_of_what_is_drawn(seed, replication, purpose, entity, index):
    one, place = key(seed, replication), (purpose, entity, index)
    luck = Kept(one)

    for _ in range(2):
        assert luck.uniform(*place) == uniform(one, *place)
        assert luck.exponential(*place, mean=2.5) == exponential(one, *place, 2.5)
        found = luck.lognormal(*place, median=0.7, sigma=0.5)
        assert found == lognormal(one, *place, 0.7, 0.5)


def test_more_numbers_than_are_kept_are_drawn_again_and_the_same():
    luck, one = Kept(key(1946, 7)), key(1946, 7)

    for _ in range(2):
        for entity in range(2000):
            assert luck.uniform(3, entity) == uniform(one, 3, entity, 0)
    assert luck.lognormal(3, 1999, median=1.0, sigma=1.0) == lognormal(one, 3, 1999, 0, 1.0, 1.0)


def test_who_asks_again_gets_the_same_luck_and_another_seed_or_replication_another():
    first = kept(1946, 0)

    assert kept(1946, 0) is first
    others = kept(1946, 1).uniform(3, 4), kept(1947, 0).uniform(3, 4)
    assert first.uniform(3, 4) not in others


def test_a_seed_of_more_than_64_bits_is_refused():
    with pytest.raises(TrainkitError, match="A seed is a whole number"):
        kept(2**64, 0)

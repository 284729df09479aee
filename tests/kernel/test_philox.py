import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.kernel.philox import many_words, philox, words

WORD = 0xFFFFFFFF
word = st.integers(0, WORD)


@pytest.mark.parametrize(
    ("counter", "key", "answer"),
    [
        ((0, 0, 0, 0), (0, 0), "6627e8d5 e169c58d bc57ac4c 9b00dbd8"),
        ((WORD,) * 4, (WORD, WORD), "408f276d 41c83b0e a20bc7c6 6d5451fd"),
        (
            (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
            (0xA4093822, 0x299F31D0),
            "d16cfe09 94fdcceb 5001e420 24126ea1",
        ),
    ],
)
def test_the_generator_meets_the_published_known_answers(counter, key, answer):
    drawn = philox(counter, *key)

    assert " ".join(f"{value:08x}" for value in drawn) == answer


def test_a_seed_fills_key_0_and_counter_3_and_a_replication_fills_key_1():
    drawn = words((0xA4093822, 0x03707344, 0x299F31D0), 0x85A308D3, 0x13198A2E, 0x243F6A88)

    assert f"{drawn[0]:08x}" == "d16cfe09"


@given(seed=st.tuples(word, word, word), purpose=word, entity=word, index=word)
def test_many_entities_at_once_draw_the_bits_of_each_alone(seed, purpose, entity, index):
    entities = np.array([entity, 0, WORD])

    together = many_words(seed, purpose, entities, index)

    alone = [words(seed, purpose, int(one), index) for one in entities]
    assert together.T.tolist() == [list(one) for one in alone]

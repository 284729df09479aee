"""The draw of what is marked twice: nobody steers it, nothing is left out, nobody marks twice."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.errors import TrainkitError
from trainkit.grading.moderation.blind import without_names
from trainkit.grading.moderation.draw import drawn, handed_out, in_drawn_order

KEYS = [(f"t{number:03}", f"task{number % 2}") for number in range(100)]
STRATA = {key: ("anna" if place < 70 else "bruno", key[1]) for place, key in enumerate(KEYS)}


def chosen(keys, already=(), share=0.2, fewest=0, secret=b"a"):
    return drawn(in_drawn_order(keys, secret, "T1"), STRATA, already, share, fewest)


def test_a_share_of_each_first_marker_and_each_task_is_drawn():
    found = Counter(STRATA[key] for key in chosen(KEYS))

    assert found == {
        ("anna", "task0"): 7,
        ("anna", "task1"): 7,
        ("bruno", "task0"): 3,
        ("bruno", "task1"): 3,
    }


def test_even_the_smallest_share_takes_one_of_each():
    assert set(map(STRATA.get, chosen(KEYS, share=0.001))) == set(STRATA.values())


def test_at_least_as_many_are_drawn_as_are_asked_for():
    assert len(chosen(KEYS, share=0.0, fewest=9)) == 9
    assert len(chosen(KEYS[:4], share=0.0, fewest=9)) == 4


def test_the_draw_follows_from_the_secret_and_not_from_the_order_of_answers():
    assert chosen(KEYS) == chosen(list(reversed(KEYS)))
    assert chosen(KEYS) != chosen(KEYS, secret=b"b")


def test_the_draw_grows_with_the_cohort_and_takes_nothing_back():
    before = chosen(KEYS[:40])

    added = chosen(KEYS, already=before)

    assert not set(before) & set(added)
    assert len(before) + len(added) >= 20
    assert chosen(KEYS, already=[*before, *added]) == []


@given(st.integers(0, 60), st.floats(0, 1), st.integers(0, 70), st.binary(max_size=8))
def test_every_draw_holds_each_answer_once_and_enough_of_them(size, share, fewest, secret):
    found = chosen(KEYS[:size], share=share, fewest=fewest, secret=secret)

    assert len(set(found)) == len(found)
    assert set(found) <= set(KEYS[:size])
    assert len(found) >= min(size, fewest)


def test_work_is_shared_evenly_and_a_tie_goes_in_the_order_of_the_names():
    given_to = handed_out(KEYS[:7], dict.fromkeys(KEYS, ()), ["anna", "bruno", "carla"])

    assert Counter(given_to.values()) == {"anna": 3, "bruno": 2, "carla": 2}


def test_nobody_gets_an_answer_that_he_has_marked():
    given_to = handed_out(KEYS, {key: {STRATA[key][0]} for key in KEYS}, ["anna", "bruno", "carla"])

    assert all(marker != STRATA[key][0] for key, marker in given_to.items())


def test_an_answer_that_everybody_has_marked_is_told():
    with pytest.raises(TrainkitError, match="1 of 2 answers were marked already by everybody"):
        handed_out(KEYS[:2], {KEYS[0]: {"anna"}, KEYS[1]: ()}, ["anna"])


@pytest.mark.parametrize(
    ("html", "names", "shown"),
    [
        ("<p>Signed, Ada OAKLEY</p>", ["ada", "Oakley"], "<p>Signed, [name] [name]</p>"),
        ("<p>Adamant and nada</p>", ["ada"], "<p>Adamant and nada</p>"),
        ("<p>for ada-strong here</p>", ["ada-strong", "ada"], "<p>for [name] here</p>"),
        ("<p>p. by P</p>", ["p"], "<p>p. by P</p>"),
        ("<div>a div</div>", ["div"], "<div>a [name]</div>"),
        ("<p>O&#x27;Hara, Çelik</p>", ["O'Hara", "çelik"], "<p>[name], [name]</p>"),
        ("<p>nobody</p>", ["", " "], "<p>nobody</p>"),
    ],
)
def test_names_are_taken_out_of_the_text_and_markup_stays(html, names, shown):
    assert without_names(html, names) == shown

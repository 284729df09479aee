"""Chains of custody: gaps, two holders, seals, and every changed sign of a chain."""

import itertools
import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.case.evidence.conftest import carried, item

from trainkit.case.evidence import HandOver, custody_flaws, handed_over
from trainkit.case.evidence.written import chain_text, text_flaws
from trainkit.errors import TrainkitError

WHOLE = carried(item(custody=()), 4)
TEXT = chain_text(WHOLE)


def found(**last):
    return [(one.line, one.kind) for one in custody_flaws(carried(item(custody=()), 3, **last))]


def test_a_whole_chain_has_no_flaw_and_reads_back_without_one():
    assert custody_flaws(WHOLE) == ()
    assert text_flaws(TEXT) == ()


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ({"taken_h": 24.0}, [(3, "gap")]),
        ({"giver": "somebody"}, [(3, "gap")]),
        ({"taken_h": 20.9}, [(3, "overlap")]),
        ({"given_h": 15.5, "taken_h": 15.6}, [(3, "overlap")]),
        ({"seal_taken": "S-4717"}, [(3, "seal")]),
        ({"seal_given": "S-9", "seal_taken": "S-9"}, [(3, "seal")]),
        ({"seal_given": "S-9", "seal_taken": "S-9", "opened": "image made"}, []),
        ({"taken_h": 21.25}, []),
    ],
)
def test_each_flaw_is_found_at_its_line(last, expected):
    assert found(**last) == expected


def test_a_thing_for_which_nobody_signed_has_one_flaw_and_a_statement_none():
    assert [one.kind for one in custody_flaws(item(custody=()))] == ["unsigned"]
    assert custody_flaws(item(custody=(), action="witness_interview")) == ()


def test_a_hand_over_before_the_seizure_is_refused():
    for given_h, taken_h in ((9.0, 9.0), (9.9, 10.0), (math.nan, 12.0), (12.0, math.nan)):
        step = HandOver("a", "b", given_h, taken_h, "Station 3", "S-1", "S-1")
        with pytest.raises(TrainkitError, match=r"seized at 10 h: it is handed over before"):
            handed_over(item(custody=()), step)


@pytest.mark.parametrize(("giver", "taker"), [("", "b"), ("a", " "), ("", "")])
def test_a_hand_over_that_somebody_has_not_signed_costs_the_exhibit(giver, taker):
    signed = handed_over(
        item(custody=()), HandOver(giver, taker, 10.0, 10.0, "Station 3", "S-1", "S-1")
    )

    assert [flaw.kind for flaw in custody_flaws(signed)] == ["unsigned"]


def test_a_line_taken_out_or_moved_is_found_where_the_chain_breaks():
    links = WHOLE.custody

    without = custody_flaws(replace(WHOLE, custody=(links[0], *links[2:])))
    moved = custody_flaws(replace(WHOLE, custody=(links[0], links[2], links[1], links[3])))

    assert [(one.line, one.kind) for one in without] == [(2, "missing")]
    assert (moved[0].line, moved[0].kind) == (2, "missing")


def test_a_chain_written_anew_from_a_line_on_is_caught_by_the_register_alone():
    forged = carried(item(custody=()), 4, place="Station 9")

    assert custody_flaws(forged) == ()
    flaws = custody_flaws(forged, register=str(WHOLE.custody[-1]["hash"]))
    assert [(one.line, one.kind) for one in flaws] == [(4, "altered")]


def test_a_written_chain_that_was_cut_at_a_line_is_caught_by_the_register_alone():
    cut = "\n".join(TEXT.split("\n")[:2])

    assert text_flaws(cut) == ()
    flaws = text_flaws(cut, register=str(WHOLE.custody[-1]["hash"]))
    assert [(one.line, one.kind) for one in flaws] == [(2, "altered")]


def test_a_chain_taken_away_whole_is_missed_where_the_register_knows_of_it():
    flaws = custody_flaws(replace(WHOLE, custody=()), register=str(WHOLE.custody[-1]["hash"]))

    assert [(one.line, one.kind) for one in flaws] == [(1, "missing")]


def test_the_chain_of_another_item_is_no_chain_of_this_one():
    other = carried(item(id="B-9", custody=()), 4)

    flaws = custody_flaws(replace(WHOLE, custody=other.custody))

    assert [(one.line, one.kind) for one in flaws] == [(n, "altered") for n in (1, 2, 3, 4)]
    assert flaws[0].text == "Line 1 was written for item B-9."


@given(st.integers(0, len(TEXT) - 1), st.characters(codec="ascii"))
@settings(max_examples=400)
def test_any_changed_sign_of_a_chain_is_located_at_its_line(place, sign):
    line = TEXT[:place].count("\n") + 1
    changed = TEXT[:place] + sign + TEXT[place + 1 :]

    flaws = text_flaws(changed)

    if changed == TEXT:
        assert flaws == ()
    else:
        assert flaws[0].line == line
        assert flaws[0].kind == "altered"


def test_every_single_byte_of_a_chain_counts():
    for place, byte in enumerate(TEXT.encode()):
        changed = TEXT[:place] + chr(byte ^ 1) + TEXT[place + 1 :]
        assert text_flaws(changed)[0].line == TEXT[:place].count("\n") + 1, place


@given(
    st.lists(st.floats(0.0, 0.5), min_size=1, max_size=6),
    st.lists(st.floats(0.3, 9.0), min_size=6, max_size=6),
)
def test_a_chain_has_a_gap_exactly_where_nobody_held_the_thing_for_longer_than_a_quarter(
    between_h, held_h
):
    now_h, exhibit = 10.0, item(custody=())
    for line, (gap, hold) in enumerate(zip(between_h, itertools.cycle(held_h), strict=False)):
        given_h = now_h + hold
        now_h = given_h + gap
        names = f"holder {line}", f"holder {line + 1}"
        exhibit = handed_over(exhibit, HandOver(*names, given_h, now_h, "road", "S-1", "S-1"))

    steps = [(one["given_h"], one["taken_h"]) for one in exhibit.custody]
    expected = [n for n, (given, taken) in enumerate(steps, 1) if taken - given > 0.25]
    assert [one.line for one in custody_flaws(exhibit)] == expected

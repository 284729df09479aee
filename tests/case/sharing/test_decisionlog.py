"""The log: what it refuses, and where it shows whatever was done to it."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.case.sharing.conftest import entry, written

from trainkit.case.sharing.decisionlog import FIRST, DecisionLog
from trainkit.case.sharing.tampering import HOW, breaches, recomputed, tamperings
from trainkit.errors import TrainkitError
from trainkit.kernel.chain import digest_of, link


def found(lines, seal=""):
    return [(one.how, one.line) for one in tamperings(lines, seal)]


def content(line):
    return {key: value for key, value in line.items() if key not in {"hash", "previous"}}


def rewritten(line, previous=None, **changed):
    """The line with its hash made anew."""
    return link({**content(line), **changed}, previous or line["previous"])


def test_each_line_holds_the_hash_of_the_line_before_and_its_own():
    lines = written(4).lines

    assert [line["previous"] for line in lines] == [FIRST, *(line["hash"] for line in lines[:-1])]
    for line in lines:
        body = {**content(line), "previous": line["previous"]}
        assert line["hash"] == digest_of(body) == recomputed(line)


sizes = st.integers(5, 12)


@given(many=st.integers(0, 12))
def test_a_whole_log_is_whole_with_its_seal_and_after_a_way_through_a_file(many):
    log = written(many)

    assert found(log.lines, log.seal) == []
    assert found([json.loads(json.dumps(line)) for line in log.lines]) == []


@given(many=sizes, data=st.data(), key=st.sampled_from(("facts", "choice", "reason", "dissent")))
def test_an_altered_line_is_found_where_it_is(many, data, key):
    lines = list(written(many).lines)
    at = data.draw(st.integers(0, many - 1))

    lines[at] = {**lines[at], key: "Something else."}

    assert found(lines) == [("altered", at + 1)]


@given(many=sizes, data=st.data())
def test_an_altered_line_whose_hash_was_made_anew_is_found_by_the_line_after_it(many, data):
    lines = list(written(many).lines)
    at = data.draw(st.integers(1, many - 2))

    lines[at] = rewritten(lines[at], choice="Something else.")

    assert found(lines) == [("altered", at + 1)]


@given(many=sizes, data=st.data())
def test_a_line_that_was_taken_out_is_found_at_the_next(many, data):
    lines = list(written(many).lines)
    at = data.draw(st.integers(1, many - 2))

    del lines[at]

    assert found(lines) == [("taken_out", at + 1)]


@given(many=sizes, data=st.data(), stray=st.booleans())
def test_a_line_that_was_put_in_is_found_where_it_stands(many, data, stray):
    lines = list(written(many).lines)
    at = data.draw(st.integers(1, many - 2))
    before = "f" * 64 if stray else lines[at - 1]["hash"]

    lines.insert(at, rewritten(lines[at], previous=before, choice="Something new."))

    assert found(lines) == [("put_in", at + 1)]


@given(many=sizes, data=st.data())
def test_a_line_that_was_moved_is_found_where_it_stands_now(many, data):
    lines = list(written(many).lines)
    at = data.draw(st.integers(0, many - 1))
    to = data.draw(st.integers(0, many - 1).filter(lambda place: abs(place - at) >= 2))

    lines.insert(to, lines.pop(at))

    assert found(lines) == [("moved", to + 1)]


@given(many=sizes, data=st.data(), early_h=st.floats(0.01, 0.4))
def test_a_back_dated_line_is_found_though_the_chain_is_whole(many, data, early_h):
    lines = list(written(many).lines)
    at = data.draw(st.integers(1, many - 1))
    hour = lines[at - 1]["written_h"] - early_h
    told = lines[:at]
    for place, line in enumerate(lines[at:]):
        dated = {"written_h": hour, "decided_h": hour} if place == 0 else {}
        told.append(rewritten(line, previous=told[-1]["hash"], **dated))

    assert found(told) == [("back_dated", at + 1)]


def test_two_hands_in_one_log_are_both_found():
    lines = list(written(9).lines)
    lines[2] = {**lines[2], "reason": "Another."}
    del lines[6]

    assert found(lines) == [("altered", 3), ("taken_out", 7)]


def test_an_end_that_was_cut_off_shows_by_the_seal_alone():
    log = written(6)

    assert found(log.lines[:4]) == []
    assert found(log.lines[:4], log.seal) == [("taken_out", 5)]


def test_a_log_that_was_written_wholly_anew_shows_by_the_seal_alone():
    old, new = written(4), written(4, opened_h=2.0)

    assert found(new.lines) == []
    assert found(new.lines, old.seal) != []


def test_lines_that_are_none_are_altered_and_nothing_raises():
    lines = [*written(3).lines, {"choice": "no hash"}, {"hash": 3, "previous": None}]

    assert ("altered", 4) in found(lines)
    assert ("altered", 5) in found(lines)


def test_a_hand_in_a_log_is_red_line_8_with_the_line():
    lines = list(written(5).lines)
    lines[3] = {**lines[3], "dissent": "None."}

    (line,) = breaches(lines)

    assert (line.rule, line.event, line.text) == (
        "R8",
        4,
        "Line 4 was altered after it was written.",
    )
    assert set(HOW) == {"altered", "taken_out", "put_in", "moved", "back_dated"}


def test_a_late_entry_that_says_so_is_no_fault():
    log = written(3).with_entry(entry(5.0, decided_h=1.2)).with_entry(entry(5.5))

    assert found(log.lines) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"decided_h": 9.0}, "the case 'the case' opened at hour 10"),
        ({"written_h": 9.5, "decided_h": 9.5}, "opened at hour 10"),
        ({"decided_h": 20.0}, "before its decision at hour 20"),
        ({"written_h": 10.5, "decided_h": 10.5}, "the last one at hour 12"),
        ({"reason": " "}, "has no reason"),
        ({"facts": ""}, "has no facts"),
        ({"options": ("Sent nothing.",)}, "is none of the options"),
        ({"review_h": 11.0}, "lies before the decision"),
    ],
)
def test_an_entry_that_cannot_be_is_refused_with_what_to_do(changed, said):
    log = written(3, opened_h=10.0)

    with pytest.raises(TrainkitError, match=said):
        log.with_entry(entry(**{"written_h": 13.0, **changed}))
    assert DecisionLog("the case", 10.0).seal == FIRST


@pytest.mark.parametrize("hour", [float("nan"), float("inf"), float("-inf")])
@pytest.mark.parametrize("key", ["decided_h", "written_h", "review_h"])
def test_an_entry_at_no_hour_is_refused(key, hour):
    hours = {"decided_h": 5.0, "written_h": 5.0, "review_h": 6.0, key: hour}

    with pytest.raises(TrainkitError, match="which is no hour"):
        DecisionLog("Flint").with_entry(replace(entry(1), **hours))

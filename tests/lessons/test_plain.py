"""Lessons in words: what is set, what may be typed, and the log as a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.lessons.field import Allocation, Choice, Instant, Number, Position, Text
from trainkit.lessons.plain import checked, how_to_type, in_words, log_table, set_now
from trainkit.lessons.reading import parse
from trainkit.lessons.task import Task

NUMBER = Number("speed_kn", "Speed", "kn", 0, 40)
CHOICE = Choice("boat", "Boat", (("rhib", "Inflatable"), ("cutter", "Cutter")))
ALLOCATION = Allocation("hours", "Hours", "h", ("A", "B"), 10, 0.5)
POSITION = Position("datum", "Datum", -40, 40)
INSTANT, TEXT = Instant("at", "Time"), Text("why", "Why", 5)
FIELDS = (NUMBER, CHOICE, ALLOCATION, POSITION, INSTANT, TEXT)
TASK = Task("t", "Where to", "Where do you go?", 10, FIELDS)

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([field.name for field in FIELDS] + ["A", "x_nm"]), inner, max_size=6
        )
    ),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        (NUMBER, 12.5, "12.5 kn"),
        (NUMBER, None, "not set"),
        (NUMBER, "twelve", "twelve"),
        (CHOICE, "rhib", "Inflatable"),
        (CHOICE, "raft", "raft"),
        (CHOICE, "", "not set"),
        (ALLOCATION, {"A": 6, "B": 1.5}, "A 6, B 1.5 (7.5 of 10 h)"),
        (ALLOCATION, {"A": "six"}, "A -, B - (0 of 10 h)"),
        (POSITION, {"x_nm": -3, "y_nm": 4.25}, "-3 NM east, 4.25 NM north"),
        (INSTANT, "2025-01-31T18:30+02:00", "2025-01-31T18:30+02:00"),
        (TEXT, "They are cold.", "They are cold."),
    ],
)
def test_a_value_is_said_as_its_reader_says_it(field, value, told):
    assert in_words(field, value) == told


@given(anything)
def test_no_value_raises_and_each_field_is_said(value):
    told = set_now(TASK, value)

    assert told == "Set now: nothing." or all(field.label in told for field in FIELDS)
    for field in FIELDS:
        assert isinstance(in_words(field, value), str)


def test_whole_numbers_too_large_to_show_are_said_too():
    assert in_words(ALLOCATION, {"A": 10**400, "B": 1})
    assert in_words(NUMBER, 10**5000)


def test_how_to_type_names_every_field_its_bounds_and_its_form():
    told = how_to_type(TASK)

    for part in (
        "Where to. Where do you go?",
        "Speed: a number from 0 to 40 kn",
        "Boat: rhib (Inflatable) | cutter (Cutter)",
        "Hours: h for each cell, 10 in all, in steps of 0.5",
        "Datum: east and north, -40 to 40 NM",
        "Time: date and time with the zone",
        "Why: at most 5 words",
        '"hours": {"A": ..., "B": ...}',
        '"datum": {"x_nm": ..., "y_nm": ...}',
        'check("t")',
        'commit("t")',
    ):
        assert part in told


def test_a_check_says_ready_only_when_nothing_is_to_do():
    open_ = checked(TASK, ["Speed: not answered yet."], [], committed=False)
    ready = checked(TASK, [], ["It looks like kilometres."], committed=False)
    practice = checked(TASK, [], [], committed=True)

    assert "to do   Speed: not answered yet." in open_
    assert "Not ready to commit yet." in open_
    assert "Ready to commit" not in open_
    assert "look    It looks like kilometres." in ready
    assert ready.count("in form") == len(FIELDS)
    assert "Ready to commit." in ready
    assert "this is practice" in practice
    assert "Ready to commit" not in practice


def test_the_log_shows_records_of_tasks_that_are_not_known():
    line = (
        b'{"sequence":0,"task":"other","event":"saved","value":{"a":[1]},"reason":"why",'
        b'"at":"2025-01-01T10:00:00+02:00","hash":""}'
    )

    rows = log_table(parse(line), {"t": TASK})

    assert rows == [["2025-01-01 10:00:00+02:00", "other", "saved", "a [1]", "why"]]

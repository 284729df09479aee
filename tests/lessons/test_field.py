"""Fields say what is wrong with any value, and raise for none."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.lessons.field import Allocation, Choice, Instant, Number, Position, Text, problems

FIELDS = (
    Number("speed_kn", "Speed", "kn", 0, 40),
    Number("people", "People", "", 0, 50, whole=True),
    Choice("boat", "Boat", (("rhib", "Inflatable"), ("cutter", "Cutter"))),
    Allocation("hours", "Hours", "h", ("A", "B"), 10, 0.5),
    Position("datum", "Datum", -40, 40),
    Instant(
        "at",
        "Time",
    ),
    Text("why", "Why", 5),
)
NAMES = [field.name for field in FIELDS] + ["A", "B", "x_nm", "y_nm", "rhib"]

leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=10**300)
    | st.floats()
    | st.text()
    | st.sampled_from(["rhib", "2025-01-31T18:30+02:00", "2025-01-31"])
)
json_values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=5), inner, max_size=7)
    ),
    max_leaves=25,
)


@given(json_values)
def test_no_json_value_raises_and_every_problem_is_a_sentence(value):
    for field in FIELDS:
        assert all(one.endswith((".", "?")) for one in field.problems(value))
    assert problems(FIELDS, value), "seven fields are never answered by chance"


@given(st.integers() | st.floats())
def test_a_number_is_in_form_exactly_within_its_bounds(value):
    inside = math.isfinite(value) and 0 <= value <= 40 if abs(value) < 1e300 else False

    assert (FIELDS[0].problems(value) == []) == inside


@given(st.floats(0, 20), st.floats(0, 20))
def test_an_allocation_is_in_form_exactly_when_its_sum_is_within_the_total(a, b):
    found = FIELDS[3].problems({"A": a, "B": b})

    assert (found == []) == (a + b <= 10 + 1e-9)


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        (0, True, "give a number in kn"),
        (0, "12", "give a number in kn"),
        (0, 40.1, "0 to 40 kn is possible"),
        (0, float("nan"), "0 to 40 kn is possible"),
        (0, 10**400, "0 to 40 kn is possible"),
        (1, 2.5, "give a whole number"),
        (2, "rhibb", "Did you mean 'rhib'?"),
        (2, ["rhib"], "choose one of rhib, cutter"),
        (3, {"A": 1}, "nothing is said of B"),
        (3, {"A": 1, "B": 1, "C": 1}, "there is no cell 'C'"),
        (3, {"A": -1, "B": 1}, "zero or more"),
        (3, {"A": True, "B": 1}, "numbers of h"),
        (3, {"A": 10**308, "B": 10**308}, "take some back"),
        (4, {"x_nm": 1}, "give east (x_nm) and north (y_nm)"),
        (4, {"x_nm": 1, "y_nm": 41}, "-40 to 40 NM"),
        (5, "2025-01-31T18:30", "say the zone"),
        (5, "half past six", "write it as 2025-01-31T18:30+02:00"),
        (6, "   ", "write something"),
        (6, "one two three four five six", "at most 5 words"),
    ],
)
def test_what_is_wrong_is_said_with_what_is_possible(place, value, told):
    assert told in " ".join(FIELDS[place].problems(value))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (0, 0),
        (0, 40),
        (1, 50.0),
        (2, "cutter"),
        (3, {"A": 10, "B": 0}),
        (4, {"x_nm": -40, "y_nm": 40.0}),
        (5, "2025-01-31T18:30+02:00"),
        (5, "2025-01-31T18:30Z"),
        (6, "one two three four five"),
    ],
)
def test_what_lies_on_the_bounds_is_in_form(place, value):
    assert FIELDS[place].problems(value) == []


def test_a_missing_and_an_unknown_field_are_both_named():
    found = problems(FIELDS[:2], {"speed": 3, "people": 2})

    assert found == [
        "There is no field 'speed'. Did you mean 'speed_kn'?",
        "Speed: not answered yet.",
    ]


@pytest.mark.parametrize("value", [None, [], "yes", 3])
def test_an_answer_that_is_no_record_is_refused(value):
    assert problems(FIELDS, value) == ["An answer is a record of named fields."]


def test_a_number_without_a_unit_is_told_its_bounds_with_one_blank():
    assert Number("ratio", "Ratio", "", 0, 1).problems(2) == ["Ratio: 0 to 1 is possible."]

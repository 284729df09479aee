"""Controls set what their fields hold; what is typed badly stays to be mended."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.lessons.controls import control, figure
from trainkit.lessons.field import Allocation, Choice, Instant, Number, Position, Text

CELLS = tuple(f"{column}{row}" for row in "4321" for column in "ABCD")
NUMBER = Number("speed_kn", "Speed", "kn", 0, 40)
FEW = Choice("boat", "Boat", (("rhib", "Inflatable"), ("cutter", "Cutter")))
MANY = Choice("unit", "Unit", tuple((str(n), f"Unit {n}") for n in range(9)))
PLAIN = Allocation("hours", "Hours", "h", ("A", "B"), 10, 0.5)
CHART = Allocation("hours", "Hours", "h", CELLS, 40, 0.5, columns=4)
POSITION = Position("datum", "Datum", -40, 40)
INSTANT, TEXT = Instant("at", "Time"), Text("why", "Why", 5)
FIELDS = (NUMBER, FEW, MANY, PLAIN, CHART, POSITION, INSTANT, TEXT)

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["A", "B", "x_nm", "y_nm"]), inner)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("field", FIELDS)
def test_nothing_is_set_before_the_trainee_sets_it(field):
    assert control(field).read() is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (NUMBER, 12.5),
        (NUMBER, 0),
        (FEW, "cutter"),
        (MANY, "8"),
        (PLAIN, {"A": 0.5, "B": 0}),
        (POSITION, {"x_nm": -3.25, "y_nm": 0}),
        (INSTANT, "2025-01-31T18:30+02:00"),
        (TEXT, "They are cold."),
    ],
)
def test_what_was_saved_is_set_again_and_can_be_taken_back(field, value):
    one = control(field)

    one.write(value)
    held = one.read()
    one.write(None)

    assert held == value
    assert one.read() is None


@given(anything)
def test_no_saved_value_makes_a_control_fail(value):
    for field in FIELDS:
        one = control(field)
        one.write(value)
        one.read()


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12", 12),
        (" 12.50 ", 12.5),
        ("2,5", 2.5),
        ("-3", -3),
        ("1e2", 100.0),
        ("", None),
        ("twelve", "twelve"),
        ("1.000,5", "1.000,5"),
        ("nan", "nan"),
        ("inf", "inf"),
        ("9" * 400, "9" * 400),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_a_typed_figure_is_read_with_a_point_or_a_comma(typed, value):
    assert figure(typed) == value


def test_every_input_carries_its_label_and_its_unit():
    labels = [one.description for one in (*control(NUMBER).inputs, *control(PLAIN).inputs)]

    assert labels == ["Speed (kn)", "A (h)", "B (h)"]
    for field in FIELDS:
        assert all(one.description for one in control(field).inputs)


def test_cells_of_a_chart_stand_in_its_rows_and_columns():
    _, grid = control(CHART).widget.children

    assert grid.layout.grid_template_columns == "repeat(4, minmax(0, 1fr))"
    assert [entry.description for entry in grid.children][:5] == [
        "A4 (h)",
        "B4 (h)",
        "C4 (h)",
        "D4 (h)",
        "A3 (h)",
    ]


def test_the_sum_of_an_allocation_is_said_as_it_grows():
    one = control(PLAIN)
    head, grid = one.widget.children
    a, b = grid.children
    told = [head.value]

    for entry, typed in ((a, "6"), (b, "3.5"), (b, "5"), (a, "six")):
        entry.value = typed
        told.append(head.value)

    assert [text.partition("</b>: ")[2] for text in told] == [
        "0 of 10 h given out, 10 left",
        "6 of 10 h given out, 4 left",
        "9.5 of 10 h given out, 0.5 left",
        "11 of 10 h given out, 1 too many: take some back",
        "5 of 10 h given out, 5 left",
    ]


def test_what_is_no_number_is_kept_for_the_check_to_name():
    one = control(PLAIN)
    one.inputs[0].value = "six"

    value = one.read()

    assert value == {"A": "six", "B": 0}
    assert PLAIN.problems(value) == ["Hours: amounts are numbers of h, zero or more."]


def test_a_label_cannot_bring_html_into_the_page():
    field = Allocation("h", "<img src=x>", "<b>", ("A",), 1, 1)

    assert "<img" not in control(field).widget.children[0].value


def test_a_change_is_told_once_for_each_input():
    calls = []
    one = control(POSITION)
    one.observe(lambda: calls.append(one.read()))

    one.inputs[0].value = "3"
    one.inputs[1].value = "4"

    assert calls == [{"x_nm": 3, "y_nm": None}, {"x_nm": 3, "y_nm": 4}]

"""What sliders show, in Python: values, words, bars and chart of the same numbers."""

import numpy as np
import pytest

from trainkit.errors import TrainkitError
from trainkit.views.feature import Grid, Mark
from trainkit.views.live import Live, Shown, Slider, sliders, widget

WIND = Slider("wind_kn", "Wind", "kn", 0, 40, 1, value=15)
HOURS = Slider("hours", "Time adrift", "h", 0.5, 8.0, 0.5)


def drift(values):
    away = 0.03 * values["wind_kn"] * values["hours"]
    x_nm = np.array([away, away + 2.0, np.nan])
    words = f"The raft is {away:.2f} NM away."
    marks = (Mark("Last known position", 0.0, 0.0),)
    return Shown(words, x_nm, "Distance (NM)", (x_nm, np.zeros(3)), marks)


@pytest.fixture
def live():
    return Live((WIND, HOURS), drift, "Wind and drift")


def test_a_slider_with_whole_bounds_gives_whole_numbers_and_others_do_not():
    assert type(WIND.start) is int
    assert WIND.start == 15
    assert type(HOURS.start) is float
    assert HOURS.start == 4.5  # the middle step: fifteen steps of 0.5 from 0.5


def test_a_value_between_two_steps_is_kept_and_said():
    width = Slider("width_nm", "Sweep width", "NM", 0.0, 20.0, 0.1, value=0.85)

    assert width.start == 0.85
    assert width.words(width.start) == "Sweep width 0.85 NM"


def test_a_slider_says_its_value_with_the_decimals_of_its_step():
    assert WIND.words(15) == "Wind 15 kn"
    assert HOURS.words(2.0) == "Time adrift 2.0 h"
    assert Slider("p", "Chance", "", 0.0, 1.0, 0.05).words(0.5) == "Chance 0.50"


@pytest.mark.parametrize(("low", "high", "step"), [(5, 5, 1), (6, 5, 1), (0, 1, 2), (0, 1, 0)])
def test_a_slider_whose_bounds_or_step_make_no_scale_is_refused(low, high, step):
    with pytest.raises(TrainkitError, match="the first must be less"):
        Slider("x", "X", "NM", low, high, step)


@pytest.mark.parametrize("value", [-1, 41, float("nan"), "15", None, True])
def test_a_value_that_the_slider_cannot_have_is_refused_with_its_bounds(value):
    with pytest.raises(TrainkitError, match="Wind: 0 to 40 kn is possible"):
        WIND.at(value)


def test_an_unknown_slider_is_refused_with_the_nearest_name(live):
    with pytest.raises(TrainkitError, match=r"no slider 'wind_kt'\. Did you mean 'wind_kn'"):
        live.setting({"wind_kt": 3})


def test_sliders_of_one_name_are_refused():
    with pytest.raises(TrainkitError, match="a name of its own"):
        Live((WIND, WIND), drift, "Twice")


def test_the_words_carry_the_numbers_of_the_picture(live):
    words = live.words({"wind_kn": 20, "hours": 2.0})

    assert "Wind 20 kn, Time adrift 2.0 h" in words
    assert "The raft is 1.20 NM away." in words
    assert "Distance (NM): mean 2.2" in words  # 1.2 and 3.2
    assert "1 of 3 have no value" in words
    assert "2 points about 2.2 NM east, 0.0 NM north" in words
    assert "Last known position at 0.0 NM east, 0.0 NM north" in words


def test_points_travel_as_pairs_of_32_bit_numbers_without_those_that_do_not_exist(live):
    _, points = live.state({"wind_kn": 20, "hours": 2.0})

    np.testing.assert_allclose(np.frombuffer(points, "<f4"), [1.2, 0.0, 3.2, 0.0], rtol=1e-6)


def test_axes_widen_and_never_shrink_while_a_slider_moves(live):
    far, _ = live.state({"wind_kn": 40, "hours": 8.0})
    near, _ = live.state({"wind_kn": 1, "hours": 0.5})

    assert near["sea"]["bounds"] == far["sea"]["bounds"]
    assert near["bars"]["edges"][0] <= 0.015
    assert near["bars"]["edges"][-1] >= 11.6


def test_every_value_is_in_a_bar(live):
    state, _ = live.state({"wind_kn": 40, "hours": 8.0})

    assert sum(state["bars"]["groups"][0]["counts"]) == 2


def test_what_a_user_can_mend_is_said_where_the_text_stands():
    def refuses(values):
        raise TrainkitError(f"No table covers {values['wind_kn']} kn.")

    state, points = Live((WIND,), refuses, "Refused").state({"wind_kn": 15})

    assert state == {"text": "No table covers 15 kn.", "bars": None, "sea": None, "more": False}
    assert points == b""


def test_samples_without_any_value_are_said_to_have_none():
    empty = Live((WIND,), lambda _: Shown("Nothing.", [np.nan], "Time (h)"), "Empty")

    state, _ = empty.state({})

    assert state["bars"]["edges"] == []
    assert state["bars"]["caption"] == "Time (h): there is no value. 1 of 1 have no value."


def test_text_alone_needs_neither_bars_nor_chart():
    plain = Live((WIND,), lambda v: Shown(f"{v['wind_kn']} kn"), "Plain")

    assert plain.state({}) == ({"text": "15 kn", "bars": None, "sea": None, "more": False}, b"")


def test_without_widgets_the_words_are_printed(capsys):
    sliders((WIND, HOURS), drift, "Wind and drift", at={"wind_kn": 20, "hours": 2.0})

    said = capsys.readouterr()

    assert "The raft is 1.20 NM away." in said.out
    assert said.err == ""


def test_the_widget_answers_what_the_browser_asks_with_its_serial_number(live):
    made = widget(live, live.setting({}))

    made.asked = {"serial": 7, "values": {"wind_kn": 20, "hours": 2.0}}

    assert made.shown["serial"] == 7
    assert made.shown["text"] == "The raft is 1.20 NM away."
    assert len(made.points) == 16


def test_the_widget_survives_values_that_no_slider_can_have(live):
    made = widget(live, live.setting({}))

    made.asked = {"serial": 8, "values": {"wind_kn": 999}}

    assert made.shown["serial"] == 8
    assert "0 to 40 kn is possible" in made.shown["text"]


def test_a_grid_needs_all_cells_of_a_row_and_a_value_for_each():
    with pytest.raises(TrainkitError, match="every row needs all its cells"):
        Grid(("A", "B", "C"), 2, 0.0, 0.0, 6.0)
    with pytest.raises(TrainkitError, match="2 cells and 1 values"):
        Grid(("A", "B"), 2, 0.0, 0.0, 6.0, (0.5,))

"""Controls made of what a model declares, over runs in the same luck, setting after setting."""

from dataclasses import replace

import numpy as np
import pytest

from trainkit import load, replicate
from trainkit.analysis.intervals import mean_interval
from trainkit.errors import TrainkitError
from trainkit.views import again
from trainkit.views.axis import figure
from trainkit.views.explore import explore, explored
from trainkit.views.lever import control
from trainkit.views.pick import Pick
from trainkit.views.slider import Slider

METRIC = "persons_recovered_alive"


@pytest.fixture
def case():
    return load("trainkit/single-vessel-parallel")


@pytest.fixture(scope="module")
def season():
    """The joint season, cut to its first day: SimPy plays it in a moment."""
    return replace(load("trainkit/joint-season"), horizon_h=24.0)


@pytest.fixture
def cold(monkeypatch):
    monkeypatch.setattr(again, "is_warm", lambda model: False)


def ends(values):
    one = mean_interval(values)
    return f"{figure(one.estimate)} ({figure(one.low)} to {figure(one.high)})"


def test_the_words_tell_the_metric_and_the_paired_difference_as_replicate_finds_them(case, capsys):
    changed = replicate(case.vary("wind_kn", 30.0), 20, progress=False).values(METRIC)
    own = replicate(case, 20, progress=False).values(METRIC)
    gap = changed - own

    explore(case, ["wind_kn"], METRIC, n=20, at={"wind_kn": 30.0})
    said = capsys.readouterr().out

    assert "Set now: Wind speed 30 kn." in said
    assert f"{ends(changed)} with these values." in said
    before = f"(Wind speed {case.parameters.wind_kn:.0f} kn), run by run: {ends(gap)};"
    assert f"Difference to the setting before {before}" in said
    assert f"less in {(gap < 0).sum()} of 20 runs, more in {(gap > 0).sum()}." in said
    assert "20 runs, in the same luck" in said


def test_a_tenth_of_the_runs_answers_first_and_the_rest_follows_when_asked_again(case):
    values = replicate(case.vary("wind_kn", 30.0), 40, progress=False).values(METRIC)
    live = explored(case, ["wind_kn"], METRIC, n=40)

    states = [live.state({"wind_kn": 30.0})[0] for _ in range(3)]

    assert [state["more"] for state in states] == [True, True, False]
    for state, n in zip(states, (4, 20, 40), strict=True):
        assert f"{ends(values[:n])} with these values." in state["text"]
        assert f" of {n} runs, more in" in state["text"]
    assert "4 of 40 runs so far" in states[0]["text"]


def test_a_setting_that_was_passed_by_is_not_the_setting_before(case):
    live = explored(case, ["wind_kn"], METRIC, n=40)
    live.state({"wind_kn": 20.0})

    said = live.words({"wind_kn": 30.0})

    assert f"(Wind speed {case.parameters.wind_kn:.0f} kn)" in said


def test_a_setting_that_stood_whole_is_the_setting_before_and_is_not_simulated_again(
    case, monkeypatch
):
    live = explored(case, ["wind_kn"], METRIC, n=20)
    first, second = live.words({"wind_kn": 20.0}), live.words({"wind_kn": 30.0})
    monkeypatch.setattr(again.Growing, "_more", lambda *_: pytest.fail("it simulates"))

    back = live.words({"wind_kn": 20.0})

    assert "(Wind speed 20 kn)" in second
    assert "(Wind speed 30 kn)" in back
    assert first.split(" with these values")[0] in back


def test_samples_and_those_before_are_drawn_on_one_axis(case):
    live = explored(case, ["wind_kn"], METRIC, n=20)
    alone, _ = live.state({})
    live.words({"wind_kn": 30.0})
    state, _ = live.state({"wind_kn": 30.0})

    assert [group["name"] for group in alone["bars"]["groups"]] == [""]
    names = [group["name"] for group in state["bars"]["groups"]]
    assert names == ["these values", "the setting before"]
    assert [sum(group["counts"]) for group in state["bars"]["groups"]] == [20, 20]


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("sharing", "picture", "What the partner's rescue centre is given: picture"),
        ("dispatch_phase", "distress", "The phase from which on units are sent: distress"),
        ("most_units", 1, "Most units that are sent to one case 1"),
        ("ask_merchants", False, "Whether merchant ships are asked"),
        ("units.0.area_x_nm", 10.0, "Skua: middle of its patrol area, east 10 NM"),
    ],
)
def test_a_lever_of_the_joint_model_plays_the_runs_that_it_sets(season, cold, name, value, says):
    values = replicate(season.vary(name, value), 4, progress=False, engine="simpy")
    one = mean_interval(values.values("person_hours_in_distress_h"))

    said = explored(season, [name], "person_hours_in_distress_h", n=4).words({name: value})

    assert says in said
    assert f"{figure(one.estimate)} ({figure(one.low)} to {figure(one.high)}) with these" in said


def test_a_word_lever_offers_every_word_and_begins_where_the_scenario_stands(season):
    made = control(season, "handover")

    assert made.options == (
        ("act_until_accepted", "act until accepted"),
        ("wait_for_acceptance", "wait for acceptance"),
    )
    assert made.start == "act_until_accepted"


def test_an_area_over_land_is_said_where_the_text_stands_and_is_no_setting_before(season, cold):
    live = explored(season, ["units.0.area_x_nm"], "lost", n=2)

    refused, _ = live.state({"units.0.area_x_nm": 110.0})
    said = live.words({"units.0.area_x_nm": 10.0})

    assert "the patrol area of 'Skua' reaches over land" in refused["text"]
    assert "east -20 NM" in said.split("before")[1]


def test_until_the_engine_is_warm_simpy_answers_and_the_text_says_so(season, cold, monkeypatch):
    monkeypatch.setattr(again, "_MOST_SIMPY", 3)

    said = explored(season, ["sharing"], "lost", n=1000).words({"sharing": "alerts"})

    assert "3 runs, in the same luck" in said
    assert "SimPy answers, with 3 runs in place of 1,000" in said
    assert "`trainkit warmup`" in said


def test_of_a_model_with_one_engine_all_runs_are_played_and_warmth_is_not_spoken_of(case, cold):
    alone = replace(case, model=replace(case.model, twin=None))

    said = explored(alone, ["wind_kn"], METRIC, n=201).words({})

    assert "201 runs, in the same luck" in said
    assert "SimPy" not in said


def test_a_control_of_ones_own_has_its_bounds_and_begins_where_the_scenario_stands(season):
    own = Slider("units.0.area_x_nm", "Skua, east", "NM", -35.0, 60.0, 5.0)

    made = control(season, own)

    assert (made.low, made.high, made.step, made.start) == (-35.0, 60.0, 5.0, -20.0)


def test_a_slider_has_the_bounds_unit_and_step_of_the_declaration(case):
    slider = control(case, "units.0.search_speed_kn")

    assert (slider.low, slider.high, slider.step) == (3.0, 200.0, 1.0)
    assert slider.unit == "kn"
    assert slider.start == case.parameters.units[0].search_speed_kn


def test_a_whole_parameter_stays_whole(case):
    assert type(control(case, "persons").start) is int


@pytest.mark.parametrize("value", ["pictur", 0, True, None])
def test_a_word_that_is_no_option_is_refused_with_the_options(value):
    pick = Pick("sharing", "Given", (("alone", "alone"), ("picture", "picture")))

    with pytest.raises(TrainkitError, match="Given: 'alone', 'picture' is possible, not"):
        pick.at(value)


def test_a_choice_of_one_word_is_refused():
    with pytest.raises(TrainkitError, match="needs at least two"):
        Pick("sharing", "Given", (("alone", "alone"),))


def test_yes_and_no_are_not_one_and_nought():
    with pytest.raises(TrainkitError, match="is possible, not 1"):
        Pick("ask", "Ask", ((True, "yes"), (False, "no"))).at(1)


@pytest.mark.parametrize(
    ("name", "metric", "says"),
    [
        ("wind_kt", "detected", "Did you mean 'wind_kn'"),
        ("units.0.name", "detected", "needs a number with bounds"),
        ("wind_kn", "detectd", "Did you mean 'detected'"),
    ],
)
def test_what_cannot_be_explored_is_refused_with_what_to_do(case, name, metric, says):
    with pytest.raises(TrainkitError, match=says):
        explore(case, [name], metric, n=2)


def test_runs_that_came_in_steps_are_those_of_replicate(case):
    whole = replicate(case, 7, progress=False, engine="simpy")
    grown = again.Growing(case)

    steps = [grown.grow(n, "simpy").values(METRIC) for n in (2, 3, 7, 5)]

    assert [len(values) for values in steps] == [2, 3, 7, 7]
    for values in steps:
        np.testing.assert_array_equal(values, whole.values(METRIC)[: len(values)])

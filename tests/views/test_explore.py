"""Sliders made of what a model declares, over runs in the same luck."""

import pytest

from trainkit import load, replicate
from trainkit.analysis.intervals import mean_interval
from trainkit.errors import TrainkitError
from trainkit.views import explore as explored
from trainkit.views.axis import figure
from trainkit.views.explore import explore


@pytest.fixture
def case():
    return load("trainkit/single-vessel-parallel")


def test_the_words_tell_the_metric_with_both_settings_as_replicate_finds_it(case, capsys):
    changed = replicate(case.vary("wind_kn", 30.0), 20, progress=False)
    now = mean_interval(changed.values("persons_recovered_alive"))
    own = mean_interval(replicate(case, 20, progress=False).values("persons_recovered_alive"))

    explore(case, ["wind_kn"], "persons_recovered_alive", n=20, at={"wind_kn": 30.0})
    said = capsys.readouterr().out

    assert "Wind speed 30 kn" in said
    assert f"{figure(now.estimate)} ({figure(now.low)} to {figure(now.high)}) with these" in said
    assert f"{figure(own.estimate)} ({figure(own.low)} to {figure(own.high)}) with the" in said
    assert "20 runs each" in said


def test_a_slider_has_the_bounds_unit_and_step_of_the_declaration(case):
    declared = {row.name: row for row in explored.declarations(case.parameters)}

    slider = explored._slider("units.0.search_speed_kn", declared)

    assert (slider.low, slider.high, slider.step) == (3.0, 200.0, 1.0)
    assert slider.unit == "kn"
    assert slider.start == case.parameters.units[0].search_speed_kn


def test_a_whole_parameter_stays_whole(case):
    declared = {row.name: row for row in explored.declarations(case.parameters)}

    assert type(explored._slider("persons", declared).start) is int


@pytest.mark.parametrize(
    ("name", "metric", "says"),
    [
        ("wind_kt", "detected", "Did you mean 'wind_kn'"),
        ("lateral_range", "detected", "needs a number with bounds"),
        ("units.0.can_recover", "detected", "needs a number with bounds"),
        ("wind_kn", "detectd", "Did you mean 'detected'"),
    ],
)
def test_what_cannot_be_explored_is_refused_with_what_to_do(case, name, metric, says):
    with pytest.raises(TrainkitError, match=says):
        explore(case, [name], metric, n=2)

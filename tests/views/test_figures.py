"""Figures for print: what they show, what they say, and how they are saved."""

import re
import subprocess
import sys

import numpy as np
import pytest
from scipy.stats import binomtest

from trainkit import load, replicate, run, sweep
from trainkit.errors import TrainkitError
from trainkit.views.figures import (
    chart_figure,
    intervals_figure,
    outcome_figure,
    results_figure,
    save,
)
from trainkit.views.search_chart import search_parts

SAMPLES = {"your decision": [1.0, 2.0, 2.0, np.nan], "the baseline": [0.0, 1.0, 1.0, 1.0]}
LABEL = "Persons recovered alive"


@pytest.fixture(scope="module")
def case():
    return load("trainkit/single-vessel-parallel")


@pytest.fixture(scope="module")
def results(case):
    return replicate(case, 40, progress=False)


def texts(figure):
    from matplotlib.text import Text

    return " ".join(found.get_text() for found in figure.findobj(Text))


def test_a_figure_of_results_says_how_often_the_object_was_found(results):
    found = int(results.values("detected").sum())

    said = texts(results_figure(results))

    assert f"40 runs, object found in {100 * found / 40:.0f} % of them" in said
    assert f"Object found: {100 * found / 40:.0f} %" in said
    assert "Time to detection (h)" in said
    assert "Persons recovered alive" in said


def test_the_line_over_a_proportion_is_its_exact_interval(results):
    found = int(results.values("detected").sum())
    ends = binomtest(found, 40).proportion_ci(0.95, "exact")

    line = results_figure(results).axes[0].lines[0]

    np.testing.assert_allclose(line.get_xdata(), [100 * ends.low, 100 * ends.high])


def test_the_bars_of_a_figure_hold_every_run_that_has_a_value(results):
    hours = results.values("time_to_detection_h")

    bars = results_figure(results).axes[1].containers[0]

    assert sum(bar.get_height() for bar in bars) == np.isfinite(hours).sum()
    assert f"none in {np.isnan(hours).sum()} runs" in texts(results_figure(results))


def test_runs_that_all_lack_a_value_are_drawn_as_none(case):
    blind = case.vary("units.0.sweep_width_nm", 0.0)

    said = texts(results_figure(replicate(blind, 5, progress=False)))

    assert "object found in 0 % of them" in said
    assert "no value" in said
    assert "Mean none; none in 5 runs" in said


def test_a_figure_of_a_sweep_says_parameter_unit_and_metric(case):
    swept = sweep(case, "wind_kn", [5.0, 20.0], 10, progress=False)

    figure = intervals_figure(swept, "persons_recovered_alive")

    assert "Wind speed (kn)" in texts(figure)
    assert "Persons recovered alive" in texts(figure)
    assert (
        f"At 5.0: {swept.values('persons_recovered_alive')[0].mean():.3g} (" in figure.get_label()
    )


def test_results_of_a_sweep_are_refused_with_the_figure_that_draws_them(case):
    with pytest.raises(TrainkitError, match="intervals_figure"):
        results_figure(sweep(case, "wind_kn", [5.0], 2, progress=False))


def test_an_unknown_metric_is_refused_with_the_nearest_name(results):
    with pytest.raises(TrainkitError, match="Did you mean 'detected'"):
        intervals_figure(results, "detectd")


def test_outcomes_stand_on_one_axis_with_their_means_and_what_is_missing():
    figure = outcome_figure(SAMPLES, LABEL)

    assert "your decision: mean 1.67, 1 without a value" in texts(figure)
    assert "the baseline: 75 % yes" in texts(figure)
    assert figure.axes[0].get_xlim() == figure.axes[1].get_xlim()
    assert figure.axes[1].get_xlabel() == LABEL


def test_no_outcomes_are_refused():
    with pytest.raises(TrainkitError, match="no outcomes to draw"):
        outcome_figure({}, LABEL)


def test_a_printed_chart_has_axes_in_nautical_miles_and_the_units_where_they_are(case):
    parts = search_parts(case, run(case))
    unit = next(one for one in parts["tracks"] if one.group == "Alder")

    figure = chart_figure(**parts, at_h=3.0)

    ax = figure.axes[0]
    drawn = next(line for line in ax.lines if line.get_label() == "Alder")
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("NM east", "NM north")
    assert ax.get_aspect() == 1.0
    np.testing.assert_allclose((drawn.get_xdata()[0], drawn.get_ydata()[0]), unit.at(3.0))


@pytest.mark.parametrize("suffix", [".png", ".svg", ".PNG"])
def test_the_same_figure_gives_the_same_bytes_with_the_statement_in_them(tmp_path, suffix):
    first = save(outcome_figure(SAMPLES, LABEL), tmp_path / f"eins Ö{suffix}").read_bytes()
    second = save(outcome_figure(SAMPLES, LABEL), tmp_path / f"zwei{suffix}").read_bytes()

    assert first == second
    assert b"EXERCISE - SYNTHETIC DATA" in first
    assert b"mean 1.67" in first  # the words travel with the picture


def test_every_figure_carries_the_statement(results):
    for figure in (outcome_figure(SAMPLES, LABEL), results_figure(results), chart_figure("Empty")):
        assert "EXERCISE - SYNTHETIC - NOT FOR OPERATIONS" in texts(figure)


def test_a_saved_picture_holds_no_date_and_no_version(tmp_path):
    content = save(outcome_figure(SAMPLES, LABEL), tmp_path / "a.svg").read_text(encoding="utf-8")

    assert not re.search(r"<dc:date>", content)


@pytest.mark.parametrize("name", ["picture.jpg", "picture", "picture.pdf"])
def test_another_suffix_is_refused(tmp_path, name):
    with pytest.raises(TrainkitError, match=r"in \.png or \.svg"):
        save(outcome_figure(SAMPLES, LABEL), tmp_path / name)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said_with_its_path(tmp_path):
    with pytest.raises(TrainkitError, match="Choose a folder that is there"):
        save(outcome_figure(SAMPLES, LABEL), tmp_path / "nowhere" / "a.png")


def test_drawing_leaves_no_trace_in_the_settings_of_other_pictures(tmp_path):
    import matplotlib as mpl

    before = dict(mpl.rcParams)
    save(outcome_figure(SAMPLES, LABEL), tmp_path / "a.png")

    assert dict(mpl.rcParams) == before


@pytest.mark.parametrize(
    ("code", "module"),
    [
        ("import trainkit.views.figures", "matplotlib"),
        ("from trainkit.views.figures import *; chart_figure('Empty')", "matplotlib.pyplot"),
        ("import trainkit.views.live, trainkit.views.chart", "anywidget"),
    ],
)
def test_what_is_heavy_or_opens_windows_is_not_imported(code, module):
    code = f"import sys; {code}; print({module!r} in sys.modules)"

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout == "False\n"

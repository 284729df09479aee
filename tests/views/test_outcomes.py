"""Outcomes of a decision beside the baseline: the same numbers in bars and in words."""

import numpy as np
import pytest
from scipy.stats import binomtest, t

from trainkit.errors import TrainkitError
from trainkit.views.distribution import distributions
from trainkit.views.outcomes import outcomes, outcomes_text

HOURS = np.array([1.0, 2.0, 2.5, 4.0, np.nan, 7.5])


def test_every_value_is_in_one_bar_and_the_missing_are_counted():
    found = distributions({"yours": HOURS, "baseline": HOURS * 2}, "Time (h)")

    assert [sum(group.counts) for group in found.groups] == [5, 5]
    assert "1 of 6 have no value" in found.groups[0].words
    assert found.edges[0] <= 1.0
    assert found.edges[-1] > 15.0


def test_the_interval_in_words_is_that_of_students_t():
    values = HOURS[~np.isnan(HOURS)]
    low, high = t.interval(0.95, 4, values.mean(), values.std(ddof=1) / np.sqrt(5))

    words = outcomes_text({"yours": HOURS}, "Time (h)")

    assert f"yours: mean 3.4 (95 % interval {low:.3g} to {high:.3g}) of 5 values" in words


def test_zeros_and_ones_are_told_as_a_proportion():
    ends = binomtest(640, 1000).proportion_ci(0.95, "exact")

    words = outcomes_text({"yours": np.arange(1000) < 640}, "Boat found before dawn")

    assert f"640 of 1,000 (64.0 %, 95 % interval {100 * ends.low:.1f} to" in words


def test_whole_numbers_stand_in_the_middle_of_their_bars():
    found = distributions({"yours": [0, 1, 1, 5], "baseline": [2]}, "Persons recovered alive")

    assert found.edges == (-0.5, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5)
    assert found.groups[0].counts == (1, 2, 0, 0, 0, 1)
    assert found.groups[1].counts == (0, 0, 1, 0, 0, 0)
    assert found.ticks == (0, 1, 2, 3, 4, 5)


@pytest.mark.parametrize("values", [[3.25], [0.0, 0.0, 0.5], [1e9, 1e9 + 1], [-1e-9, 2e-9]])
def test_bars_hold_all_values_however_narrow_or_wide_they_lie(values):
    found = distributions({"yours": values}, "Something")

    assert sum(found.groups[0].counts) == len(values)
    assert 2 <= len(found.edges) <= 60


def test_no_sample_and_no_value_are_said_and_not_drawn():
    assert outcomes_text({}, "Time (h)") == "Time (h)."
    assert outcomes({"yours": [np.nan]}, "Time (h)").bars["edges"] == []


def test_the_widgets_caption_is_the_text():
    samples = {"yours": HOURS, "baseline": HOURS + 1}

    assert outcomes(samples, "Time (h)").bars["caption"] == outcomes_text(samples, "Time (h)")


@pytest.mark.parametrize("bad", [[1.0, np.inf], ["fast"], [[1], [2, 3]]])
def test_samples_that_no_axis_shows_are_refused(bad):
    with pytest.raises(TrainkitError, match="amples"):
        outcomes_text({"yours": bad}, "Time (h)")

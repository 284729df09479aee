"""Scores: lives come first by gate, and no enforcement gain buys them back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.errors import TrainkitError
from trainkit.lessons.score import Criterion, Score, between

parts = st.floats(0, 1)


def score(life, other):
    return Score(
        (
            Criterion("lives", life, 60, "", life=True),
            Criterion("evidence", other, 40, ""),
        )
    )


def test_the_gate_multiplies_every_other_criterion_by_the_life_that_was_reached():
    assert score(0.5, 1.0).points == 60 * 0.5 + 40 * 1.0 * 0.5
    assert score(0.0, 1.0).points == 0
    assert score(1.0, 0.25).points == 60 + 10


@given(parts, parts, parts)
def test_no_gain_elsewhere_buys_back_a_loss_of_life(life, loss, other):
    worse = life * loss

    assert score(worse, 1.0).points <= score(life, 1.0).points
    assert score(worse, other).points <= 100 * worse + 1e-9


@given(st.floats(allow_nan=False, allow_infinity=False), parts)
def test_a_fraction_beyond_its_ends_is_cut(fraction, other):
    assert 0 <= score(fraction, other).points <= 100


def test_the_least_life_criterion_is_the_gate():
    both = Score(
        (
            Criterion("aboard", 1.0, 30, "", life=True),
            Criterion("in the water", 0.2, 30, "", life=True),
            Criterion("evidence", 1.0, 40, ""),
        )
    )

    assert both.points == pytest.approx(30 + 6 + 8)


def test_without_a_life_criterion_there_is_no_gate():
    assert Score((Criterion("evidence", 0.5, 40, ""),)).points == 20


def test_no_criteria_earn_nothing():
    assert Score().points == 0


@pytest.mark.parametrize("fraction", [float("nan"), float("inf"), float("-inf")])
def test_a_fraction_that_is_no_number_is_our_error_and_never_a_zero(fraction):
    with pytest.raises(TrainkitError, match="This is our error"):
        _ = score(1.0, fraction).points


@given(st.floats(-100, 100), st.floats(-100, 100), st.floats(0.01, 100))
def test_the_place_between_baseline_and_reference_is_a_straight_line_cut_at_both_ends(
    value, baseline, gap
):
    reference = baseline + gap

    place = between(value, baseline, reference)

    assert 0 <= place <= 1
    if baseline <= value <= reference:
        assert baseline + place * (reference - baseline) == pytest.approx(value, abs=1e-9)
    else:
        assert place == (0 if value < baseline else 1)


def test_a_variant_whose_reference_is_no_better_is_refused():
    for reference in (5.0, 4.0):
        with pytest.raises(TrainkitError, match="must be drawn again"):
            between(5.0, 5.0, reference)

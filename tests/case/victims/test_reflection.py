"""The reflection period is never under 30 days, save by a decision with ground and reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.case.victims.reflection import DAY_H, GROUNDS, Ended, Reflection
from trainkit.errors import TrainkitError

BEGAN = st.floats(0, 1e5)
DAYS = st.floats(-100, 400)
GROUND = st.sampled_from([*GROUNDS, "testimony_withdrawn", "no_bed", ""])
REASON = st.sampled_from(["", "no", "he hired the guards himself"])


@given(BEGAN, DAYS)
def test_no_drawn_period_is_shorter_than_thirty_days(began_h, days):
    if days < 30:
        with pytest.raises(TrainkitError, match="30 at least"):
            Reflection(began_h, days)
        return

    assert Reflection(began_h, days).ends_h - began_h >= 30 * DAY_H - 1e-6


@given(
    BEGAN,
    st.floats(30, 90),
    st.lists(st.tuples(st.floats(-5, 120), GROUND, REASON, st.floats(-20, 60)), max_size=8),
)
def test_in_any_drawn_case_it_ends_early_only_by_a_ground_and_a_reason(began_h, days, asked):
    period = Reflection(began_h, days)
    for after_days, ground, reason, more in asked:
        period = _tried(period, began_h + after_days * DAY_H, ground, reason)
        period = _longer(period, more)

    if period.ended is None:
        assert period.ends_h - began_h >= 30 * DAY_H - 1e-6
    else:
        assert period.ended.ground in GROUNDS
        assert period.ended.reason == "he hired the guards himself"


def _tried(period, at_h, ground, reason):
    try:
        return period.end(at_h, ground, reason)
    except TrainkitError:
        return period


def _longer(period, days):
    try:
        return period.extend(days)
    except TrainkitError:
        return period


@pytest.mark.parametrize(
    "decision",
    [
        (100.0, "no_bed", "he hired the guards himself"),
        (100.0, "public_order", ""),
        (100.0, "public_order", ". . . ."),
    ],
)
def test_no_decision_is_made_without_its_ground_and_reason(decision):
    with pytest.raises(TrainkitError, match=r"ends no reflection period|The reason given is"):
        Ended(*decision)


@pytest.mark.parametrize("at_h", [-1.0, 30 * DAY_H, float("nan")])
def test_a_period_is_not_made_as_ended_outside_of_it(at_h):
    with pytest.raises(TrainkitError, match="nothing to decide outside of it"):
        Reflection(0.0, 30.0, Ended(at_h, "public_order", "he hired the guards himself"))


@pytest.mark.parametrize("began_h", [float("nan"), float("inf")])
def test_a_period_begins_at_an_hour(began_h):
    with pytest.raises(TrainkitError, match="begins at an hour"):
        Reflection(began_h)


def test_a_period_that_was_ended_is_not_made_longer_and_not_ended_again():
    ended = Reflection(0.0).end(100.0, "public_order", "he hired the guards himself")

    with pytest.raises(TrainkitError, match="made longer by days above 0 while it runs"):
        ended.extend(10.0)
    with pytest.raises(TrainkitError, match="nothing to decide outside of it"):
        ended.end(100.0, "public_order", "he hired the guards himself")


def test_it_runs_from_its_first_hour_up_to_its_end():
    period = Reflection(began_h=48.0)

    assert [period.running(at) for at in (47.9, 48.0, 767.9, 768.0)] == [False, True, True, False]


def test_a_decision_with_its_reason_ends_it_then():
    period = Reflection(0.0).end(240.0, "improper_claim", "he hired the guards himself")

    assert (period.ends_h, period.due_h) == (240.0, 720.0)
    assert not period.running(240.0)


@pytest.mark.parametrize(
    ("at_h", "ground", "reason", "said"),
    [
        (240.0, "testimony_withdrawn", "she takes it back", "taken back is none"),
        (240.0, "public_order", "", "Say in a sentence why"),
        (800.0, "public_order", "he hired the guards", "cannot be ended at 800 h"),
    ],
)
def test_what_ends_no_period_is_refused_with_the_reason(at_h, ground, reason, said):
    with pytest.raises(TrainkitError, match=said):
        Reflection(0.0).end(at_h, ground, reason)


def test_days_that_are_no_number_make_no_period():
    with pytest.raises(TrainkitError, match="30 at least"):
        Reflection(0.0, float("nan"))

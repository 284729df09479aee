"""Money is held for a term of working days, and kept where its way from the offence is seen."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.case.finance.hold import SUSPENSION_DAYS, Hold, review, suspension_ends_h
from trainkit.errors import TrainkitError

HOLD = Hold("Alder", 10.0, 40.0, held_cents=90_000, traced_cents=90_000)


def by_calendar(start, days):
    """Return the last day of a term, counted on a calendar."""
    day = start
    while days:
        day += timedelta(days=1)
        days -= day.weekday() < 5
    return day


@given(
    st.sampled_from(["Alder", "Borea"]), st.integers(0, 13), st.floats(0, 23.9), st.integers(0, 6)
)
def test_a_suspension_ends_with_the_last_working_day_of_its_term(side, day, hour, weekday):
    monday = date(2035, 1, 1)
    start = monday + timedelta(days=weekday + day)

    ends_h = suspension_ends_h(side, 24.0 * day + hour, weekday)

    wanted = by_calendar(start, {"Alder": 5, "Borea": 7}[side])
    assert ends_h / 24.0 == (wanted - start).days + day + 1


def test_the_terms_are_those_that_were_published_for_two_units():
    assert SUSPENSION_DAYS == {"Alder": 5, "Borea": 7}


def test_what_is_traced_and_in_time_is_kept():
    assert review(HOLD).verdict == "kept"
    assert review(HOLD).kept_cents == 90_000


@pytest.mark.parametrize(
    ("changed", "verdict", "kept"),
    [
        ({"reviewed_h": 24.0 * 30}, "lapsed", 0),
        ({"ground": "suspicion"}, "not_linked", 0),
        ({"ground": ""}, "not_linked", 0),
        ({"traced_cents": 0}, "not_linked", 0),
        ({"traced_cents": 30_000}, "too_much", 30_000),
        ({"frozen_as": "terrorist_financing"}, "wrong_branch", 0),
    ],
)
def test_a_hold_falls_for_a_reason_that_is_told(changed, verdict, kept):
    found = review(replace(HOLD, **changed))

    assert (found.verdict, found.kept_cents) == (verdict, kept)
    assert len(found.told.split()) > 5


@given(st.integers(1, 10**9), st.integers(0, 10**9), st.floats(0, 2_000))
def test_never_more_is_kept_than_was_traced_or_held(held, traced, reviewed_h):
    found = review(Hold("Borea", 0.0, reviewed_h, held, traced))

    assert 0 <= found.kept_cents <= min(held, traced)


@pytest.mark.parametrize("changed", [{"reviewed_h": 5.0}, {"held_cents": 0}, {"held_cents": -4}])
def test_a_hold_that_cannot_be_is_refused(changed):
    with pytest.raises(TrainkitError, match="Hold something"):
        review(replace(HOLD, **changed))


def test_a_state_without_a_unit_is_refused():
    with pytest.raises(TrainkitError, match="Did you mean 'Alder'"):
        suspension_ends_h("Aldr", 0.0)

"""Clocks: interception and renewal, FIU suspension, provisional arrest, disclosure."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.case.evidence.conftest import item

from trainkit.case.evidence import (
    admissible,
    fiu_suspension_until_day,
    interception_order,
    interception_terms,
    provisional_arrest_until_h,
    renewed,
    undisclosed,
)
from trainkit.errors import TrainkitError

TERMS = [
    ("Alder", "ordinary", 15, 15, 45),
    ("Alder", "organised", 40, 20, None),
    ("Borea", "ordinary", 30, 30, 90),
    ("Borea", "organised", 30, 30, 180),
]


def order(side="Alder", offence="ordinary"):
    return interception_order(side, offence, 0.0, "Procedure Act, section 60", ["call of 3 May"])


@pytest.mark.parametrize(("side", "offence", "first", "renewal", "cap"), TERMS)
def test_the_terms_of_interception_are_those_of_the_table(side, offence, first, renewal, cap):
    terms = interception_terms(side, offence)

    assert (terms.first_days, terms.renewal_days, terms.cap_days) == (first, renewal, cap)


def test_an_order_runs_fifteen_days_and_a_renewal_on_new_grounds_fifteen_more():
    first = order()

    second = renewed(first, 300.0, ["a meeting was seen"], "ordinary")

    assert (first.to_h, second.to_h) == (15 * 24.0, 30 * 24.0)
    assert second.grounds == {"call of 3 May", "a meeting was seen"}


@pytest.mark.parametrize(
    ("decided_h", "grounds", "said"),
    [
        (361.0, ["a meeting was seen"], r"ran out at 360 h and the judge decides at 361 h"),
        (300.0, ["call of 3 May"], r"names only the grounds of the running order"),
        (300.0, [], r"names only the grounds of the running order"),
    ],
)
def test_a_late_renewal_and_one_without_new_grounds_are_refused(decided_h, grounds, said):
    with pytest.raises(TrainkitError, match=said):
        renewed(order(), decided_h, grounds, "ordinary")


def test_ordinary_interception_ends_at_the_cap_and_organised_crime_in_alder_has_none():
    capped, open_ = order(), order(offence="organised")
    for n in range(2):
        capped = renewed(capped, capped.to_h, [f"ground {n}"], "ordinary")
    for n in range(12):
        open_ = renewed(open_, open_.to_h, [f"ground {n}"], "organised")

    with pytest.raises(TrainkitError, match="reached the 45 days"):
        renewed(capped, capped.to_h, ["one more"], "ordinary")
    assert open_.to_h == 24.0 * (40 + 12 * 20)


@given(
    st.sampled_from(TERMS),
    st.lists(st.tuples(st.floats(0.0, 1.0), st.integers(0, 5)), max_size=12),
    st.floats(0.0, 10000.0),
)
def test_no_history_of_renewals_admits_a_call_after_the_law_s_last_day(terms, asked, heard_h):
    """Whatever is asked, and when: a call outside the running order is out in both States."""
    side, offence, first, renewal, cap = terms
    running, granted = order(side, offence), 0
    for share, ground in asked:
        try:
            running = renewed(running, share * running.to_h, [f"ground {ground}"], offence)
            granted += 1
        except TrainkitError:
            continue

    last_day = first + renewal * granted
    assert running.to_h <= 24.0 * (min(last_day, cap) if cap else last_day) + 1e-9
    assert granted <= 6  # six grounds can be new once each
    call = item(action="interception", side=side, warrant=running, obtained_h=heard_h, custody=())
    assert admissible(call, side).admitted == (heard_h <= running.to_h)


@given(st.integers(0, 400), st.integers(0, 6))
def test_five_working_days_are_counted_as_a_calendar_counts_them(day, weekday):

    last = fiu_suspension_until_day("Alder", day, weekday)

    begun = date(2024, 1, 1) + timedelta(days=weekday)
    days = [begun + timedelta(days=n) for n in range(1, last - day + 1)]
    assert sum(one.weekday() < 5 for one in days) == 5
    assert days[-1].weekday() < 5


def test_borea_counts_seven_days_whatever_they_are():
    assert {fiu_suspension_until_day("Borea", 3, n) for n in range(7)} == {10}


def test_a_suspension_before_the_case_was_opened_is_refused():
    with pytest.raises(TrainkitError, match="Day -1 lies before the case was opened"):
        fiu_suspension_until_day("Alder", -1, 0)


@given(st.floats(0.0, 1000.0), st.none() | st.floats(0.0, 3000.0))
def test_a_provisional_arrest_never_lasts_beyond_forty_days(arrested_h, request_h):
    days = (provisional_arrest_until_h(arrested_h, request_h) - arrested_h) / 24.0

    in_time = request_h is not None and request_h <= arrested_h + 18 * 24.0
    assert days == pytest.approx(40.0 if in_time else 18.0)


@pytest.mark.parametrize(
    ("disclosed_h", "now_h", "late"),
    [(None, 339.0, False), (None, 341.0, True), (340.0, 900.0, False), (341.0, 900.0, True)],
)
def test_what_speaks_for_the_accused_is_late_after_ten_days_in_alder(disclosed_h, now_h, late):
    told = item(exculpatory=True, found_h=100.0, disclosed_h=disclosed_h)

    assert bool(undisclosed([told], "Alder", now_h)) == late
    assert undisclosed([item()], "Alder", now_h) == ()

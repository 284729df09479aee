"""Clocks: interception and renewal beside rulings, a suspended payment, disclosure."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.case.evidence.conftest import item

from trainkit.case.evidence import admissible, suspended_until_h, undisclosed
from trainkit.case.finance.hold import suspension_ends_h
from trainkit.case.law import granted, renewed
from trainkit.errors import TrainkitError

TERMS = [
    ("Alder", "smuggling", 15, 15, 45),
    ("Alder", "trafficking", 40, 20, None),
    ("Borea", "smuggling", 60, 30, 150),
]


@given(
    st.sampled_from(TERMS),
    st.lists(st.tuples(st.floats(0.0, 1.2), st.integers(1, 6)), max_size=12),
    st.floats(0.0, 10000.0),
)
def test_no_history_of_renewals_admits_a_call_after_the_law_s_last_day(terms, asked, heard_h):
    """Whatever is asked, and when: a call outside the running order is out."""
    side, offence, first, renewal, cap = terms
    told = {"target": 0, "authority": "judge", "now_h": 0.0}
    running, times = granted(side, "interception", offence, grounds=(0,), **told), 0
    for share, ground in asked:
        try:
            running = renewed(running, now_h=share * running.expires_h, grounds=(ground,))
            times += 1
        except TrainkitError:
            continue

    last_day = first + renewal * times
    assert running.expires_h <= 24.0 * (min(last_day, cap) if cap else last_day) + 1e-9
    assert times <= 6  # six grounds can be new once each
    call = item(
        action="interception",
        offence=offence,
        side=side,
        warrant=running,
        obtained_h=heard_h,
        custody=(),
    )
    assert admissible(call, side).admitted == (heard_h < running.expires_h)


@given(st.floats(0.0, 9000.0), st.integers(0, 6), st.sampled_from((("Alder", 5), ("Borea", 7))))
def test_both_states_count_working_days_as_a_calendar_does(from_h, weekday, term):
    side, days = term
    opened = date(2024, 1, 1) + timedelta(days=weekday)  # a Monday, and later days of its week
    begun = opened + timedelta(days=int(from_h // 24))

    free = opened + timedelta(hours=suspended_until_h(side, from_h, weekday))

    between = [begun + timedelta(days=n) for n in range(1, (free - begun).days)]
    assert sum(one.weekday() < 5 for one in between) == days
    assert between[-1].weekday() < 5


@given(st.sampled_from(("Alder", "Borea")), st.floats(0.0, 9000.0), st.integers(0, 6))
def test_a_suspension_ends_alike_before_the_court_and_at_the_desk_for_money(side, from_h, weekday):
    assert suspended_until_h(side, from_h, weekday) == suspension_ends_h(side, from_h, weekday)


def test_a_suspension_before_the_case_was_opened_is_refused():
    with pytest.raises(TrainkitError, match="suspended at -1 h, before the case was opened"):
        suspended_until_h("Alder", -1.0)


@pytest.mark.parametrize(
    ("disclosed_h", "now_h", "late"),
    [(None, 339.0, False), (None, 341.0, True), (340.0, 900.0, False), (341.0, 900.0, True)],
)
def test_what_speaks_for_the_accused_is_late_after_ten_days_in_alder(disclosed_h, now_h, late):
    told = item(exculpatory=True, found_h=100.0, disclosed_h=disclosed_h)

    assert bool(undisclosed([told], "Alder", now_h)) == late
    assert undisclosed([item()], "Alder", now_h) == ()

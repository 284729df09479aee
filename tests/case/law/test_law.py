"""The laws of Alder and Borea: bases, authorities, terms, renewals, clocks, surrender."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.case import law
from trainkit.errors import TrainkitError

DAY_H = 24.0


def order(**changed):
    given_ = {
        "side": "Alder",
        "action": "interception",
        "offence": "smuggling",
        "target": 7,
        "authority": "judge",
        "grounds": (1,),
        "now_h": 0.0,
    } | changed
    side, action, offence = (given_.pop(name) for name in ("side", "action", "offence"))
    return law.granted(side, action, offence, **given_)


def test_an_action_without_a_legal_basis_is_refused_by_name():
    with pytest.raises(TrainkitError, match="no legal basis"):
        law.statute("Borea", "defer_arrest", "smuggling")
    assert not law.allows("Borea", "defer_arrest", "smuggling")
    assert law.allows("Borea", "defer_arrest", "organised_crime")


def test_people_are_never_let_pass_under_watch():
    for side in ("Alder", "Borea"):
        assert not law.allows(side, "controlled_delivery", "trafficking")


def test_a_mistyped_action_gets_a_near_name():
    with pytest.raises(TrainkitError, match="interception"):
        law.statute("Alder", "interceptoin", "smuggling")


@pytest.mark.parametrize("authority", ["", "supervisor", "prosecutor"])
def test_an_order_of_a_judge_needs_a_judge(authority):
    with pytest.raises(TrainkitError, match="judge"):
        order(authority=authority)


def test_an_order_needs_grounds_and_no_date_before_the_case():
    with pytest.raises(TrainkitError, match="grounds"):
        order(grounds=())
    with pytest.raises(TrainkitError, match="before the case opened"):
        order(now_h=5.0, opened_h=6.0)


def test_a_renewal_needs_something_new():
    with pytest.raises(TrainkitError, match="nothing new"):
        law.renewed(order(), now_h=10 * DAY_H, grounds=(1,))


def test_an_order_that_ended_is_not_renewed():
    ended = order()
    assert not ended.in_force(15 * DAY_H)
    with pytest.raises(TrainkitError, match="ended"):
        law.renewed(ended, now_h=15 * DAY_H, grounds=(2,))


@given(
    waits=st.lists(st.floats(0.0, 40.0), max_size=12),
    case=st.sampled_from(
        [
            ("Alder", "smuggling", 45.0),
            ("Borea", "smuggling", 150.0),
            ("Borea", "trafficking", 150.0),
        ]
    ),
)
def test_interception_never_lasts_beyond_what_the_law_allows(waits, case):
    side, offence, cap_days = case
    held = order(side=side, offence=offence)
    for number, wait in enumerate(waits):
        now_h = held.granted_h + wait * DAY_H
        if held.in_force(now_h) and held.expires_h < held.latest_h:
            held = law.renewed(held, now_h=now_h, grounds=(number + 2,))
    assert held.expires_h - held.granted_h <= cap_days * DAY_H + 1e-6


def test_against_organised_crime_alder_renews_without_an_end():
    held = order(offence="organised_crime")
    for number in range(10):
        held = law.renewed(held, now_h=held.expires_h - 1.0, grounds=(number + 2,))
    assert held.expires_h == pytest.approx((40 + 10 * 20) * DAY_H)


@given(request_days=st.floats(0.0, 2000.0), began_h=st.floats(0.0, 1e5))
def test_provisional_arrest_never_lasts_beyond_forty_days(request_days, began_h):
    ends_h = law.PROVISIONAL_ARREST.ends_h(began_h, began_h + request_days * DAY_H)
    assert ends_h - began_h <= 40 * DAY_H + 1e-6
    assert ends_h <= began_h + request_days * DAY_H + 1e-6


def test_working_days_leave_out_the_week_end():
    assert law.working_days_after(0.0, 5) == 8 * DAY_H  # Monday; the fifth after it is Monday
    assert law.working_days_after(0.0, 4) == 5 * DAY_H


def test_facilitation_without_a_benefit_has_no_dual_criminality():
    assert not law.dual_criminality("facilitation").holds
    assert law.dual_criminality("smuggling").holds
    assert not law.may_surrender(
        "facilitation", requested="Borea", national_of_requested=False
    ).holds


def test_own_nationals_are_not_surrendered_and_their_file_is_passed_on():
    ruling = law.may_surrender("smuggling", requested="Borea", national_of_requested=True)
    assert not ruling.holds
    assert "pass the file on" in ruling.reason


def test_speciality_binds_the_charge():
    assert law.may_charge("smuggling", "smuggling").holds
    assert not law.may_charge("smuggling", "laundering").holds

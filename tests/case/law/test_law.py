"""The laws of Alder and Borea: bases, authorities, terms, renewals, clocks, surrender."""

import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.case import law
from trainkit.errors import TrainkitError

DAY_H = 24.0
HOME = sys.modules["trainkit.case.law.offences"]  # the package calls a function so


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


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"authority": ""}, "signed by nobody.* Put it to the judge"),
        ({"authority": "judgge"}, "Did you mean 'judge'"),
        ({"action": "search"}, "statute A4 does not carry an order for 'search'"),
        ({"action": "interceptoin"}, "Did you mean 'interception'"),
        ({"expires_h": -1.0}, "ends at hour -1.0, before it"),
        ({"expires_h": float("nan")}, "Correct one of the two"),
    ],
)
def test_an_order_made_by_hand_is_held_to_its_statute(changed, said):
    with pytest.raises(TrainkitError, match=said):
        replace(order(), **changed)


def test_an_order_needs_grounds_and_no_date_before_the_case():
    with pytest.raises(TrainkitError, match="grounds"):
        order(grounds=())
    with pytest.raises(TrainkitError, match="before the case opened"):
        order(now_h=5.0, opened_h=6.0)


@pytest.mark.parametrize("signed", ["", None, "mayor", 3])
def test_an_order_that_nobody_with_authority_signed_names_who_must(signed):
    with pytest.raises(TrainkitError, match=r"is signed by .* asks for a judge"):
        order(authority=signed)


def test_who_stands_above_the_authority_asked_for_may_sign_too():
    by_judge = order(action="telecom_data", authority="judge")
    asked = law.statute("Alder", "telecom_data", "smuggling").authority
    assert asked == "prosecutor"
    assert by_judge.authority == "judge"


@pytest.mark.parametrize("authority", ["prosecutor", "judge"])
def test_a_prosecutor_decides_on_facts_as_a_judge_does(authority):
    with pytest.raises(TrainkitError, match="names no grounds"):
        order(action="telecom_data", authority=authority, grounds=())


@pytest.mark.parametrize("hours", [{"now_h": float("nan")}, {"now_h": float("inf")},
                                   {"opened_h": float("nan")}, {"now_h": -0.1}])  # fmt: skip
def test_what_is_no_date_of_the_case_is_refused(hours):
    with pytest.raises(TrainkitError, match="no date, or one before the case opened"):
        order(**hours)


def test_a_renewal_before_the_order_or_at_no_hour_is_refused():
    for now_h in (50.0, float("nan")):
        with pytest.raises(TrainkitError, match=r"holds from hour 100 .* cannot be renewed"):
            law.renewed(order(now_h=100.0), now_h=now_h, grounds=(2,))


def test_a_renewal_needs_something_new():
    with pytest.raises(TrainkitError, match="nothing new"):
        law.renewed(order(), now_h=10 * DAY_H, grounds=(1,))


def test_grounds_that_served_once_do_not_serve_a_second_renewal():
    once = law.renewed(order(), now_h=10 * DAY_H, grounds=(2,))

    assert once.grounds == (1, 2)
    for used in ((1,), (2,), (1, 2)):
        with pytest.raises(TrainkitError, match="nothing new"):
            law.renewed(once, now_h=20 * DAY_H, grounds=used)
    assert law.renewed(once, now_h=20 * DAY_H, grounds=(1, 3)).expires_h == 45 * DAY_H


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


@given(
    valid=st.floats(1.0, 90.0),
    adds=st.floats(1.0, 90.0),
    more=st.floats(0.0, 300.0),
    waits=st.lists(st.floats(0.0, 90.0), max_size=15),
)
def test_under_any_cap_that_a_law_may_set_no_renewal_goes_beyond_it(valid, adds, more, waits):
    basis = replace(
        law.statute("Alder", "interception", "smuggling"),
        valid_days=valid,
        renewal_days=adds,
        cap_days=valid + more,
    )
    held = replace(order(), statute=basis, expires_h=valid * DAY_H)
    for number, wait in enumerate(waits):
        now_h = held.expires_h - wait
        if not held.in_force(now_h):
            continue
        try:
            held = law.renewed(held, now_h=now_h, grounds=(number + 2,))
        except TrainkitError as error:
            assert "which is all that" in str(error)  # noqa: PT017, either may happen
            assert held.expires_h >= held.latest_h
    assert held.expires_h <= (valid + more) * DAY_H + 1e-6


def test_an_order_that_has_run_all_its_days_is_not_renewed_once_more():
    held = order()
    for number in (2, 3):
        held = law.renewed(held, now_h=held.expires_h - 1.0, grounds=(number,))

    assert held.expires_h == held.latest_h == 45 * DAY_H
    with pytest.raises(TrainkitError, match="has run its 45 days, which is all that Alder's"):
        law.renewed(held, now_h=44 * DAY_H, grounds=(4,))


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


@pytest.mark.parametrize("times", [(0.0, float("nan")), (float("nan"), 5.0), (5.0, 4.0)])
def test_a_request_before_the_arrest_or_at_no_hour_ends_no_provisional_arrest(times):
    with pytest.raises(TrainkitError, match="the arrest is not provisional"):
        law.PROVISIONAL_ARREST.ends_h(*times)


@pytest.mark.parametrize("days", [(18.0, 40.1), (18.0, float("nan")), (41.0, 40.0), (30.0, 20.0)])
def test_no_law_of_a_scenario_makes_a_provisional_arrest_longer(days):
    with pytest.raises(TrainkitError, match="the convention allows 40 in all"):
        law.ProvisionalArrest(*days)


@given(
    limits=st.tuples(st.floats(0, 40), st.floats(0, 40)).map(sorted),
    began_h=st.floats(0.0, 1e5),
    request_days=st.floats(0.0, 2000.0) | st.just(float("inf")),
)
def test_under_any_law_that_can_be_drawn_it_ends_within_forty_days(limits, began_h, request_days):
    arrest = law.ProvisionalArrest(*limits)

    ends_h = arrest.ends_h(began_h, began_h + request_days * DAY_H)

    assert 0.0 <= ends_h - began_h <= 40 * DAY_H + 1e-6


@given(
    from_h=st.floats(0.0, 5000.0),
    days=st.integers(1, 40),
    first_weekday=st.integers(0, 6),
)
def test_a_term_has_its_working_days_as_they_are_counted_off(from_h, days, first_weekday):
    ends_h = law.working_days_after(from_h, days, first_weekday)

    between = range(int(from_h // DAY_H) + 1, int(ends_h // DAY_H))
    weekdays = [(first_weekday + day) % 7 for day in between]
    assert sum(day < 5 for day in weekdays) == days
    assert weekdays[-1] < 5


@pytest.mark.parametrize("term", [(0.0, 0), (0.0, 2.5), (float("nan"), 5), (0.0, 5, 7)])
def test_a_term_that_cannot_be_counted_is_refused(term):
    with pytest.raises(TrainkitError, match="one whole working day or more"):
        law.working_days_after(*term)


def test_working_days_leave_out_the_week_end():
    assert law.working_days_after(0.0, 5) == 8 * DAY_H  # Monday; the fifth after it is Monday
    assert law.working_days_after(0.0, 4) == 5 * DAY_H


def test_facilitation_without_a_benefit_has_no_dual_criminality():
    assert not law.dual_criminality("facilitation").holds
    assert law.dual_criminality("smuggling").holds
    assert not law.may_surrender(
        "facilitation", requested="Borea", national_of_requested=False
    ).holds


def test_an_offence_counts_by_its_greatest_sentence_in_both_states(monkeypatch):
    def known(*years):
        made = law.Offence("minor", "", "", tuple(zip(("Alder", "Borea"), years, strict=True)))
        monkeypatch.setattr(HOME, "offences", lambda: (made,))
        return law.dual_criminality("minor").holds

    assert known((0.0, 1.0), (0.5, 2.0))
    assert not known((0.0, 1.0), (0.5, 0.9))
    assert not known((0.0, 0.9), (0.5, 2.0))


def test_own_nationals_are_not_surrendered_and_their_file_is_passed_on():
    ruling = law.may_surrender("smuggling", requested="Borea", national_of_requested=True)
    assert not ruling.holds
    assert "pass the file on" in ruling.reason


def test_only_a_state_that_is_there_surrenders_and_only_for_an_offence():
    with pytest.raises(TrainkitError, match="'Cyra'"):
        law.may_surrender("smuggling", requested="Cyra", national_of_requested=True)
    with pytest.raises(TrainkitError, match="Did you mean 'smuggling'"):
        law.may_surrender("smugling", requested="Borea", national_of_requested=True)


def test_speciality_binds_the_charge():
    assert law.may_charge("smuggling", "smuggling").holds
    assert not law.may_charge("smuggling", "laundering").holds

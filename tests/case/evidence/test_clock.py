"""The evidence clock: orders that end, gaps that cost, people traced first, disclosure in time."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.case.evidence.clockwork import MODEL, books, clock, exhibit, logbook, metric

from trainkit.case.evidence.redlines import passed_over
from trainkit.errors import TrainkitError

LISTENING = {"calls_per_day": 4.0, "listen_days": 44.0}


@st.composite
def listenings(draw):
    return clock(
        exhibit(),
        court=draw(st.sampled_from(("Alder", "Borea"))),
        offence=draw(st.sampled_from(("smuggling", "trafficking", "organised_crime"))),
        calls_per_day=3.0,
        listen_days=draw(st.floats(10.0, 400.0)),
        renew_before_days=draw(st.floats(0.0, 30.0)),
        again_days=draw(st.floats(0.5, 20.0)),
        grounds_days=draw(st.floats(0.2, 40.0)),
        judge_days=draw(st.floats(0.0, 20.0)),
        stops_at_expiry=draw(st.booleans()),
    )


def intervals(book):
    """Return (from, to) of each stretch under order, as the orders were written."""
    found = []
    for one in book:
        if one.kind == "order_given":
            found.append([one.time_h, one.facts["to_h"]])
        elif one.kind == "order_renewed":
            found[-1][1] = one.facts["to_h"]
    return found


@settings(max_examples=60, deadline=None)
@given(listenings(), st.integers(0, 50))
def test_in_no_drawn_run_does_an_expired_order_yield_an_admissible_call(spec, replication):
    book = logbook(spec, replication, 420.0)
    under = intervals(book)

    for call in book.of("call_recorded"):
        inside = any(low <= call.time_h < high for low, high in under)
        assert call.facts["admitted"] == float(inside)
        assert call.facts["reason"] == ("evidence" if inside else "outside_warrant")
        assert inside or not spec.stops_at_expiry


@settings(max_examples=60, deadline=None)
@given(listenings(), st.integers(0, 50))
def test_in_no_drawn_run_does_interception_outlast_the_law(spec, replication):
    book = logbook(spec, replication, 420.0)
    caps = {("Alder", "smuggling"): 45.0, ("Borea", "smuggling"): 150.0}
    cap = caps.get((spec.court, spec.offence), 150.0 if spec.court == "Borea" else 1e9)

    ends = [high for _, high in intervals(book)]
    first = {"Alder": 15.0 if spec.offence == "smuggling" else 40.0, "Borea": 60.0}[spec.court]

    assert ends[0] >= 24.0 * first
    assert max(ends) <= 24.0 * cap + 1e-6
    for asked, after in zip(book.of("renewal_asked"), book.of("order_renewed"), strict=False):
        assert asked.time_h <= after.time_h
    refused = [one for one in book.of("renewal_asked") if one.facts["new_grounds"] == 0.0]
    assert len(book.of("renewal_refused")) in {len(refused), len(refused) - 1}


@settings(max_examples=40, deadline=None)
@given(
    st.floats(0.0, 60.0),
    st.floats(0.0, 30.0),
    st.floats(0.0, 30.0),
    st.sampled_from(("supervisor", "prosecutor", "judge")),
)
def test_a_search_outside_its_order_or_without_a_judge_is_never_admitted(day, low, more, who):
    spec = clock(
        exhibit(seized_days=day, order_from_days=low, order_to_days=low + more, authority=who)
    )

    ruled = logbook(spec).of("court_ruled")[0].facts

    lawful = low <= day < low + more and who == "judge"
    assert ruled["admitted"] == float(lawful)
    expected = "evidence" if lawful else "no_authority" if who != "judge" else "outside_warrant"
    assert ruled["reason"] == expected


def test_a_renewal_asked_at_the_last_hour_comes_too_late_and_one_asked_too_early_has_no_ground():
    shares = {}
    for days in (0.0, 5.0, 14.0):
        found = books(clock(exhibit(), renew_before_days=days, **LISTENING), 300, 60.0)
        shares[days] = metric("calls_usable", found).mean()

    assert shares[5.0] > shares[0.0] + 0.02
    assert shares[5.0] > shares[14.0] + 0.02


def test_a_recorder_that_goes_on_adds_nothing_that_a_court_may_hear():
    told = {"renew_before_days": 0.0, **LISTENING}

    stops, goes_on = (
        books(clock(exhibit(), stops_at_expiry=stop, **told), 50, 60.0) for stop in (True, False)
    )

    np.testing.assert_array_equal(metric("calls_usable", stops), metric("calls_usable", goes_on))
    assert metric("expired_in_use", stops).sum() == 0
    assert metric("expired_in_use", goes_on).sum() > 50


@pytest.mark.parametrize(("carrier", "gap"), [("courier", 0.05), ("officer", 0.2), ("post", 0.4)])
def test_each_leg_may_leave_a_gap_and_each_gap_costs_the_exhibit(carrier, gap):
    """Three legs of a thing that the unit examines: it survives with (1 - gap)^3."""
    told = {f"{carrier}_gap": gap, f"{carrier}_h": 1.0}
    found = books(clock(exhibit(carrier=carrier), **told), 1500, 60.0)

    survived = (1.0 - gap) ** 3
    error = np.sqrt(survived * (1.0 - survived) / 1500)
    assert abs(metric("admitted", found).mean() - survived) < 4 * error
    assert metric("custody_breaks", found).mean() == pytest.approx(
        1.0 - metric("admitted", found).mean()
    )


def test_days_until_people_are_traced_are_those_of_carrying_examining_and_translating():
    """Two legs of 24 hours, an examination of 2 days and a translation of 1 day on average."""
    told = {"post_h": 24.0, "carry_sigma": 0.0, "examine_days": 2.0, "examine_law": "fixed"}
    one = exhibit(persons=4, translated=True)

    found = metric("danger_days", books(clock(one, **{**told, "translate_days": 1.0}), 600, 60.0))

    assert abs(found.mean() - 5.0) < 4 * found.std(ddof=1) / np.sqrt(600)


def test_people_who_were_not_traced_yet_count_to_the_end_of_the_log():
    spec = clock(
        exhibit("telephone", persons=3, seized_days=1.0),
        exhibit("book", where="none", seized_days=11.0),
        examine_days=500.0,
        examine_law="fixed",
    )

    assert metric("danger_days", books(spec, 1, 100.0))[0] == pytest.approx(10.0)


@pytest.mark.parametrize(
    ("disclosure", "expected"), [("at_once", 1.0), ("weekly", 1.0), ("with_file", 0.0)]
)
def test_what_speaks_for_an_accused_is_in_time_unless_it_waits_for_the_file(disclosure, expected):
    """Ten days in Alder; a week at most until the round; the file is due after 40 days."""
    told = {"disclosure": disclosure, "disclose_h": 6.0}
    one = exhibit(exculpatory=1.0, deadline_days=40.0)

    found = metric("disclosed_in_time", books(clock(one, **told), 60, 400.0))

    assert set(found) == {expected}


def test_an_exhibit_that_leads_to_people_and_is_passed_over_is_red_line_1():
    def lines(rank):
        busy = [exhibit(f"other {n}", rank=1, seized_days=0.1 * n) for n in range(4)]
        urgent = exhibit("telephone", persons=5, rank=rank, seized_days=0.15)
        return passed_over(logbook(clock(*busy, urgent, examine_law="fixed")))

    assert lines(0) == []
    assert [one.rule for one in lines(2)] == ["R1", "R1", "R1"]
    assert "other" in lines(2)[0].text


def test_an_exhibit_that_leads_to_people_and_lies_at_the_state_laboratory_is_red_line_1_too():
    urgent = exhibit("telephone", persons=5, where="state_laboratory")
    other = exhibit("laptop", seized_days=2.0)

    assert [one.rule for one in passed_over(logbook(clock(urgent, other)))] == ["R1"]
    assert passed_over(logbook(clock(urgent))) == []


def test_two_exhibits_of_one_name_are_refused():
    with pytest.raises(TrainkitError, match="Two exhibits are called 'telephones'"):
        logbook(clock(exhibit(), exhibit()))


def test_each_thing_of_a_flow_is_seized_on_an_order_of_its_own():
    book = logbook(clock(exhibit(rate_per_day=0.1), arrivals_days=400.0, examiners=9))

    ruled = [one.facts["reason"] for one in book.of("court_ruled")]

    assert len(ruled) > 20  # 40 are expected, of which each has standard deviation sqrt(40)
    assert set(ruled) == {"evidence"}


def test_a_flow_of_more_exhibits_than_a_run_holds_is_refused_with_their_number():
    said = list(MODEL.contradictions(clock(exhibit(rate_per_day=1000.0))))

    assert len(said) == 1
    assert "'telephones' makes about 10,000,000 exhibits in 10000 days" in said[0]

"""No clock of the law is overrun in any drawn case: arrests, orders, reflection."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainkit.scenarios import load

TERMS = {
    ("Alder team", "smuggling"): (15.0, 15.0, 45.0),
    ("Alder team", "laundering"): (15.0, 15.0, 45.0),
    ("Alder team", "organised_crime"): (40.0, 20.0, 10_000.0),
    ("Borea team", "smuggling"): (60.0, 30.0, 150.0),
    ("Borea team", "laundering"): (60.0, 30.0, 150.0),
    ("Borea team", "organised_crime"): (60.0, 30.0, 150.0),
}
"""Days of an order, of a renewal, and in all: the laws of Alder and Borea, written out again."""
OTHERS = {
    ("Alder team", "telecom_data"): (60.0, 60.0, 10_000.0),
    ("Alder team", "surveillance"): (60.0, 60.0, 10_000.0),
    ("Alder team", "source_handling"): (60.0, 60.0, 10_000.0),
    ("Borea team", "telecom_data"): (60.0, 30.0, 150.0),
    ("Borea team", "surveillance"): (30.0, 30.0, 10_000.0),
    ("Borea team", "source_handling"): (30.0, 30.0, 10_000.0),
}
"""The same of other orders that may be renewed."""


@cache
def _year():
    return load("trainkit/two-teams-one-network")


CASES = st.fixed_dictionaries(
    {
        "plan.offence": st.sampled_from(["smuggling", "organised_crime", "laundering"]),
        "plan.renewal_lead_days": st.floats(0.0, 30.0),
        "plan.efforts.4.hours_a_week": st.floats(20.0, 200.0),
        "plan.arrest.together": st.booleans(),
        "plan.arrest.whom": st.sampled_from(["aides", "supported", "organisers", "hub"]),
        "plan.arrest.from_days": st.floats(20.0, 150.0),
        "plan.arrest.every_days": st.sampled_from([0.0, 30.0]),
        "plan.arrest.sure_at": st.floats(0.3, 0.99),
        "plan.arrest.deferred": st.booleans(),
        "plan.reflection_days": st.floats(30.0, 365.0),
        "plan.second_look": st.booleans(),
        "harm.trafficking": st.floats(0.0, 1.0),
        "channels.sigma": st.floats(0.0, 2.0),
        "channels.nationals": st.floats(0.0, 1.0),
        "order_h": st.floats(0.01, 100.0),
        "teams.0.judges": st.integers(0, 2),
        "teams.1.prosecutors": st.integers(0, 2),
    }
)


@settings(max_examples=25, deadline=None)
@given(values=CASES, replication=st.integers(0, 10_000))
def test_no_clock_of_the_law_is_overrun_in_any_drawn_case(play, values, replication):
    book = play(_year().vary(values), replication, days=260.0)
    held = [entry.facts["held_days"] for entry in book.of("provisional_arrest_ended")]
    assert all(days <= 40.0 + 1e-9 for days in held)
    _ordered_within_the_law(book, values["plan.offence"])
    _reflected(book, values["plan.reflection_days"])


def _terms(entry, offence):
    """Return the days of an order of which an entry tells; None where none of them is renewed."""
    team, action = entry.subject, entry.facts.get("action")
    known = TERMS[team, offence] if action == "interception" else OTHERS.get((team, action))
    assert known or entry.kind != "order_renewed" or action == "defer_arrest"
    return known if "expires_h" in entry.facts else None


def _ordered_within_the_law(book, offence):
    """Each renewal continues one order that was in force, by its days, up to its cap in all."""
    running = {}
    for entry in book:
        terms = _terms(entry, offence)
        if terms is None:
            continue
        term, renewal, cap = (days * 24.0 for days in terms)
        facts, until_h = entry.facts, entry.facts["expires_h"]
        orders = running.setdefault((entry.subject, facts["action"], facts["target"]), [])
        if entry.kind == "order_granted":
            assert until_h == pytest.approx(entry.time_h + term)
            orders.append((entry.time_h, until_h))
        else:
            continued = _continued(orders, until_h, renewal, cap)
            assert entry.time_h <= continued[1] + 1e-6
            orders.remove(continued)
            orders.append((continued[0], until_h))


def _continued(orders, until_h, renewal, cap):
    """Return the order that a renewal to *until_h* continues."""
    for began_h, ended_h in orders:
        if min(ended_h + renewal, began_h + cap) == pytest.approx(until_h):
            return began_h, ended_h
    raise AssertionError(f"no order of {orders} may be renewed to {until_h}")


def _reflected(book, days):
    began = {entry.subject: entry.time_h for entry in book.of("reflection_began")}
    for entry in book.of("reflection_began"):
        assert entry.facts["until_h"] - entry.time_h >= max(days, 30.0) * 24.0 - 1e-6
    for entry in book.of("reflection_ended"):
        assert entry.time_h - began[entry.subject] >= max(days, 30.0) * 24.0 - 1e-6


def test_interception_for_smuggling_in_alder_reaches_its_cap_and_never_passes_it(play):
    """New grounds come all the time here, so that renewals go as far as the law lets them."""
    busy = {"witness_interview": 250.0, "records": 150.0, "telecom_data": 150.0}
    hours = {"interception": 150.0, "surveillance": 150.0, "open_sources": 150.0, **busy}
    case = _year().vary(
        {
            "plan.efforts": tuple({"action": a, "hours_a_week": h} for a, h in hours.items()),
            "plan.arrest.whom": "nobody",
            "plan.arrest.deferred": False,
            "teams.0.investigators": 20,
            "teams.0.analysts": 20,
            "teams.0.interpreters": 10,
            "teams.0.surveillance": 10,
            "plan.renewal_lead_days": 2.0,
        }
    )
    reached = 0
    for replication in range(6):
        book = play(case, replication, days=260.0)
        _ordered_within_the_law(book, "smuggling")
        began = [e for e in book.of("order_granted") if e.facts["action"] == "interception"]
        ends = {(e.facts["target"], round(e.time_h + 45.0 * 24.0, 3)) for e in began}
        reached += sum(
            (e.facts["target"], round(e.facts["expires_h"], 3)) in ends
            for e in book.of("order_renewed")
            if e.subject == "Alder team" and e.facts["action"] == "interception"
        )
    assert reached


def test_who_is_held_for_a_request_that_comes_late_is_free_on_the_fortieth_day(play):
    """Times of the papers scatter widely here: many are late, and those are held for forty days."""
    case = _year().vary(
        {
            "plan.arrest.together": False,
            "plan.arrest.whom": "aides",
            "plan.arrest.from_days": 60.0,
            "plan.arrest.every_days": 30.0,
            "plan.arrest.sure_at": 0.5,
            "channels.sigma": 2.0,
        }
    )
    ends = [e for r in range(8) for e in play(case, r).of("provisional_arrest_ended")]
    late = [e.facts["held_days"] for e in ends if not e.facts["request_came"]]
    in_time = [e.facts["held_days"] for e in ends if e.facts["request_came"]]
    assert late == pytest.approx([40.0] * len(late))
    assert len(late) > 2
    assert in_time
    assert max(in_time) <= 40.0

"""Prosecutions by actor: what is proved, what a surrender is granted for, and red lines on the way.

The expectations are read from the laws of Alder and Borea and from the logbook, not from the code.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainkit.case import law
from trainkit.case.investigation import MODEL
from trainkit.case.investigation.prosecution import outcomes
from trainkit.errors import TrainkitError
from trainkit.kernel.logbook import Logbooks
from trainkit.redlines import breaches

BENEFIT = {"records", "witness_interview", "search", "digital_forensics", "testimony"}
HOURS = {"open_sources": 60.0, "telecom_data": 80.0, "surveillance": 80.0, "interception": 60.0}


def efforts(**hours):
    return tuple({"action": name, "hours_a_week": h} for name, h in hours.items())


@pytest.fixture(scope="session")
def abroad(year):
    """One State arrests and asks the other for those who live there; nobody is a national."""
    return year.vary(
        {
            "plan.arrest.together": False,
            "plan.arrest.whom": "aides",
            "plan.arrest.from_days": 90.0,
            "plan.arrest.every_days": 40.0,
            "plan.arrest.sure_at": 0.6,
            "channels.nationals": 0.0,
            "channels.surrender_median_days": 20.0,
            "court.trial_median_days": 40.0,
        }
    )


def rows(case, play, replications, **options):
    return [row for r in range(replications) for row in outcomes(play(case, r, **options))]


def rules(case, play, replications):
    return {
        breach.rule
        for r in range(replications)
        for breach in breaches(MODEL.red_lines, play(case, r))
    }


def test_every_judgment_of_the_log_is_a_row_and_says_what_the_law_says(year, play):
    raid = year.vary({"plan.arrest.from_days": 150.0, "plan.arrest.whom": "aides"})
    for replication in range(6):
        book = play(raid, replication)
        judged = {e.subject: e.facts for e in book.of("trial_ended")}
        table = {row.actor: row for row in outcomes(book)}
        arrested = {e.subject for e in book.of("person_arrested")}
        assert arrested <= set(table)
        for actor, facts in judged.items():
            row = table[actor]
            assert row.result == facts["result"]
            assert row.dual is law.dual_criminality(row.offence).holds
            assert row.admissible <= row.items
            if row.result == "convicted":
                assert row.sufficient
                assert row.speciality
                assert law.offence(row.offence).punished_in(row.side)


def test_what_a_row_counts_as_admissible_is_what_the_log_had_as_evidence(year, play):
    raid = year.vary({"plan.arrest.from_days": 150.0, "plan.arrest.whom": "aides"})
    book, seen = play(raid, 0), 0
    for entry in book.of("trial_ended"):
        items = [
            e.facts
            for e in book.of("item_obtained")
            if f"actor {e.facts['target']:g}" == entry.subject
            and e.subject == f"{entry.facts['side']} team"
            and e.time_h <= entry.time_h
        ]
        assert entry.facts["items"] == len(items)
        assert entry.facts["admissible"] == sum(facts["evidence"] for facts in items)
        seen += 1
    assert seen


def test_smuggling_without_a_benefit_shown_is_facilitation_and_no_offence_in_borea(year, play):
    """Contact alone is shown: no register, no witness, no search. The trap of the two laws."""
    case = year.vary(
        {
            "plan.efforts": efforts(**HOURS),
            "plan.arrest.from_days": 150.0,
            "plan.arrest.whom": "aides",
            "plan.arrest.deferred": False,
            "court.trial_median_days": 40.0,
        }
    )
    judged = [row for row in rows(case, play, 10) if row.side]
    assert {row.offence for row in judged} == {"facilitation"}
    assert {row.dual for row in judged} == {False}
    in_borea = [row for row in judged if row.side == "Borea"]
    assert in_borea
    assert {row.result for row in in_borea} == {"no_offence"}


def test_cases_lost_to_law_are_counted_as_the_table_has_them(abroad, play):
    read = next(metric.read for metric in MODEL.metrics if metric.name == "lost_to_law")
    by_law = {"barred", "no_offence", "not_surrendered"}
    lost = 0
    for way in ("surrender", "expel"):
        books = [play(abroad.vary("plan.abroad", way), r) for r in range(4)]
        in_table = [sum(row.result in by_law for row in outcomes(book)) for book in books]
        assert list(read(Logbooks.of(books))) == in_table
        lost += sum(in_table)
    assert lost


def test_nobody_is_surrendered_for_what_the_other_state_does_not_punish(abroad, play):
    case = abroad.vary("plan.efforts", efforts(**HOURS, partner_request=20.0))
    decided = [
        entry
        for replication in range(12)
        for entry in play(case, replication).of("surrender_decided")
    ]
    assert decided
    for entry in decided:
        assert entry.facts["offence"] == "facilitation"
        assert not entry.facts["granted"]
        assert not entry.facts["dual"]
    told = [row for row in rows(case, play, 12) if row.result == "not_surrendered"]
    assert len(told) == len({(e.subject, e.time_h) for e in decided})


@settings(max_examples=8, deadline=None)
@given(
    offence=st.sampled_from(["smuggling", "organised_crime", "laundering"]),
    later=st.sampled_from(["smuggling", "organised_crime", "laundering"]),
    charge=st.sampled_from(["as_granted", "as_found"]),
    replication=st.integers(0, 40),
)
def test_who_was_surrendered_is_convicted_of_that_and_of_nothing_else(
    abroad, play, offence, later, charge, replication
):
    order = {"time_h": 150.0 * 24.0, "order": "offence", "word": later, "amount": 0.0}
    book = play(
        abroad.vary(
            {"plan.offence": offence, "plan.charge_surrendered": charge, "orders": (order,)}
        ),
        replication,
    )
    granted = {
        e.subject: e.facts["offence"] for e in book.of("surrender_decided") if e.facts["granted"]
    }
    for entry in book.of("trial_ended"):
        if entry.subject not in granted:
            continue
        kept = entry.facts["offence"] == granted[entry.subject]
        assert entry.facts["speciality"] == float(kept)
        assert kept or entry.facts["result"] == "barred"
        assert kept or charge == "as_found"


def test_a_charge_beyond_the_surrender_is_barred_and_the_table_says_why(abroad, play):
    order = {"time_h": 125.0 * 24.0, "order": "offence", "word": "laundering", "amount": 0.0}
    case = abroad.vary({"plan.offence": "organised_crime", "orders": (order,)})
    found = {}
    for charge in ("as_granted", "as_found"):
        book = [play(case.vary("plan.charge_surrendered", charge), r) for r in range(20)]
        found[charge] = [row for one in book for row in outcomes(one) if row.result == "barred"]
    assert not found["as_granted"]
    assert found["as_found"]
    assert {row.speciality for row in found["as_found"]} == {False}


def test_an_expulsion_in_place_of_a_surrender_is_red_line_r7_and_no_court_hears_it(abroad, play):
    assert rules(abroad, play, 6) == set()
    for way in ("expel", "expel_if_refused"):
        case = abroad.vary("plan.abroad", way)
        expelled = [(r, e.subject) for r in range(8) for e in play(case, r).of("person_expelled")]
        assert expelled
        assert rules(case, play, 8) == {"R7"}
        for replication, actor in expelled:
            row = {one.actor: one for one in outcomes(play(case, replication))}[actor]
            assert row.result in {"barred", "pending"}


def test_an_expulsion_is_quicker_than_a_surrender_which_is_the_temptation(abroad, play):
    slow = abroad.vary("channels.surrender_median_days", 270.0)
    quick = slow.vary("plan.abroad", "expel")
    came = [
        sum(len(play(case, r).of(kind)) for r in range(8))
        for case, kind in ((slow, "surrender_decided"), (quick, "person_expelled"))
    ]
    assert came[0] < came[1] / 3


@pytest.fixture(scope="session")
def asking(year):
    return year.vary("plan.efforts.11.hours_a_week", 60.0)


def test_a_request_that_tells_the_minimum_on_record_crosses_no_line(asking, play):
    for replication in range(4):
        book = play(asking, replication)
        told = [e.facts for e in book.of("personal_data_disclosed")]
        assert len(told) == len(book.of("request_sent"))
        assert all(facts["sent"] == facts["needed_sent"] == 3 for facts in told)
        assert len(book.of("record_made")) == len(told)
    assert rules(asking, play, 4) == set()


def test_the_whole_file_tells_of_others_without_a_basis_and_is_red_line_r5(asking, play):
    case = asking.vary("plan.request_content", "all")
    for replication in range(2):
        book = play(case, replication)
        without = [e for e in book.of("personal_data_disclosed") if e.facts["basis"] == "none"]
        crossed = breaches(MODEL.red_lines, book)
        assert {breach.rule for breach in crossed} == {"R5"}
        assert len(crossed) == len(without)
    read = {m.name: m.read(Logbooks.of([play(case, 0)]))[0] for m in MODEL.metrics}
    assert read["minimisation"] < 0.5


@pytest.mark.parametrize(("records", "crossed"), [("after", {"R5"}), ("back_dated", {"R5", "R8"})])
def test_a_record_that_comes_late_or_bears_another_hour_crosses_a_line(
    asking, play, records, crossed
):
    assert rules(asking.vary("plan.records", records), play, 3) == crossed


@pytest.mark.parametrize(
    ("order", "word", "near"),
    [
        ("abroad", "expell", "expel"),
        ("request_content", "minimun", "minimum"),
        ("records", "backdated", "back_dated"),
        ("charge_surrendered", "as_grantd", "as_granted"),
    ],
)
def test_a_mistyped_order_gets_the_near_word(year, order, word, near):
    wrong = ({"time_h": 24.0, "order": order, "word": word, "amount": 0.0},)
    with pytest.raises(TrainkitError, match=near):
        year.vary("orders", wrong)


def test_an_order_from_its_hour_on_tells_more_and_not_before(asking, play):
    order = {"time_h": 150.0 * 24.0, "order": "request_content", "word": "all", "amount": 0.0}
    book = play(asking.vary("orders", (order,)), 1)
    told = [(e.time_h, e.facts["sent"]) for e in book.of("personal_data_disclosed")]
    assert {sent == 3 for hour, sent in told if hour < order["time_h"]} == {True}
    assert {sent == 3 for hour, sent in told if hour >= order["time_h"]} == {False}

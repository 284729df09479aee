"""Drawn desks: nothing is lost from the books, and red lines are crossed by what crosses them."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.case.sharing.conftest import POST, books, crossed, desk, logbook, metric, need

from trainkit.case.sharing import PostSpec
from trainkit.errors import TrainkitError

ways = st.fixed_dictionaries(
    {
        "order": st.sampled_from(("first_come", "by_urgency", "preemptive")),
        "check": st.sampled_from(("full", "basis", "none")),
        "oral_for": st.sampled_from(("none", "danger_to_life", "danger_and_urgent")),
        "confirm": st.sampled_from(("at_once", "in_turn", "last")),
        "refusal": st.sampled_from(("reasoned", "bare")),
        "records": st.sampled_from(("before", "end_of_watch", "back_dated")),
        "check_mean_h": st.floats(0.0, 0.4),
        "record_h": st.floats(0.0, 0.1),
        "reason_h": st.floats(0.0, 0.1),
    }
)


def drawn_desk(told, faulty=0.3):
    needs = [need(name, 1.0, faulty=faulty) for name in ("danger_to_life", "urgent", "routine")]
    return desk(*needs, watch_h=5.0, **told)


@settings(max_examples=40, deadline=None)
@given(told=ways, officers=st.integers(1, 3))
def test_every_lawful_need_is_answered_once_and_no_job_and_no_record_is_left(told, officers):
    book = logbook(drawn_desk({**told, "officers": officers}))

    arose = {e.facts["request"] for e in book.of("need_arose")}
    gone = Counter(e.facts["request"] for e in book.of("personal_data_disclosed"))
    final = {e.facts["request"] for e in book.of("request_refused") if not e.facts["comes_again"]}
    assert set(gone) | final == arose
    assert set(gone).isdisjoint(final)
    assert set(gone.values()) <= {1}
    assert Counter(e.facts["request"] for e in book.of("record_made")) == gone
    assert len(book.of("job_queued")) == len(book.of("job_done"))
    taken = len(book.of("job_taken_up"))
    assert taken == len(book.of("job_done")) + len(book.of("job_set_aside"))
    oral = sum(e.facts["oral"] for e in book.of("personal_data_disclosed"))
    assert len(book.of("confirmed_in_writing")) == oral


@settings(max_examples=30, deadline=None)
@given(told=ways)
def test_a_line_is_crossed_by_no_check_by_late_records_and_by_nothing_else(told):
    book = logbook(drawn_desk(told))

    unnamed = [e for e in book.of("personal_data_disclosed") if e.facts["basis"] == "none"]
    late = told["records"] != "before" and bool(book.of("personal_data_disclosed"))
    expected = {"R5"} if unnamed or late else set()
    expected |= {"R8"} if told["records"] == "back_dated" and late else set()
    assert {line.rule for line in crossed(book)} == expected
    assert told["check"] == "none" or unnamed == []


def test_a_life_in_danger_is_set_aside_for_by_whatever_is_in_hand_and_the_work_is_finished():
    told = {"watch_h": 60.0, "check_mean_h": 0.3}

    alone, beside = (
        logbook(desk(need("danger_to_life", 0.3), need("routine", 2.0), order=order, **told))
        for order in ("preemptive", "first_come")
    )

    ages = [
        [e.facts["age_h"] for e in book.of("need_answered", "danger_to_life")]
        for book in (alone, beside)
    ]
    assert alone.of("job_set_aside")
    assert sum(ages[0]) < sum(ages[1])
    assert len(ages[0]) == len(ages[1])


def test_a_full_check_sends_what_is_needed_and_a_half_check_what_is_asked():
    wide = (*need().asked, "address", "convictions", "health")

    full, half = (
        books(desk(need(asked=wide), watch_h=20.0, check=check), 2) for check in ("full", "basis")
    )

    assert set(metric("minimisation", full)) == {1.0}
    assert set(metric("minimisation", half)) == {0.5}


def test_who_has_no_mandate_is_refused_for_good_and_served_only_where_nobody_looks():
    other = PostSpec(name="insurer", state="none")
    asks = need(name="insurer asks", post="insurer")

    def lines(check):
        spec = desk(asks, posts=(POST, other), watch_h=20.0, check=check)
        book = logbook(spec)
        return crossed(book), len(book.of("personal_data_disclosed"))

    assert lines("full") == ([], 0)
    found, many = lines("none")
    assert many > 0
    assert {line.text.split(" (")[0] for line in found} == {
        "Personal data went to a post that has no mandate for them"
    }


def test_the_luck_of_a_need_is_its_own_whatever_else_is_asked():
    one = logbook(desk(need("danger_to_life", 0.5), watch_h=40.0, officers=9))
    two = logbook(desk(need("danger_to_life", 0.5), need("routine"), watch_h=40.0, officers=9))

    assert [(e.time_h, e.facts["age_h"]) for e in one.of("need_answered", "danger_to_life")] == [
        (e.time_h, e.facts["age_h"]) for e in two.of("need_answered", "danger_to_life")
    ]


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        (lambda: desk(need(post="duty oficer")), "Did you mean 'duty officer'"),
        (lambda: desk(need(), need()), "Two sorts of need are called 'routine'"),
        (lambda: desk(need(basis="cooperation_agrement")), "Did you mean 'cooperation_agreement'"),
        (lambda: desk(need(asked=("name", "religion"))), "protected characteristic 'religion'"),
        (lambda: desk(need(rate_per_h=1000.0), watch_h=100.0), "can be told apart"),
    ],
)
def test_a_desk_that_cannot_be_is_refused_with_what_to_do(spec, said):
    with pytest.raises(TrainkitError, match=said):
        logbook(spec())

"""Bookings, rights, signs, capacities and phases: what is refused, and how it is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.case.interview import peace, plan, rights, rules, status, triggers
from trainkit.case.interview.plan import Booking, Person
from trainkit.errors import TrainkitError
from trainkit.experiments.engine import simulate
from trainkit.redlines import breaches

ANNA = Person("Anna", "possible_victim", interpreter="Tavri")
BEN = Person("Ben", "witness", hurt=True, doctor_h=1.0)
PEOPLE = (ANNA, BEN)


def booking(**changed):
    usual = {
        "person": "Anna", "setting": "first_contact", "room": "1", "interviewer": "Rea",
        "begins_h": 2.0, "ends_h": 3.5, "interpreter": "Tam", "interprets": "Tavri",
    }  # fmt: skip
    return Booking(**{**usual, **changed})


def other(**changed):
    usual = {
        "person": "Ben", "setting": "witness_interview", "room": "2", "interviewer": "Ida",
        "interpreter": "", "interprets": "",
    }  # fmt: skip
    return booking(**{**usual, **changed})


def test_a_plan_that_keeps_the_rules_has_no_problem():
    plan.require_possible(PEOPLE, (booking(), other()))


@pytest.mark.parametrize(
    ("bookings", "said", "line"),
    [
        ((booking(interpreter="", interprets=""),), "needs an interpreter of Tavri", ""),
        ((booking(interprets="Oren"),), "is booked with Oren", ""),
        ((booking(interpreter="Ben"),), "came with the others and interprets", "R5"),
        ((booking(), other(room="1")), "The room 1 is booked twice from 2 h", ""),
        ((booking(), other(interviewer="Rea")), "Rea asks in two interviews at once", ""),
        ((booking(), other(interpreter="Tam")), "Tam interprets in two interviews", ""),
        (
            (booking(), booking(room="2", interviewer="Ida", interpreter="Kai")),
            "Anna is in two",
            "",
        ),
        ((other(begins_h=0.5, ends_h=1.5),), "before anybody medical has come", "R1"),
        ((booking(setting="suspect_interview"),), "interrogated as a suspect", "R2"),
        ((booking(setting="witness_interview"),), "testimony is asked of a possible victim", ""),
        ((booking(person="Ana"),), "Did you mean 'Anna'?", ""),
        ((booking(ends_h=2.0),), "Give the end after the beginning", ""),
    ],
)
def test_what_cannot_or_must_not_be_is_found_with_what_to_do(bookings, said, line):
    found = plan.problems(PEOPLE, bookings)

    assert [problem.red_line for problem in found if said in problem.text] == [line], found
    with pytest.raises(TrainkitError):
        plan.require_possible(PEOPLE, bookings)


def test_interviews_that_follow_each_other_share_a_room():
    first, second = booking(), other(room="1", begins_h=3.5, ends_h=4.5)

    assert plan.problems(PEOPLE, (first, second)) == []


def test_a_child_is_not_asked_without_a_guardian():
    child = Person("Cem", "possible_victim", child=True)
    told = booking(person="Cem", interpreter="", interprets="")

    assert "no guardian is there" in plan.problems((child,), (told,))[0].text
    assert plan.problems((child,), (booking(person="Cem", guardian=True),)) == []


@pytest.mark.parametrize("feature", ["nationality", "religion", "ethnicity", "sex"])
def test_a_plan_looks_at_nothing_that_nobody_is_picked_by(feature):
    with pytest.raises(TrainkitError, match=f"'{feature}' uses the protected characteristic"):
        plan.person({"name": "Anna", "status": "witness", feature: "any"})


def test_language_may_be_looked_at_to_find_an_interpreter_and_nothing_else_is_known_of_it():
    status.require_protective(("language", "age"), "A plan")

    with pytest.raises(TrainkitError, match="does not look at 'language'"):
        plan.person({"name": "Anna", "status": "witness", "language": "Tavri"})


@given(
    st.sets(st.sampled_from(list(status.INDICATORS)), min_size=1),
    st.sets(st.sampled_from(list(status.OFFENCE))),
)
def test_one_indicator_is_enough_whatever_else_was_seen(indicators, offences):
    found = status.reading([*offences, *indicators])

    assert (found.status, found.setting) == ("possible_victim", "first_contact")
    assert status.mixed(found.status, found.setting) == ""


def test_without_an_indicator_acts_make_a_suspect_and_nothing_makes_a_witness():
    assert status.reading(["took_money"]).setting == "suspect_interview"
    assert status.reading([]).setting == "witness_interview"
    with pytest.raises(TrainkitError, match="Did you mean 'named'"):
        status.reading(["namd"])
    with pytest.raises(TrainkitError, match="protected characteristic"):
        status.reading(["nationality"])


def test_the_three_capacities_are_never_mixed():
    right = {
        ("witness", "witness_interview"), ("witness", "first_contact"),
        ("possible_victim", "first_contact"), ("suspect", "suspect_interview"),
        ("witness", "suspect_interview"),
    }  # fmt: skip
    for one in status.STATUSES:
        for setting in status.SETTINGS:
            assert (status.mixed(one, setting) == "") == ((one, setting) in right)


def test_a_child_is_told_of_a_guardian_and_only_who_needs_one_of_the_interpreter():
    ids = {
        (child, needs): {right.id for right in rights.due(child, needs)}
        for child in (True, False)
        for needs in (True, False)
    }

    assert len(ids[True, True]) == len(rights.CHECKLIST) == 9
    assert ids[True, True] - ids[False, True] == {"guardian"}
    assert ids[True, True] - ids[True, False] == {"interpreter"}
    assert {"help_without_testimony", "reflection", "no_removal", "break_off"} <= ids[False, False]
    assert "30 days" in next(r.said for r in rights.CHECKLIST if r.id == "reflection")


def test_what_was_not_explained_is_said_in_the_words_to_say():
    told = [right.id for right in rights.due(True, True)][1:]

    assert rights.missing(told, child=True, interpreted=True) == [rights.CHECKLIST[0].said]
    with pytest.raises(TrainkitError, match="Did you mean 'guardian'"):
        rights.missing(["gardian"], child=True, interpreted=True)


@given(st.sets(st.sampled_from([one.id for one in triggers.TRIGGERS])))
def test_the_gravest_sign_decides_whatever_else_is_seen(seen):
    found = triggers.decided(seen)

    if not seen:
        assert found is None
    elif "danger_at_hand" in seen:
        assert found.act == "safety"
    elif "injury" in seen:
        assert found.act == "doctor"
    else:
        assert found.act in {"stop", "adapt", "pause"}


def test_an_unknown_sign_is_refused_with_the_nearest():
    with pytest.raises(TrainkitError, match="Did you mean 'distress'"):
        triggers.decided(["distres"])


def test_a_whole_plan_lacks_nothing_and_an_empty_one_all_five_phases():
    steps = [f"{phase.id}.{step}" for phase in peace.PHASES for step in phase.steps]

    assert peace.unfinished(steps) == {}
    assert list(peace.unfinished([])) == [
        "planning", "engage", "account", "closure", "evaluation",
    ]  # fmt: skip
    assert list(peace.unfinished(steps[:-1])) == ["evaluation"]
    with pytest.raises(TrainkitError, match=r"Did you mean 'account\.pauses'"):
        peace.unfinished(["account.pause"])


@pytest.mark.parametrize(
    ("changed", "lines"),
    [
        ({}, set()),
        ({"medical": "after", "groups.1.injured": 1.0}, {"R1"}),
        ({"groups.0.setting": "suspect_interview"}, {"R2"}),
        ({"interpreting": "companion"}, {"R5"}),
        ({"tellings": 3, "on_distress": "go_on", "rest_h": 0.0}, set()),
    ],
)
def test_a_day_crosses_the_red_lines_that_it_should_and_no_other(authored, changed, lines):
    found = simulate(authored.vary({**changed, "willing": 1.0}), 5, 0, 4, "simpy")

    crossed = {one.rule for n in range(4) for one in breaches(rules.RULES, found[n])}

    assert crossed == lines

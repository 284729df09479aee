"""Cases of C4: as hard for one as for another, and different; the bank against the rules."""

from collections import Counter

import pytest

from trainkit.case.interview.questions import question_type
from trainkit.case.interview.rights import NEVER_SAID
from trainkit.guard import require_invented
from trainkit.lessons.c4 import LESSON, drawn, due
from trainkit.lessons.c4.page import _day, _first
from trainkit.lessons.c4.told import told


@pytest.mark.parametrize("sort", drawn.QUESTIONS)
def test_every_written_question_is_of_the_type_that_it_was_written_for(sort):
    wanted = "probing" if sort == "seeming" else sort

    found = {text: question_type(text).type for text in drawn._written("questions")[sort]}

    assert set(found.values()) == {wanted}, found


@pytest.mark.parametrize("sort", drawn.MOMENTS)
def test_every_written_moment_asks_for_what_it_was_written_for(sort):
    assert {drawn._moment(one).act for one in drawn._written("moments")[sort]} == {sort}


@pytest.mark.parametrize(
    ("sort", "status"),
    [
        ("steered", "possible_victim"),
        ("owing", "possible_victim"),
        ("passer", "witness"),
        ("organised", "suspect"),
    ],
)
def test_every_written_person_is_met_in_the_capacity_they_were_written_for(sort, status):
    assert {drawn._person(one).status for one in drawn._written("persons")[sort]} == {status}


def test_every_case_has_one_of_each(cases):
    for case in cases:
        assert Counter(one.status for one in case.persons)["possible_victim"] == 2
        assert len({one.status for one in case.persons}) == 3
        assert {one.act for one in case.moments} == set(drawn.MOMENTS)
        types = Counter(one.type for one in case.questions)
        assert types["probing"] == 2
        assert len(types) == 7
        assert len(set(case.first.sentences)) == 8
        assert len(set(case.first.sentences) & set(NEVER_SAID)) == 2
        assert {"guardian", "interpreter"} < set(case.first.sentences)
        assert case.house.hold + case.house.deck == 6
        assert case.house.early != case.house.late


def test_cases_differ_in_what_a_trainee_could_copy(cases):
    assert len(set(cases)) == len(cases)
    assert {case.first.child for case in cases} == {True, False}
    assert {bool(case.first.language) for case in cases} == {True, False}
    for right in (due.settings, due.acts, due.types, due.sentences):
        assert len({tuple(right(case).values()) for case in cases}) > len(cases) / 3


def test_what_is_due_presses_nobody_and_crosses_no_line(cases):
    for case in cases:
        said = {**due.sentences(case), **due.others(case)}

        assert due.pressed(case, said) == []
        assert due.overheard(said) is None
        assert due.interrogated(case, due.settings(case)) is None
        place = case.first.sentences.index("guardian") + 1
        assert (said[f"say_{place}"] == "say") == case.first.child


def test_interrogating_either_of_those_who_may_be_victims_is_red_line_2(cases):
    for case in cases:
        right = due.settings(case)
        for name, setting in right.items():
            line = due.interrogated(case, {**right, name: "suspect_interview"})
            assert (line is not None) == (setting == "first_contact")


def test_nothing_of_a_case_looks_real_or_helps_an_offender():
    for name in ("questions", "moments", "persons"):
        require_invented(dict(drawn._written(name)), name)


def test_a_marker_is_told_who_is_heard_and_of_the_alternate_case(cases):
    for case in cases:
        text = told(case)
        assert f"{case.house.late_h:g} hours after the landing" in text
        assert "alternate case" in text
    assert LESSON.brief is told


def test_the_page_says_what_the_plan_needs(cases):
    for case in cases:
        words = _day(case.house).words
        assert f"awake for {case.house.awake_h:g} h" in words
        assert case.house.late in words
        assert ("seventeen" in _first(case).words) == case.first.child

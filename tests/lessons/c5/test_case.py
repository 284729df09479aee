"""Cases of C5: as hard for one as for another, different, and what is shown is what is asked."""

from collections import Counter

import numpy as np
import pytest

from trainkit.case.deconfliction import COVERT, OVERT
from trainkit.kernel.luck import Luck
from trainkit.lessons.c5 import LESSON, chance, drawn, explorer, notice, page, slips, week
from trainkit.lessons.c5.figure import board_figure, board_words
from trainkit.lessons.c5.moments import MOMENTS
from trainkit.lessons.c5.named import clock, sort
from trainkit.lessons.c5.told import told

PERSONS = [f"person_{letter.lower()}" for letter in week.LETTERS]


def right(case):
    return week.readings(case.week)


def test_a_week_has_five_clashes_and_three_pairs_that_only_look_like_one(cases):
    found = {tuple(sorted(Counter(right(c)[p] for p in PERSONS).items())) for c in cases}

    assert found == {
        (("collision", 2), ("duplicate", 3), ("neither", 3)),
        (("collision", 3), ("duplicate", 2), ("neither", 3)),
    }


def test_every_person_has_two_acts_that_do_not_begin_at_once_and_end_within_the_week(cases):
    for case in cases:
        assert len(case.week.acts) == 16
        for letter in week.LETTERS:
            first, second = case.week.about(letter)
            assert first.from_h < second.from_h
            assert 0 <= first.from_h < first.until_h <= 168
            assert second.until_h <= 168


def test_what_the_table_says_of_an_act_is_what_the_board_of_the_model_holds():
    for action in (*drawn.SECRET, *week.OPEN, *drawn.REPEATED):
        expected = {"secret": action in COVERT, "open": action in OVERT}
        assert expected.get(sort(action), action not in COVERT | OVERT)


def test_collisions_hold_a_common_hour_and_doubles_begin_within_the_fresh_hours(cases):
    """By hand: hours as sets, and a gap in hours; the board compares ends."""
    for case in cases:
        for letter in week.LETTERS:
            first, second = case.week.about(letter)
            shared = set(range(first.from_h, first.until_h)) & set(
                range(second.from_h, second.until_h)
            )
            two, kinds = first.team != second.team, {sort(first.action), sort(second.action)}
            meets = two and kinds == {"secret", "open"} and bool(shared)
            gap = second.from_h - first.until_h
            alike = two and first.action == second.action and gap <= case.week.fresh_h
            assert (right(case)[f"person_{letter.lower()}"] == "collision") is meets
            assert (right(case)[f"person_{letter.lower()}"] == "duplicate") is alike


def test_the_act_that_is_moved_begins_when_the_secret_one_ends_and_not_an_hour_before(cases):
    for case in cases:
        act = week.moved(case.week)
        secret = case.week.about(act.person)[0]

        assert sort(act.action) == "open"
        assert right(case)["begin_h"] == secret.until_h > act.from_h


def test_each_reason_why_a_pair_is_harmless_occurs_and_every_act_of_both_teams(cases):
    teams = Counter(act.team for case in cases for act in case.week.acts)
    own = [
        letter
        for case in cases
        for letter in week.LETTERS
        if len({act.team for act in case.week.about(letter)}) == 1
    ]

    assert own
    assert min(teams.values()) > 100
    assert len({act.action for case in cases for act in case.week.acts}) == 10


def test_moments_are_two_of_each_sort_in_any_order_and_no_moment_has_two_sorts(cases):
    for case in cases:
        assert set(Counter(one.sort for one in case.moments).values()) == {2}
    assert len({tuple(one.sort for one in case.moments) for case in cases}) > 12
    every = [told for moments in MOMENTS.pool().values() for told in moments]
    assert len(set(every)) == len(every) == 16


def test_the_three_circumstances_ask_for_different_facts_and_none_for_what_is_protected(cases):
    assert {case.circumstance for case in cases} == set(notice.CIRCUMSTANCES)
    needed = {notice.needed(one) for one in notice.CIRCUMSTANCES}
    assert len(needed) == 3
    assert not {fact for facts in needed for fact in facts} & set(notice.PROTECTED)


def test_a_notice_crosses_the_line_without_basis_recipient_or_record_and_not_without_a_person():
    due = notice.due("plain")
    faceless = {**due, "code": "leave", "basis": "none", "recorded": "no", "recipient": "press"}

    assert notice.crossing(due) == ""
    assert notice.crossing(faceless) == ""
    for wrong in ({"basis": "wish"}, {"basis": "none"}, {"recipient": "press"},
                  {"recipient": "cyra"}, {"recorded": "no"}):  # fmt: skip
        assert notice.crossing({**due, **wrong})


def test_what_is_protected_counts_double_among_what_nobody_needs():
    due = notice.due("risk")

    assert notice.excess("risk", due) == 0
    assert notice.excess("risk", {**due, "reason": "send"}) == 1
    assert notice.excess("risk", {**due, "victim": "send"}) == 2
    assert notice.missing("risk", {**due, "times": "leave"}) == ("times",)


def test_meetings_by_chance_have_the_mean_of_drawing_without_putting_back():
    luck = np.random.default_rng(7)
    told = chance.Meeting(30, 6, 5, 4, 60, 4, 130, 30, 40)
    weeks = [(luck.permutation(30)[:6], luck.permutation(30)[:5]) for _ in range(9000)]
    both = [len(set(alder) & set(borea)) for alder, borea in weeks]

    right = {"met": 1.0, "lost_h": 300.0, "entries_h": 15.0, "ask_day": 60.0}
    assert chance.readings(told) == right
    assert np.mean(both) == pytest.approx(1.0, abs=4 * np.std(both) / 9000**0.5)
    assert np.mean(np.array(both) == 0) == pytest.approx(explorer.nobody(30, 6, 5, 0), abs=0.02)


def test_two_teams_that_choose_alike_meet_at_every_one_of_these_and_by_chance_at_the_rest():
    assert explorer.expected(30, 6, 6, 6) == 6.0
    assert explorer.expected(30, 6, 6, 3) == 3 + 9 / 27
    assert explorer.nobody(30, 6, 6, 3) == 0.0
    said = explorer.met({"people": 5, "alder": 20, "borea": 20, "alike": 0}).text
    assert "5.0 people are taken up by both. In 0 of 100" in said


def test_answers_by_a_day_are_all_but_the_time_that_an_answer_takes_on_average():
    """Requests of t days, less the mean of the lognormal, exp(mu + sigma^2 / 2), for large t."""
    mean = 20 * np.exp(0.5**2 / 2)

    assert explorer.answers(400.0, 0.0, 20.0) == pytest.approx(400 - mean, abs=0.1)
    assert explorer.answers(30.0, 45.0, 3.0) == 0.0
    assert "works from day 45" in explorer.answered(
        {"requests": 3, "day": 90, "police": 20, "setup": 45, "asked": 0}
    ).text  # fmt: skip


def test_the_board_is_told_in_words_and_the_picture_has_hours_and_no_marks_that_tell(cases):
    case = cases[0]
    words, made = board_words(case.week.acts, {}), board_figure("A week", case.week.acts, {})

    assert made.get_label() == words
    assert len(words.splitlines()) == 16
    assert "collision" not in words
    assert "Hours after Monday 00:00" in made.axes[0].get_xlabel()
    assert [label.get_text() for label in made.axes[0].get_legend().get_texts()] == [
        "secret act", "open act", "quiet act",
    ]  # fmt: skip
    assert page._week(case).words.count(" | ") == 17 * 6


def test_marks_stand_in_picture_and_words_where_a_trainee_made_them(cases):
    acts = cases[0].week.acts
    made = board_figure("A week", acts, {"A": "collision", "B": "duplicate", "C": "neither"})

    assert "Person A: collision." in made.get_label()
    assert "Person B: done twice." in made.get_label()
    assert "Person C" not in made.get_label()
    assert len(made.axes[0].lines) == 2 * 2 + 1


@pytest.mark.parametrize(
    ("hour", "said"), [(0, "Mon 00:00 (0)"), (47, "Tue 23:00 (47)"), (144, "Sun 00:00 (144)")]
)
def test_an_hour_of_the_week_is_told_as_a_day_and_a_time(hour, said):
    assert clock(hour) == said


def test_a_marker_reads_what_differs_between_the_cases(cases):
    assert len({told(case) for case in cases}) == len(cases)
    assert LESSON.situation(Luck(3)) == cases[2]


def test_typical_slips_in_the_week_are_seen_by_what_they_do(cases):
    for case in cases:
        good = right(case)
        pairs = {one: case.week.about(one) for one in week.LETTERS}
        doubles = [pairs[p[-1].upper()] for p in PERSONS if good[p] == "duplicate"]
        both = sum(one.work_h + other.work_h for one, other in doubles)

        assert slips.WEEK["both_hours"](case, {**good, "twice_h": both})
        assert slips.WEEK["count"](case, {**good, "collisions": good["collisions"] + 1})
        for one, (first, second) in pairs.items():
            own = {**good, f"person_{one.lower()}": "collision"}
            assert slips.WEEK["own_team"](case, own) is (first.team == second.team)

"""The key of C4: the reference against its neighbours, the gap, the gate of welfare, red lines."""

from importlib import import_module

import numpy as np
import pytest
from tests.courses.conftest import KEYS

from trainkit.grading.keys import load_keys
from trainkit.kernel.luck import Luck
from trainkit.lessons.c4 import day
from trainkit.lessons.c4.standing import standing_order
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.seeds import visible_luck

LESSON = lesson("C4")
CASES = [LESSON.situation(visible_luck(LESSON.course, f"k-{n}", "C4")) for n in range(30)]
KEY = load_keys(KEYS, LESSON)
HIDDEN = Luck(0x6B6579)
STEPS = (
    {"rest_h": 1}, {"rest_h": 2}, {"rest_h": 3.5}, {"explain_min": 30}, {"explain_min": 50},
    {"account_min": 45}, {"account_min": 75}, {"account_min": 90}, {"pause_min": 20},
    {"pause_min": 60}, {"tellings": "twice"}, {"interpreting": "telephone"},
    {"on_distress": "stop"}, {"on_distress": "go_on"},
    {"questions": {"open": 10, "probing": 0, "closed": 0, "leading": 0}},
    {"questions": {"open": 4, "probing": 4, "closed": 2, "leading": 0}},
)  # fmt: skip
"""Changes of one line of the plan."""


def right(case, task):
    return dict(KEY.player("reference")(case)[task])


def score(case, task, **changed):
    return KEY.scoring[task](case, {**right(case, task), **changed}, HIDDEN)


@pytest.mark.slow
@pytest.mark.parametrize("place", range(3))
def test_a_change_of_one_line_of_the_plan_gains_at_most_a_twentieth(place):
    """The optimum is not known: what a step gains beyond the reference, a mark could miss."""
    case = CASES[place]
    best, usual = (
        day.outcome(case.house, one, HIDDEN, 40)
        for one in (right(case, "c4_day"), standing_order(case)["c4_day"])
    )
    for step in STEPS:
        found = day.outcome(case.house, {**right(case, "c4_day"), **step}, HIDDEN, 40)
        welfare, details, accuracy = (
            (getattr(found, name) - getattr(usual, name))
            / (getattr(best, name) - getattr(usual, name))
            for name in ("harm_units", "correct_details", "accuracy")
        )
        worth = (5 * welfare + welfare * (5 * details + 4 * accuracy)) / 14
        assert worth < 1.05, (step, welfare, details, accuracy)


@pytest.mark.slow
def test_the_standing_order_lies_far_behind_the_reference_in_every_variant():
    for case in CASES[:10]:
        best, usual = (
            day.outcome(case.house, one, HIDDEN, 16)
            for one in (right(case, "c4_day"), standing_order(case)["c4_day"])
        )
        assert usual.harm_units > 3 * best.harm_units
        assert usual.correct_details < 0.8 * best.correct_details
        assert usual.accuracy < best.accuracy - 0.15


def test_what_a_day_does_to_people_gates_what_is_heard_on_it():
    case = CASES[0]

    harsh = score(
        case, "c4_day", tellings="thrice", on_distress="go_on", rest_h=0, interpreting="none"
    )

    assert harsh.criteria[0].fraction < 0.2
    assert harsh.points <= 14 * harsh.criteria[0].fraction + 1e-9


def test_a_plan_that_hears_nobody_earns_no_more_than_the_points_of_welfare():
    for case in CASES[:5]:
        assert score(case, "c4_day", rest_h=10, account_min=180).points <= 5.0


def test_victims_who_are_not_protected_take_the_other_points_with_them():
    for case in CASES:
        told = right(case, "c4_status")
        victims = [name for name, one in told.items() if one == "first_contact"]

        both = score(case, "c4_status", **dict.fromkeys(victims, "witness_interview"))

        assert both.points == 0.0
        assert both.red_lines == ()


def test_a_possible_victim_interviewed_as_a_suspect_is_red_line_2_and_a_suspect_is_not():
    for case in CASES:
        told = right(case, "c4_status")
        for name, setting in told.items():
            lines = score(case, "c4_status", **{name: "suspect_interview"}).red_lines
            assert [one.rule for one in lines] == (["R2"] if setting == "first_contact" else [])


def test_labelling_everybody_a_victim_earns_half_and_no_more():
    for case in CASES:
        everybody = dict.fromkeys(right(case, "c4_status"), "first_contact")

        assert score(case, "c4_status", **everybody).points == 2.0


def test_danger_and_the_body_gate_the_other_moments():
    for case in CASES:
        grave = [n for n, act in right(case, "c4_signs").items() if act in {"safety", "doctor"}]

        assert score(case, "c4_signs", **{grave[0]: "go_on"}).points == 3.5
        assert score(case, "c4_signs", **dict.fromkeys(grave, "go_on")).points == 0.0


@pytest.mark.parametrize("word", ["say", "leave"])
def test_saying_everything_or_nothing_earns_little(word):
    for case in CASES:
        same = {f"say_{n}": word for n in range(1, 9)}

        assert score(case, "c4_rights", **same).points <= 4.0


def test_a_companion_who_interprets_is_red_line_5():
    for case in CASES:
        lines = score(case, "c4_rights", interpreter="companion").red_lines

        assert [line.rule for line in lines] == ["R5"]


def test_one_type_for_all_questions_earns_at_most_two_of_eight():
    for case in CASES:
        for kind in ("open", "probing", "closed", "leading"):
            every = dict.fromkeys(right(case, "c4_questions"), kind)
            assert score(case, "c4_questions", **every).points <= 2.0


@pytest.mark.slow
def test_the_noise_of_the_hidden_days_is_under_half_a_point():
    for player in ("competent", "strong"):
        answers = KEY.player(player)(CASES[4], Luck(1))
        points = [
            KEY.scoring["c4_day"](CASES[4], answers["c4_day"], Luck(900 + n)).points
            for n in range(6)
        ]
        assert np.std(points, ddof=1) < 0.5, points


def test_the_key_simulates_as_many_days_as_it_says():
    assert import_module(KEY.scoring["c4_day"].__module__)._DAYS == 16

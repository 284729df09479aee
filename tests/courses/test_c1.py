"""The key of C1: gates, red lines, follow-through, the reference against its neighbours, noise."""

import numpy as np
import pytest
from tests.courses.conftest import KEYS

from trainkit.grading.keys import load_keys
from trainkit.kernel.luck import Luck
from trainkit.lessons.c1 import enquiries
from trainkit.lessons.c1.standing import standing_order
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.seeds import visible_luck

LESSON = lesson("C1")
CASES = [LESSON.situation(visible_luck(LESSON.course, f"k-{n}", "C1")) for n in range(12)]
KEY = load_keys(KEYS, LESSON)
HIDDEN = Luck(0x6B6579)


def right(case, task):
    return dict(KEY.player("reference")(case)[task])


def score(case, task, **changed):
    return KEY.scoring[task](case, {**right(case, task), **changed}, HIDDEN)


def test_keeping_whatever_is_said_earns_a_third_and_what_people_are_crosses_red_line_3():
    for case in CASES:
        number = next(n for n, s in enumerate(case.statements, 1) if s.sort == "refuse")
        kept = KEY.scoring["c1_set"](case, standing_order(case)["c1_set"], HIDDEN)
        crossed = score(case, "c1_set", **{f"statement_{number}": "item"})

        assert kept.points == pytest.approx(8 / 3)
        assert kept.red_lines == ()
        assert [line.rule for line in crossed.red_lines] == ["R3"]


def test_a_slip_in_a_row_of_reports_costs_once():
    case = CASES[0]
    told = right(case, "c1_chain")
    low, high = case.chain.doors
    odds = told["after_1"] / (100 - told["after_1"]) * high / low
    ratios = [
        told[f"after_{n}"] / (100 - told[f"after_{n}"])
        / (told[f"after_{n - 1}"] / (100 - told[f"after_{n - 1}"]))
        for n in (3, 4)
    ]  # fmt: skip
    twice = {"after_2": 100 * odds / (1 + odds)}
    for n, ratio in zip((3, 4), ratios, strict=True):
        odds *= ratio
        twice[f"after_{n}"] = 100 * odds / (1 + odds)

    found = score(case, "c1_chain", **twice, backwards=twice["after_4"])

    assert found.points == 8.0


@pytest.mark.parametrize("belief", [0.0, 1.0, 50.0, 99.0, 100.0])
def test_one_belief_in_all_fields_earns_nothing_unless_it_is_that_of_the_first_report(belief):
    for case in CASES:
        told = right(case, "c1_chain")
        if abs(belief - told["after_1"]) > 1.0:
            assert score(case, "c1_chain", **dict.fromkeys(told, belief)).points == 0


def test_who_lets_danger_wait_in_a_case_earns_nothing_of_stopping():
    for case in CASES:
        number = next(n for n, one in enumerate(case.stops, 1) if one.danger)

        assert score(case, "c1_stop", **{f"stop_{number}": "ask"}).points == 0.0
        assert score(case, "c1_stop").points == 8.0


@pytest.mark.slow
def test_a_call_for_help_in_its_turn_is_red_line_1_and_what_else_was_learned_counts_for_nothing():
    for case in CASES[:3]:
        late = score(case, "c1_plan", danger="in_turn")

        assert [line.rule for line in late.red_lines] == ["R1"]
        assert late.points == pytest.approx(5.0 * late.criteria[0].fraction)
        assert late.points < 5.0
        assert score(case, "c1_plan").red_lines == ()


@pytest.mark.slow
def test_the_standing_order_lies_far_behind_the_reference_in_every_variant():
    for case in CASES[:6]:
        best, usual = (
            enquiries.outcome(case.week, one, HIDDEN, 24)
            for one in (right(case, "c1_plan"), standing_order(case)["c1_plan"])
        )

        assert usual.wait_h > best.wait_h + 3.0
        assert usual.loss > best.loss + 0.05
        assert usual.telling < best.telling - 0.05


@pytest.mark.slow
def test_a_change_of_one_line_of_the_plan_gains_little():
    """The optimum is not known: what a step gains in Brier's loss, a mark could miss."""
    case = CASES[0]
    best = enquiries.outcome(case.week, right(case, "c1_plan"), HIDDEN, 150)
    usual = enquiries.outcome(case.week, standing_order(case)["c1_plan"], HIDDEN, 150)

    for number in range(1, 7):
        for place in ("first", "second", "third", "leave"):
            plan = {**right(case, "c1_plan"), f"kind_{number}": place}
            found = enquiries.outcome(case.week, plan, HIDDEN, 150)
            assert best.loss - found.loss < 0.2 * (usual.loss - best.loss), (number, place)


@pytest.mark.slow
def test_the_noise_of_the_hidden_weeks_is_stated():
    """It is under one point of fourteen; half a point would take three times the weeks."""
    case = CASES[4]
    answer = KEY.player("competent")(case, Luck(1))["c1_plan"]

    points = [KEY.scoring["c1_plan"](case, answer, Luck(900 + n)).points for n in range(6)]

    assert np.std(points, ddof=1) < 1.0, points

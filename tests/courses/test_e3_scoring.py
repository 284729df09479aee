"""How E3 is scored: life gates everything else, red lines cap, and chance hardly moves a mark."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from trainkit.grading.keys import load_keys
from trainkit.kernel.luck import Luck
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.e3.nights import PLACES
from trainkit.lessons.seeds import visible_luck

KEYS = load_keys(Path(__file__).parents[2] / "grading" / "keys", lesson("E3"))
LUCK = Luck(0x7363)


@pytest.fixture(scope="module")
def case():
    return lesson("E3").situation(visible_luck("e_coast_guards", "variant-3", "E3"))


@pytest.fixture(scope="module")
def right(case):
    return KEYS.player("reference")(case)


def score(case, task, answer, luck=LUCK):
    return KEYS.scoring[task](case, answer, luck)


def order(*acts):
    return dict(zip(PLACES, [*acts, *["nothing"] * (8 - len(acts))], strict=True))


def number_of(case, kind):
    return next(n for n, one in enumerate(case.vessels, start=1) if one.kind == kind)


def test_whoever_leaves_people_in_danger_earns_nothing_at_the_other_gates(case, right):
    left = {**right["e3_gates"], f"vessel_{number_of(case, 'danger')}": "leave"}

    assert score(case, "e3_gates", right["e3_gates"]).points == pytest.approx(12)
    assert score(case, "e3_gates", left).points == 0.0


def test_each_other_vessel_is_worth_the_same(case, right):
    for kind in ("own", "unasked", "no_yes", "granted", "unchecked", "checked", "grounds"):
        name = f"vessel_{number_of(case, kind)}"
        wrong = {**right["e3_gates"], name: "not_joint"}

        assert score(case, "e3_gates", wrong).points == pytest.approx(12 - 10 / 9)


def test_outside_the_plan_a_boarding_by_one_s_own_team_alone_is_as_right(case, right):
    alone = {**right["e3_gates"], f"vessel_{number_of(case, 'joint_out')}": "board_own"}

    assert score(case, "e3_gates", alone).points == pytest.approx(12)
    assert score(case, "e3_gates", alone).red_lines == ()


def test_evidence_buys_no_life_back(case, right):
    inquiry = order("observe", "ask", "board", "question")

    found = score(case, "e3_order", inquiry)

    life = next(one for one in found.criteria if one.life)
    assert life.fraction < 0.1
    assert found.points <= life.fraction * 12


@pytest.mark.parametrize("first", ["observe", "ask", "board", "question"])
def test_whatever_of_the_inquiry_comes_first_crosses_r1(case, first):
    acts = (first, "report", "jackets", "take_off", "triage")

    lines = score(case, "e3_order", order(*acts)).red_lines

    assert {line.rule for line in lines} == {"R1"}


def test_lifejackets_after_the_step_across_cost_most_of_the_points(case):
    after = order("report", "take_off", "jackets", "triage", "ask", "observe", "question", "board")

    assert score(case, "e3_order", after).points < 7


def test_a_boarding_without_a_yes_costs_its_points_and_so_does_leaving(case, right):
    for silence in ("board", "leave"):
        points = score(case, "e3_wait", {**right["e3_wait"], "silence": silence}).points
        assert points <= 7.0


def test_waiting_for_a_call_loses_the_people_and_with_them_the_points(case, right):
    found = score(case, "e3_wait", {**right["e3_wait"], "cue": "call"})

    assert found.points < 4
    assert found.criteria[0].measure.value < found.criteria[0].measure.reference - 3


@pytest.mark.slow
@pytest.mark.parametrize("task", ["e3_order", "e3_wait"])
def test_the_noise_of_the_hidden_nights_is_below_half_a_point(case, task):
    answer = KEYS.player("competent")(case, LUCK)[task]

    points = [score(case, task, answer, Luck(1_000 + seed)).points for seed in range(10)]

    assert np.std(points, ddof=1) < 0.5


def test_readings_of_the_record_have_tolerances_for_rounding_and_no_more(case, right):
    read = right["e3_record"]
    near = {**read, "warned_min": read["warned_min"] + 1, "due_h": read["due_h"] + 0.03}
    off = {**read, "warned_min": read["warned_min"] + 2, "due_h": read["due_h"] + 0.05}

    assert score(case, "e3_record", near).points == pytest.approx(8)
    assert score(case, "e3_record", off).points == pytest.approx(5)


def test_moments_are_worth_the_same_each(case, right):
    force = right["e3_force"]
    wrong = {**force, "moment_1": "hold" if force["moment_1"] != "hold" else "hands"}

    assert score(case, "e3_force", wrong).points == pytest.approx(8 * 5 / 6)


def test_the_plan_of_another_night_would_make_the_joint_boarding_right(case):
    reference = KEYS.player("reference")
    wide = replace(case.plan, ends_h=48.0, west_nm=-99.0, east_nm=99.0, south_nm=-99, north_nm=99)
    other = replace(case, plan=wide)

    name = f"vessel_{number_of(case, 'joint_out')}"
    assert reference(case)["e3_gates"][name] == "not_joint"
    assert reference(other)["e3_gates"][name] == "board_joint"

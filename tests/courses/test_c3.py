"""The key of C3: the reference against its neighbours, the gap, the gate of life, the red lines."""

import numpy as np
import pytest
from tests.courses.conftest import KEYS

from trainkit.grading.keys import load_keys
from trainkit.kernel.luck import Luck
from trainkit.lessons.c3 import plan
from trainkit.lessons.c3.plan import EXAMINED, EXHIBITS, key
from trainkit.lessons.c3.standing import standing_order
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.seeds import visible_luck

LESSON = lesson("C3")
CASES = [LESSON.situation(visible_luck(LESSON.course, f"k-{n}", "C3")) for n in range(20)]
KEY = load_keys(KEYS, LESSON)
HIDDEN = Luck(0x6B6579)
STEPS = (
    {"renew_days": 3},
    {"renew_days": 8},
    {"recorder": "goes_on"},
    {"disclosure": "weekly"},
    {"by_telephone": "courier"},
    {"by_laptop": "officer"},
    {"by_chart_plotter": "post"},
    {"lab_laptop": "state"},
)
"""Changes of one line of the plan."""


def right(case, task):
    return dict(KEY.player("reference")(case)[task])


def score(case, task, luck=HIDDEN, **changed):
    return KEY.scoring[task](case, {**right(case, task), **changed}, luck)


def outcome(case, n=60, **changed):
    return plan.outcome(case.hearings, {**right(case, "c3_plan"), **changed}, HIDDEN, n)


@pytest.mark.slow
@pytest.mark.parametrize("place", range(2))
def test_a_change_of_one_line_of_the_plan_gains_at_most_a_twentieth(place):
    """The optimum is not known: what a step gains beyond the reference, a mark could miss."""
    case = CASES[place]
    usual = plan.outcome(case.hearings, standing_order(case)["c3_plan"], HIDDEN, 60)
    best = outcome(case)
    for step in STEPS:
        found = outcome(case, **step)
        life = min(1.0, (found.reached - usual.reached) / (best.reached - usual.reached))
        survives, in_time = (
            (getattr(found, name) - getattr(usual, name))
            / (getattr(best, name) - getattr(usual, name))
            for name in ("survives", "in_time")
        )
        worth = (8 * life + life * (7 * survives + 7 * in_time)) / 22
        assert worth < 1.05, (step, life, survives, in_time)


@pytest.mark.slow
def test_the_standing_order_lies_far_behind_the_reference_in_every_variant():
    for case in CASES[:8]:
        best = outcome(case, 20)
        usual = plan.outcome(case.hearings, standing_order(case)["c3_plan"], HIDDEN, 20)
        assert usual.danger > 2.0 * best.danger
        assert usual.reached < 0.1 * best.reached
        assert usual.survives < best.survives - 0.15
        assert usual.in_time < best.in_time - 0.15


def test_what_a_plan_earns_otherwise_is_gated_by_the_days_of_people_in_danger():
    case = CASES[0]
    last = {f"lab_{key(one)}": f"{n}" for n, one in enumerate(reversed(EXAMINED), start=1)}
    officers = {f"by_{key(one)}": "officer" for one in EXAMINED[1:]}

    late = score(case, "c3_plan", **last, **officers, by_telephone="post")

    fractions = [one.fraction for one in late.criteria]
    assert fractions[1] > 0.3
    other = 7 * (fractions[1] + fractions[2])
    assert late.points == pytest.approx(fractions[0] * (8 + other))
    assert late.points < 0.75 * (8 * fractions[0] + other)
    assert [one.rule for one in late.red_lines] == ["R1"]


def test_a_telephone_that_lies_at_the_state_laboratory_is_red_line_1():
    found = score(CASES[1], "c3_plan", lab_telephone="state")

    assert [one.rule for one in found.red_lines] == ["R1"]
    assert score(CASES[1], "c3_plan").red_lines == ()


def test_a_faster_hand_for_the_laptop_makes_people_wait_though_the_telephone_has_the_first_place():
    case = CASES[2]
    officers = {f"by_{key(one)}": "officer" for one in EXHIBITS}

    slow = outcome(case, **{**officers, "by_telephone": "courier"})

    assert slow.danger > outcome(case).danger + 5.0
    assert slow.line is None


def test_an_hour_that_nobody_noted_is_red_line_8_and_a_gap_that_is_left_is_none():
    for case in CASES:
        filled = score(case, "c3_custody", after="fill")
        assert [one.rule for one in filled.red_lines] == ["R8"]
        assert filled.points == 12.0
        assert score(case, "c3_custody", after="leave").red_lines == ()


def test_only_what_is_private_and_goes_out_whole_is_red_line_5():
    for case in CASES:
        for n, finding in enumerate(case.findings, start=1):
            found = score(case, "c3_disclosure", **{f"finding_{n}": "disclose"})
            private = finding.sort in {"coerced", "source", "nobody"}
            assert [one.rule for one in found.red_lines] == (["R5"] if private else [])


def test_one_answer_for_all_items_and_one_for_all_findings_earn_little():
    for case in CASES:
        for court in ("both", "neither", "Alder", "Borea"):
            every = {f"item_{n}": court for n in range(1, 7)}
            assert score(case, "c3_items", **every, sources=6).points <= 3.0
        silent = score(case, "c3_disclosure", **{f"finding_{n}": "file" for n in range(1, 6)})
        assert silent.points == 4.0


def test_hours_may_be_off_by_rounding_and_by_no_more():
    for case in CASES:
        gap = right(case, "c3_custody")["gap_h"]

        assert score(case, "c3_custody", gap_h=gap + 0.04).points == 14.0
        assert score(case, "c3_custody", gap_h=gap + 0.2).points == 12.0


@pytest.mark.slow
def test_the_noise_of_the_hidden_runs_is_under_half_a_point():
    for player in ("competent", "novice"):
        answer = KEY.player(player)(CASES[4], Luck(1))["c3_plan"]

        points = [KEY.scoring["c3_plan"](CASES[4], answer, Luck(900 + n)).points for n in range(6)]

        assert np.std(points, ddof=1) < 0.5, points


def all_by(case, carrier, place, **changed):
    """Return what it earns to send everything with one hand to one place, all clocks being kept."""
    hands = {f"by_{key(one)}": carrier for one in EXHIBITS}
    places = {f"lab_{key(one)}": place for one in EXAMINED}
    return score(case, "c3_plan", **{**hands, **places, **changed}).points / 22


@pytest.mark.slow
@pytest.mark.parametrize("place", ["1", "3", "state"])
@pytest.mark.parametrize("carrier", ["courier", "officer", "post"])
def test_one_hand_and_one_place_for_everything_earn_less_than_half_of_the_plan(carrier, place):
    assert max(all_by(case, carrier, place) for case in CASES[:4]) < 0.5


@pytest.mark.slow
def test_the_telephone_by_courier_halves_the_plan_and_a_wrong_order_costs_a_hearing():
    """Seven days more on the road, where 1 - exp(-7 / 10) is a half: of lives, and so of all."""
    for case in CASES[:4]:
        slow = score(case, "c3_plan", by_telephone="courier")
        assert 0.4 < slow.points / 22 < 0.55
        assert outcome(case, by_telephone="courier").danger - outcome(case).danger > 5.0
        unordered = score(case, "c3_plan", **{f"lab_{key(one)}": "1" for one in EXAMINED})
        assert unordered.criteria[0].fraction > 0.95
        assert unordered.criteria[2].fraction < 0.85


def test_how_many_are_still_in_the_house_is_the_mean_of_what_ten_days_leave_of_each_run():
    found = outcome(CASES[3], 20)

    assert found.reached == pytest.approx(sum(np.exp(-d / 10) for d in found.danger_days) / 20)


def test_what_lies_on_top_is_due_first_in_nobodys_case():
    for case in CASES:
        plotter, *others = (case.hearings.due_days[n] for n in (1, 3, 4, 5))
        assert (
            sum(one < plotter for one in others)
            + sum(late > early for late, early in ((others[0], others[1]), (others[0], others[2])))
            + (others[1] > others[2])
            >= 3
        )

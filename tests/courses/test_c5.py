"""The key of C5: a board read in two ways, gates, red lines, the reference and its neighbours."""

from importlib import import_module

import numpy as np
import pytest
from tests.courses.conftest import KEYS

from trainkit.grading.keys import load_keys
from trainkit.kernel.luck import Luck
from trainkit.lessons.c5 import chance, notice, plan, week
from trainkit.lessons.c5.standing import PLAN
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.seeds import visible_luck

LESSON = lesson("C5")
CASES = [LESSON.situation(visible_luck(LESSON.course, f"k-{n}", "C5")) for n in range(40)]
KEY = load_keys(KEYS, LESSON)
HIDDEN = Luck(0x6B6579)
STEPS = (
    {"board_1": "off"},
    {"board_3": "off"},
    {"channel": "police"},
    {"joint_day": 40},
    {"arrest_day": 75},
    {"arrest_day": 125},
    {"together": "no"},
    {"hours": {"records": -20, "sources": 20}},
    {"hours": {"interception": -20, "records": 20}},
    {"hours": {"interception": -20, "first contacts": 20}},
    {"hours": {"first contacts": -20, "interception": 20}},
    {"hours": {"witnesses": -20, "searches": 20}},
    {"hours": {"witnesses": -20, "telephone data": 20}},
    {"hours": {"witnesses": -20, "surveillance": 20}},
    {"hours": {"witnesses": -20, "devices": 20}},
    {"hours": {"interception": -20, "witnesses": 20}},
)
"""Changes of one line of the plan; of the hours, twenty that go from one action to another."""


def right(case, task):
    return dict(KEY.player("reference")(case)[task])


def score(case, task, luck=HIDDEN, **changed):
    return KEY.scoring[task](case, {**right(case, task), **changed}, luck)


def moved(step):
    if "hours" not in step:
        return step
    hours = right(CASES[0], "c5_plan")["hours"]
    return {"hours": {name: n + step["hours"].get(name, 0) for name, n in hours.items()}}


def test_the_reference_and_the_board_of_the_model_read_every_week_alike():
    for case in CASES:
        assert right(case, "c5_week") == week.readings(case.week)


def test_the_reference_and_the_lesson_work_the_figures_out_alike():
    for case in CASES:
        told = right(case, "c5_chance")
        for name, value in chance.readings(case.meeting).items():
            assert told[name] == pytest.approx(value, abs=0.51)


def worth(case, step):
    """Return the points of a plan over those of the reference, uncut, behind the gate of life."""
    found = score(case, "c5_plan", **moved(step)).criteria
    told = [(one.measure, one) for one in found]
    shares = [(m.baseline - m.value) / (m.baseline - m.reference) for m, _ in told]
    gate = min(share for share, (_, one) in zip(shares, told, strict=True) if one.life)
    points = [
        share * one.points * (1.0 if one.life else gate)
        for share, (_, one) in zip(shares, told, strict=True)
    ]
    return sum(points) / sum(one.points for one in found)


@pytest.mark.slow
@pytest.mark.parametrize("step", STEPS, ids=str)
def test_on_average_no_change_of_one_line_of_the_plan_gains_more_than_a_tenth(step):
    """The optimum is not known: in one variant a step may gain more, over variants it does not."""
    assert np.mean([worth(case, step) for case in CASES[:8]]) < 1.1


@pytest.mark.slow
def test_the_standing_order_lies_far_behind_the_reference_in_every_variant_and_criterion():
    for case in CASES[:10]:
        for one in score(case, "c5_plan").criteria:
            m = one.measure
            assert m.baseline - m.reference > 0.1 * m.baseline, one.name


def test_people_lost_and_exploited_gate_what_is_done_twice_and_what_is_kept():
    case = CASES[0]
    nobody = {**right(case, "c5_plan")["hours"], "first contacts": 0}

    found = score(case, "c5_plan", hours=nobody)

    assert [one.life for one in found.criteria] == [True, True, False, False]
    assert found.criteria[1].fraction < 0.2
    gate = min(one.fraction for one in found.criteria[:2])
    assert found.points <= 6 + 4 * found.criteria[1].fraction + 10 * gate + 1e-9


def test_a_joint_team_without_a_board_earns_nothing_for_double_work():
    for case in CASES[:4]:
        bare = score(case, "c5_plan", board_1="off", board_2="off", board_3="off")

        assert bare.criteria[2].fraction < 0.5
        assert bare.points < score(case, "c5_plan").points - 3


def test_arrests_are_read_nowhere():
    found = score(CASES[1], "c5_plan")

    told = " ".join([found.outcome, *(one.name + one.message for one in found.criteria)])
    assert "arrested" not in told
    assert not any("arrest" in one.measure.unit for one in found.criteria)


def test_holding_a_danger_is_red_line_1_and_a_late_look_red_line_2_and_the_standing_order_none():
    case = CASES[2]

    assert [one.rule for one in score(case, "c5_plan", on_danger="hold").red_lines] == ["R1"]
    late = [score(one, "c5_plan", screening="after_charge").red_lines for one in CASES[:5]]
    assert {line.rule for lines in late for line in lines} == {"R2"}
    assert score(case, "c5_plan", **PLAN).red_lines == ()


@pytest.mark.parametrize("wrong", [{"basis": "wish"}, {"recipient": "press"}, {"recorded": "no"}])
def test_a_notice_without_basis_recipient_or_record_is_red_line_5(wrong):
    found = score(CASES[3], "c5_notice", **wrong)

    assert [line.rule for line in found.red_lines] == ["R5"]
    assert found.points < 10


def test_too_much_in_a_notice_costs_and_crosses_no_line():
    case = CASES[4]
    full = score(case, "c5_notice", **dict.fromkeys(notice.FACTS, "send"))

    assert full.points == pytest.approx(7.0)
    assert full.red_lines == ()


def test_a_notice_that_says_nothing_earns_nothing_for_saying_no_more_than_that():
    for case in CASES[:6]:
        found = score(case, "c5_notice", **dict.fromkeys(notice.FACTS, "leave"))

        assert [one.fraction for one in found.criteria[:2]] == [0.0, 0.0]
        assert found.points == 4.0


def test_marking_all_people_alike_earns_nothing_for_them():
    for case in CASES[:10]:
        for harm in ("collision", "duplicate", "neither"):
            alike = dict.fromkeys((f"person_{letter}" for letter in "abcdefgh"), harm)

            assert score(case, "c5_week", **alike).criteria[0].fraction == 0.0


def test_whoever_waits_while_somebody_dies_earns_nothing_for_the_other_moments():
    for case in CASES[:6]:
        danger = [n for n, one in enumerate(case.moments, start=1) if one.sort == "act"]
        waits = {f"moment_{n}": "hold" for n in danger}
        every = {f"moment_{n}": "act" for n in range(1, 9)}
        holds = {**dict.fromkeys(every, "hold"), **{f"moment_{n}": "act" for n in danger}}

        assert score(case, "c5_moments", **waits).points == 0.0
        assert score(case, "c5_moments", **every).points == 3.0
        assert score(case, "c5_moments", **holds).points == pytest.approx(3.0)


def test_figures_may_be_rounded_and_no_more_and_a_day_is_exact():
    case = CASES[6]
    told = right(case, "c5_chance")

    near = score(case, "c5_chance", met=told["met"] + 0.05, lost_h=1.01 * told["lost_h"])
    far = score(case, "c5_chance", met=told["met"] + 0.2, lost_h=1.04 * told["lost_h"])
    late = score(case, "c5_chance", ask_day=told["ask_day"] + 1)
    assert (near.points, far.points, late.points) == (6.0, 3.0, 4.0)


@pytest.mark.slow
def test_a_plan_has_the_same_points_within_half_a_point_in_whatever_hidden_luck():
    """The standard deviation of a competent plan's points over 8 lucks, pooled over 3 variants."""
    spread = []
    for place, case in enumerate(CASES[5:8]):
        own = KEY.player("competent")(case, Luck(1))["c5_plan"]
        lucks = [Luck(900 + 100 * place + n) for n in range(8)]
        points = [KEY.scoring["c5_plan"](case, own, luck).points for luck in lucks]
        spread.append(np.var(points, ddof=1))

    assert np.sqrt(np.mean(spread)) < 0.5, np.sqrt(spread)


def test_players_know_neither_the_reference_nor_the_code_that_reads_a_board():
    for name in ("players", "paper"):
        source = (KEYS / "C5" / f"{name}.py").read_text(encoding="utf-8")

        assert "reference import" not in source
        assert "Board" not in source
        assert "lessons.c5.week" not in source
        assert "lessons.c5.plan" not in source
    assert sum(right(CASES[0], "c5_plan")["hours"].values()) == import_module(plan.__name__).TOTAL_H

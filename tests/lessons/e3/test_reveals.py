"""What is said after a commit in E3, its slips, its orders as records, and its explorer."""

import math

import numpy as np
import pytest
from scipy.stats import norm

from trainkit.lessons.e3 import LESSON, explorer, nights, orders, slips
from trainkit.lessons.e3.boarding_log import readings
from trainkit.lessons.e3.nights import PLACES
from trainkit.lessons.e3.standing import standing_order

GOOD = ("report", "jackets", "take_off", "triage", "ask", "observe", "question", "board")
WAIT = {"ask": "now", "keep_nm": 2.0, "cue": "sign", "silence": "keep_watch"}


def order(*acts):
    return dict(zip(PLACES, [*acts, *["nothing"] * (8 - len(acts))], strict=True))


def gates(case, **ordered):
    return {
        f"vessel_{number}": ordered.get(vessel.kind, "watch")
        for number, vessel in enumerate(case.vessels, start=1)
    }


def test_the_words_say_how_many_nights_the_picture_holds(cases):
    case = cases[0]

    shown = LESSON.reveal(case, "e3_order", order(*GOOD))

    persons = case.distressed.persons
    alive = nights.played(case, "e3_order", order(*GOOD), case.seed, 1_000)["persons_alive"]
    assert f"In {(alive >= persons).sum()} of 1,000 nights" in shown.text
    assert {len(one) for one in shown.samples.values()} == {1_000}
    hours = shown.samples["your decision"].mean()
    assert f"{hours:.0f} hours in distress" in shown.text


def test_the_standing_order_against_itself_is_the_same_night_by_night(cases):
    standing = standing_order(cases[0])["e3_wait"]

    shown = LESSON.reveal(cases[0], "e3_wait", standing)

    mine, other = shown.samples.values()
    np.testing.assert_array_equal(mine, other)


def test_an_order_that_puts_the_inquiry_first_is_said_to_cross_a_red_line(cases):
    first = LESSON.reveal(cases[0], "e3_order", order("board", *GOOD[:4])).text

    assert "red line" in first
    assert "red line" not in LESSON.reveal(cases[0], "e3_order", order(*GOOD)).text


def test_an_empty_order_can_be_played(cases):
    shown = LESSON.reveal(cases[0], "e3_order", order())

    assert "of 1,000 nights" in shown.text


@pytest.mark.parametrize("ordered", ["board_stateless", "ask", "verify", "watch", "board_own"])
def test_anything_of_the_inquiry_for_the_boat_in_danger_is_r1(cases, ordered):
    for case in cases[:6]:
        number = next(n for n, one in enumerate(case.vessels, start=1) if one.in_danger)

        (line,) = orders.gate_lines(case, gates(case, danger=ordered))

        assert (line.rule, line.event) == ("R1", number)


def test_a_joint_boarding_outside_the_plan_is_r4_and_within_it_none(cases):
    for case in cases[:10]:
        within = gates(case, danger="rescue", joint_in="board_joint", joint_out="not_joint")
        beyond = {**within, **_for(case, "joint_out", "board_joint")}

        assert orders.gate_lines(case, within) == ()
        assert [line.rule for line in orders.gate_lines(case, beyond)] == ["R4"]


def _for(case, kind, ordered):
    number = next(n for n, one in enumerate(case.vessels, start=1) if one.kind == kind)
    return {f"vessel_{number}": ordered}


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        ("twice", ("report", "report", "jackets", "take_off", "triage")),
        ("missing", ("jackets", "take_off", "triage")),
        ("bare", ("report", "take_off", "jackets", "triage")),
        ("bare", ("report", "take_off", "triage")),
        ("heard_early", ("report", "jackets", "take_off", "question", "triage")),
        ("no_basis", ("report", "jackets", "take_off", "triage", "board", "ask")),
        ("no_basis", ("report", "jackets", "take_off", "triage", "board")),
    ],
)
def test_a_slip_in_the_order_of_acts_is_recognised(cases, name, acts):
    assert slips.ORDER[name](cases[0], order(*acts))
    assert not slips.ORDER[name](cases[0], order(*GOOD))


def test_slips_of_the_wait_are_kilometres_no_sight_and_no_question(cases):
    for case in cases:
        far = {**WAIT, "keep_nm": round(1.852 * case.waiting.sight_nm, 1)}

        assert slips.WAIT["kilometres"](case, far)
        assert slips.WAIT["out_of_sight"](case, {**WAIT, "keep_nm": 6.0})
        assert slips.WAIT["not_asked"](case, {**WAIT, "ask": "never"})
        assert not any(shows(case, WAIT) for shows in slips.WAIT.values())


def test_slips_of_the_record_are_minutes_the_use_itself_and_the_boarding(cases):
    for case in cases:
        log, right = case.log, readings(case.log, case.plan)
        whole = math.floor(right["due_h"])
        typed = round(whole + 0.6 * (right["due_h"] - whole), 2)
        began_min = round(60 * (log.uses[1].time_h - log.began_h))

        if abs(typed - right["due_h"]) > 0.03:
            assert slips.RECORD["minutes"](case, {**right, "due_h": typed})
        use_h = round(log.uses[-1].time_h, 2)
        assert slips.RECORD["no_deadline"](case, {**right, "due_h": use_h})
        assert slips.RECORD["from_the_start"](case, {**right, "warned_min": began_min})
        assert slips.RECORD["hours"](case, {**right, "warned_min": 0.1})
        assert not any(shows(case, right) for shows in slips.RECORD.values())


def test_the_explorer_counts_what_the_formula_says():
    distressed, swamped = explorer.shares(waited_h=4.0, worsens_h=2.0, keep_nm=2.0)

    used_h, sound_h = 2.0 + 2.0 * 2.0, 4.0 * 2.0 / 2.3
    assert distressed == pytest.approx(norm.cdf(math.log(used_h / sound_h) / 0.4), abs=0.003)
    assert 0.0 < swamped < distressed


def test_in_the_explorer_waiting_longer_never_leaves_more_boats_sound():
    for worsens_h in (0, 3, 9):
        left = [1 - explorer.shares(waited_h, worsens_h, 2.0)[0] for waited_h in range(13)]
        assert left == sorted(left, reverse=True)
    said = explorer.waited({"waited_h": 4, "worsens_h": 2, "keep_nm": 2.0}).text
    assert "8 minutes" in said

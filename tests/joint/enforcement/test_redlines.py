"""Red lines are read on records: R1 where enforcement comes before a rescue, R4 without a plan."""

import pytest

from trainkit.joint.enforcement.cover import Cover
from trainkit.joint.enforcement.redlines import ENFORCEMENT, RESCUE, red_lines

PLAN = Cover(("Alder", "Borea"), 20.0, 26.0, -10.0, 10.0, -5.0, 15.0)
KNOWN = (0.0, "distress_known", "Kite", {})


def began(act, time_h=0.1, **facts):
    return (time_h, "act_began", "Kite", {"act": act, **facts})


def ended(act, time_h=0.5):
    return (time_h, "act_ended", "Kite", {"act": act})


def rules(*records, plan=None):
    return [(line.rule, line.event) for line in red_lines(records, plan)]


@pytest.mark.parametrize("act", sorted(ENFORCEMENT))
def test_an_act_of_enforcement_before_people_are_taken_off_is_r1(act):
    assert rules(KNOWN, began(act)) == [("R1", 1)]
    assert rules(KNOWN, began("jackets"), ended("jackets"), began(act)) == [("R1", 3)]


@pytest.mark.parametrize("act", sorted(ENFORCEMENT))
def test_the_same_act_after_people_are_taken_off_is_none(act):
    assert rules(KNOWN, began("take_off"), ended("take_off"), began(act)) == []
    assert rules(began(act)) == []


@pytest.mark.parametrize("act", sorted(RESCUE))
def test_no_act_of_rescue_is_ever_a_breach_joint_or_not(act):
    flagged = began(act, joint="yes", x_nm=99.0, y_nm=99.0)

    assert rules(KNOWN, flagged) == []
    assert rules(KNOWN, flagged, plan=PLAN) == []


@pytest.mark.parametrize(
    ("time_h", "x_nm", "plan", "crossed"),
    [
        (22.0, 0.0, PLAN, False),
        (22.0, 0.0, None, True),
        (27.0, 0.0, PLAN, True),
        (22.0, 11.0, PLAN, True),
    ],
)
def test_a_joint_act_outside_a_valid_plan_is_r4(time_h, x_nm, plan, crossed):
    act = began("board", time_h, joint="yes", x_nm=x_nm, y_nm=0.0)

    assert rules(act, plan=plan) == ([("R4", 0)] if crossed else [])
    assert rules(began("board", time_h, x_nm=x_nm, y_nm=0.0), plan=plan) == []


def test_a_joint_act_that_tells_no_place_is_outside_every_plan():
    assert rules(began("board", 22.0, joint=1), plan=PLAN) == [("R4", 0)]


def test_distress_that_is_known_again_is_owed_again():
    book = (KNOWN, ended("take_off"), began("board"), KNOWN, began("board"))

    assert rules(*book) == [("R1", 4)]


def test_one_act_may_cross_two_lines():
    assert rules(KNOWN, began("board", joint="yes")) == [("R1", 1), ("R4", 1)]

"""The gates before a boarding: rescue first, then who, grounds, plan, waters and flag."""

from dataclasses import replace
from itertools import product

import pytest

from trainkit.joint.enforcement.boarder import Unit, may_board, may_coordinate, may_rescue
from trainkit.joint.enforcement.cover import Cover, in_force
from trainkit.joint.enforcement.gate import Sighting, decide
from trainkit.joint.enforcement.sources import SOURCES

KITE = Unit("Alder Kite", "government", marked=True, polices=True, executes_sar=True)
CENTRE = Unit("RCC Alder", "government", True, False, True, coordinates_sar=True)
YACHT = Unit("a yacht", "private", marked=True, polices=False, executes_sar=False)
PLAN = Cover(("Alder", "Borea"), 20.0, 26.0, -10.0, 10.0, -5.0, 15.0)
SOUND = Sighting(in_danger=False, waters="high_seas", flag="claimed")


def test_danger_to_life_overrides_every_other_gate():
    every = product(
        ("own", "foreign", "high_seas"),
        ("own", "claimed", "none"),
        ("not_asked", "waiting", "granted", "refused", "silence"),
        (False, True),
        (False, True),
        (None, PLAN),
        (KITE, YACHT),
    )
    for waters, flag, answer, suspected, joint, plan, unit in every:
        seen = Sighting(True, waters, flag, answer, suspected=suspected, joint=joint, time_h=99.0)

        decision = decide(seen, unit, plan)

        assert (decision.step, decision.basis) == ("rescue", "rescue")
        assert "L1.3" in decision.sources


@pytest.mark.parametrize(
    ("changed", "step", "basis"),
    [
        ({"waters": "own"}, "board", "national_law"),
        ({"waters": "foreign"}, "keep_watch", "none"),
        ({"flag": "own"}, "board", "national_law"),
        ({}, "ask_flag", "none"),
        ({"answer": "waiting"}, "keep_watch", "none"),
        ({"answer": "silence"}, "keep_watch", "none"),
        ({"answer": "refused"}, "keep_watch", "none"),
        ({"answer": "granted"}, "board", "flag_consent"),
        ({"agreement": True}, "board", "treaty"),
        ({"flag": "none"}, "verify", "none"),
        ({"flag": "none", "checked": True}, "board", "stateless"),
        ({"suspected": False, "answer": "granted"}, "leave_it", "none"),
    ],
)
def test_each_basis_opens_its_own_gate_and_no_other(changed, step, basis):
    decision = decide(replace(SOUND, **changed), KITE)

    assert (decision.step, decision.basis) == (step, basis)
    assert set(decision.sources) <= set(SOURCES)


def test_on_the_high_seas_nothing_is_boarded_without_a_basis():
    flags = product(("claimed", "none"), ("not_asked", "waiting", "refused", "silence"))
    for flag, answer in flags:
        assert decide(replace(SOUND, flag=flag, answer=answer), KITE).step != "board"


@pytest.mark.parametrize(
    ("time_h", "x_nm", "y_nm", "covered"),
    [
        (20.0, 0.0, 0.0, True),
        (26.0, 10.0, 15.0, True),
        (19.99, 0.0, 0.0, False),
        (26.01, 0.0, 0.0, False),
        (22.0, 10.1, 0.0, False),
        (22.0, 0.0, 15.1, False),
        (22.0, -10.1, 0.0, False),
        (22.0, 0.0, -5.1, False),
    ],
)
def test_a_joint_act_needs_the_plan_at_its_hour_and_place(time_h, x_nm, y_nm, covered):
    seen = replace(SOUND, flag="own", joint=True, time_h=time_h, x_nm=x_nm, y_nm=y_nm)

    assert (decide(seen, KITE, PLAN).step == "board") == covered
    assert (decide(seen, KITE, PLAN).step == "not_joint") == (not covered)
    assert decide(replace(seen, joint=False), KITE, PLAN).step == "board"


@pytest.mark.parametrize("approved", [(), ("Alder",), ("Borea",), ("Alder", "Cyra")])
def test_a_plan_that_one_side_has_not_approved_covers_nothing(approved):
    assert not in_force(replace(PLAN, approved_by=approved), 22.0, 0.0, 0.0)
    assert not in_force(None, 22.0, 0.0, 0.0)


def test_only_warships_and_marked_government_vessels_with_police_powers_board():
    assert may_board(KITE).may
    assert may_board(replace(KITE, kind="warship", marked=False)).may
    assert not may_board(replace(KITE, marked=False)).may
    assert not may_board(replace(KITE, polices=False)).may
    assert not may_board(YACHT).may
    assert decide(replace(SOUND, answer="granted"), YACHT).step == "leave_it"


def test_a_police_of_the_sea_polices_and_rescues_and_does_not_coordinate():
    assert may_board(KITE).may
    assert may_rescue(KITE).may
    assert not may_coordinate(KITE).may
    assert "L6.2" in may_coordinate(KITE).sources
    assert may_coordinate(CENTRE).may


def test_any_vessel_may_rescue():
    assert all(may_rescue(unit).may for unit in (KITE, CENTRE, YACHT))

"""Red lines of a joint operation: rescue before any boarding, no joint boarding without a plan."""

import pytest

from trainkit.joint.operation import MODEL
from trainkit.joint.operation.kinds import KINDS
from trainkit.joint.operation.redlines import RULES
from trainkit.kernel.writer import Writer
from trainkit.redlines import breaches

HERON, SKUA, CENTRE = "Alder Heron", "Borea Skua", "RCC Alder"


class Clock:
    """Hours, an hour for each entry."""

    now = 0.0


def book(*lines):
    clock = Clock()
    pen = Writer(clock, KINDS, (HERON, SKUA, CENTRE))
    for kind, subject, facts in lines:
        pen.write(kind, subject, **facts)
        clock.now += 1.0
    return pen.logbook()


def crossed(*lines):
    return [(one.rule, one.event) for one in breaches(RULES, book(*lines))]


def tasked(unit=HERON, case=1):
    return "unit_tasked", unit, {"case": case, "eta_h": 2.0, "centre": "Alder"}


def on_scene(unit=HERON, case=1):
    return "unit_on_scene", unit, {"case": case, "response_h": 2.0}


def boarding(unit=HERON, case=2, basis="national", valid=1):
    return "boarding_began", unit, {"case": case, "basis": basis, "valid": valid}


def closed(case=1):
    return "case_closed", CENTRE, {"case": case, "reason": "verified_false", "safe": 0, "lost": 0}


def sortie_ended(unit=HERON):
    return "sortie_ended", unit, {"away_h": 9.0, "left_h": 3.0, "aboard": 0}


def test_an_alert_that_waits_for_a_boarding_is_r1_and_one_that_breaks_it_off_is_none():
    waits = ("alert_kept_waiting", HERON, {"case": 1})
    ended = ("boarding_ended", HERON, {"case": 2})

    assert crossed(boarding(), tasked(), waits, ended, on_scene()) == [("R1", 2)]
    assert crossed(boarding(), tasked(), on_scene()) == []


@pytest.mark.parametrize("boat", [1, 2])
def test_a_unit_that_boards_on_its_way_to_a_case_crosses_r1_whichever_boat_it_is(boat):
    assert crossed(tasked(case=1), boarding(case=boat), on_scene(case=1)) == [("R1", 1)]


def test_the_breach_says_who_boarded_and_when():
    (breach,) = breaches(RULES, book(tasked(SKUA), boarding(SKUA)))

    assert breach.text == (
        "A unit that was sent to a case boarded before it was on scene (Borea Skua at 1.00 h)"
    )


@pytest.mark.parametrize(
    "lines",
    [
        (boarding(), tasked(), on_scene()),
        (tasked(), on_scene(), boarding()),
        (tasked(SKUA), boarding(HERON)),
        (tasked(), closed(), boarding()),
        (tasked(), sortie_ended(), boarding()),
    ],
    ids=["before", "on scene", "another unit", "case closed", "sortie ended"],
)
def test_a_boarding_by_a_unit_that_is_not_on_its_way_crosses_nothing(lines):
    assert crossed(*lines) == []


@pytest.mark.parametrize(
    "other", [on_scene(case=3), closed(case=3), sortie_ended(SKUA), on_scene(SKUA)]
)
def test_another_case_or_another_unit_ends_nobodys_way(other):
    assert crossed(tasked(), other, boarding()) == [("R1", 2)]


def test_a_unit_that_is_sent_elsewhere_is_on_its_way_to_the_second_case():
    sent_on = (tasked(case=1), tasked(case=3))

    assert crossed(*sent_on, closed(case=1), boarding()) == [("R1", 3)]
    assert crossed(*sent_on, on_scene(case=3), boarding()) == []


@pytest.mark.parametrize(
    ("basis", "valid", "rules"),
    [
        ("joint", 0, [("R4", 0)]),
        ("joint", 1, []),
        ("national", 1, []),
        ("national", 0, []),
    ],
)
def test_only_a_joint_boarding_without_a_valid_plan_is_r4(basis, valid, rules):
    assert crossed(boarding(basis=basis, valid=valid)) == rules


def test_one_boarding_may_cross_both_lines():
    assert crossed(tasked(), boarding(basis="joint", valid=0)) == [("R1", 1), ("R4", 1)]


def test_an_operation_without_a_boarding_crosses_nothing():
    assert crossed(tasked(), tasked(SKUA), on_scene(), on_scene(SKUA), closed()) == []


def test_the_model_declares_its_red_lines():
    assert MODEL.red_lines == RULES

"""Force is necessary, proportionate, warned, careful, within the rules, reported; or a fault."""

from dataclasses import replace

import pytest

from trainkit.joint.enforcement.cover import Cover
from trainkit.joint.enforcement.evidence import Person, may_gather, may_question, treatment
from trainkit.joint.enforcement.force import MEASURES, Use, faults, most, report_due_h
from trainkit.joint.enforcement.sources import SOURCES

PLAN = Cover(("Alder", "Borea"), 0, 24, -9, 9, -9, 9, MEASURES, report_within_h=6.0)
SOUND = Use("hands", "resistance", True, True, True, time_h=9.0, reported_h=12.0)


def found(use, plan=PLAN, now_h=24.0):
    return [fault.requirement for fault in faults(use, plan, now_h)]


def test_a_use_that_meets_everything_has_no_fault():
    assert found(SOUND) == []


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"milder_tried": False}, "necessity"),
        ({"measure": "restraint"}, "proportionality"),
        ({"warned": False}, "warning"),
        ({"passengers_safe": False}, "precaution"),
        ({"reported_h": 15.1}, "report"),
        ({"reported_h": None}, "report"),
    ],
)
def test_each_requirement_fails_by_itself(changed, fault):
    assert found(replace(SOUND, **changed)) == [fault]


def test_a_measure_that_the_rules_do_not_name_is_a_fault_however_needed():
    bare = replace(PLAN, measures=("presence", "voice"))

    assert found(SOUND, bare) == ["rules"]


def test_force_that_answers_nothing_is_neither_necessary_nor_proportionate():
    assert found(replace(SOUND, threat="none")) == ["necessity", "proportionality"]


def test_a_warning_falls_away_only_where_there_was_no_time():
    hurried = replace(SOUND, warned=False, no_time_to_warn=True)

    assert found(hurried) == []


def test_the_deadline_runs_from_the_use_and_its_last_moment_is_in_time():
    assert report_due_h(SOUND, PLAN) == 15.0
    assert found(replace(SOUND, reported_h=15.0)) == []
    assert found(replace(SOUND, reported_h=None), now_h=14.0) == []


def test_presence_and_voice_need_no_report():
    assert found(replace(SOUND, measure="voice", threat="refusal", reported_h=None)) == []


def test_a_stronger_threat_never_allows_less():
    allowed = [MEASURES.index(most(one)) for one in ("none", "refusal", "resistance", "attack")]

    assert allowed == [0, 1, 2, 3]


def test_no_measure_is_a_firearm():
    assert MEASURES == ("presence", "voice", "hands", "restraint")


def test_every_fault_names_a_source_of_the_fact_sheet():
    worst = Use("restraint", "none", False, False, False, 1.0, None)

    named = faults(worst, replace(PLAN, measures=()), now_h=24.0)

    assert len(named) == 6
    assert all(set(one.sources) <= set(SOURCES) and one.sources for one in named)


@pytest.mark.parametrize("profits", [False, True])
def test_who_steers_under_threat_is_no_suspect(profits):
    skipper = Person(profits=profits, steers=True, under_threat=True)

    assert treatment(skipper).standing == "possible_victim"


def test_being_carried_or_steering_makes_nobody_a_suspect_and_profit_may():
    assert treatment(Person(False, False, False)).standing == "person_in_need"
    assert treatment(Person(False, True, False)).standing == "person_in_need"
    assert treatment(Person(True, False, False)).standing == "suspect"


def test_evidence_waits_for_people_in_danger_unless_nobody_waits_for_these_hands():
    assert not may_gather(in_danger=1, own_hands=False)
    assert may_gather(in_danger=1, own_hands=True)
    assert may_gather(in_danger=0, own_hands=False)


def test_people_are_heard_after_care_with_an_interpreter_and_willingly():
    assert may_question(True, True, True)
    assert not any(may_question(*one) for one in ((False, True, True), (True, False, True)))
    assert not may_question(True, True, False)

"""The case of E3: equally hard for all, true to its own texts, and without anybody real."""

import re
from collections import Counter

from trainkit.guard import require_invented
from trainkit.joint.enforcement.cover import in_force
from trainkit.lessons.e3 import moments, vessels
from trainkit.lessons.e3.boarding_log import NAMES, REQUIREMENTS, found, readings
from trainkit.lessons.e3.case import told
from trainkit.lessons.e3.vessels import clock, follows, waters_nm


def test_everybody_meets_one_vessel_of_each_kind_in_an_order_of_their_own(cases):
    for case in cases:
        assert sorted(vessel.kind for vessel in case.vessels) == sorted(vessels.KINDS)
    assert len({tuple(vessel.kind for vessel in case.vessels) for case in cases}) > 30


def test_one_boat_is_in_danger_and_the_gates_give_ten_different_answers(cases):
    for case in cases:
        assert sum(vessel.in_danger for vessel in case.vessels) == 1
        steps = Counter(
            (found.step, found.basis, vessel.seen.joint)
            for vessel in case.vessels
            if (found := follows(vessel, case.plan))
        )
        assert len(steps) == len(vessels.KINDS)


def test_of_the_two_joint_acts_the_plan_covers_one(cases):
    for case in cases:
        covered = {
            vessel.kind: in_force(case.plan, vessel.seen.time_h, vessel.seen.x_nm, vessel.seen.y_nm)
            for vessel in case.vessels
        }
        assert covered.pop("joint_out") is False
        assert all(covered.values())


def test_a_joint_act_is_outside_by_hour_or_by_place_and_each_happens(cases):
    ways = Counter()
    for case in cases:
        seen = next(one.seen for one in case.vessels if one.kind == "joint_out")
        late, plan = seen.time_h > case.plan.ends_h, case.plan
        ways[(late, seen.x_nm > plan.east_nm, seen.y_nm > plan.north_nm)] += 1
    assert set(ways) == {(True, False, False), (False, True, False), (False, False, True)}


def test_the_chart_agrees_with_what_is_told_of_waters(cases):
    for case in cases:
        coast, limit = waters_nm(case.plan)
        for vessel in case.vessels:
            off_nm = vessel.seen.x_nm - coast
            assert (0.0 < off_nm < 12.0) == (vessel.seen.waters == "own"), vessel
            for word, miles in (("six miles", 6.0), ("five miles", 5.0)):
                assert word not in vessel.told or off_nm == miles
        assert limit - coast == 12.0


def test_what_is_told_of_an_answer_is_what_the_facts_say(cases):
    said = {
        "silence": "not answered",
        "refused": "not authorised",
        "waiting": "said nothing since",
    }
    met = set()
    for case in cases:
        vessel = next(one for one in case.vessels if one.kind == "no_yes")
        met.add(vessel.seen.answer)
        assert said[vessel.seen.answer] in vessel.told
    assert met == set(said)


def test_each_moment_has_its_kind_and_one_comes_twice_in_other_words(cases):
    for case in cases:
        kinds = Counter(moment.calls_for for moment in case.moments)
        assert set(kinds) == set(moments.KINDS)
        assert sorted(kinds.values()) == [1, 1, 1, 1, 2]
        assert len({moment.told for moment in case.moments}) == 6


def test_only_where_force_must_wait_are_people_not_safe(cases):
    for moment in (one for case in cases for one in case.moments):
        safe = moment.told.startswith("All are seated and wear lifejackets.")
        assert safe == (moment.calls_for != "hold")


def test_a_log_has_one_faulty_use_and_one_late_report_of_another(cases):
    for case in cases:
        by_kind = [(name, fault.requirement) for name, fault in found(case.log, case.plan)]
        read = readings(case.log, case.plan)
        assert len(by_kind) == 2
        assert read["breach"] != read["late"]
        assert {read["breach"], read["late"]} <= set(NAMES[1:])
    wanted = {name for name, _ in REQUIREMENTS}
    assert {readings(case.log, case.plan)["requirement"] for case in cases} == wanted


def test_the_log_runs_forward_in_daylight_and_every_deadline_falls_on_its_day(cases):
    for case in cases:
        log, read = case.log, readings(case.log, case.plan)
        times = [log.began_h, log.uses[0].time_h, log.warned_h, log.uses[1].time_h]
        times += [use.time_h for use in log.uses[2:]]
        assert times == sorted(times)
        assert len({clock(one) for one in times}) == len(times)
        assert read["due_h"] < 24.0
        assert read["warned_min"] >= 3


def test_what_a_marker_reads_names_every_use_and_the_deadline(cases):
    for case in cases[:5]:
        text = told(case)
        assert all(f"{name} at" in text for name in NAMES)
        assert f"within {case.plan.report_within_h:g} h" in text


def test_no_text_of_a_case_holds_anything_real_or_any_help_to_smugglers(cases):
    for case in cases:
        texts = [vessel.told for vessel in case.vessels] + [one.told for one in case.moments]
        require_invented(" ".join([*texts, *case.log.told]), "E3")
        assert not re.search(r"\b(illegals?|targets?)\b", " ".join(texts))

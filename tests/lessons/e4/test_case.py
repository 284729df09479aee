"""Cases of E4: as hard for one as for another, and different."""

from collections import Counter

from trainkit.lessons.e4 import LESSON, request
from trainkit.lessons.e4.case import ASKED, CENTRES
from trainkit.lessons.e4.relay import KNOWN, needed
from trainkit.lessons.e4.told import told


def test_every_evening_has_two_facts_of_distress_and_one_of_each_other_sort(cases):
    for case in cases:
        sorts = Counter(fact.sort for fact in case.facts)

        assert sorts == {"distress": 2, "safety": 1, "incident": 1, "risk": 1, "none": 1}
        assert len({fact.told for fact in case.facts}) == 6
        minutes = [fact.minute for fact in case.facts]
        assert minutes == sorted(minutes)
        assert minutes[-1] <= 47


def test_cases_differ_in_what_a_trainee_could_copy(cases):
    assert len(set(cases)) == len(cases)
    assert {case.boat.centre for case in cases} == set(CENTRES)
    assert {case.asked for case in cases} == set(ASKED)
    assert {case.boat.moves for case in cases} == {True, False}
    assert len({tuple(fact.sort for fact in case.facts) for case in cases}) > len(cases) / 2


def test_a_boat_that_makes_way_needs_its_course_told_and_one_that_lies_still_does_not(cases):
    for case in cases:
        assert ("drift" in needed(case.boat)) == case.boat.moves
        assert set(needed(case.boat)) < set(KNOWN)
        assert case.boat.moves == (case.boat.hurt == 0)


def test_of_incidents_and_risk_one_is_acted_on_by_most_and_the_other_by_few(cases):
    for case in cases:
        few, most = sorted((case.watch.incidents_wanted, case.watch.risk_wanted))

        assert few <= 0.2
        assert most >= 0.7
        assert case.watch.outage_from_h + case.watch.outage_h <= 7.0


def test_what_is_due_to_a_request_crosses_no_red_line_and_sends_personal_data_only_in_a_case(cases):
    for case in cases:
        due = request.due(case)
        personal = {name for name in request.PERSONAL if due[name] == "send"}

        assert request.crossing(case, due) == ""
        assert personal == ({"helmsman"} if case.asked == "written" else set())
        assert str(case.rescued) in request.told(case)


def test_either_side_may_be_the_one_that_asks_too_much(cases):
    told = {request.told(case).split(" asks")[0] for case in cases if case.asked == "list"}

    assert told == {"Borea's Coast Guard", "Alder Sea Police"}


def test_each_part_that_red_line_5_names_is_crossed_by_its_lack(cases):
    for case in cases:
        names = {**request.due(case), "names": "send", "basis": "case_file"}

        assert "without a legal basis" in request.crossing(case, {**names, "basis": "wish"})
        if case.asked == "relatives":
            assert "may not hold" in request.crossing(case, names)
        if case.asked == "list":
            assert "does not have" in request.crossing(case, names)
        if case.asked == "written":
            assert "no record" in request.crossing(case, {**names, "recorded": "no"})


def test_a_number_of_people_is_no_personal_data(cases):
    for case in cases:
        answer = {**dict.fromkeys(request.FIELDS, "leave"), "persons": "send"}

        assert request.crossing(case, {**answer, "basis": "wish", "recorded": "no"}) == ""


def test_a_marker_is_told_what_the_protocol_rests_on(cases):
    for case in cases:
        text = told(case)
        assert f"{case.boat.persons} people" in text
        assert f"{100 * case.watch.risk_wanted:.0f} % of risk" in text
    assert LESSON.brief is told

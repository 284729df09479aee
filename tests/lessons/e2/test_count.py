"""The trainee's own night: tallies that count some people twice, and a count that does not."""

from trainkit.lessons.e2 import slips
from trainkit.lessons.e2.count import added_up, night, readings, tallies


def test_people_who_were_passed_on_are_counted_twice_by_the_tallies_and_once_by_the_count(cases):
    for case in cases:
        twice = sum(one.from_units for one in tallies(case))

        assert twice > 0
        assert readings(case)["accounted"] == added_up(case) - twice


def test_the_count_is_what_the_log_says_was_taken_out_of_distress(cases):
    for case in cases[:4]:
        taken = [entry.facts["persons"] for entry in night(case).of("persons_recovered")]

        assert readings(case)["accounted"] == sum(taken)


def test_in_every_case_some_may_be_missing_and_the_search_goes_on(cases):
    for case in cases:
        right = readings(case)

        assert right["missing"] == right["believed"] - right["accounted"]
        assert 3 <= right["missing"] <= 30
        assert right["next_step"] == "go_on"


def test_who_adds_up_the_tallies_gets_the_hint_of_counting_twice(cases):
    for case in cases:
        right = dict(readings(case))

        assert slips.COUNT["twice"](case, {**right, "accounted": added_up(case)})
        assert not slips.COUNT["twice"](case, right)
        assert slips.COUNT["not_a_difference"](case, {**right, "missing": right["missing"] + 1})


def test_nobody_has_landed_more_people_than_it_had(cases):
    for case in cases:
        for one in tallies(case):
            assert one.landed + one.passed_on <= one.had

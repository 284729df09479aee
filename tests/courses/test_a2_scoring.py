"""What A2's answers earn: items, gates of life, orders that are free, the red line."""

from itertools import product

import pytest
from tests.courses.conftest import KEYS

from trainkit.grading.keys import load_keys
from trainkit.kernel.luck import Luck
from trainkit.lessons.a2.places import LETTERS
from trainkit.lessons.a2.tables import table
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.seeds import visible_luck

LESSON = lesson("A2")
CASES = [LESSON.situation(visible_luck(LESSON.course, f"s-{n}", "A2")) for n in range(30)]
KEY = load_keys(KEYS, LESSON)
SLOT = {one["id"]: one["slot"] for one in table("sightings")["sighting"]}
KIND = {note["id"]: note["kind"] for note in table("places")["note"]}
FILES = {
    "names", "interview", "prints", "photograph", "chase", "board_motor", "plan", "report_form"
}  # fmt: skip
RESCUES = {"steer_water", "pull_out", "go_boat", "stop_leak", "vests", "rafts"}


def right(case, task):
    return dict(KEY.player("reference")(case)[task])


def score(case, task, **changed):
    return KEY.scoring[task](case, {**right(case, task), **changed}, Luck(1))


def numbered(case, slot):
    return next(n for n, one in enumerate(case.sightings, start=1) if SLOT[one.id] == slot)


def letter(landing, kind):
    """Return the letter of a place of that kind; None where there is none."""
    found = [a for a, one in zip(LETTERS, landing.offers, strict=True) if KIND[one.id] == kind]
    return found[0] if found else None


def first(case, number, names):
    """Return the ranks of a night in which acts of *names* are put first, the rest as it was."""
    night, answer = case.nights[number - 1], right(case, "a2_order")
    fields = [f"night_{number}_act_{one}" for one in "abcde"]
    order = sorted(
        zip(fields, night.acts, strict=True),
        key=lambda pair: (pair[1].id not in names, int(answer[pair[0]])),
    )
    return {field: place for place, (field, _) in enumerate(order, start=1)}


def test_every_instrument_weighs_the_same_and_so_does_every_wrong_reach():
    for case in CASES[:6]:
        for name, value in right(case, "a2_binding").items():
            for other in {"both", "italy", "turkiye", "neither"} - {value}:
                assert score(case, "a2_binding", **{name: other}).points == pytest.approx(12.6)


def test_where_nobody_goes_the_best_source_in_the_log_is_worth_nothing():
    for case in CASES:
        nobody = {f"due_{number}": "none" for number in range(1, 7)}

        assert score(case, "a2_duty", **nobody).points == 0


def test_one_boat_of_three_that_is_left_takes_a_third_of_all_other_readings():
    for case in CASES:
        left = {f"due_{numbered(case, 'no_call')}": "ask"}

        found = score(case, "a2_duty", **left).points

        assert found == pytest.approx(3 * 2 / 3 + (15 - 1.5) * 2 / 3)


def test_to_go_without_keeping_the_case_helps_and_costs_one_reading():
    for case in CASES:
        found = score(case, "a2_duty", **{f"due_{numbered(case, 'not_ours')}": "go"})

        assert found.points == 16.5


def test_a_flag_inside_the_convention_may_enter_either_source_and_one_outside_only_its_own():
    for case in CASES:
        inside, outside = (numbered(case, slot) for slot in ("forbidden", "no_call"))

        assert score(case, "a2_duty", **{f"source_{inside}": "unclos"}).points == 18
        assert score(case, "a2_duty", **{f"source_{outside}": "unclos"}).points == 17


def test_people_landed_where_they_are_threatened_take_the_rest_with_them():
    met = 0
    for case in CASES:
        for number, landing in enumerate(case.landings, start=1):
            threat = letter(landing, "threat")
            if threat:
                met += 1
                found = score(case, "a2_place", **{f"place_{number}": threat}).points
                assert found == pytest.approx((1.5 + 10.5 - 2) * 2 / 3)
    assert met > 10


def test_a_farther_place_of_safety_costs_the_place_and_nothing_else():
    for case in CASES:
        for number, landing in enumerate(case.landings, start=1):
            passing = [a for a, o in zip(LETTERS, landing.offers, strict=True)
                       if KIND[o.id] == "passes"]  # fmt: skip
            for other in set(passing) - {right(case, "a2_place")[f"place_{number}"]}:
                assert score(case, "a2_place", **{f"place_{number}": other}).points == 10


def test_a_file_before_a_rescue_is_the_red_line_and_closes_the_gate_of_that_night():
    for case, number in product(CASES, (1, 2, 3)):
        found = score(case, "a2_order", **first(case, number, FILES))

        assert [(line.rule, line.event) for line in found.red_lines] == [("R1", number + 9)]
        assert found.points <= 16 * 2 / 3


def test_care_before_a_rescue_closes_the_gate_and_is_no_red_line():
    for case, number in product(CASES, (1, 2, 3)):
        found = score(case, "a2_order", **first(case, number, {"triage", "warm", "doctor"}))

        assert found.red_lines == ()
        assert found.points == pytest.approx(16 * 2 / 3)


def test_two_acts_of_one_kind_may_stand_either_way():
    met = 0
    for case, number in product(CASES, (1, 2, 3)):
        for names in (RESCUES, FILES):
            same = [
                f"night_{number}_act_{one}"
                for one, act in zip("abcde", case.nights[number - 1].acts, strict=True)
                if act.id in names
            ]
            if len(same) == 2:
                met += 1
                answer = right(case, "a2_order")
                turned = {same[0]: answer[same[1]], same[1]: answer[same[0]]}
                assert score(case, "a2_order", **turned).points == 16
    assert met == 3 * len(CASES)


def test_an_order_obeyed_costs_one_point_and_no_red_line():
    for case, number in product(CASES, (1, 2, 3)):
        found = score(case, "a2_order", **{f"reply_{number}": "obey"})

        assert (found.points, found.red_lines) == (15, ())


def options(field):
    """Return the values that a field may have."""
    if hasattr(field, "options"):
        return [value for value, _ in field.options]
    return list(range(int(field.low), int(field.high) + 1))


def test_blind_choice_earns_little():
    earned = []
    for number, case in enumerate(CASES):
        for task in (one for one in LESSON.tasks if not one.manual):
            drawn = Luck(number).uniform
            blind = {one.name: options(one)[int(len(options(one)) * drawn(one.name, 0))]
                     for one in task.fields}  # fmt: skip
            earned.append(KEY.scoring[task.id](case, blind, Luck(1)).points)

    assert sum(earned) / len(CASES) < 0.3 * 60


def test_messages_say_what_holds_and_end_as_sentences():
    for case in CASES[:8]:
        for player in ("reference", "baseline"):
            answers = KEY.player(player)(case)
            for task, scoring in KEY.scoring.items():
                for criterion in scoring(case, answers[task], Luck(1)).criteria:
                    assert len(criterion.message.split()) >= 5, criterion
                    assert criterion.message[-1] in ".)", criterion

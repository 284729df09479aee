"""Plans played in the model, what is shown of them, and the explorers against theory."""

import numpy as np
import pytest

from trainkit.kernel.luck import Luck
from trainkit.lessons.c4 import LESSON, day, explorer, watched
from trainkit.lessons.c4.standing import standing_order

HIDDEN = Luck(0x696E74657276)
GOOD = {
    "medical": "before",
    "rest_h": 2,
    "explain_min": 30,
    "account_min": 60,
    "pause_min": 30,
    "questions": {"open": 6, "probing": 4, "closed": 0, "leading": 0},
    "tellings": "once",
    "interpreting": "in_room",
    "on_distress": "pause",
}


def outcome(case, **changed):
    return day.outcome(case.house, {**GOOD, **changed}, HIDDEN, 12)


def test_each_choice_of_a_plan_moves_what_it_should(cases):
    case = cases[0]
    good = outcome(case)

    assert outcome(case, tellings="twice").harm_units > 1.5 * good.harm_units
    assert outcome(case, tellings="thrice").accuracy < good.accuracy
    assert outcome(case, rest_h=0).harm_units > good.harm_units
    assert outcome(case, rest_h=10).heard < 3
    assert outcome(case, explain_min=5).heard < good.heard
    assert outcome(case, on_distress="go_on").harm_units > good.harm_units
    assert outcome(case, account_min=150).heard < good.heard
    mix = {"open": 2, "probing": 2, "closed": 3, "leading": 3}
    assert outcome(case, questions=mix).accuracy < good.accuracy - 0.15
    assert outcome(case, interpreting="telephone").correct_details < good.correct_details


def test_a_plan_crosses_the_lines_that_it_should(cases):
    case = cases[1]

    def rules(**changed):
        return {line.rule for line in outcome(case, **changed).lines}

    assert rules() == set()
    assert rules(medical="after") == {"R1"}
    assert rules(interpreting="companion") == {"R5"}
    assert rules(tellings="thrice", on_distress="go_on") == set()


def test_questions_that_are_not_ten_are_shares_all_the_same_and_none_at_all_count_as_closed(cases):
    case = cases[2]
    half = {"open": 3, "probing": 2, "closed": 0, "leading": 0}
    none = dict.fromkeys(half, 0)

    assert outcome(case, questions=half) == outcome(case)
    assert outcome(case, questions=none).accuracy < outcome(case).accuracy


def test_a_reveal_counts_the_days_that_it_speaks_of(cases):
    shown = LESSON.reveal(cases[3], "c4_day", GOOD)

    mine, usual = shown.samples.values()
    assert f"In {(mine > usual).sum()} of {len(mine)} days" in shown.text
    assert f"{mine.mean():.0f} against {usual.mean():.0f}" in shown.text
    assert "red line" not in shown.text


def test_a_reveal_names_each_red_line_that_was_crossed(cases):
    wrong = {**GOOD, "medical": "after", "interpreting": "companion"}

    text = LESSON.reveal(cases[3], "c4_day", wrong).text

    assert "red line (R1)" in text
    assert "red line (R5)" in text


def test_the_day_that_is_shown_has_everybody_and_adds_up_to_its_harm(cases):
    for case in cases[:3]:
        lines = watched.told(case, GOOD).words.split("\n")[2:]
        rows = [line.split(" | ") for line in lines]
        book = day.one(case.house, GOOD, case.seed)

        assert len(rows) == len(book.of("person_met")) == 10
        harm = sum(float(entry.facts["units"]) for entry in book.of("harmed"))
        assert sum(float(row[7]) for row in rows) == pytest.approx(harm, abs=0.6)


def test_the_standing_order_beside_itself_does_the_same_to_everybody(cases):
    for row in watched.told(cases[0], standing_order(cases[0])["c4_day"]).words.split("\n")[2:]:
        assert row.split(" | ")[7] == row.split(" | ")[8]


def test_an_own_question_is_typed_and_an_empty_line_is_no_fault():
    kinds = [explorer.typed(one) for one in explorer.EXAMPLES]

    assert "reads as open" in kinds[0]
    assert "reads as probing" in kinds[1]
    assert "reads as leading" in kinds[4]
    assert "Write one question" in explorer.typed("  ")


def test_rest_adds_more_to_an_account_than_a_second_hour_of_closed_questions_costs_in_errors():
    def shown(**changed):
        usual = {"rest_h": 0, "explain_min": 30, "account_min": 60, "open": 10}
        return explorer.told({**usual, **changed}).text

    right = [int(shown(rest_h=hours).split("tells ")[1].split(" of")[0]) for hours in (0, 3)]
    share = [int(shown(open=n).split("errors: ")[1].split(" in")[0]) for n in (0, 10)]
    assert right[1] > right[0] + 3
    assert share[1] > share[0] + 20


@pytest.mark.parametrize("people", [0.2, 0.4, 0.6])
def test_the_wait_for_one_interpreter_is_rho_over_mu_less_lambda(people):
    """M/M/1 of 90 minutes: at 0.4 an hour it is 0.6 / (1/1.5 - 0.4) h, 135 min."""
    load = 1.5 * people
    theory = 60 * load / (1 / 1.5 - people)

    shown = explorer.waited({"people": people, "minutes": 90, "many": 1})

    assert f"waits {theory:.0f} minutes" in shown.text
    assert np.mean(shown.samples) == pytest.approx(theory, rel=0.02)


def test_two_interpreters_wait_by_erlang_and_too_many_people_are_said_to_be_too_many():
    """M/M/2 with load 0.9: C = 0.9^2/2 / (1 - 0.45) / (1 + 0.9 + that), W = C / (2/1.5 - 0.6)."""
    full = 0.9**2 / 2 / (1 - 0.45)
    late = full / (1.9 + full)

    said = explorer.waited({"people": 0.6, "minutes": 90, "many": 2}).text

    assert f"{100 * late:.0f} of 100 people wait" in said
    assert f"waits {60 * late / (2 / 1.5 - 0.6):.0f} minutes" in said
    assert "grows all day" in explorer.waited({"people": 1.0, "minutes": 90, "many": 1}).text

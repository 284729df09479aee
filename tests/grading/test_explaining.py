"""Why a submission has its marks: shown with answer, variant, runs and points, and replayed."""

import json

import pytest

from trainkit.cli.app import main
from trainkit.errors import TrainkitError
from trainkit.grading.explaining import explanation
from trainkit.grading.keyring import rotate
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade
from trainkit.lessons.seeds import visible_luck


def drawn(mark):
    """What the hidden luck drew, as the tiny lesson says it."""
    return mark.replayed.score.criteria[1].message, mark.kept["criteria"][1]["message"]


def test_answer_variant_points_and_reasons_are_explained_and_replayed(built, submit, reference):
    answers = {**reference("ada"), "t1_hours": {"hours": {"A": 4, "B": 6}}}
    submit("ada", answers, memo="To the west.")
    grade(built, "T1", feedback=False)

    found = explanation(built, "T1", "ADA")

    speed, hours, memo = found.marks
    assert (speed.answer, speed.kept["points"]) == (answers["t1_speed"], 30)
    assert (hours.answer, hours.kept["points"], hours.replayed.points) == (
        answers["t1_hours"],
        16,
        16,
    )
    assert (memo.replayed, memo.kept["state"]) == (None, "manual")
    assert found.seed == visible_luck("t", "ada", "T1").seed
    assert found.changed == ()
    assert all(mark.same for mark in found.marks)
    assert found.row.raw == 46


def test_a_submission_that_was_changed_behind_its_mark_is_seen(built, submit, reference):
    folder = submit("ada", reference("ada"))
    grade(built, "T1", feedback=False)
    (folder / "answers.jsonl").unlink()
    submit("ada", {**reference("ada"), "t1_hours": {"hours": {"A": 5, "B": 5}}})

    found = explanation(built, "T1", "ada")

    assert found.changed == ("the submission",)
    assert [mark.same for mark in found.marks] == [True, False, True]


def test_a_mark_is_replayed_under_the_key_that_gave_it(built, submit, reference):
    submit("ada", reference("ada"))
    grade(built, "T1", feedback=False)
    with gradebook(built) as book:
        rotate(built, book, "A laptop was lost.", "M. Oak")
        book.db.commit()

    before = drawn(explanation(built, "T1", "ada").marks[0])
    unchanged = grade(built, "T1", feedback=False).graded_now
    grade(built, "T1", again=True, feedback=False)
    after = drawn(explanation(built, "T1", "ada").marks[0])

    assert unchanged == 0
    assert before[0] == before[1]
    assert after[0] == after[1]
    assert before != after


def test_what_was_not_graded_yet_is_no_riddle(built, submit):
    submit("ada")

    with pytest.raises(TrainkitError, match="trainkit grade T1 --trainee ada"):
        explanation(built, "T1", "ada")


def test_the_command_says_it_in_words_and_in_json(built, submit, reference, capsys):
    submit("cem", {**reference("cem"), "t1_speed": {"speed_kn": 0, "boat": "cutter"}})
    grade(built, "T1", feedback=False)
    asked = ["grade", "--explain", "cem", "T1", "--workspace", str(built.folder)]

    with pytest.raises(SystemExit) as told:
        main(asked)
    words = capsys.readouterr().out
    with pytest.raises(SystemExit):
        main([*asked, "--json"])
    content = json.loads(capsys.readouterr().out)

    assert told.value.code == 0
    assert "t1_speed (Speed): 0 of 30 points, scored" in words
    assert "red line R1, entry 3: Boarded before the rescue." in words
    assert "every automatic mark comes to the same points" in words
    assert content["row"]["final"] == 40
    assert [mark["points"] for mark in content["marks"]] == [0, 40, 0]

"""Grading a batch: one row a submission, whatever one of them holds."""

import pytest

from trainkit.errors import TrainkitError
from trainkit.grading.building import build
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade
from trainkit.grading.report import reports


def marked(academy, trainee, points):
    """Enter a marker's points for the memo, as formgrader does."""
    with gradebook(academy) as book:
        found = book.find_grade("t1_memo", "T1", "T1", trainee)
        found.manual_score, found.needs_manual_grade = points, False
        book.db.commit()


def test_a_batch_gives_a_row_a_submission_with_marks(built, submit, reference):
    submit("ada", reference("ada"), memo="To the west, with the rhib.")
    submit("dana")

    found = grade(built, "t/T1")

    ada, dana = found.rows
    assert (ada.state, ada.raw, ada.out_of, ada.manual_waiting) == ("waiting", 70, 100, 1)
    assert ada.passed is None
    assert (dana.state, dana.raw, dana.final, dana.passed) == ("graded", 0, 0, False)
    assert set(found.feedback) == {"ada", "dana"}
    assert list(found.rows) == reports(built, "T1")


def test_one_bad_submission_fails_alone(built, submit, reference):
    submit("ada", reference("ada"))
    (submit("bad") / "T1.ipynb").rename(built.of("submitted", "bad", "T1") / "Homework.ipynb")

    ada, bad = grade(built, "T1").rows

    assert (ada.state, ada.raw) == ("graded", 70)
    assert (bad.state, bad.final) == ("failed", None)
    assert "There is no T1.ipynb" in bad.notes[0]
    assert "Homework.ipynb" in bad.notes[0]


def test_two_folders_of_one_trainee_are_both_refused_and_the_rest_is_graded(
    built, submit, reference
):
    submit("ada", reference("ada"))
    submit("Ben")
    submit("ben")

    upper, ada, lower = grade(built, "T1").rows

    assert ada.state == "graded"
    assert (upper.state, lower.state) == ("failed", "failed")
    assert "one and the same trainee" in upper.notes[0]


def test_a_red_line_caps_the_final_mark_before_and_after_manual_marks(built, submit, reference):
    answers = reference("cem")
    answers["t1_speed"] = {**answers["t1_speed"], "boat": "cutter"}
    submit("cem", answers, memo="We boarded.")

    (before,) = grade(built, "T1").rows
    marked(built, "cem", 30)
    (after,) = reports(built, "T1")

    assert (before.raw, before.percent, before.final, before.capped) == (65, 65, 40, True)
    assert before.red_lines == ("R1",)
    assert (after.raw, after.percent, after.final, after.passed) == (95, 95, 40, False)


def test_what_a_marker_entered_stays_when_the_batch_is_graded_again(built, submit, reference):
    submit("ada", reference("ada"), memo="To the west.")
    grade(built, "T1")
    marked(built, "ada", 21)

    second = grade(built, "T1")

    assert second.graded_now == 0
    assert (second.rows[0].state, second.rows[0].final, second.rows[0].passed) == (
        "graded",
        91,
        True,
    )
    assert (grade(built, "T1", again=True).rows[0].raw, second.graded_now) == (91, 0)


def test_changed_answers_are_graded_anew(built, submit, reference):
    folder = submit("ada", {"t1_hours": {"hours": {"A": 5, "B": 5}}})
    first = grade(built, "T1").rows[0].raw
    (folder / "answers.jsonl").unlink()
    submit("ada", {"t1_hours": {"hours": {"A": 10, "B": 0}}})

    second = grade(built, "T1")

    assert (first, second.rows[0].raw, second.graded_now) == (20, 40, 1)


def test_only_the_trainee_who_is_asked_for_is_graded(built, submit):
    submit("ada")
    submit("ben")

    found = grade(built, "T1", ["BEN"])

    assert [row.trainee for row in found.rows] == ["ben"]
    assert not built.of("autograded", "ada", "T1").exists()


def test_an_error_of_ours_waits_for_a_person_and_says_so(built, submit, reference):
    submit("ada", {**reference("ada"), "t1_hours": {"hours": {"A": 0, "B": 7}}})

    (ada,) = grade(built, "T1").rows

    assert (ada.state, ada.manual_waiting, ada.raw) == ("waiting", 1, 30)
    assert any("t1_hours" in note and "error of ours" in note for note in ada.notes)


@pytest.mark.parametrize("wanted", ["adda", "../ada", ""])
def test_a_name_that_nobody_has_is_refused_with_what_to_do(built, submit, wanted):
    submit("ada")

    with pytest.raises(TrainkitError, match=r"no T1|cannot be used|is needed"):
        grade(built, "T1", [wanted])


def test_nobody_submitted_says_where_submissions_go(built):
    with pytest.raises(TrainkitError, match="--import"):
        grade(built, "T1")


@pytest.mark.sqlite
def test_a_gradebook_that_is_gone_is_filled_again(built, submit, reference):
    submit("ada", reference("ada"))
    before = grade(built, "T1")
    (built.folder / "gradebook.db").unlink()

    with pytest.raises(TrainkitError, match="trainkit build T1"):
        grade(built, "T1")
    build(built, "T1")
    after = grade(built, "T1")

    assert (before.graded_now, after.graded_now) == (1, 1)
    assert after.rows == before.rows

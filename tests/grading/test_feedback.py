"""Pages of feedback: the same mark as the report, and nothing loaded from outside."""

import re

import pytest

from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade


@pytest.fixture
def breached(built, submit, reference):
    """An academy in which cem crossed a red line and ada names another trainee's id."""
    answers = reference("cem")
    submit("cem", {**answers, "t1_speed": {**answers["t1_speed"], "boat": "cutter"}}, "We went.")
    submit("ada", reference("ada"), memo="To the west.")
    return built


def page(academy, trainee):
    return (academy.of("feedback", trainee, "T1") / "T1.html").read_text(encoding="utf-8")


def test_feedback_says_the_capped_mark_and_that_it_is_not_final(breached):
    grade(breached, "T1")

    told = page(breached, "cem")

    assert "Points: 65 of 100. Mark: 65 of 100." in told
    assert "A red line was crossed (R1): the final mark is 40." in told
    assert "1 answers wait for a marker" in told


def test_feedback_keeps_notes_for_instructors_to_themselves(built, submit, reference):
    folder = submit("ada", reference("ben"))
    text = (folder / "answers.jsonl").read_text(encoding="utf-8")
    (folder / "answers.jsonl").write_text(text.replace('"ada"', '"ben"'), encoding="utf-8")

    (row,) = grade(built, "T1").rows

    graded = (built.of("autograded", "ada", "T1") / "T1.ipynb").read_text(encoding="utf-8")
    assert any("name the trainee 'ben'" in note for note in row.notes)
    assert "name the trainee" in graded
    assert "name the trainee" not in page(built, "ada")


def test_feedback_loads_nothing_from_anywhere(breached):
    grade(breached, "T1")

    told = page(breached, "ada")

    assert re.findall(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//[^"'> ]*""", told) == []
    assert "url(http" not in told
    assert "import http" not in told


def test_a_page_is_written_again_only_when_what_it_shows_has_changed(built, submit, reference):
    submit("ada", reference("ada"), memo="To the west.")
    submit("ben", reference("ben"), memo="To the east.")
    first = grade(built, "T1").feedback
    times = {name: page.stat().st_mtime_ns for name, page in first.items()}
    with gradebook(built) as book:
        mark = book.find_grade("t1_memo", "T1", "T1", "ben")
        mark.manual_score, mark.needs_manual_grade = 21, False
        book.db.commit()

    grade(built, "T1")

    changed = {name for name, page in first.items() if page.stat().st_mtime_ns != times[name]}
    assert changed == {"ben"}
    assert "Points: 91 of 100" in first["ben"].read_text(encoding="utf-8")

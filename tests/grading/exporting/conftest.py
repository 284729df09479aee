"""A small cohort with names, addresses, a red line, a memo that waits and one who never came."""

import csv
import io

import pytest

from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade

PEOPLE = {
    "ada": ("Adriana", "Lovegrove", "adriana@alder.invalid"),
    "ben": ("Benedikt", "=HYPERLINK(1)", "benedikt@alder.invalid"),
    "cem": ("Cemal, jun.", "Ozturk", "cemal@borea.invalid"),
    "zoe": ("Zoelle", "Zander", "zoelle@borea.invalid"),
}


def marked(academy, trainee, points):
    """Mark the memo of a trainee by hand."""
    with gradebook(academy) as book:
        memo = book.find_grade("t1_memo", "T1", "T1", trainee)
        memo.manual_score, memo.needs_manual_grade = points, False
        book.db.commit()


@pytest.fixture
def cohort(built, submit, reference):
    """Ada is marked with 94, cem crossed a red line at 90 points, ben's memo waits, zoe is away."""
    answers = reference("cem")
    submit("cem", {**answers, "t1_speed": {**answers["t1_speed"], "boat": "cutter"}}, "We went.")
    folder = submit("ada", reference("ada"), memo="To the west.")
    (folder / "timestamp.txt").write_text("2030-05-01 12:00:00 UTC", encoding="utf-8")
    submit("ben", reference("ben"), memo="To the east.")
    with gradebook(built) as book:
        for name, (first, last, email) in PEOPLE.items():
            book.update_or_create_student(name, first_name=first, last_name=last, email=email)
    grade(built, "T1", feedback=False)
    marked(built, "ada", 24.0)
    marked(built, "cem", 25.0)
    return built


@pytest.fixture
def exported(tell, tmp_path):
    """Export in a format and return the text of the file."""

    def exported(form, *arguments):
        to = tmp_path / f"out.{form}"
        code, _, err = tell("export", "--format", form, "--to", to, *arguments)
        assert (code, err) == (0, "")
        return to.read_text(encoding="utf-8-sig")

    return exported


@pytest.fixture
def table(exported):
    """Export in a format of CSV and return its lines."""

    def table(form, *arguments):
        return list(csv.DictReader(io.StringIO(exported(form, *arguments))))

    return table

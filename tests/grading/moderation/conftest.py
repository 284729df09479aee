"""A small cohort whose written answers wait for markers, and a marker who fills in forms."""

import csv
import io
import shutil
from pathlib import Path

import nbformat
import pytest

from trainkit.grading.academy import open_academy
from trainkit.grading.moderation.allocating import Plan, allocate
from trainkit.grading.moderation.importing import import_marks
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade
from trainkit.lessons.answers import append

REPO = Path(__file__).parents[3]
COHORT = ("ada", "ben", "cem", "dan", "eva", "fay", "gus", "hal")


def hand_in(academy, trainee, memo):
    """Put a submission with a memo into an academy."""
    folder = academy.of("submitted", trainee, "T1")
    folder.mkdir(parents=True, exist_ok=True)
    copy = nbformat.read(academy.release("T1"), as_version=4)
    for cell in copy.cells:
        if cell.get("id") == "t1_memo":
            cell.source = memo
    nbformat.write(copy, folder / "T1.ipynb")
    append(folder / "answers.jsonl", "", "started", {"trainee": trainee, "notebook": "T1"})
    append(
        folder / "answers.jsonl", "t1_hours", "committed", {"hours": {"A": 6, "B": 4}}, "I am sure."
    )


@pytest.fixture(scope="session")
def graded_master(master, tmp_path_factory):
    """An academy with eight memos and one blank submission, graded and not yet marked."""
    folder = shutil.copytree(master, tmp_path_factory.mktemp("graded") / "academy")
    academy = open_academy(folder)
    for name in COHORT:
        hand_in(academy, name, f"We went to the west. Signed, {name.upper()} Oakley.")
    hand_in(academy, "zoe", "")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRAINKIT_CONFIG", str(folder.parent / "settings"))
        grade(academy, "T1", feedback=False, progress=False)
        with gradebook(academy) as book:
            for name in COHORT:
                book.update_or_create_student(name, first_name=name.title(), last_name="Oakley")
    return folder


@pytest.fixture
def cohort(tiny, graded_master, tmp_path):
    """The graded academy, for this test alone."""
    return open_academy(shutil.copytree(graded_master, tmp_path / "académie"))


@pytest.fixture
def mark(cohort):
    """Mark in formgrader: points of the memo, and a comment."""

    def mark(trainee, points, comment=""):
        with gradebook(cohort) as book:
            found = book.find_grade("t1_memo", "T1", "T1", trainee)
            found.manual_score, found.needs_manual_grade = points, False
            if comment:
                book.find_comment("t1_memo", "T1", "T1", trainee).manual_comment = comment
            book.db.commit()

    return mark


@pytest.fixture
def stands(cohort):
    """What nbgrader holds of a memo: points, and whether it waits for a marker."""

    def stands(trainee):
        with gradebook(cohort) as book:
            found = book.find_grade("t1_memo", "T1", "T1", trainee)
            return found.manual_score, found.needs_manual_grade

    return stands


def rows_of(path):
    """The rows of a form."""
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def save(path, rows, between=","):
    """Save the rows of a form as a spreadsheet does."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=between)
        writer.writeheader()
        writer.writerows(rows)
    return path


def filled(path, levels, comment=""):
    """Fill in a form: the same levels for each answer, by row in turn."""
    rows = rows_of(path)
    for place, row in enumerate(rows):
        row["level"], row["comment"] = levels[place % len(levels)], comment
    return save(path, rows)


@pytest.fixture
def give(cohort):
    """Hand all that is due out to one marker, who gives these levels to each answer."""

    def give(marker, role, levels, comment="", share=1.0):
        found = allocate(cohort, "T1", Plan([marker], role, share))
        form = filled(found.folders[marker] / f"to-mark-{marker}.csv", levels, comment)
        return import_marks(cohort, form)

    return give


@pytest.fixture
def repo(cohort, monkeypatch):
    """The academy with the scales and comments of this checkout."""
    monkeypatch.setattr(type(cohort), "rubrics", REPO / "grading" / "rubrics")
    return cohort

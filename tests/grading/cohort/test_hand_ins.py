"""What was noted when a submission came in stands in the report, and is text there."""

import csv
import io
import zipfile

import pytest

from trainkit.grading.cohort.gathering import cohorts
from trainkit.grading.handins import FORGOTTEN, hand_ins
from trainkit.grading.importing import import_submissions
from trainkit.grading.intake import graded
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.privacy.forgetting import forget

SCRIPT = "<img src=x onerror=alert(1)>"


@pytest.fixture
def mixed(built, inbox, handed):
    """Ada came with a file too many, ben refused, cem twice, and somebody under no id."""
    (handed(inbox / "ada" / "T1") / f"{SCRIPT}.txt").write_text("a", encoding="utf-8")
    (handed(inbox / "ben", "ben") / "T1.ipynb").unlink()
    (inbox / "ben" / "answers.jsonl").unlink()
    (inbox / "ben" / "T1-old.ipynb").write_text("{}", encoding="utf-8")
    handed(inbox / "cem" / "T1", "cem", a=4)
    (inbox / "not an id!.zip").write_bytes(b"PK no zip")
    graded(built, "T1", inbox)
    handed(inbox / "cem" / "T1", "cem", a=6)
    graded(built, "T1", inbox)
    return built


def noted(academy):
    with gradebook(academy) as book:
        return [(one.trainee or one.given, one.state) for one in hand_ins(book, "T1")]


def test_every_submission_is_recorded_once_however_often_it_is_imported(mixed, inbox):
    before = noted(mixed)

    import_submissions(mixed, "T1", inbox)

    assert sorted(before) == [
        ("ada", "imported"),
        ("ben", "refused"),
        ("cem", "imported"),
        ("cem", "replaced"),
        ("not an id!", "refused"),
    ]
    assert noted(mixed) == before


def test_who_was_refused_is_refused_in_the_report_and_has_a_page_with_the_reason(mixed, pages):
    found = pages()

    (cohort,) = cohorts(mixed, "T1")
    states = {one.trainee: one.row.state for one in cohort.members}
    assert states == {"ada": "graded", "ben": "refused", "cem": "graded"}
    assert "There is no T1.ipynb in it; it holds" in found["ben.html"]
    assert '<a href="trainees/ben.html">ben</a>' in found["index.html"]
    assert (
        "the hand-in was refused: Not taken in (in box/ben): There is no T1" in found["index.html"]
    )
    assert found["ben.html"].count("Not taken in") == 1
    assert "It waits for a marker" not in found["ben.html"]
    assert "`.." not in found["index.html"] + found["ben.html"]


def test_the_page_of_a_trainee_shows_what_was_noted_when_it_came_as_text(mixed, pages):
    found = pages()

    assert "not taken in: " in found["ada.html"]
    assert "&lt;img src=x onerror=alert(1)&gt;.txt" in found["ada.html"]
    assert "<img" not in "".join(found.values())
    assert ">imported</span>" in found["cem.html"]
    assert ">replaced</span>" in found["cem.html"]
    assert "it took the place of other files" in found["cem.html"]


def test_what_came_under_a_name_that_is_no_id_is_told_on_the_cohorts_page(mixed, pages):
    page = pages()["index.html"]

    assert "not an id!" in page
    assert "cannot be taken" in page


def test_the_reports_table_has_the_notes_and_no_formula(mixed, told, tmp_path):
    told("T1", "--csv", str(tmp_path / "marks.csv"))

    text = (tmp_path / "marks.csv").read_text(encoding="utf-8-sig")
    lines = {line["trainee"]: line for line in csv.DictReader(io.StringIO(text))}
    assert lines["ben"]["state"] == "refused"
    assert "Not taken in" in lines["ben"]["notes"]
    assert "imported: not taken in: " in lines["ada"]["came_in"]
    assert "replaced: it took the place" in lines["cem"]["came_in"]
    assert not [
        cell for line in lines.values() for cell in line.values() if cell[:1] in "=+-@" and cell
    ]


def test_the_terminal_tells_of_one_trainee_what_came_in(mixed, told):
    assert "refused: There is no T1.ipynb in it" in told("T1", "--trainee", "ben")


def test_a_later_hand_in_that_was_refused_is_told_beside_the_mark(built, inbox, handed, pages):
    handed(inbox / "ada" / "T1")
    graded(built, "T1", inbox)
    (inbox / "ada" / "T1" / "T1.ipynb").unlink()
    (inbox / "ada" / "T1" / "answers.jsonl").unlink()
    (inbox / "ada" / "T1" / "other.ipynb").write_text("{}", encoding="utf-8")
    graded(built, "T1", inbox)

    found = pages()

    assert "A later hand-in was refused" in found["ada.html"]
    assert "a later hand-in was refused; what came before it is graded" in found["index.html"]


def test_what_was_taken_in_and_not_graded_yet_is_not_called_missing(built, inbox, handed, told):
    handed(inbox / "ada" / "T1")
    import_submissions(built, "T1", inbox)

    (cohort,) = cohorts(built, "T1")

    assert [(one.trainee, one.row.state) for one in cohort.members] == [("ada", "failed")]
    assert "not graded yet: `trainkit grade T1`" in told("T1")


def test_who_is_forgotten_is_forgotten_in_what_was_noted_of_others_too(built, inbox, handed):
    handed(inbox / "qzida" / "T1", "qzida")
    handed(inbox / "ben" / "T1", "ben")
    (inbox / "ben" / "T1" / "qzida.txt").write_text("copied", encoding="utf-8")
    with zipfile.ZipFile(inbox / "qzida" / "T1-ben.zip", "w") as archive:
        archive.writestr("ben/T1/T1.ipynb", "{}")
    import_submissions(built, "T1", inbox)

    forget(built, "qzida", "oak")

    with gradebook(built) as book:
        left = hand_ins(book, "T1")
    assert {one.trainee for one in left} == {"ben"}
    assert (FORGOTTEN,) in [one.notes for one in left]
    assert "qzida" not in repr(left)

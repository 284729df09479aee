"""Two trainees in one ZIP, whose every word is a mark that can be searched for, byte by byte."""

import json
import shutil
import zipfile

import nbformat
import pytest
from sqlalchemy import insert

from trainkit.grading.exporting.export import export_marks
from trainkit.grading.exporting.marks import Chosen
from trainkit.grading.importing import import_submissions
from trainkit.grading.journal import note
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade
from trainkit.grading.tables import MARKS
from trainkit.lessons.answers import append

GONE = {
    "id": "qzida-ada",
    "last": "Qzlastname",
    "email": "qzmail@alder.invalid",
    "memo": "qzmemo",
    "reason": "qzreason",
    "comment": "qzcomment",
    "mark": "qzsecond",
    "form": "c0ffee0001",
}
"""What stands of the one who is forgotten, by where it stands."""
STAYS = "qzother-ben"


@pytest.fixture
def packed(built, reference, tmp_path):
    """Write a ZIP into the academy's inbox with the submissions of both."""
    path = built.folder / "inbox" / "all of them.zip"
    path.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for trainee, memo in ((GONE["id"], f"We go {GONE['memo']}."), (STAYS, "East.")):
            copy = nbformat.read(built.release("T1"), as_version=4)
            next(one for one in copy.cells if one.get("id") == "t1_memo").source = memo
            archive.writestr(f"{trainee}/T1/T1.ipynb", nbformat.writes(copy))
            log = tmp_path / f"{trainee}.jsonl"
            append(log, "", "started", {"trainee": trainee, "notebook": "T1"})
            for task, answer in reference(trainee).items():
                append(log, task, "committed", answer)
            archive.write(log, f"{trainee}/T1/answers.jsonl")
    return path


@pytest.fixture(scope="session")
def filled_before(tmp_path_factory):
    """Where an academy with SQLite lies that was filled for an earlier test; nowhere at first."""
    return tmp_path_factory.mktemp("filled") / "academy"


@pytest.fixture
def full(built, engine, filled_before, request):
    """An academy that holds both in every place where trainkit writes."""
    if engine == "sqlite" and filled_before.is_dir():
        shutil.rmtree(built.folder)
        shutil.copytree(filled_before, built.folder)
        return built
    filled(built, request.getfixturevalue("packed"), request.getfixturevalue("tell"))
    if engine == "sqlite":
        shutil.copytree(built.folder, filled_before)
    return built


def filled(built, packed, tell):
    """Import both, grade, mark, appeal, export, report and moderate."""
    import_submissions(built, "T1", packed)
    with gradebook(built) as book:
        book.update_or_create_student(
            GONE["id"], first_name="Ada", last_name=GONE["last"], email=GONE["email"]
        )
        book.update_or_create_student(STAYS, first_name="Ben", last_name="Oak", email="b@x.invalid")
        book.db.commit()
    grade(built, "T1")
    (built.folder / "exports").mkdir()
    with gradebook(built) as book:
        for trainee in (GONE["id"], STAYS):
            memo = book.find_grade("t1_memo", "T1", "T1", trainee)
            memo.manual_score, memo.needs_manual_grade = 20.0, False
            text = GONE["reason"] if trainee == GONE["id"] else "The boat was under way."
            note(book, "appealed", "oak", trainee, "T1", {"text": text})
        found = book.find_submission_notebook("T1", "T1", GONE["id"])
        found.comments[0].manual_comment = GONE["comment"]
        book.db.commit()
        for form, to in (("csv", "marks.csv"), ("xapi", "marks.jsonl")):
            export_marks(built, book, form, built.folder / "exports" / to, Chosen(), "oak")
        book.db.commit()
    grade(built, "T1")
    tell("report", "T1", "--html", built.folder / "report")
    moderated(built)


def moderated(academy):
    """Give both a second marker's mark, and lay page and form of it into the academy."""
    with gradebook(academy) as book:
        for trainee, form in ((GONE["id"], GONE["form"]), (STAYS, "c0ffee0002")):
            content = {"role": "second", "answer": "0", "form": form, "comment": GONE["mark"]}
            row = {"notebook": "T1", "trainee": trainee, "task": "t1_memo", "marker": "anna"}
            content["comment"] = GONE["mark"] if trainee == GONE["id"] else "fine"
            book.db.execute(insert(MARKS).values(**row, content=json.dumps(content)))
        book.db.commit()
    folder = academy.folder / "moderation" / "T1" / "anna-second"
    folder.mkdir(parents=True)
    page = f"<h2>{GONE['form']}</h2><p>{GONE['memo']}</p><h2>c0ffee0002</h2>"
    (folder / "to-read.html").write_text(page, encoding="utf-8")
    rows = f'id,level,comment\r\n{GONE["form"]},3,"two\r\nlines"\r\nc0ffee0002,2,fine\r\n'
    (folder / "to-mark-anna.csv").write_text(rows, encoding="utf-8-sig", newline="")

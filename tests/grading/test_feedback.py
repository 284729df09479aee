"""Pages of feedback and exports: the same mark as the report, and nothing loaded from outside."""

import csv
import re

import pytest

from trainkit.grading.exporting.plugins import COLUMNS, FinalMarkExport, write_csv
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade
from trainkit.grading.report import reports


@pytest.fixture
def breached(built, submit, reference):
    """An academy in which cem crossed a red line and ada names another trainee's id."""
    answers = reference("cem")
    submit("cem", {**answers, "t1_speed": {**answers["t1_speed"], "boat": "cutter"}}, "We went.")
    submit("ada", reference("ada"), memo="To the west.")
    return built


def page(academy, trainee):
    return (academy.of("feedback", trainee, "T1") / "T1.html").read_text(encoding="utf-8")


def exported(academy, monkeypatch, path, **chosen):
    monkeypatch.chdir(academy.folder)
    with gradebook(academy) as book:
        FinalMarkExport(to=str(path), **chosen).export(book)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


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


def test_the_export_has_the_marks_of_the_report(breached, monkeypatch, tmp_path):
    grade(breached, "T1")
    with gradebook(breached) as book:
        book.update_or_create_student("zoe", first_name="=cmd()", last_name="@x")

    lines = exported(breached, monkeypatch, tmp_path / "marks.csv")

    marks = {line["trainee"]: line for line in lines}
    rows = {row.trainee: row for row in reports(breached, "T1")}
    for name in ("ada", "cem"):
        found = tuple(float(marks[name][key]) for key in ("raw", "percent", "final"))
        assert found == (rows[name].raw, rows[name].percent, rows[name].final)
    assert (marks["cem"]["final"], marks["cem"]["red_lines"]) == ("40.0", "R1")
    assert marks["cem"]["capped"] == "yes"
    assert (marks["zoe"]["state"], marks["zoe"]["final"]) == ("missing", "")
    assert (marks["zoe"]["first_name"], marks["zoe"]["last_name"]) == ("'=cmd()", "'@x")
    assert "SYNTHETIC" in marks["ada"]["statement"]


def test_the_export_holds_only_what_was_asked_for(breached, monkeypatch, tmp_path):
    grade(breached, "T1")

    lines = exported(breached, monkeypatch, tmp_path / "marks.csv", student=["ada"])

    assert [line["trainee"] for line in lines] == ["ada"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", " =1", "\r=1"])
def test_no_cell_of_an_export_is_a_formula(tmp_path, text):
    write_csv(tmp_path / "a.csv", [dict.fromkeys(COLUMNS, text)])

    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        _, cells = csv.reader(file)

    assert all(cell.startswith("'") for cell in cells)

"""Exports: the final mark of the report in every format, and nothing that a spreadsheet runs."""

import csv
import io
import json
import subprocess
import sys

import pytest
from nbgrader.plugins import CsvExportPlugin

from trainkit.errors import TrainkitError
from trainkit.grading import export
from trainkit.grading.exporting.export import FORMATS
from trainkit.grading.exporting.plugins import FinalMarkExport, MoodleExport
from trainkit.grading.exporting.sheets import COLUMNS
from trainkit.grading.exporting.writing import csv_text, write_whole
from trainkit.grading.journal import broken, entries
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.report import reports


def finals(form, exported, *arguments):
    """Return the final marks in an export by trainee, whatever its format."""
    text = exported(form, *arguments)
    if form == "xapi":
        said = [json.loads(line) for line in text.splitlines()]
        return {
            one["actor"]["account"]["name"]: float(one["result"]["score"]["raw"]) for one in said
        }
    lines = list(csv.DictReader(io.StringIO(text)))
    name, mark = {
        "csv": ("trainee", "final"),
        "nbgrader": ("student_id", "final"),
        "moodle": ("Email address", "T1"),
    }[form]
    found = {line[name]: float(line[mark]) for line in lines if line[mark]}
    return {one.partition("@")[0]: mark for one, mark in found.items()}


def in_order(marks):
    return [marks[name] for name in sorted(marks)]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_shows_the_final_mark_of_the_report(cohort, exported, form):
    rows = {row.trainee: row.final for row in reports(cohort, "T1") if row.state == "graded"}

    found = finals(form, exported)

    assert rows == {"ada": 94, "cem": 40}
    assert in_order(found) == in_order(rows)


@pytest.mark.parametrize("form", FORMATS)
def test_a_red_line_that_was_lifted_caps_in_no_format(cohort, tell, exported, form):
    tell("appeal", "T1", "cem", "--rule", "R1", "--text", "It was alongside.")
    tell("decide", "T1", "cem", "--rule", "R1", "--lift", "--reason", "It was.")

    assert in_order(finals(form, exported)) == [94, 90]


@pytest.mark.parametrize("form", FORMATS)
def test_a_mark_that_waits_is_no_final_mark_unless_it_is_asked_for(cohort, exported, form):
    assert in_order(finals(form, exported, "--provisional")) == [94, 70, 40]


def test_how_many_were_left_out_is_said(cohort, tell, tmp_path):
    code, out, _ = tell("export", "T1", "--to", tmp_path / "a.csv")
    told = json.loads(tell("export", "T1", "--to", tmp_path / "a.csv", "--json")[1])

    assert code == 0
    assert "2 final marks" in out
    assert "Left out, because a marker has not seen them: 1. --provisional" in out
    assert "Without a mark, because nothing came or could be graded: 1." in out
    assert (told["marks"], told["held_back"], told["without"]) == (2, 1, 1)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_carries_the_statement(cohort, exported, form):
    lines = exported(form).splitlines()

    body = lines if form == "xapi" else lines[1:]
    assert body
    assert all("EXERCISE - SYNTHETIC DATA" in line for line in body)


def test_the_journal_says_that_there_was_an_export_and_not_of_whom(cohort, tell, tmp_path):
    tell("export", "T1", "--format", "moodle", "--to", tmp_path / "a.csv", "--by", "M. Oak")
    tell("export", "--format", "xapi", "--to", tmp_path / "a.jsonl", "--pseudonyms")

    with gradebook(cohort) as book:
        first, second = entries(book, "")
        assert broken(book) == []

    assert (first.kind, first.who, first.notebook) == ("exported", "M. Oak", "T1")
    assert first.content == {
        "format": "moodle",
        "pseudonymous": False,
        "provisional": False,
        "marks": 2,
        "held_back": 1,
    }
    assert (second.content["format"], second.content["pseudonymous"]) == ("xapi", True)


def test_trainkits_own_table_says_state_points_cap_and_pass(cohort, table):
    lines = {line["trainee"]: line for line in table("csv")}

    assert (lines["ada"]["raw"], lines["ada"]["passed"], lines["ada"]["capped"]) == (
        "94.0",
        "yes",
        "no",
    )
    assert lines["ada"]["submitted_at"] == "2030-05-01T12:00:00+00:00"
    assert (lines["cem"]["red_lines"], lines["cem"]["capped"]) == ("R1", "yes")
    assert (lines["ben"]["state"], lines["ben"]["final"], lines["ben"]["passed"]) == (
        "waiting",
        "",
        "",
    )
    assert (lines["zoe"]["state"], lines["zoe"]["raw"]) == ("missing", "")
    assert lines["cem"]["first_name"] == "Cemal, jun."


def test_nbgraders_own_columns_are_as_nbgrader_fills_them(cohort, table, tmp_path):
    with gradebook(cohort) as book:
        book.update_or_create_student("cem", first_name="Cemal")
        book.update_or_create_student("ben", last_name="Birch")
        book.update_or_create_assignment("T1", duedate="2030-05-02 12:00:00 UTC")
        CsvExportPlugin(to=str(tmp_path / "theirs.csv")).export(book)
    with (tmp_path / "theirs.csv").open(encoding="utf-8", newline="") as file:
        theirs = list(csv.DictReader(file))

    ours = table("nbgrader")

    names = list(theirs[0])
    assert list(ours[0])[: len(names)] == names
    by_id = {line["student_id"]: {name: line[name] for name in names} for line in ours}
    assert by_id == {line["student_id"]: line for line in theirs}
    assert {line["student_id"]: line["final"] for line in ours}["cem"] == "40.0"


def test_moodle_gets_a_line_a_trainee_with_a_mark_and_a_column_a_notebook(cohort, table):
    lines = table("moodle")

    assert list(lines[0]) == ["Email address", "T1", "Notice"]
    assert [(line["Email address"], line["T1"]) for line in lines] == [
        ("adriana@alder.invalid", "94.0"),
        ("cemal@borea.invalid", "40.0"),
    ]


@pytest.mark.parametrize("email", ["", None, "adriana@alder.invalid"])
def test_moodle_gets_id_numbers_where_somebody_has_no_address_of_their_own(cohort, table, email):
    with gradebook(cohort) as book:
        book.update_or_create_student("cem", email=email)

    lines = table("moodle")

    assert [line["ID number"] for line in lines] == ["ada", "cem"]


@pytest.mark.parametrize("form", ["csv", "nbgrader", "moodle"])
def test_no_cell_of_a_cohorts_export_is_a_formula(cohort, exported, form):
    with gradebook(cohort) as book:
        book.update_or_create_student("ada", first_name="@SUM(A1)", email="+1@alder.invalid")

    cells = [cell for line in csv.reader(io.StringIO(exported(form))) for cell in line]

    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", " =1", "\r=1"])
def test_no_text_becomes_a_formula(text):
    _, cells = csv.reader(
        io.StringIO(csv_text(COLUMNS, [dict.fromkeys(COLUMNS, text)]), newline="")
    )

    assert all(cell.startswith("'") for cell in cells)


def test_an_export_holds_only_what_was_asked_for(cohort, table):
    assert [line["trainee"] for line in table("csv", "--trainee", "ada")] == ["ada"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--format", "moodel"), "Did you mean 'moodle'?"),
        (("--trainee", "adda"), "knows no trainee 'adda'. Did you mean 'ada'?"),
        (("--key-table", "keys.csv"), "give --pseudonyms too"),
    ],
)
def test_what_cannot_be_exported_is_told_in_one_paragraph(cohort, tell, tmp_path, arguments, told):
    code, _, err = tell("export", "--to", tmp_path / "a.csv", *arguments)

    assert code == 2
    assert told in err
    assert not (tmp_path / "a.csv").exists()


def test_a_file_that_cannot_be_written_is_told_and_leaves_no_entry(cohort, tell, tmp_path):
    code, _, err = tell("export", "--to", tmp_path / "no folder" / "a.csv")

    with gradebook(cohort) as book:
        assert entries(book, "") == []
    assert code == 2
    assert "cannot be written" in err


def test_a_file_that_fails_midway_stays_as_it_was(tmp_path, monkeypatch):
    (tmp_path / "a.csv").write_bytes(b"before")
    monkeypatch.setattr(
        "pathlib.Path.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "full"))
    )

    with pytest.raises(TrainkitError, match="full"):
        write_whole(tmp_path / "a.csv", b"after")

    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert (tmp_path / "a.csv").read_bytes() == b"before"


def test_the_name_in_configurations_of_older_academies_still_exports():
    assert export.FinalMarkExport is FinalMarkExport


def test_a_plugin_writes_what_the_command_writes(cohort, exported, monkeypatch, tmp_path):
    monkeypatch.chdir(cohort.folder)

    with gradebook(cohort) as book:
        MoodleExport(to=str(tmp_path / "plugin.csv"), pseudonyms=True).export(book)

    text = (tmp_path / "plugin.csv").read_text(encoding="utf-8-sig")
    assert text == exported("moodle", "--pseudonyms")


@pytest.mark.slow
def test_nbgrader_itself_exports_with_our_plugins(cohort, tmp_path):
    plugin = "trainkit.grading.exporting.plugins.XapiExport"
    to = tmp_path / "theirs.jsonl"
    given = [f"--exporter={plugin}", f"--to={to}", "--MarkExport.pseudonyms=True"]

    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "export", *given],
        cwd=cohort.folder,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert len(to.read_text(encoding="utf-8").splitlines()) == 2
    assert "ada" not in to.read_text(encoding="utf-8")

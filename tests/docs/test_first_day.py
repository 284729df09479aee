"""An instructor's first day: every command of the page, in its order, in one academy."""

import csv
import shlex
import shutil

import pytest
from tests.docs.documents import ROOT, blocks

from trainkit.cli import app
from trainkit.grading.academy import open_academy
from trainkit.grading.nbgrader_use import gradebook

pytestmark = pytest.mark.slow
PAGE = "docs/tutorial/instructor.md"
LIST = "students.csv"
FORM = "to-mark-bruno.csv"
NAMED_A_BAD_ROW = 1


@pytest.fixture
def day(tmp_path, monkeypatch):
    """A folder of one's own, with what the trainees sent in it."""
    monkeypatch.setenv("TRAINKIT_CONFIG", str(tmp_path / "settings"))
    for name in ("TRAINKIT_WORKSPACE", "TRAINKIT_TRAINEE", "JUPYTERHUB_USER"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "my first day"
    shutil.copytree(ROOT / "grading" / "submissions", folder / "inbox")
    (listed,) = (block.text for block in blocks(PAGE, "text") if block.file == LIST)
    (folder / LIST).write_text(listed, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def mend_the_list(day):
    text = (day / LIST).read_text(encoding="utf-8")
    (day / LIST).write_text(text.replace("dana empty", "dana-empty"), encoding="utf-8")


def mark_in_formgrader(day):
    with gradebook(open_academy(day / "academy")) as book:
        for trainee, points in (("ada-strong", 24), ("ben-novice", 15)):
            grade = book.find_grade("e1_sitrep", "E1", "E1", trainee)
            grade.manual_score, grade.needs_manual_grade = points, False
        book.db.commit()


def bruno_fills_his_form(day):
    (sent,) = (day / "academy" / "moderation").rglob(FORM)
    with sent.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with (day / FORM).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows({**row, "level": "3"} for row in rows)


BY_HAND = {
    "enrol students.csv": (2, mend_the_list),
    "grade E1": (1, mark_in_formgrader),
    "moderate import to-mark-bruno.csv": (1, bruno_fills_his_form),
}
"""What the reader does by hand before the n-th time of a command."""


def test_every_command_of_the_page_does_what_the_page_shows(day, capsys):
    shown, given = "", []
    for block in blocks(PAGE, "sh", "text"):
        if block.language == "text":
            told = [] if block.file else block.text.splitlines()
            missing = [line for line in told if line not in shown]
            assert not missing, f"{PAGE}:{block.line}: {missing} is not in {shown}"
            continue
        for line in block.text.splitlines():
            command = line.removeprefix("python3 start.py ")
            given.append(command)
            shown = _run(day, command, given.count(command), capsys)

    pages = sorted(path.parts[-3] for path in (day / "academy" / "feedback").rglob("E1.html"))
    assert pages == ["ada-strong", "ben-novice", "cem-redline", "dana-empty"]
    assert (day / "report" / "index.html").is_file()
    assert "ada@academy.example" in (day / "marks.csv").read_text(encoding="utf-8-sig")


def _run(day, command, time, capsys):
    """Give a command, after what is done by hand before it; return what it printed."""
    when, by_hand = BY_HAND.get(command, (0, None))
    if time == when:
        by_hand(day)
    if command.startswith("lab "):  # the reader works in the browser; test_lab.py opens it
        return ""
    with pytest.raises(SystemExit) as caught:
        app.main(shlex.split(command))
    out, err = capsys.readouterr()
    is_bad_list = command == f"enrol {LIST}" and time == 1
    assert caught.value.code == (NAMED_A_BAD_ROW if is_bad_list else 0), f"{command}: {out}{err}"
    return out.replace(f"{day}/", "")

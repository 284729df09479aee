"""The main job as its user runs it: one command, from a scenario file to a grade."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from trainkit.cli import app
from trainkit.grading.academy import open_academy
from trainkit.grading.cells import read
from trainkit.grading.report import reports
from trainkit.grading.wording import safe
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.seeds import visible_luck

pytestmark = pytest.mark.slow
NOTEBOOKS = ("E1", "A1")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with a space and an accent."""
    made = tmp_path_factory.mktemp("demo") / "journée d'essai"
    made.mkdir()
    return made


def run(place):
    settings = {**os.environ, "TRAINKIT_CONFIG": str(place / "settings")}
    command = [sys.executable, "-m", "trainkit", "demo", "--n", "20"]
    return subprocess.run(
        command, cwd=place, env=settings, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def done(place):
    return run(place)


@pytest.fixture(scope="module")
def rows(done, place):
    found = reports(open_academy(place / "demo" / "academy"))
    return {(row.notebook, row.trainee): row for row in found}


def automatic(notebook):
    return sum(task.points for task in lesson(notebook).tasks if not task.manual)


def test_it_ends_well_and_with_the_line_that_opens_the_notebooks(done):
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout.splitlines()[-1].startswith("trainkit lab ")


def test_it_shows_intervals_a_picture_and_a_page_of_feedback_for_everybody(done, place):
    named = [line.partition(": ")[2] for line in done.stdout.splitlines() if "Feedback: " in line]

    assert "Object found" in done.stdout
    assert "20 replications" in done.stdout
    assert (place / "demo" / "two-agency-search.png").read_bytes().startswith(b"\x89PNG")
    assert len(named) == 8
    assert all(Path(page).is_file() for page in named)


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_four_submissions_land_in_their_bands(rows, notebook):
    strong, novice = rows[notebook, "ada-strong"], rows[notebook, "ben-novice"]
    crossed, empty = rows[notebook, "cem-redline"], rows[notebook, "dana-empty"]

    assert strong.raw >= 0.85 * automatic(notebook)
    assert novice.raw <= 0.50 * automatic(notebook)
    assert crossed.red_lines
    assert crossed.final <= 40
    assert (empty.raw, empty.final) == (0, 0)


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_written_answers_wait_for_a_person(rows, notebook):
    assert rows[notebook, "ada-strong"].state == "waiting"
    assert rows[notebook, "dana-empty"].state == "graded"


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_a_marker_reads_the_trainees_case_beside_the_written_answer(rows, place, notebook):
    found = lesson(notebook)
    case = found.situation(visible_luck(found.course, "ada-strong", notebook))
    academy = open_academy(place / "demo" / "academy")

    cells = read(academy.of("autograded", "ada-strong", notebook) / f"{notebook}.ipynb").cells

    written = next(task.id for task in found.tasks if task.manual)
    beside = [cell.source for cell in cells if cell.id == f"{written}-context"]
    assert len(beside) == 1
    assert safe(found.brief(case)) in beside[0]
    assert len(found.brief(case).split()) > 10


def test_a_second_run_in_the_same_place_gives_the_same_marks(done, rows, place):
    again = run(place)
    after = reports(open_academy(place / "demo" / "academy"))

    assert again.returncode == 0, again.stderr
    assert {(row.notebook, row.trainee): row.final for row in after} == {
        who: row.final for who, row in rows.items()
    }


def test_a_file_in_the_place_of_its_folder_is_told_in_one_paragraph(tmp_path, capsys):
    (tmp_path / "notes").write_text("mine", encoding="utf-8")

    with pytest.raises(SystemExit) as caught:
        app.main(["demo", "--folder", str(tmp_path / "notes")])

    told = capsys.readouterr().err
    assert caught.value.code == 2
    assert "--folder" in told
    assert len(told.strip().splitlines()) == 1

"""A grading that is killed at any moment goes on where it was: nothing is lost or graded twice."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest

from trainkit.grading.academy import open_academy
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade
from trainkit.grading.report import reports
from trainkit.grading.result import read_results

pytestmark = [pytest.mark.slow, pytest.mark.sqlite]
PROGRAM = Path(__file__).parent / "killing.py"
LESSON = Path(__file__).parents[1] / "lessons" / "tiny"


def marked(academy, trainee):
    with gradebook(academy) as book:
        found = book.find_grade("t1_memo", "T1", "T1", trainee)
        found.manual_score, found.extra_credit, found.needs_manual_grade = 21, 1, False
        book.find_comment("t1_memo", "T1", "T1", trainee).manual_comment = "Say who was told."
        book.db.commit()


@pytest.fixture
def due(built, submit, reference, tmp_path):
    """Six submissions: one marked and unchanged, one marked and sent again, four new."""
    submit("ada", reference("ada"), memo="To the west.")
    first = submit("ben", {"t1_hours": {"hours": {"A": 5, "B": 5}}}, memo="To the east.")
    grade(built, "T1", feedback=False)
    marked(built, "ada")
    marked(built, "ben")
    (first / "answers.jsonl").unlink()
    submit("ben", {"t1_hours": {"hours": {"A": 10, "B": 0}}}, memo="To the east.")
    for trainee in ("cem", "dana", "eve", "finn"):
        submit(trainee, reference(trainee), memo=f"{trainee} went north.")
    folder = tmp_path / "killed"
    folder.mkdir()
    shutil.move(built.folder, folder / "academy")
    return folder


def results(academy):
    with gradebook(academy) as book:
        return read_results(book, "T1")


def graded(academy, moment):
    """Grade in a process of its own; it is killed at the moment."""
    environment = {**os.environ, "PYTHONPATH": str(LESSON)}
    command = [sys.executable, str(PROGRAM), str(academy), str(moment)]
    return subprocess.run(command, env=environment, check=False, capture_output=True, text=True)


@pytest.mark.parametrize("n", [8, pytest.param(100, marks=pytest.mark.long)])
def test_after_kill_9_at_drawn_moments_the_second_run_ends_with_the_same_marks(due, n):
    copies = [shutil.copytree(due / "academy", due / f"killed-{number}") for number in range(n)]
    begun = results(open_academy(due / "academy"))
    moments = int(graded(shutil.copytree(due / "academy", due / "whole"), 0).stdout)
    step = moments // n
    drawn = [place * step + Random(place).randrange(1, step) for place in range(n)]

    with ThreadPoolExecutor(2) as pool:
        ends = list(pool.map(graded, copies, drawn))

    assert [end.stdout for end in ends] == [""] * n
    whole = open_academy(due / "whole")
    rows, kept = reports(whole, "T1"), results(whole)
    assert [row.raw for row in rows] == [92, 62, 70, 70, 70, 70]
    reached = set()
    for academy in map(open_academy, copies):
        done = [name for name, one in results(academy).items() if one != begun.get(name)]
        reached.add(len(done))
        found = grade(academy, "T1", feedback=False, progress=False)
        assert found.graded_now == 5 - len(done)
        assert list(found.rows) == rows
        assert results(academy) == kept
    assert len(reached) > 2  # the moments lay before, between and behind submissions

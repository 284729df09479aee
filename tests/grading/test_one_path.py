"""nbgrader's command, formgrader's button and `trainkit grade` are one path with one result."""

import inspect
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from nbgrader.server_extensions.formgrader.apihandlers import AutogradeHandler

from trainkit.grading.nbgrader_use import gradebook, nbgrader_api
from trainkit.grading.pipeline import grade
from trainkit.grading.result import read_results

pytestmark = pytest.mark.slow
TRAINEES = ("ada", "ben", "cem", "dana", "eve")
LESSON = Path(__file__).parents[1] / "lessons" / "tiny"


@pytest.fixture
def handed_in(built, submit, reference):
    """Five submissions: strong, middling, with a red line, empty, and an edited one."""
    breach = {**reference("cem")["t1_speed"], "boat": "cutter"}
    submit("ada", reference("ada"), memo="To the west.")
    submit("ben", {"t1_hours": {"hours": {"A": 3.5, "B": 6.5}}}, memo="To the east.")
    submit("cem", {**reference("cem"), "t1_speed": breach})
    submit("dana")
    path = submit("eve", reference("eve")) / "T1.ipynb"
    content = json.loads(path.read_text(encoding="utf-8"))
    for cell in content["cells"]:
        cell["source"] = "1/0"
    path.write_text(json.dumps(content), encoding="utf-8")
    return built


def by_command(academy):
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "PYTHONPATH": str(LESSON),
    }
    command = [sys.executable, "-m", "nbgrader", "autograde", "T1"]
    subprocess.run(command, cwd=academy.folder, env=environment, check=True, capture_output=True)


def by_button(academy):
    with nbgrader_api(academy) as api:
        for trainee in TRAINEES:
            said = []
            page = SimpleNamespace(api=api, write=said.append)
            inspect.unwrap(AutogradeHandler.post)(page, "T1", trainee)
            assert json.loads(said[0])["success"], said


def by_trainkit(academy):
    assert grade(academy, "T1").graded_now == len(TRAINEES)


def marks(academy):
    with gradebook(academy) as book:
        return {
            (trainee, one.name): (one.auto_score, one.manual_score, one.needs_manual_grade)
            for trainee in TRAINEES
            for one in book.find_submission_notebook("T1", "T1", trainee).grades
        }


def test_the_three_ways_to_grade_give_the_same_marks_and_reasons(handed_in, copied, tmp_path):
    found = {}
    for way in (by_command, by_button, by_trainkit):
        academy = copied(handed_in.folder, tmp_path / way.__name__)
        way(academy)
        with gradebook(academy) as book:
            results = read_results(book, "T1")
        graded = [
            json.loads((academy.of("autograded", one, "T1") / "T1.ipynb").read_text("utf-8"))
            for one in TRAINEES
        ]
        found[way] = (marks(academy), results, graded)

    assert found[by_command] == found[by_button] == found[by_trainkit]
    assert found[by_trainkit][0]["ada", "t1_hours"] == (40.0, None, False)
    assert found[by_trainkit][0]["ben", "t1_hours"] == (14.0, None, False)
    assert found[by_trainkit][0]["eve", "t1_speed"] == (30.0, None, False)

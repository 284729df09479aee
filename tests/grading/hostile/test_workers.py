"""The processes of a batch run no submission either: the audit hook is in each of them."""

import json
import os
import shutil
from pathlib import Path

import pytest
from tests.grading.hostile import notebooks
from tests.grading.hostile.case import Ground, Made
from tests.grading.hostile.workers.listening import FORBIDDEN

from trainkit.grading import batch
from trainkit.grading.academy import open_academy
from trainkit.grading.intake import graded
from trainkit.grading.keys import load_keys
from trainkit.lessons.catalogue import lesson

pytestmark = pytest.mark.slow
HOOK = Path(__file__).parent / "workers"
ATTACKS = {
    f"eve{place:02}": notebooks.CASES[name]
    for place, name in enumerate(
        (
            "modules and cells that leave a canary",
            "an active output",
            "an output of script",
            "poisoned widgets",
            "a picture in the memo",
            "a kernel",
            "files of an academy",
            "UTF-16",
            "a hard link to the settings",
        )
    )
}
RUN = """
import os
from pathlib import Path


def _run(situation, answer, luck):
    for path in Path({submitted!r}).glob("*/T1/T1.ipynb"):
        exec(compile("pass", str(path), "exec"))
    os.system("exit")
    return hours(situation, answer, luck)


SCORING["t1_hours"] = _run
"""


@pytest.fixture
def ground(tiny, master, tmp_path, monkeypatch):
    """An academy with keys of its own, whose batches have two processes with the hook."""
    keys = shutil.copytree(tiny, tmp_path / "ours") / "keys"
    academy = open_academy(shutil.copytree(master, tmp_path / "academy"))
    config = academy.folder / "nbgrader_config.py"
    with config.open("a", encoding="utf-8") as file:
        file.write(f"\nc.ScoreAnswers.keys = {str(keys)!r}\n")
    monkeypatch.setattr(batch, "workers", lambda: 2)
    monkeypatch.setenv("PYTHONPATH", str(HOOK))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("TRAINKIT_HEARD", str(tmp_path / "heard.jsonl"))
    return Ground(academy, load_keys(keys, lesson("T1")), tmp_path / "in box")


def heard(ground):
    """Grade all attacks, and return rows and what each process but this one did."""
    for trainee, case in ATTACKS.items():
        ground.honest(ground.inbox / trainee, trainee)
        case.attack(Made(ground, ground.inbox / trainee, trainee))
    rows = graded(ground.academy, "T1", ground.inbox).rows
    lines = (ground.inbox.parent / "heard.jsonl").read_text(encoding="utf-8").splitlines()
    events = [json.loads(line) for line in lines]
    assert os.getpid() not in {process for process, _, _ in events}
    return rows, [(kind, what) for _, kind, what in events]


def test_no_attack_is_run_in_a_process_of_the_batch(ground):
    rows, events = heard(ground)

    assert {row.trainee: (row.state, row.raw) for row in rows} == {
        trainee: (case.state, case.raw) for trainee, case in ATTACKS.items()
    }
    assert [one for one in events if one[0] in FORBIDDEN] == []
    theirs = (str(ground.academy.folder / "submitted"), str(ground.inbox), "canary", "__pwned")
    assert [what for _, what in events if any(sign in what for sign in theirs)] == []
    assert [what for kind, what in events if kind == "written" and what != os.devnull] == []
    assert ("import", "trainkit.grading.marking") in [(kind, what[2:26]) for kind, what in events]
    assert not (ground.inbox.parent / "canary").exists()


def test_the_hook_in_a_process_of_the_batch_notices_what_is_run_there(ground):
    scoring = ground.academy.keys / "T1" / "scoring.py"
    submitted = str(ground.academy.folder / "submitted")
    with scoring.open("a", encoding="utf-8") as file:
        file.write(RUN.format(submitted=submitted))

    _, events = heard(ground)

    assert [one for one in events if one[0] == "os.system"]
    assert [one for one in events if one[0] == "exec" and f"{submitted}/eve00/T1" in one[1]]

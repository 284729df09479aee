"""Two gradings of one academy at once, and one whose processes are left alone."""

import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from trainkit.grading.batch import marked_all
from trainkit.grading.bench import bench_of
from trainkit.grading.pipeline import grade
from trainkit.grading.turn import own_turn

pytestmark = pytest.mark.slow
LESSON = Path(__file__).parents[1] / "lessons" / "tiny"
MANY = 12


@pytest.fixture
def handed_in(built, submit, reference):
    for number in range(MANY):
        submit(f"t{number:02}", reference(f"t{number:02}"), memo="To the west.")
    return built


@pytest.fixture
def begun(handed_in):
    """Begin a grading in a process of its own."""

    def begun():
        command = [sys.executable, "-m", "trainkit", "grade", "T1"]
        environment = {**os.environ, "PYTHONPATH": str(LESSON)}
        return subprocess.Popen(
            [*command, "--workspace", str(handed_in.folder)],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return begun


def test_a_second_grading_waits_says_so_and_then_does_its_work(handed_in, begun):
    with own_turn(handed_in):
        second = begun()
        told = second.stderr.readline()
        assert second.poll() is None
    out, _ = second.communicate(timeout=120)

    assert "Another grading is under way" in told
    assert second.returncode == 0
    assert f"{MANY} graded now" in out


def test_processes_give_what_one_process_gives(handed_in, monkeypatch):
    bench = bench_of(handed_in, "T1")
    owners = [f"t{number:02}" for number in range(MANY)]
    many = {one.owner: one for one in marked_all(bench, owners, {})}

    monkeypatch.setattr("trainkit.grading.batch.workers", lambda: 1)

    assert many == {one.owner: one for one in marked_all(bench, owners, {})}


def test_when_the_grading_is_killed_its_processes_end_and_the_next_one_goes_on(handed_in, begun):
    first = begun()
    until = time.monotonic() + 120
    while not list((handed_in.folder / "autograded").glob("*")) and time.monotonic() < until:
        time.sleep(0.01)
    helpers = psutil.Process(first.pid).children(recursive=True)
    first.kill()
    first.communicate()

    _, alive = psutil.wait_procs(helpers, timeout=120)
    found = grade(handed_in, "T1", feedback=False, progress=False)

    assert helpers
    assert alive == []
    assert [row.raw for row in found.rows] == [70] * MANY
    assert found.clean

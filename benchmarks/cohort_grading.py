"""Grading a cohort of E1, beside `nbgrader autograde` on a notebook with as many graded cells.

    python benchmarks/cohort_grading.py --n 500 --stock 40

Prints a line a measurement: seconds a submission, and how many times faster. Scoring is in ours;
stock nbgrader runs empty cells that pass. Pages of feedback are measured apart.
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from trainkit.grading.academy import checkout_keys, init_academy, open_academy
from trainkit.grading.building import build
from trainkit.grading.keys import load_keys
from trainkit.grading.pipeline import grade
from trainkit.kernel.chain import canonical, link
from trainkit.kernel.luck import Luck
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.records import FIRST
from trainkit.lessons.seeds import visible_luck

AT = "2030-05-01T12:00:00+00:00"
PLAYERS = ("strong", "competent", "novice", "careless")


def answers_file(lesson_, keys, number):
    """Return the answers file of one trainee of a drawn cohort, as bytes."""
    trainee = f"trainee-{number:05}"
    situation = lesson_.situation(visible_luck(lesson_.course, trainee, lesson_.id))
    played = keys.player(PLAYERS[number % len(PLAYERS)])(situation, Luck(number))
    events = [("", "started", {"trainee": trainee, "notebook": lesson_.id})]
    events += [
        (task, event, value) for task, value in played.items() for event in ("saved", "committed")
    ]
    lines, previous = [], FIRST
    for sequence, (task, event, value) in enumerate(events):
        record = {
            "sequence": sequence,
            "task": task,
            "event": event,
            "value": value,
            "reason": "",
            "at": AT,
        }
        line = link(record, previous)
        previous = line["hash"]
        lines.append(canonical(line) + "\n")
    return trainee, "".join(lines).encode()


def cohort(folder, n, notebook="E1"):
    """Make an academy with n submissions of a notebook."""
    init_academy(folder, folder.parent / "course.key")
    academy = open_academy(folder)
    build(academy, notebook)
    lesson_, release = lesson(notebook), academy.release(notebook).read_bytes()
    keys = load_keys(checkout_keys(), lesson_)
    for number in range(n):
        trainee, answers = answers_file(lesson_, keys, number)
        place = academy.of("submitted", trainee, notebook)
        place.mkdir(parents=True)
        text = f"From trainee {number}: the boat drifts east; we search there first.".encode()
        (place / f"{notebook}.ipynb").write_bytes(
            release.replace(b"*Write your answer here.*", text)
        )
        (place / "answers.jsonl").write_bytes(answers)
    return academy


def stock(folder, n, cells):
    """Make a stock nbgrader course with n submissions of a notebook with so many graded cells."""
    import nbformat

    body = []
    for number in range(cells):
        cell = nbformat.v4.new_code_cell("assert 1 + 1 == 2")
        cell.metadata["nbgrader"] = {
            "grade": True, "solution": False, "locked": True, "task": False,
            "grade_id": f"cell-{number}", "points": 1, "schema_version": 3, "cell_type": "code",
        }  # fmt: skip
        body.append(cell)
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = nbformat.v4.new_notebook(cells=body, metadata=kernel)
    for place in [
        folder / "source" / "ps1",
        *(folder / "submitted" / f"s{i}" / "ps1" for i in range(n)),
    ]:
        place.mkdir(parents=True)
        nbformat.write(notebook, place / "p1.ipynb")
    (folder / "nbgrader_config.py").write_text("c = get_config()\n", encoding="utf-8")
    nbgrader(folder, "generate_assignment", "ps1")


def nbgrader(folder, *arguments):
    bin_ = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": os.pathsep.join([bin_, os.environ["PATH"]])}
    command = [sys.executable, "-m", "nbgrader", *arguments]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)


@contextmanager
def timed(what, n):
    before = time.perf_counter()
    found = {}
    yield found
    found["each"] = (time.perf_counter() - before) / n
    print(f"{what}: {found['each'] * n:.1f} s, {1000 * found['each']:.1f} ms each", flush=True)


def main():
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--n", type=int, default=500)
    asked.add_argument("--stock", type=int, default=40)
    asked.add_argument("--feedback", action="store_true")
    given = asked.parse_args()
    graded = len(lesson("E1").tasks)
    print(f"load {os.getloadavg()[0]:.2f}, {os.cpu_count()} processors, {graded} graded cells")
    with TemporaryDirectory() as place:
        academy = cohort(Path(place) / "academy", given.n)
        with timed(f"trainkit grade, {given.n} submissions of E1", given.n) as ours:
            found = grade(academy, "E1", feedback=False, progress=False)
        assert found.graded_now == given.n
        assert found.clean
        with timed("the same again, nothing has changed", given.n):
            assert grade(academy, "E1", feedback=False, progress=False).graded_now == 0
        if given.feedback:
            with timed("pages of feedback", given.n):
                grade(academy, "E1", progress=False)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"most memory: {peak:.0f} MB here, {child:.0f} MB in a process for scoring")
        if given.stock:
            course = Path(place) / "stock"
            stock(course, given.stock, graded)
            with timed(f"nbgrader autograde, {given.stock} stock notebooks", given.stock) as theirs:
                nbgrader(course, "autograde", "ps1")
            print(f"{theirs['each'] / ours['each']:.1f} times faster")


if __name__ == "__main__":
    main()

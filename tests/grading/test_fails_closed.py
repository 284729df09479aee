"""Plain nbgrader, without an academy's configuration, gives no mark, and loudly."""

import json
from pathlib import Path

import pytest

from trainkit.grading.nbgrader_use import gradebook, nbgrader_api

LESSON = Path(__file__).parents[1] / "lessons" / "tiny"
PLAIN = """c = get_config()
c.CourseDirectory.course_id = "trainkit"
c.CourseDirectory.root = {root!r}
"""


@pytest.mark.slow
@pytest.mark.sqlite
def test_plain_nbgrader_runs_into_the_check_and_gives_no_mark(
    built, submit, reference, monkeypatch
):
    monkeypatch.setenv("PYTHONPATH", str(LESSON))
    submit("ada", reference("ada"), memo="To the west.")
    plain = PLAIN.format(root=str(built.folder))
    (built.folder / "nbgrader_config.py").write_text(plain, encoding="utf-8")
    before = (built.of("submitted", "ada", "T1") / "answers.jsonl").read_bytes()

    with nbgrader_api(type(built)(built.folder)) as api:
        api.autograde("T1", "ada")

    with gradebook(built) as book:
        grades = book.find_submission_notebook("T1", "T1", "ada").grades
        scores = {one.name: one.auto_score for one in grades}
    assert (scores["t1_speed"] or 0, scores["t1_hours"] or 0) == (0, 0)
    assert (built.of("submitted", "ada", "T1") / "answers.jsonl").read_bytes() == before
    path = built.of("autograded", "ada", "T1") / "T1.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    checks = [one for one in cells if one.get("metadata", {}).get("nbgrader", {}).get("grade")]
    errors = [
        out for one in checks for out in one.get("outputs", []) if out["output_type"] == "error"
    ]
    assert len(errors) == 2
    assert all("academy" in " ".join(one["traceback"]) for one in errors)

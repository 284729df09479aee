"""From an authored text to a release: the same bytes, whole, and without what is hidden."""

import json

import nbformat
import pytest

from trainkit.errors import TrainkitError
from trainkit.grading.authored import Authored, authored
from trainkit.grading.build import build_notebook
from trainkit.grading.building import build
from trainkit.grading.course import load_course
from trainkit.lessons.catalogue import lesson


@pytest.fixture
def text(tiny):
    return (tiny / "courses" / "t" / "T1" / "T1.md").read_text(encoding="utf-8")


@pytest.fixture
def built_from(tiny, tmp_path):
    """Build a notebook from any text."""
    course = load_course(tiny / "courses" / "t")

    def built_from(text):
        path = tmp_path / "T1.md"
        path.write_text(text, encoding="utf-8")
        return build_notebook(Authored("T1", course, path), lesson("T1"))

    return built_from


def test_the_same_text_gives_the_same_bytes(built_from, text):
    assert built_from(text) == built_from(text)


def test_line_ends_and_marks_of_other_systems_give_the_same_cells(built_from, text):
    assert built_from("\ufeff" + text) == built_from(text)


def test_ids_of_cells_are_unique_and_those_of_tasks_are_their_grade_ids(built_from, text):
    cells = nbformat.reads(built_from(text), as_version=4).cells

    ids = [cell.id for cell in cells]
    graded = {cell.id: cell.metadata.nbgrader for cell in cells if "nbgrader" in cell.metadata}
    assert len(set(ids)) == len(ids)
    assert {name: one.grade_id for name, one in graded.items()} == {
        "t1_speed": "t1_speed",
        "t1_hours": "t1_hours",
        "t1_memo": "t1_memo",
    }
    assert {name: (one.points, one.locked) for name, one in graded.items()} == {
        "t1_speed": (30, True),
        "t1_hours": (40, True),
        "t1_memo": (30, False),
    }


def test_the_banner_stands_first(built_from, text):
    first = nbformat.reads(built_from(text), as_version=4).cells[0]

    assert first.source == "**EXERCISE - SYNTHETIC - NOT FOR OPERATIONS**"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('task("t1_hours")', "1", "leaves out t1_hours"),
        ('task("t1_hours")', 'task("t1_speed")', "asks t1_speed more than once"),
        ('task("t1_hours")', 'task("t1_hour")', "Did you mean 't1_hours'"),
        ('task("t1_hours")', 'x = 1; task("t1_hours")', r"leaves out t1_hours|shares its cell"),
        ('start("T1")', "pass", "no Start cell"),
    ],
)
def test_a_text_that_does_not_fit_its_lesson_is_refused(built_from, text, old, new, told):
    with pytest.raises(TrainkitError, match=told):
        built_from(text.replace(old, new))


def test_a_release_has_no_outputs_no_solutions_and_no_keys(built):
    content = json.loads(built.release("T1").read_text(encoding="utf-8"))

    code = [cell for cell in content["cells"] if cell["cell_type"] == "code"]
    memo = next(cell for cell in content["cells"] if cell["id"] == "t1_memo")
    whole = json.dumps(content)
    assert all(not cell["outputs"] and cell["execution_count"] is None for cell in code)
    assert "".join(memo["source"]) == "*Write your answer here.*"
    assert not any(word in whole for word in ("The raft is reached", "BEGIN", "reference"))


def test_building_again_gives_the_same_release(built):
    before = built.release("T1").read_bytes()

    build(built, "t/t1")

    assert built.release("T1").read_bytes() == before


def test_an_unknown_notebook_is_answered_with_the_nearest(tiny):
    with pytest.raises(TrainkitError, match="Did you mean 'T1'"):
        authored("T11", tiny / "courses")


def test_a_course_that_names_a_text_that_is_not_there_says_so(tmp_path):
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "course.toml").write_text('title = "T"\nnotebooks = ["X1"]\n')

    with pytest.raises(TrainkitError, match="names X1, and there is no"):
        authored("X1", tmp_path)

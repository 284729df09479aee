"""What an overlay may still change once work was handed in, and its due date in the gradebook.

nbgrader keeps the graded cells of a notebook as they were when the first submission was graded.
So points and texts may change afterwards, and everybody is graded by the same; tasks may not come
or go, and no mark that a person gave may be above the new points.
"""

from typing import Any

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.cells import is_graded
from trainkit.grading.exchange.deadline import set_due
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.overlay.reading import Overlay
from trainkit.lessons.task import Lesson


def require_buildable(academy: Academy, lesson: Lesson) -> None:
    """Refuse tasks and points that do not fit what was graded already.

    Args:
        academy: The academy.
        lesson: The lesson as it would be built.

    Raises:
        TrainkitError: tasks came or went, or a mark would be above the points of its task.
    """
    with gradebook(academy) as book:
        for notebook in _graded(book, lesson.id):
            _require_same(notebook, lesson)
            _require_room(notebook, lesson)


def _graded(book: Any, name: str) -> list[Any]:
    """Return the notebook in the gradebook where something of it was graded; else nothing."""
    known = [one for one in book.assignments if one.name == name]
    return [one for found in known for one in found.notebooks if one.submissions]


def _require_same(notebook: Any, lesson: Lesson) -> None:
    before, now = {one.name for one in notebook.grade_cells}, {task.id for task in lesson.tasks}
    told = [f"adds {', '.join(sorted(now - before))}"] if now - before else []
    told += [f"takes away {', '.join(sorted(before - now))}"] if before - now else []
    if told:
        raise TrainkitError(
            f"{lesson.id} cannot be built: {len(notebook.submissions)} submissions of it were "
            f"graded, and this {' and '.join(told)}. Nobody was asked that, or somebody was in "
            "vain. Undo it in the overlay, or begin the next course in a new academy."
        )


def _require_room(notebook: Any, lesson: Lesson) -> None:
    """Refuse points below a mark that a person gave."""
    points = {task.id: task.points for task in lesson.tasks}
    high = sorted(
        f"{one.student.id} has {grade.manual_score:g} of {points[grade.name]} in {grade.name}"
        for one in notebook.submissions
        for grade in one.grades
        if grade.manual_score is not None and grade.manual_score > points[grade.name]
    )
    if high:
        raise TrainkitError(
            f"{lesson.id} cannot be built with these points: {'; '.join(high[:5])}. Lower these "
            "marks in formgrader first, or give the task more points."
        )


def require_built(lesson: Lesson, released: Any) -> None:
    """Refuse to grade by tasks and points that the release has not.

    Args:
        lesson: The lesson as it would be graded.
        released: The released notebook.

    Raises:
        TrainkitError: the overlay, or trainkit, was changed after the notebook was built.
    """
    graded = [cell.metadata.nbgrader for cell in released.cells if is_graded(cell)]
    there = {one.grade_id: one.points for one in graded}
    now = {task.id: task.points for task in lesson.tasks}
    other = sorted(name for name in {*there, *now} if there.get(name) != now.get(name))
    if other:
        raise TrainkitError(
            f"{lesson.id} was released with other tasks or points ({', '.join(other)}) than it has "
            f"now: its overlay, or trainkit, was changed. Build it again, `trainkit build "
            f"{lesson.id}`, and then grade."
        )


def book_overlay(academy: Academy, notebook: str, overlay: Overlay | None) -> None:
    """Write the due date of an overlay into the gradebook; without one the date there stays."""
    if overlay and overlay.due:
        with gradebook(academy) as book:
            set_due(book, notebook, overlay.due)
            book.db.commit()

"""What feedback takes from the marker's desk: the levels that were given, comments written out."""

from typing import Any

from nbgrader.api import MissingEntry
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import List

from trainkit.errors import TrainkitError
from trainkit.grading import cells
from trainkit.grading.academy import Academy
from trainkit.grading.moderation.answers import words_digest
from trainkit.grading.moderation.comments import bank, expanded
from trainkit.grading.moderation.desk import LEVELS_SAID, levels_said
from trainkit.grading.moderation.marks import Mark, read_marks
from trainkit.grading.overlay import lesson_of
from trainkit.grading.preprocessors import academy_of
from trainkit.grading.rubric import Rubric, load_rubric
from trainkit.grading.wording import RUBRIC_SUFFIX, rubric_html
from trainkit.grading.written import safe_html


def show_levels(academy: Academy, book: Any, page: Any, notebook: str, trainee: str) -> None:
    """Mark the levels that were given in the scales of a graded notebook.

    Args:
        academy: The academy.
        book: Its open gradebook.
        page: The graded notebook; its scales are written anew.
        notebook: Its id.
        trainee: Whose it is.
    """
    marks = read_marks(book, notebook, trainee)
    words = {
        one.metadata.nbgrader.grade_id: one.source for one in page.cells if cells.is_graded(one)
    }
    scales = [one for one in page.cells if str(one.get("id")).endswith(RUBRIC_SUFFIX)]
    for cell in scales:
        task = lesson_of(academy, notebook).task(cell.id.removesuffix(RUBRIC_SUFFIX))
        try:
            rubric = load_rubric(academy.rubrics, task.rubric)
        except TrainkitError:  # the scale is gone since: the page keeps the one that it has
            continue
        own = [one for one in marks if one.task == task.id]
        stands = _standing(own, words_digest(words.get(task.id, "")))
        levels = stands.levels if stands else {}
        levels = levels or _typed(book, notebook, trainee, task.id, rubric)
        cell.source = rubric_html(rubric, task.points, levels)


def _standing(marks: list[Mark], words: str) -> Mark | None:
    """Return the mark that stands, of those on these words: a third marker's, else the first."""
    given = {one.role: one for one in marks if one.points is not None and one.answer == words}
    return given.get("third") or given.get("first")


def _typed(book: Any, notebook: str, trainee: str, task: str, rubric: Rubric) -> dict[str, int]:
    """Return the levels that a marker typed into formgrader's comment."""
    try:
        comment = book.find_comment(task, notebook, notebook, trainee).manual_comment
    except MissingEntry:
        return {}
    return levels_said(comment or "", rubric)


class ShowComments(NbGraderPreprocessor):  # type: ignore[misc]
    """Runs behind GetGrades: writes codes of comments out, and cleans what markers typed."""

    display_data_priority: Any = List().tag(config=True)  # without it formgrader warns

    def preprocess(self, nb: Any, resources: Any) -> Any:
        """Return the notebook with comments as harmless HTML."""
        known = bank(academy_of(self))
        for cell in nb.cells:
            about = cell.metadata.get("nbgrader", {})
            if about.get("comment"):
                text = expanded(LEVELS_SAID.sub("", about["comment"]), known)
                about["comment"] = safe_html(text) if text.strip() else ""
        return nb, resources

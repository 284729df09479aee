"""What feedback says beside the points: the final mark, and nothing for instructors alone."""

from collections.abc import Collection
from typing import Any

from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import List

from trainkit.grading import cells
from trainkit.grading.moderation.feedback import show_levels
from trainkit.grading.preprocessors import academy_of
from trainkit.grading.report import book_row, rules_of
from trainkit.grading.wording import (
    FIGURE_SUFFIX,
    HEAD_CELL,
    NOTES_CELL,
    RUBRIC_SUFFIX,
    SAMPLES_SUFFIX,
    mark_html,
)


class ShowFinalMark(NbGraderPreprocessor):  # type: ignore[misc]
    """Puts the final mark at the top of a page of feedback."""

    display_data_priority: Any = List().tag(config=True)  # without it formgrader warns

    def preprocess(self, nb: Any, resources: Any) -> Any:
        """Return the notebook with the mark, without notes for instructors and open rubrics."""
        academy, about = academy_of(self), resources["nbgrader"]
        rules = rules_of(academy, about["notebook"])
        with Gradebook(about["db_url"]) as book:
            row = book_row(academy, book, about["assignment"], about["student"], rules)
            hidden = {NOTES_CELL, *_open_rubrics(nb, book, about)}
            show_levels(academy, book, nb, about["notebook"], about["student"])
        if any(line.state != "crossed" for line in row.lines):
            hidden.add(HEAD_CELL)  # it was written before the appeal; the mark says it all
        nb.cells = [cell for cell in nb.cells if not _is_hidden(str(cell.get("id")), hidden)]
        nb.cells.insert(1, cells.markdown("trainkit-mark", mark_html(row, rules.pass_mark)))
        return nb, resources


def _is_hidden(name: str, hidden: Collection[str]) -> bool:
    return name in hidden or name.endswith((FIGURE_SUFFIX, SAMPLES_SUFFIX))


def _open_rubrics(notebook: Any, book: Any, about: Any) -> list[str]:
    """Return the cells with scales of answers that still wait for a marker."""
    names = [cell.metadata.nbgrader.grade_id for cell in notebook.cells if utils.is_grade(cell)]
    key = (about["notebook"], about["assignment"], about["student"])
    return [
        f"{name}{RUBRIC_SUFFIX}" for name in names if book.find_grade(name, *key).needs_manual_grade
    ]

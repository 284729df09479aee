"""What the gradebook holds of all submissions of a notebook, read in three queries.

nbgrader's own objects cost several queries a submission, and a cohort has hundreds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select


@dataclass(frozen=True)
class Grade:
    """The grade of one cell.

    Attributes:
        points: Points, extra credit in.
        out_of: The most that can be reached.
        written: Whether the cell is a written answer.
        waits: Whether it waits for a marker.
    """

    points: float
    out_of: float
    written: bool
    waits: bool


@dataclass(frozen=True)
class Booked:
    """One submission; `max_score` and its neighbours have the names that nbgrader gives them.

    Attributes:
        timestamp: When it was handed in, in UTC; None when nobody knows.
        late_submission_penalty: Points taken off for being late.
        max_score: Points of the whole notebook.
        max_written_score: Points of its written answers.
        grades: Grades by the name of the cell.
        comments: What a marker wrote, by the name of the cell.
    """

    timestamp: datetime | None
    late_submission_penalty: float
    max_score: float
    max_written_score: float
    grades: Mapping[str, Grade]
    comments: Mapping[str, str]

    @property
    def score(self) -> float:
        """Points of all cells."""
        return sum(grade.points for grade in self.grades.values())

    @property
    def written_score(self) -> float:
        """Points of the written answers."""
        return sum(grade.points for grade in self.grades.values() if grade.written)

    @property
    def waiting(self) -> int:
        """How many cells wait for a marker."""
        return sum(grade.waits for grade in self.grades.values())


def booked(book: Any, notebook: str) -> dict[str, Booked]:
    """Return all submissions of a notebook by trainee, in the order of their ids.

    Args:
        book: nbgrader's open gradebook, which knows the notebook.
        notebook: Id of the notebook.
    """
    whole = book.find_assignment(notebook)
    most = (float(whole.max_score), float(whole.max_written_score))
    grades, comments = _grades(book, notebook), _comments(book, notebook)
    return {
        row.student_id: Booked(
            _utc(row.timestamp),
            float(row.late or 0.0),
            *most,
            grades.get(row.id, {}),
            comments.get(row.id, {}),
        )
        for row in book.db.execute(_submissions(notebook))
    }


def _utc(time: datetime | None) -> datetime | None:
    return time.replace(tzinfo=UTC) if time else None


def _submissions(notebook: str) -> Any:
    from nbgrader.api import Assignment, SubmittedAssignment, SubmittedNotebook
    from sqlalchemy import func

    late = func.sum(SubmittedNotebook.late_submission_penalty).label("late")
    columns = (
        SubmittedAssignment.id,
        SubmittedAssignment.student_id,
        SubmittedAssignment.timestamp,
    )
    return (
        select(*columns, late)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .outerjoin(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .where(Assignment.name == notebook)
        .group_by(*columns)
        .order_by(SubmittedAssignment.student_id)
    )


def _grades(book: Any, notebook: str) -> dict[str, dict[str, Grade]]:
    found: dict[str, dict[str, Grade]] = {}
    for row in book.db.execute(_cells(notebook)):
        grade = Grade(row.score, row.most, row.cell_type == "markdown", row.needs_manual_grade)
        found.setdefault(row.assignment_id, {})[row.name] = grade
    return found


def _cells(notebook: str) -> Any:
    from nbgrader import api

    cell, graded = api.BaseCell.__table__, api.GradeCell.__table__
    return (
        select(
            api.SubmittedNotebook.assignment_id,
            cell.c.name,
            graded.c.cell_type,
            api.Grade.score,
            api.Grade.max_score.label("most"),
            api.Grade.needs_manual_grade,
        )
        .select_from(api.Grade)
        .join(api.SubmittedNotebook, api.SubmittedNotebook.id == api.Grade.notebook_id)
        .join(api.Notebook, api.Notebook.id == api.SubmittedNotebook.notebook_id)
        .join(api.Assignment, api.Assignment.id == api.Notebook.assignment_id)
        .join(cell, cell.c.id == api.Grade.cell_id)
        .outerjoin(graded, graded.c.id == cell.c.id)
        .where(api.Assignment.name == notebook)
    )


def _comments(book: Any, notebook: str) -> dict[str, dict[str, str]]:
    from nbgrader import api

    cell, part = api.BaseCell.__table__, api.SubmittedNotebook
    query = (
        select(part.assignment_id, cell.c.name, api.Comment.manual_comment)
        .select_from(api.Comment)
        .join(part, part.id == api.Comment.notebook_id)
        .join(api.Notebook, api.Notebook.id == part.notebook_id)
        .join(api.Assignment, api.Assignment.id == api.Notebook.assignment_id)
        .join(cell, cell.c.id == api.Comment.cell_id)
        .where(api.Assignment.name == notebook, api.Comment.manual_comment.is_not(None))
    )
    found: dict[str, dict[str, str]] = {}
    for row in book.db.execute(query):
        found.setdefault(row.assignment_id, {})[row.name] = row.manual_comment
    return found

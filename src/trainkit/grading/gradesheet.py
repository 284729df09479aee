"""Writing marks into nbgrader's gradebook: a submission is one transaction, a person's marks stay.

nbgrader's own saving commits cell by cell and asks for a look at every mark that a person gave.
Here a submission is in the gradebook whole or not at all, whatever stops the program, and only a
mark whose answer or scale has changed is asked for again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nbgrader.api import (
    Assignment,
    Comment,
    Grade,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    new_uuid,
)
from sqlalchemy import insert, select, update

from trainkit.errors import TrainkitError
from trainkit.grading.course import Rules
from trainkit.grading.exchange.extending import follow
from trainkit.grading.late import late_penalty
from trainkit.grading.result import Result, read_result, write_result

_NO_RESPONSE = "No response."  # nbgrader's words


@dataclass(frozen=True)
class Sheet:
    """Where the marks of one notebook stand in a gradebook.

    Attributes:
        name: Id of the notebook, and of nbgrader's assignment.
        assignment: Key of the assignment.
        notebook: Key of the notebook.
        duedate: When it is due, in UTC without a zone as nbgrader keeps it; None for never.
        out_of: The most points that can be reached.
        graded: Keys of the cells with points, by task.
        written: Keys of the cells with comments, by task.
    """

    name: str
    assignment: str
    notebook: str
    duedate: datetime | None
    out_of: float
    graded: Mapping[str, str]
    written: Mapping[str, str]


def sheet_of(book: Any, notebook: str) -> Sheet:
    """Return where the marks of a notebook stand in an open gradebook.

    Raises:
        TrainkitError: the gradebook does not know the notebook.
    """
    own = (Assignment.id, Assignment.duedate, Notebook.id.label("notebook"))
    joined = select(*own).join(Notebook, Notebook.assignment_id == Assignment.id)
    wanted = (Assignment.name == notebook, Notebook.name == notebook)
    found = book.db.execute(joined.where(*wanted)).one_or_none()
    if found is None:
        raise TrainkitError(
            f"The gradebook does not know {notebook}: it is new, or was moved away. Build the "
            f"notebook again: `trainkit build {notebook}`; then grade."
        )
    cells = book.find_notebook(notebook, notebook)
    graded = {cell.name: cell.id for cell in cells.grade_cells}
    written = {cell.name: cell.id for cell in cells.solution_cells}
    points = sum(cell.max_score for cell in cells.grade_cells)
    return Sheet(notebook, found.id, found.notebook, found.duedate, points, graded, written)


def record(book: Any, sheet: Sheet, owner: str, result: Result, at: datetime | None = None) -> None:
    """Write what a submission earned, and commit.

    Args:
        book: nbgrader's open gradebook.
        sheet: Where the marks stand.
        owner: Whose submission it is.
        result: What scoring found.
        at: When it was handed in, in UTC without a zone; what stands there stays when left out.
    """
    place = _place(book, sheet, owner, at)
    before = read_result(book, sheet.name, owner)
    _grades(book, sheet, place, result, before)
    _comments(book, sheet, place, result)
    write_result(book, sheet.name, owner, result)
    book.db.commit()


def _place(book: Any, sheet: Sheet, owner: str, at: datetime | None) -> str:
    """Return the key of a submitted notebook; it is made with all above it where it is missing."""
    _kept(book, Student, {"id": owner}, {})
    own = {"assignment_id": sheet.assignment, "student_id": owner}
    submission = _kept(book, SubmittedAssignment, own, {"timestamp": at} if at else {})
    return _kept(
        book,
        SubmittedNotebook,
        {"assignment_id": submission, "notebook_id": sheet.notebook},
        {},
        flagged=False,
    )


def _kept(
    book: Any, kind: Any, key: Mapping[str, Any], values: Mapping[str, Any], **first: Any
) -> str:
    """Return the key of a row, which has these values now; made when it is missing."""
    same = [getattr(kind, name) == value for name, value in key.items()]
    found = book.db.execute(select(kind.id).where(*same)).scalar_one_or_none()
    if found is None:
        row = {"id": new_uuid(), **first, **key, **values}
        book.db.execute(insert(kind).values(**row))
        return str(row["id"])
    if values:
        book.db.execute(update(kind).where(kind.id == found).values(**values))
    return str(found)


def _grades(book: Any, sheet: Sheet, place: str, result: Result, before: Result | None) -> None:
    there = select(Grade.cell_id, Grade.manual_score, Grade.needs_manual_grade)
    rows = {one.cell_id: one for one in book.db.execute(there.where(Grade.notebook_id == place))}
    for task, cell in sheet.graded.items():
        own, old = result.tasks[task], (before.tasks.get(task) if before else None)
        values = _settled(own, old, rows.get(cell))
        _kept(book, Grade, {"cell_id": cell, "notebook_id": place}, values)


def _settled(own: Mapping[str, Any], old: Mapping[str, Any] | None, row: Any) -> dict[str, Any]:
    """Return automatic points, and whether a person is asked to look."""
    waits = own["state"] in {"held", "manual"}
    marked = row is not None and row.manual_score is not None
    changed = old is None or old.get("rests_on") != own["rests_on"]
    asked = row.needs_manual_grade if marked and not changed else waits or marked
    return {"auto_score": None if waits else own["points"], "needs_manual_grade": asked}


def _comments(book: Any, sheet: Sheet, place: str, result: Result) -> None:
    for task, cell in sheet.written.items():
        blank = result.tasks[task]["state"] == "unanswered"
        values = {"auto_comment": _NO_RESPONSE if blank else None}
        _kept(book, Comment, {"cell_id": cell, "notebook_id": place}, values)


def charge_lateness(book: Any, sheet: Sheet, rules: Rules, owner: str | None = None) -> None:
    """Write what being late costs, as due date, extensions and rules are now; and commit.

    Args:
        book: nbgrader's open gradebook.
        sheet: Where the marks stand.
        rules: Rules of the course.
        owner: Whose submission; everybody's when left out.
    """
    follow(book, sheet.name)
    own = (SubmittedNotebook.id, SubmittedNotebook.late_submission_penalty)
    times = (SubmittedAssignment.timestamp, SubmittedAssignment.extension)
    joined = select(*own, *times).join(
        SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id
    )
    wanted = [SubmittedNotebook.notebook_id == sheet.notebook]
    if owner is not None:
        wanted.append(SubmittedAssignment.student_id == owner)
    for row in book.db.execute(joined.where(*wanted)).all():
        points = late_penalty(rules, _seconds_late(sheet, row), sheet.out_of) or None
        if points != row.late_submission_penalty:
            values = {"late_submission_penalty": points}
            book.db.execute(
                update(SubmittedNotebook).where(SubmittedNotebook.id == row.id).values(**values)
            )
    book.db.commit()


def _seconds_late(sheet: Sheet, row: Any) -> float:
    if row.timestamp is None or sheet.duedate is None:
        return 0.0
    due = sheet.duedate + row.extension if row.extension else sheet.duedate
    return max(0.0, float((row.timestamp - due).total_seconds()))

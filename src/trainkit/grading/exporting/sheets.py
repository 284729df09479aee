"""Marks as CSV files: trainkit's own, nbgrader's with the final mark beside it, and Moodle's."""

from collections.abc import Callable, Mapping
from typing import Any

from trainkit.grading.exporting.marks import Mark, Marks, Person
from trainkit.grading.exporting.writing import csv_text
from trainkit.kernel.chain import STATEMENT

COLUMNS = (
    "notebook",
    "trainee",
    "last_name",
    "first_name",
    "email",
    "state",
    "raw",
    "out_of",
    "percent",
    "final",
    "red_lines",
    "capped",
    "to_mark",
    "passed",
    "submitted_at",
    "statement",
)
_NBGRADER = (
    "assignment",
    "duedate",
    "timestamp",
    "student_id",
    "last_name",
    "first_name",
    "email",
    "raw_score",
    "late_submission_penalty",
    "score",
    "max_score",
)
_OURS = ("state", "final", "red_lines", "passed", "statement")
_WORDS = {None: "", True: "yes", False: "no"}


def own_csv(found: Marks) -> str:
    """Return marks with points, cap and pass, a line for each trainee and notebook."""
    return csv_text(COLUMNS, [own_line(one) for one in found.marks])


def own_line(one: Mark) -> dict[str, Any]:
    """Return a mark by the names of `COLUMNS`."""
    row, person = one.row, one.person
    return {
        "notebook": row.notebook,
        "trainee": person.name,
        "last_name": person.last_name,
        "first_name": person.first_name,
        "email": person.email,
        "raw": row.raw,
        "out_of": row.out_of,
        "percent": row.percent,
        "capped": _WORDS[row.capped],
        "to_mark": row.manual_waiting,
        "submitted_at": one.at.isoformat() if one.at else "",
        **_result(one),
    }


def _result(one: Mark) -> dict[str, Any]:
    return {
        "state": one.row.state,
        "final": one.row.final,
        "red_lines": " ".join(one.row.red_lines),
        "passed": _WORDS[one.row.passed],
        "statement": STATEMENT,
    }


def nbgrader_csv(found: Marks, assignments: Mapping[str, Any]) -> str:
    """Return the columns of nbgrader's own export as nbgrader fills them, and ours behind.

    Args:
        found: The marks.
        assignments: nbgrader's assignments by name, for due date and points.
    """
    rows = [_nbgrader_line(one, assignments[one.row.notebook]) for one in found.marks]
    return csv_text([*_NBGRADER, *_OURS], rows)


def _nbgrader_line(one: Mark, assignment: Any) -> dict[str, Any]:
    raw = one.booked.score if one.booked else 0.0
    late = one.booked.late_submission_penalty if one.booked else 0.0
    return {
        "assignment": one.row.notebook,
        "duedate": assignment.duedate,
        "timestamp": one.at.replace(tzinfo=None) if one.at else "",
        "student_id": one.person.name,
        "last_name": one.person.last_name,
        "first_name": one.person.first_name,
        "email": one.person.email,
        "raw_score": raw,
        "late_submission_penalty": late,
        "score": max(0.0, raw - late),
        "max_score": assignment.max_score,
        **_result(one),
    }


def moodle_csv(found: Marks) -> str:
    """Return marks as Moodle imports them: a line a trainee, a column a notebook.

    Moodle finds a user by one column, "Email address" or "ID number", and stops the whole import at
    a line without one; an empty cell takes a grade away. So lines without any mark are left out,
    and addresses are used only where everybody has one of their own. The last column is for
    readers: Moodle leaves a column alone that is not mapped.

    Sources:
        Moodle, *Grade import* (docs.moodle.org/405/en/Grade_import) and
        ``grade/import/csv/classes/load_data.php``.
    """
    finals = {(one.person, one.row.notebook): one.row.final for one in found.marks}
    marked = {one.person for one in found.marks if one.row.final is not None}
    people = sorted(marked, key=lambda person: person.name)
    title, identify = _identity(people)
    columns = [title, *found.notebooks, "Notice"]
    rows = [
        {title: identify(one), "Notice": STATEMENT}
        | {name: finals.get((one, name)) for name in found.notebooks}
        for one in people
    ]
    return csv_text(columns, rows)


def _identity(people: list[Person]) -> tuple[str, Callable[[Person], str]]:
    addresses = {one.email.strip() for one in people}
    if people and "" not in addresses and len(addresses) == len(people):
        return "Email address", lambda person: person.email.strip()
    return "ID number", lambda person: person.name

"""Exporting marks: nbgrader's `nbgrader export` with the final mark, for any spreadsheet."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nbgrader.plugins import ExportPlugin

from trainkit.grading.academy import Academy, open_academy
from trainkit.grading.report import Row, book_row, rules_of
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
_FORMULA = tuple("=+-@\t\r\n")
_WORDS = {None: "", True: "yes", False: "no"}


class FinalMarkExport(ExportPlugin):  # type: ignore[misc]
    """Writes a CSV file with points, mark, cap and pass of every trainee and notebook."""

    def export(self, gradebook: Any) -> None:
        """Write the marks of an open gradebook to ``--to``; ``grades.csv`` when left out."""
        directory = getattr(self.parent, "coursedir", None)
        academy = open_academy(Path(directory.root if directory else Path.cwd()))
        rows = [
            _line(academy, gradebook, one.name, student)
            for one in gradebook.assignments
            if not self.assignment or one.name in map(str, self.assignment)
            for student in gradebook.students
            if not self.student or student.id in map(str, self.student)
        ]
        write_csv(Path(self.to or "grades.csv"), rows)


def _line(academy: Academy, book: Any, notebook: str, student: Any) -> dict[str, Any]:
    found = [one for one in student.submissions if one.assignment.name == notebook]
    row = Row(notebook, student.id, "missing")
    if found:
        row = book_row(academy, book, notebook, student.id, rules_of(academy, notebook))
    return {
        "notebook": notebook,
        "trainee": student.id,
        "last_name": student.last_name,
        "first_name": student.first_name,
        "email": student.email,
        "state": row.state,
        "raw": row.raw,
        "out_of": row.out_of,
        "percent": row.percent,
        "final": row.final,
        "red_lines": " ".join(row.red_lines),
        "capped": _WORDS[row.capped],
        "to_mark": row.manual_waiting,
        "passed": _WORDS[row.passed],
        "submitted_at": str(found[0].timestamp or "") if found else "",
        "statement": STATEMENT,
    }


def write_csv(path: Path, rows: list[dict[str, Any]]) -> None:
    """Write rows of `COLUMNS` in one step; no cell is ever a formula of a spreadsheet."""
    draft = path.with_name(f"{path.name}.part")
    with draft.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(_cells(row) for row in rows)
    draft.replace(path)


def _cells(row: Mapping[str, Any]) -> list[Any]:
    return [harmless(row[name]) for name in COLUMNS]


def harmless(value: Any) -> Any:
    """Return a value as a spreadsheet takes it for what it is; a text is never a formula.

    Examples:
        >>> harmless("=1+1"), harmless(-2.5), harmless(None)
        ("'=1+1", -2.5, '')
    """
    if value is None:
        return ""
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA):
        return f"'{value}"
    return value

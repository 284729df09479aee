"""The form that a marker fills in: a CSV file, a row for each criterion of each answer."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from trainkit.errors import TrainkitError, nearest, printable
from trainkit.grading.moderation.desk import Desk
from trainkit.grading.moderation.marks import Mark
from trainkit.grading.moderation.standing import WHOLE
from trainkit.grading.rubric import LEVELS

COLUMNS = ("id", "notebook", "task", "criterion", "level", "comment")
_NEEDED = ("id", "criterion", "level")
_LARGEST = 10_000_000


@dataclass(frozen=True)
class Line:
    """A row that came back.

    Attributes:
        number: Its line in the file.
        form: Id of the answer.
        notebook: Which notebook it says.
        criterion: What was looked at.
        level: What stands in the column of levels.
        comment: What the marker wrote.
    """

    number: int
    form: str
    notebook: str
    criterion: str
    level: str
    comment: str


def criteria_of(desk: Desk, task: str) -> list[str]:
    """Return what a marker gives levels to: the criteria of the scale, or the whole answer."""
    rubric = desk.rubrics.get(task)
    return [one.name for one in rubric.criteria] if rubric else [WHOLE]


def form_text(desk: Desk, marks: Iterable[Mark]) -> str:
    """Return the form of marks that are handed out; levels and comments are empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for mark in marks:
        for name in criteria_of(desk, mark.task):
            writer.writerow([mark.form, desk.notebook, mark.task, name, "", ""])
    return text.getvalue()


def read_form(path: Path) -> list[Line]:
    """Return the rows of a form that came back; what a spreadsheet does to a CSV file is allowed.

    Args:
        path: The file; comma, semicolon or tabulator between columns.

    Raises:
        TrainkitError: it cannot be read, or a column is missing.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise TrainkitError(f"{path} is no form of ours: it has over {_LARGEST:,} bytes.")
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise TrainkitError(
            f"{path} is not in UTF-8. Save it in your spreadsheet as 'CSV UTF-8'."
        ) from error
    except OSError as error:
        raise TrainkitError(f"The form {path} cannot be read: {error.strerror}.") from error
    return _lines(path, text)


def _lines(path: Path, text: str) -> list[Line]:
    head = text.partition("\n")[0]
    between = max(",;\t", key=head.count)
    reader = csv.DictReader(io.StringIO(text), delimiter=between)
    try:
        names = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
        _require_columns(path, names)
        return [_line(reader.line_num, row, names) for row in reader]
    except csv.Error as error:
        raise TrainkitError(
            f"{path}, line {reader.line_num}, is no row of CSV: {error}."
        ) from error


def _require_columns(path: Path, names: Mapping[str, str]) -> None:
    for name in _NEEDED:
        if name not in names:
            raise TrainkitError(
                f"{path} has no column '{name}'. A form has {', '.join(COLUMNS)}; fill in the "
                f"levels and comments and change nothing else.{nearest(name, names)}"
            )


def _line(number: int, row: Mapping[str, str | None], names: Mapping[str, str]) -> Line:
    given = {name: (row.get(names[name]) or "").strip() for name in COLUMNS if name in names}
    return Line(
        number,
        given["id"],
        given.get("notebook", ""),
        given["criterion"],
        given["level"],
        printable(given.get("comment", "")),
    )


def level_of(text: str) -> int | None:
    """Return the level that a cell holds; None where it is none.

    Examples:
        >>> level_of("3"), level_of("3,0"), level_of("7"), level_of("")
        (3, 3, None, None)
    """
    whole, _, rest = text.replace(",", ".").partition(".")
    if not whole.isascii() or not whole.isdigit() or rest.strip("0"):
        return None
    return int(whole) if len(whole) == 1 and int(whole) < LEVELS else None

"""Marks of first, second and third markers, in a table of ours: nbgrader holds one of them."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from sqlalchemy import delete, insert, select

from trainkit.errors import TrainkitError
from trainkit.grading.moderation.answers import Key
from trainkit.grading.tables import MARKS
from trainkit.lessons.trainee import trainee_id

Role = Literal["first", "second", "third"]
UNKNOWN = "unknown"
"""The first marker of what was marked in formgrader, until somebody says who it was."""


@dataclass(frozen=True)
class Mark:
    """What one marker gave to one answer, or was handed out to give.

    Attributes:
        notebook: Id of the notebook.
        trainee: Whose answer.
        task: Id of the task.
        marker: Who marks.
        role: first, second or third.
        answer: Hash of the text that is marked.
        form: Id on the form that was handed out; empty for a mark from formgrader.
        levels: Level of each criterion; empty where only points are known.
        points: Points of the task; None while the form is out.
        comment: What the marker wrote; a third marker's reason.
    """

    notebook: str
    trainee: str
    task: str
    marker: str
    role: Role
    answer: str
    form: str = ""
    levels: Mapping[str, int] = field(default_factory=dict)
    points: float | None = None
    comment: str = ""

    @property
    def key(self) -> Key:
        """Whose answer it is, and to which task."""
        return self.trainee, self.task


_COLUMNS = ("notebook", "trainee", "task", "marker")


def read_marks(book: Any, notebook: str | None = None, trainee: str | None = None) -> list[Mark]:
    """Return the marks in an open gradebook: of one notebook or all, of one trainee or all."""
    found = select(MARKS).order_by(*(MARKS.c[name] for name in _COLUMNS))
    for name, value in (("notebook", notebook), ("trainee", trainee)):
        found = found if value is None else found.where(MARKS.c[name] == value)
    return [_mark(row) for row in book.db.execute(found)]


def _mark(row: Any) -> Mark:
    own = {name: getattr(row, name) for name in _COLUMNS}
    return Mark(**own, **json.loads(row.content))


def marker_name(text: str) -> str:
    """Return a marker's name as it is kept and as a folder can have it.

    Raises:
        TrainkitError: it cannot be used.
    """
    try:
        return trainee_id(text)
    except TrainkitError as error:
        raise TrainkitError(f"A marker's name is written as a trainee's id. {error}") from error


def write_mark(book: Any, mark: Mark) -> None:
    """Put a mark into an open gradebook, over the marker's one before; the caller commits."""
    forget_mark(book, mark)
    content = {name: part for name, part in asdict(mark).items() if name not in _COLUMNS}
    row = {name: getattr(mark, name) for name in _COLUMNS}
    book.db.execute(insert(MARKS).values(**row, content=json.dumps(content, ensure_ascii=True)))


def forget_mark(book: Any, mark: Mark) -> None:
    """Take a mark out of an open gradebook; the caller commits."""
    same = [MARKS.c[name] == getattr(mark, name) for name in _COLUMNS]
    book.db.execute(delete(MARKS).where(*same))

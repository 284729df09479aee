"""Due dates in the gradebook: nbgrader keeps the moment in UTC, we keep the zone it was set in."""

from datetime import UTC
from typing import Any

from sqlalchemy import delete, insert, select

from trainkit.errors import TrainkitError
from trainkit.grading.exchange.dates import Due
from trainkit.grading.exchange.extending import follow, promised
from trainkit.grading.tables import ZONES


def due_of(book: Any, notebook: str) -> Due | None:
    """Return the due date of a notebook; None where it has none, or the gradebook knows it not.

    Args:
        book: nbgrader's open gradebook.
        notebook: Id of the notebook.
    """
    found = _assignment(book, notebook)
    at = found.duedate.replace(tzinfo=UTC) if found and found.duedate else None
    return Due(at, _zone(book, notebook)) if at else None


def due_for(book: Any, notebook: str, trainee: str) -> Due | None:
    """Return until when one trainee may hand in: the due date, or what was granted instead."""
    due = due_of(book, notebook)
    granted = promised(book, notebook, trainee).get(trainee)
    if due is None or granted is None:
        return due
    return Due(max(due.at, granted.until), due.zone)


def set_due(book: Any, notebook: str, due: Due) -> None:
    """Set the due date of a notebook; what was granted to a trainee stays. The caller commits.

    Raises:
        TrainkitError: the gradebook does not know the notebook.
    """
    found = _assignment(book, notebook)
    if found is None:
        raise TrainkitError(
            f"The gradebook does not know {notebook}, so it cannot be given a due date. Build it "
            f"first: `trainkit build {notebook}`."
        )
    found.duedate = due.at.astimezone(UTC).replace(tzinfo=None)
    book.db.execute(delete(ZONES).where(ZONES.c.notebook == notebook))
    book.db.execute(insert(ZONES).values(notebook=notebook, zone=due.zone))
    follow(book, notebook)


def _assignment(book: Any, notebook: str) -> Any:
    """Return nbgrader's assignment; None where it has none of that name."""
    from nbgrader.api import MissingEntry

    try:
        return book.find_assignment(notebook)
    except MissingEntry:
        return None


def _zone(book: Any, notebook: str) -> str:
    """Return the zone of a due date; UTC where it was set by nbgrader's own pages."""
    found = select(ZONES.c.zone).where(ZONES.c.notebook == notebook)
    return str(book.db.execute(found).scalar() or "UTC")

"""Who was last heard of long ago: the latest date among a trainee's submissions and journal."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from trainkit.grading.academy import Academy
from trainkit.grading.exporting.pseudonyms import same_id
from trainkit.grading.journal import entries
from trainkit.grading.nbgrader_use import gradebook


def last_heard(academy: Academy) -> dict[str, datetime]:
    """Return when each trainee was last heard of, in UTC; who has no date at all is left out."""
    found: dict[str, datetime] = {}
    with gradebook(academy) as book:
        for name, at in [*_noted(book), *_handed_in(book), *_files(academy)]:
            found[same_id(name)] = max(at, found.get(same_id(name), at))
    return found


def outdated(academy: Academy, older_than_days: int, now: datetime | None = None) -> list[str]:
    """Return the ids of those who were last heard of longer ago than some days, by id.

    Args:
        academy: The academy.
        older_than_days: The days.
        now: The moment from which they count; the present one when left out.
    """
    limit = (now or datetime.now(UTC)) - timedelta(days=older_than_days)
    return sorted(name for name, at in last_heard(academy).items() if at < limit)


def _noted(book: Any) -> Iterator[tuple[str, datetime]]:
    for entry in entries(book):
        if entry.trainee:
            yield entry.trainee, datetime.fromisoformat(entry.at)


def _handed_in(book: Any) -> Iterator[tuple[str, datetime]]:
    from nbgrader.api import SubmittedAssignment

    for sent in book.db.query(SubmittedAssignment):
        if sent.timestamp:
            yield sent.student_id, sent.timestamp.replace(tzinfo=UTC)


def _files(academy: Academy) -> Iterator[tuple[str, datetime]]:
    """Give the times of submitted files: nbgrader has no time of what came without a stamp."""
    for path in (academy.folder / "submitted").glob("*/*/*"):
        yield path.parts[-3], datetime.fromtimestamp(path.lstat().st_mtime, UTC)

"""Extensions: more time for one trainee, with who granted it and why.

The journal holds until when; nbgrader's own extension is made to follow it, since nbgrader can
only extend what was handed in already.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from trainkit.errors import TrainkitError, nearest
from trainkit.grading.exchange.dates import Due, in_zone
from trainkit.grading.journal import Noted, entries, note

_KIND = "extension_granted"


@dataclass(frozen=True)
class Extension:
    """More time for one trainee.

    Attributes:
        trainee: Id of the trainee.
        notebook: Id of the notebook.
        until: Until when, in UTC.
        zone: The zone in which that is shown.
        reason: Why.
        who: Who granted it.
        at: When it was granted, with its zone (ISO 8601).
    """

    trainee: str
    notebook: str
    until: datetime
    zone: str
    reason: str
    who: str
    at: str

    def __str__(self) -> str:
        return in_zone(self.until, self.zone)


def grant(
    book: Any,
    due: Due | None,
    trainee: str,
    notebook: str,
    until: Due | None,
    reason: str,
    who: str,
) -> Extension:
    """Give a trainee more time; the caller commits.

    Args:
        book: nbgrader's open gradebook.
        due: The due date of the notebook for everybody.
        trainee: Id of the trainee, as the gradebook has it.
        notebook: Id of the notebook.
        until: Until when, from now on; an earlier extension is replaced. None without a due date.
        reason: Why.
        who: Who grants it.

    Raises:
        TrainkitError: there is no due date, no such trainee, no reason, or no more time in it.
    """
    if due is None or until is None:
        raise TrainkitError(
            f"{notebook} has no due date, so nobody is late and nothing can be extended. Set one "
            f"with `trainkit release {notebook} --zip --due DATE`."
        )
    if until.at <= due.at:
        raise TrainkitError(f"{until} is no extension: {notebook} is due on {due}.")
    if not reason.strip():
        raise TrainkitError("An extension needs a reason: say it with --reason.")
    _require_known(book, trainee)
    content = {"until": until.at.isoformat(), "zone": until.zone, "reason": reason.strip()}
    granted = _extension(note(book, _KIND, who, trainee, notebook, content))
    follow(book, notebook)
    return granted


def _require_known(book: Any, trainee: str) -> None:
    known = [student.id for student in book.students]
    if trainee not in known:
        raise TrainkitError(
            f"The gradebook has no trainee '{trainee}'.{nearest(trainee, known)} Enrol trainees "
            "first, or grade what they handed in; then extend."
        )


def granted(book: Any, trainee: str | None = None) -> list[Extension]:
    """Return the extensions in the journal in their order: one trainee's, or all."""
    return [_extension(one) for one in entries(book, trainee) if one.kind == _KIND]


def promised(book: Any, notebook: str, trainee: str | None = None) -> dict[str, Extension]:
    """Return the extension of a notebook that counts, by trainee: the last one of each."""
    return {one.trainee: one for one in granted(book, trainee) if one.notebook == notebook}


def _extension(entry: Noted) -> Extension:
    content = entry.content
    until = datetime.fromisoformat(content["until"]).astimezone(UTC)
    zone, reason = str(content["zone"]), str(content["reason"])
    return Extension(entry.trainee, entry.notebook, until, zone, reason, entry.who, entry.at)


def follow(book: Any, notebook: str) -> None:
    """Make nbgrader's extensions those of the journal; the caller commits.

    Args:
        book: nbgrader's open gradebook.
        notebook: Id of the notebook; trainees without an extension keep what they have.
    """
    from nbgrader.api import MissingEntry

    for trainee, extension in promised(book, notebook).items():
        with suppress(MissingEntry):  # nothing was handed in yet
            submission = book.find_submission(notebook, trainee)
            more = extension.until.replace(tzinfo=None) - submission.assignment.duedate
            submission.extension = max(more, timedelta()) or None

"""The academy's journal: what was decided about a trainee, by whom and why; nothing is changed.

Entries are chained for each trainee by themselves, so that one person's can be deleted and the
others' still verify. The chain shows what was altered by hand; it has no key.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import insert, select

from trainkit.grading.tables import JOURNAL
from trainkit.kernel.chain import canonical, link
from trainkit.lessons.records import FIRST

KINDS = (
    "appealed",
    "appeal_decided",
    "person_deleted",
    "extension_granted",
    "key_rotated",
    "exported",
    "third_mark_decided",
    "enrolled",
    "submission_received",
)
"""What an entry can be about."""


@dataclass(frozen=True)
class Noted:
    """An entry of the journal.

    Attributes:
        trainee: Whom it concerns; empty for the whole academy.
        notebook: Which notebook; empty for all.
        kind: One of `KINDS`.
        who: Who decided it.
        at: Time with its zone (ISO 8601).
        content: What was decided, with the reason.
        hash: Its link of the trainee's chain.
    """

    trainee: str
    notebook: str
    kind: str
    who: str
    at: str
    content: Mapping[str, Any]
    hash: str


def note(
    book: Any,
    kind: str,
    who: str,
    trainee: str = "",
    notebook: str = "",
    content: Mapping[str, Any] | None = None,
    at: datetime | None = None,
) -> Noted:
    """Add an entry to the journal of an open gradebook; the caller commits.

    Args:
        book: nbgrader's open gradebook.
        kind: One of `KINDS`.
        who: Who decided it.
        trainee: Whom it concerns.
        notebook: Which notebook.
        content: What was decided, with the reason.
        at: Time with its zone; now when left out.
    """
    if kind not in KINDS:
        raise ValueError(f"no entry of the journal is called {kind!r}")
    before = entries(book, trainee)
    body = {
        "kind": kind,
        "who": who,
        "at": (at or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds"),
        "notebook": notebook,
        "content": dict(content or {}),
    }
    line = link(body, before[-1].hash if before else FIRST)
    row = {"trainee": trainee, "notebook": notebook, "content": canonical(line)}
    book.db.execute(insert(JOURNAL).values(**row))
    return _noted(trainee, line)


def entries(book: Any, trainee: str | None = None) -> list[Noted]:
    """Return entries of the journal in their order: one trainee's, or all.

    Args:
        book: nbgrader's open gradebook.
        trainee: Whose; empty for those of the whole academy, None for all.
    """
    found = select(JOURNAL).order_by(JOURNAL.c.number)
    chosen = found if trainee is None else found.where(JOURNAL.c.trainee == trainee)
    return [_noted(row.trainee, json.loads(row.content)) for row in book.db.execute(chosen)]


def entries_by_trainee(book: Any) -> dict[str, list[Noted]]:
    """Return all entries of the journal, each trainee's in their order."""
    found: dict[str, list[Noted]] = {}
    for entry in entries(book):
        found.setdefault(entry.trainee, []).append(entry)
    return found


def broken(book: Any) -> list[str]:
    """Return whose chain is not as it was written: ids of trainees, empty for the academy's own."""
    rows = book.db.execute(select(JOURNAL).order_by(JOURNAL.c.trainee, JOURNAL.c.number))
    return [
        trainee
        for trainee, own in groupby(rows, key=lambda row: str(row.trainee))
        if not _whole([json.loads(row.content) for row in own])
    ]


def _whole(lines: list[dict[str, Any]]) -> bool:
    previous = FIRST
    for line in lines:
        body = {name: part for name, part in line.items() if name not in {"previous", "hash"}}
        if link(body, previous) != line:
            return False
        previous = line["hash"]
    return True


def _noted(trainee: str, line: Mapping[str, Any]) -> Noted:
    return Noted(
        trainee,
        line["notebook"],
        line["kind"],
        line["who"],
        line["at"],
        line["content"],
        line["hash"],
    )

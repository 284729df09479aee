"""What came in of each trainee and what was noted then, kept for the report.

A note may name somebody else (whose receipt lay beside, whose folder it was in). So these rows are
no chain: when a person is deleted, what others' rows say of that person goes too.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert, select

from trainkit.errors import TrainkitError, printable
from trainkit.grading.tables import HAND_INS
from trainkit.kernel.chain import digest_of
from trainkit.lessons.trainee import trainee_id

_MOST_NOTES, _LONGEST = 30, 1_000
FORGOTTEN = "What was noted told of a person whose data were deleted."


@dataclass(frozen=True)
class HandIn:
    """A submission as it came in.

    Attributes:
        trainee: Id of the trainee; empty where it came under a name that is none.
        state: What became of it, as `trainkit.grading.importing.Imported` has it.
        notes: What was noted, on one line each, with nothing that steers a terminal.
        source: Where it came from.
        digest: Hash of the submission; empty when it was refused.
        at: When it came (ISO 8601, UTC); empty until it is recorded.
        given: The name under which it came, where that is no id.
    """

    trainee: str
    state: str
    notes: tuple[str, ...] = ()
    source: str = ""
    digest: str = ""
    at: str = ""
    given: str = ""

    def key(self, notebook: str) -> str:
        """Return what the same submission has again: its hash, or why it was refused."""
        what = self.digest or [self.source, *self.notes]
        return digest_of([notebook, self.trainee, self.given, what])


def hand_in(name: str, state: str, notes: Sequence[str], source: str, digest: str = "") -> HandIn:
    """Return a submission as it is recorded.

    Args:
        name: Id of the trainee, or the name under which it came.
        state: What became of it.
        notes: What was noted.
        source: Where it came from.
        digest: Hash of the submission; empty when it was refused.
    """
    told = tuple(_plain(one) for one in notes[:_MOST_NOTES])
    try:
        return HandIn(trainee_id(name), state, told, _plain(source), digest)
    except TrainkitError:
        return HandIn("", state, told, _plain(source), digest, given=_plain(name))


def _plain(text: str) -> str:
    return printable(text[:_LONGEST])


def record_hand_ins(book: Any, notebook: str, found: Sequence[HandIn]) -> None:
    """Record what came in and commit; what is recorded already is left as it was.

    Args:
        book: nbgrader's open gradebook.
        notebook: Id of the notebook.
        found: What came in, in its order.
    """
    from sqlalchemy.exc import IntegrityError

    try:
        _insert(book, notebook, found)
    except IntegrityError:  # another process recorded the same meanwhile
        book.db.rollback()
        _insert(book, notebook, found)


def _insert(book: Any, notebook: str, found: Sequence[HandIn]) -> None:
    now = datetime.now(UTC)
    known = set(book.db.scalars(select(HAND_INS.c.key).where(HAND_INS.c.notebook == notebook)))
    new = {key: one for one in found if (key := one.key(notebook)) not in known}
    rows = [
        _row(notebook, now + timedelta(microseconds=place), key, one)
        for place, (key, one) in enumerate(new.items())
    ]
    if rows:
        book.db.execute(insert(HAND_INS), rows)
        book.db.commit()


def _row(notebook: str, at: datetime, key: str, one: HandIn) -> dict[str, str]:
    content = {
        "state": one.state,
        "notes": list(one.notes),
        "source": one.source,
        "sha256": one.digest,
        "given": one.given,
    }
    return {
        "key": key,
        "notebook": notebook,
        "trainee": one.trainee,
        "at": at.isoformat(timespec="microseconds"),
        "content": json.dumps(content),
    }


def hand_ins(book: Any, notebook: str) -> list[HandIn]:
    """Return what came in of a notebook, by time.

    Args:
        book: nbgrader's open gradebook.
        notebook: Id of the notebook.
    """
    found = select(HAND_INS).where(HAND_INS.c.notebook == notebook).order_by(HAND_INS.c.at)
    return [_read(row.trainee, row.at, json.loads(row.content)) for row in book.db.execute(found)]


def _read(trainee: str, at: str, content: dict[str, Any]) -> HandIn:
    plain = HandIn(trainee, content["state"], tuple(content["notes"]), at=at)
    return replace(
        plain, source=content["source"], digest=content["sha256"], given=content["given"]
    )


def without_words(content: str) -> str:
    """Return the content of a row without its words: what became of the submission stays."""
    bare = {"notes": [FORGOTTEN], "source": "", "given": ""}
    return json.dumps({**json.loads(content), **bare})

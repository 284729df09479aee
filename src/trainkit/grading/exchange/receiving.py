"""The academy's desk: a submission is put in its place, noted in the journal and confirmed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainkit.grading.academy import Academy
from trainkit.grading.course import Rules
from trainkit.grading.exchange.arrival import KIND, Arrival, arrival, earlier
from trainkit.grading.exchange.deadline import due_for
from trainkit.grading.exchange.folders import academy_folders
from trainkit.grading.exchange.keypair import academy_key
from trainkit.grading.exchange.resubmission import why_it_stays
from trainkit.grading.exchange.signing import signed
from trainkit.grading.exchange.zipping import write_file
from trainkit.grading.journal import note
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.placing import Placed, place
from trainkit.grading.report import rules_of
from trainkit.grading.taking import Taken
from trainkit.grading.who import who_acts


@dataclass(frozen=True)
class Desk:
    """Where submissions of one notebook are received.

    Attributes:
        academy: The academy.
        notebook: Id of the notebook.
        book: nbgrader's open gradebook.
        rules: Rules of the course.
    """

    academy: Academy
    notebook: str
    book: Any
    rules: Rules


@contextmanager
def opened_desk(academy: Academy, notebook: str) -> Iterator[Desk]:
    """Give the desk at which submissions of a notebook are received."""
    with gradebook(academy) as book:
        yield Desk(academy, notebook, book, rules_of(academy, notebook))


def receive(desk: Desk, owner: str, taken: Taken, source: str) -> tuple[Placed, list[str]]:
    """Receive a submission: place it, note it in the journal, write the academy's receipt.

    Args:
        desk: Where it is received.
        owner: Id of the trainee.
        taken: Its bytes.
        source: Where it came from.

    Returns:
        What was done, and what an instructor should know of it.

    Raises:
        TrainkitError: it cannot be written.
    """
    before = earlier(desk.book, owner)
    due = due_for(desk.book, desk.notebook, owner)
    new = arrival(taken, before, due, desk.rules)
    own = {one["sha256"]: one for one in before if one["notebook"] == desk.notebook}

    def stays(digest: str) -> str:
        return why_it_stays(desk.rules, due, own.get(digest), new)

    about = (desk.academy, desk.notebook, owner, taken, source, new.handed_in, stays)
    state, notes = place(*about)
    if state == "unchanged":
        return state, notes
    _note(desk, owner, taken, new, state)
    _confirm(desk, owner, taken, new)
    return state, [*new.notes, *notes]


def _note(desk: Desk, owner: str, taken: Taken, new: Arrival, state: str) -> None:
    content = {
        "sha256": taken.digest,
        "state": state,
        "received": new.received.isoformat(timespec="seconds"),
        "handed_in": new.handed_in.isoformat(timespec="seconds"),
        "by": new.by,
        "signer": new.signer,
    }
    note(desk.book, KIND, who_acts(None), owner, desk.notebook, content, new.received)
    desk.book.db.commit()


def _confirm(desk: Desk, owner: str, taken: Taken, new: Arrival) -> None:
    """Write the academy's receipt, over the one of an earlier submission."""
    content = {
        "notebook": desk.notebook,
        "trainee": owner,
        "sha256": taken.digest,
        "received": new.received.astimezone().isoformat(timespec="seconds"),
        "handed_in": new.handed_in.isoformat(timespec="seconds"),
        "by": new.by,
    }
    document = signed("receipt", content, academy_key(desk.academy))
    write_file(receipt_path(desk.academy, desk.notebook, owner), document, again=True)


def receipt_path(academy: Academy, notebook: str, trainee: str) -> Path:
    """Return where the academy's receipt for a trainee lies, to be sent back."""
    return academy_folders(academy).receipts / notebook / f"{trainee}.json"

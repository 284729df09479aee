"""Pages of feedback: written where anything that they show has changed, and left where nothing has.

The last line of a page is a hash of what it shows. nbgrader writes the page; one that its own
button wrote has no such line, and is written again.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import select

from trainkit.errors import TrainkitError, shown
from trainkit.grading.academy import Academy
from trainkit.grading.booked import booked
from trainkit.grading.moderation.comments import bank
from trainkit.grading.nbgrader_use import gradebook, nbgrader_api, reason
from trainkit.grading.report import Row, rules_of
from trainkit.grading.tables import MARKS
from trainkit.kernel.chain import digest_of
from trainkit.lessons.version import version

Bar = Callable[[Sequence[str], str], Iterable[str]]
"""Shows how far a list of names is worked through, under a title."""


def page(academy: Academy, notebook: str, owner: str) -> Path:
    """Return the page of feedback of one submission."""
    return academy.of("feedback", owner, notebook) / f"{notebook}.html"


def write_pages(
    academy: Academy, notebook: str, rows: Mapping[str, Row], bar: Bar
) -> dict[str, str]:
    """Write pages of feedback, and return why those failed that did, by owner.

    Args:
        academy: The academy.
        notebook: Id of the notebook.
        rows: Rows of the submissions that were graded, by owner.
        bar: Shows how far it is.
    """
    showing = _showing(academy, notebook, rows)
    due = [one for one in rows if not _is_fresh(page(academy, notebook, one), showing[one])]
    failed: dict[str, str] = {}
    if not due:
        return failed
    with nbgrader_api(academy) as api:
        for owner in bar(due, f"Feedback on {notebook}"):
            why = _tried(partial(api.generate_feedback, notebook, owner))
            if why:
                failed[owner] = why
            else:
                _sign(page(academy, notebook, owner), showing[owner])
    return failed


def _showing(academy: Academy, notebook: str, rows: Mapping[str, Row]) -> dict[str, str]:
    """Return a hash of all that each page shows."""
    with gradebook(academy) as book:
        marks = booked(book, notebook)
        chosen = select(MARKS.c.trainee, MARKS.c.content).where(MARKS.c.notebook == notebook)
        levels: dict[str, list[str]] = {}
        for row in book.db.execute(chosen.order_by(MARKS.c.task, MARKS.c.marker)):
            levels.setdefault(row.trainee, []).append(row.content)
    common = [version(), repr(rules_of(academy, notebook)), repr(bank(academy))]
    return {
        owner: digest_of(
            [
                *common,
                _file(academy.of("autograded", owner, notebook) / f"{notebook}.ipynb"),
                repr(row),
                repr(marks.get(owner)),
                levels.get(owner, []),
            ]
        )
        for owner, row in rows.items()
    }


def _file(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _is_fresh(path: Path, showing: str) -> bool:
    line = _line(showing)
    try:
        with path.open("rb") as file:
            file.seek(-len(line), 2)
            return file.read() == line
    except OSError:
        return False


def _sign(path: Path, showing: str) -> None:
    with path.open("ab") as file:
        file.write(_line(showing))


def _line(showing: str) -> bytes:
    return f"\n<!-- {showing} -->\n".encode()


def _tried(step: Callable[[], Any]) -> str:
    """Take one step for one submission; return why it failed, or nothing."""
    try:
        result = step()
    except TrainkitError as error:
        return str(error)
    except Exception as error:  # whatever a submission holds, the others go on
        return f"Its feedback could not be written: {shown(error, 300)}."
    if "KeyboardInterrupt" in str(result.get("error", "")):  # nbgrader keeps it to itself
        raise KeyboardInterrupt("Stopped, as you asked with Ctrl-C. What was graded is kept.")
    return "" if result["success"] else f"nbgrader could not write its feedback: {reason(result)}"

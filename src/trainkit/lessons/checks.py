"""What a check and a hint say; both are logged, neither tells the answer."""

import os
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.lessons.answers import append
from trainkit.lessons.field import problems
from trainkit.lessons.plain import checked
from trainkit.lessons.session import Session
from trainkit.lessons.task import Task

LEVELS = ("where to look", "which principle", "a like case, solved")
_RUN_BY = "NBGRADER_EXECUTION"
"""The variable in which nbgrader says what it runs cells for."""


def check_text(session: Session, task: Task, value: Any) -> str:
    """Log a check of an answer, and return what it says: form and known slips, never the answer."""
    found = problems(task.fields, value)
    slips = [] if found else session.slips(task, value)
    done = session.answers.committed(task.id) is not None
    append(session.path, task.id, "checked", {"in form": not found, "slips": len(slips)})
    return checked(task, found, slips, done)


def hint_text(session: Session, task: Task, level: int | None = None) -> str:
    """Log a hint, and return it.

    Args:
        session: Who asks.
        task: For which task.
        level: 1 to 3; None for the one after the last that was taken.

    Raises:
        TrainkitError: the task has no hint of that level.
    """
    if not task.hints:
        raise TrainkitError(f"{task.title} has no hints.")
    taken = len({str(record.value) for record in session.answers.of(task.id, "hint")})
    wanted = min(taken + 1, len(task.hints)) if level is None else level
    if wanted not in range(1, len(task.hints) + 1):
        raise TrainkitError(f"{task.title} has hints 1 to {len(task.hints)}, not {wanted}.")
    append(session.path, task.id, "hint", {"level": wanted})
    return f"Hint {wanted}, {LEVELS[wanted - 1]}: {task.hints[wanted - 1]}"


def is_validating() -> bool:
    """Return whether nbgrader's Validate runs the cell."""
    return os.environ.get(_RUN_BY) == "validate"


def refuse_plain_nbgrader() -> None:
    """Refuse a cell that is graded without the academy's configuration.

    Raises:
        TrainkitError: it is.
    """
    if os.environ.get(_RUN_BY) == "autograde":
        raise TrainkitError(
            "No mark is given here: this cell is graded from the saved answers by the academy's "
            "own nbgrader_config.py (`trainkit academy init`), and plain nbgrader ran without it."
        )

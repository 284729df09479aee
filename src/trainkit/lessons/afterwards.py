"""The after-action lines and the exit poll: kept in the decision log, not graded."""

from collections.abc import Sequence
from contextlib import redirect_stdout
from html import escape
from io import StringIO
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.lessons.desk import DESK
from trainkit.lessons.notebook import reflect
from trainkit.views import front

_LINES = (
    ("planned", "What I planned"),
    ("happened", "What happened"),
    ("why", "Why it happened"),
    ("next", "What I keep, and what I change"),
)
_STATEMENTS = (
    ("clear", "The tasks were clear (1 to 5)"),
    ("use", "I can use it on duty (1 to 5)"),
    ("time", "The time was enough (1 to 5)"),
    ("language", "The language was plain (1 to 5)"),
)


def review() -> None:
    """Show the four lines of the after-action review."""
    _ask(_LINES)


def poll() -> None:
    """Show the exit poll."""
    _ask(_STATEMENTS)


def _ask(asked: Sequence[tuple[str, str]]) -> None:
    words = "\n".join(
        [
            *(f"{label}: {name}" for name, label in asked),
            "Type each in a new cell, with its word first:",
            f'  reflect("{_kept_with()}", "{asked[0][0]}: ...")',
        ]
    )
    if front.has_widgets():
        front.show(_form(asked), words)
    else:
        print(words)


def _form(asked: Sequence[tuple[str, str]]) -> Any:
    from ipywidgets import HTML, Button, Text, VBox

    style, layout = {"description_width": "initial"}, {"width": "auto", "max_width": "46em"}
    entries = {name: Text(description=label, style=style, layout=layout) for name, label in asked}
    button, said = Button(description="Keep these lines"), HTML()

    def keep(_: Any) -> None:
        lines = [f"{name}: {one.value.strip()}" for name, one in entries.items() if one.value]
        said.value = f'<div role="status" aria-live="polite">{escape(_kept(lines))}</div>'

    button.on_click(keep)
    return VBox([*entries.values(), button, said])


def _kept(lines: Sequence[str]) -> str:
    """Keep lines in the decision log, and say how it went."""
    if not lines:
        return "Nothing is written yet."
    try:
        with redirect_stdout(StringIO()):
            for line in lines:
                reflect(_kept_with(), line)
    except TrainkitError as error:
        return str(error)
    return f"Kept in your decision log: {len(lines)}."


def _kept_with() -> str:
    """Return the id of the written task, beside which a marker reads these lines."""
    if DESK.session is None:
        return "id of the written task"
    return next((task.id for task in DESK.session.lesson.tasks if task.manual), "")

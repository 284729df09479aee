"""Parts of a page that hold the trainee's own case: shown at once, after Start, or after a commit.

A lesson gives words and, where there are widgets, what is shown in their place.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from trainkit.lessons.desk import DESK
from trainkit.lessons.task import Situation
from trainkit.views import front

_AFTER_START = "Press Start at the top: this part of your case appears here."
_AFTER_COMMIT = "This part appears here after you commit: {}."


@dataclass(frozen=True)
class Part:
    """A part of a page.

    Attributes:
        words: All that it says, for a front end without widgets and for readers of screens.
        widgets: Makes what is shown instead; the words themselves when left out.
    """

    words: str
    widgets: Callable[[], Sequence[Any]] | None = None

    def shown(self) -> tuple[Any, ...]:
        """Return the widgets of this part."""
        return tuple(self.widgets()) if self.widgets else (in_words(self.words),)


def in_words(text: str) -> Any:
    """Return paragraphs of text as a widget."""
    from ipywidgets import HTML

    return HTML("".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n")))


def table(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Part:
    """Return a table as a part of a page.

    Args:
        caption: What it shows, with units.
        head: Names of the columns.
        rows: Cells, row by row.
    """
    lines = [caption, *(" | ".join(row) for row in [head, *rows])]

    def widgets() -> list[Any]:
        from ipywidgets import HTML

        return [HTML(_html(caption, head, rows))]

    return Part("\n".join(lines), widgets)


def _html(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    style = "text-align:left; padding:2px 10px; vertical-align:top; white-space:normal"

    def line(tag: str, cells: Sequence[str]) -> str:
        each = "".join(f'<{tag} style="{style}">{escape(cell)}</{tag}>' for cell in cells)
        return f"<tr>{each}</tr>"

    said = f'<caption style="text-align:left"><b>{escape(caption)}</b></caption>'
    body = "".join(line("td", row) for row in rows)
    return f"<table>{said}<thead>{line('th', head)}</thead><tbody>{body}</tbody></table>"


def show(part: Part) -> None:
    """Show a part of the page whose time has come."""
    if not front.has_widgets():
        print(part.words)
        return
    from ipywidgets import VBox

    front.show(VBox(part.shown()), part.words)


def place(make: Callable[[Situation], Part], after: str = "") -> None:
    """Show a part of the page here, as soon as its time has come.

    Args:
        make: Makes the part from the trainee's own case.
        after: Id of the task that must be committed before; empty for none.
    """
    if not front.has_widgets():
        print(make(_situation()).words if _is_time(after) else _waiting(after))
        return
    from ipywidgets import VBox

    spot = VBox([in_words(_waiting(after))])

    def fill() -> None:
        if _is_time(after):
            spot.children = make(_situation()).shown()

    fill()
    DESK.starting.append(fill)
    if after:
        DESK.committing.setdefault(after, []).append(fill)
    front.show(spot, make(_situation()).words if _is_time(after) else _waiting(after))


def _situation() -> Situation:
    from trainkit.lessons.notebook import situation

    return situation()


def _is_time(after: str) -> bool:
    session = DESK.session
    if session is None:
        return False
    return not after or session.answers.committed(session.lesson.task(after).id) is not None


def _waiting(after: str) -> str:
    if DESK.session is None or not after:
        return _AFTER_START
    return _AFTER_COMMIT.format(DESK.session.lesson.task(after).title)

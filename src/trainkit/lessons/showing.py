"""How cells show things: widgets where the front end has them, words everywhere.

Every widget travels with a plain text, so that a front end without widgets shows that instead.
"""

from collections.abc import Callable
from html import escape
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.lessons.pieces import button, line, row, status
from trainkit.lessons.plain import how_to_type
from trainkit.lessons.session import Session
from trainkit.lessons.task import Lesson, Reveal
from trainkit.views import front

_BEFORE_START = "Press Start at the top: the controls of this decision appear here."
_OPEN = "This decision is open. Decide with the form above; its buttons check and commit it."
_DONE = "This decision is committed and counts."
_BEFORE_COMMIT = "What your decision did is shown here after you commit it."


def start_form(lesson: Lesson, begin: Callable[[str], str]) -> None:
    """Show the field for the trainee's id and the Start button."""
    words = (
        f"{lesson.id} {lesson.title}. Say who you are in a new cell, with the id that your "
        f'academy gave you: start("{lesson.id}", trainee="...")'
    )
    if not front.has_widgets():
        print(words)
        return
    from ipywidgets import HTML, VBox

    entry, said = line("Your trainee id", "as your academy gave it"), HTML()

    def pressed() -> None:
        try:
            said.value = status(begin(entry.value))
        except TrainkitError as error:
            said.value = status(str(error))

    press = button("Start", pressed, "Your own variant of the case appears below", "primary")
    front.show(VBox([row(entry, press), said]), words)


def decision(
    task_id: str,
    session: Callable[[], Session | None],
    starting: list[Callable[[], None]],
    committed: Callable[[str], None],
) -> None:
    """Show the form of a task, now or as soon as somebody has started."""
    now = session()
    words = how_to_type(now.lesson.task(task_id)) if now else _BEFORE_START
    if not front.has_widgets():
        print(words)
        return
    from ipywidgets import HTML, VBox

    place = VBox([HTML(status(_BEFORE_START))])

    def show() -> None:
        place.children = (_form(session(), task_id, committed),)

    if now:
        show()
    else:
        starting.append(show)
    front.show(place, words)


def _form(session: Session | None, task_id: str, committed: Callable[[str], None]) -> Any:
    from trainkit.lessons.forms import Form

    if session is None:
        raise TrainkitError(_BEFORE_START)
    return Form(session, session.lesson.task(task_id), lambda: committed(task_id)).widget


def standing(committing: list[Callable[[], None]]) -> None:
    """Say below a form that its task is open, until it is committed.

    `trainkit lab` shows this in place of the error by which nbgrader's Validate knows an open task.
    """
    if not front.has_widgets():
        return
    from ipywidgets import HTML

    said = HTML(status(_OPEN))
    said.add_class("trainkit-standing")
    committing.append(lambda: setattr(said, "value", status(_DONE)))
    front.show(said, _OPEN)


def revealed(found: Callable[[], Reveal | None], committing: list[Callable[[], None]]) -> None:
    """Show what a committed decision did, now or as soon as it is committed."""
    now = found()
    words = now.text if now else _BEFORE_COMMIT
    if not front.has_widgets():
        print(words)
        return
    from ipywidgets import VBox

    place = VBox(_reveal_parts(now))
    committing.append(lambda: setattr(place, "children", tuple(_reveal_parts(found()))))
    front.show(place, words)


def _reveal_parts(found: Reveal | None) -> list[Any]:
    from ipywidgets import HTML

    if found is None:
        return [HTML(status(_BEFORE_COMMIT))]
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in found.text.split("\n\n"))
    return [HTML(paragraphs), *_pictures(found)]


def _pictures(found: Reveal) -> list[Any]:
    """Return the picture of a reveal's outcomes; the words stand without it."""
    from trainkit.views.outcomes import outcomes

    return [outcomes(found.samples, found.label)] if found.samples else []

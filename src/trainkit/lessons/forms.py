"""The form of a decision: its controls, what is set now in words, and its buttons."""

from collections.abc import Callable
from html import escape
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.lessons.checks import check_text, hint_text
from trainkit.lessons.controls import Control, control
from trainkit.lessons.plain import set_now
from trainkit.lessons.session import Session
from trainkit.lessons.task import Task

_HINTS = ("Hint 1: where to look", "Hint 2: which principle", "Hint 3: a like case, solved")


class Form:
    """A form of one task; what it shows is rebuilt from the answers file when it is made.

    Attributes:
        widget: What is shown.
    """

    def __init__(self, session: Session, task: Task, committed: Callable[[], None]) -> None:
        """Make the form.

        Args:
            session: Whose answer it sets.
            task: What it asks.
            committed: Called after a commit.
        """
        from ipywidgets import HTML, HBox, Layout, VBox

        self._session, self._task, self._committed = session, task, committed
        self._controls: list[Control] = [control(field) for field in task.fields]
        self._state, self._message = HTML(), HTML()
        wrap = Layout(flex_flow="row wrap")
        rows = [HBox(self._actions(), layout=wrap), HBox(self._hints(), layout=wrap)]
        shown = [one.widget for one in self._controls]
        self.widget = VBox([*shown, self._state, *rows, self._message])
        self.widget.add_class("trainkit-decision")
        self._restore()
        for one in self._controls:
            one.observe(self._tell)

    def _restore(self) -> None:
        """Show the answer that was saved last again."""
        saved = self._session.answers.latest(self._task.id)
        if saved and isinstance(saved.value, dict):
            for one in self._controls:
                one.write(saved.value.get(one.field.name))
        self._tell()
        if saved:
            self._say(f"Your answer of {saved.at.replace('T', ' ')} is shown. {self._standing()}")

    def _actions(self) -> list[Any]:
        return [
            self._button(
                "Save", self._save, "Keep this answer; you can change it until you commit"
            ),
            self._button(
                "Check", self._check, "Look at the form of the answer, not at the decision"
            ),
            self._button("Commit", self._commit, "Decide: the first committed answer counts"),
        ]

    def _hints(self) -> list[Any]:
        return [
            self._button(
                _HINTS[level], self._hint(level + 1), "Taking a hint is logged, at no cost"
            )
            for level in range(min(len(self._task.hints), len(_HINTS)))
        ]

    @property
    def value(self) -> dict[str, Any]:
        """What is set now: only the fields that are set."""
        found = {one.field.name: one.read() for one in self._controls}
        return {name: value for name, value in found.items() if value is not None}

    def _tell(self) -> None:
        self._state.value = f"<p>{escape(set_now(self._task, self.value))}</p>"

    def _say(self, text: str) -> None:
        lines = escape(text).replace("\n", "<br>")
        self._message.value = f'<div role="status" aria-live="polite">{lines}</div>'

    def _standing(self) -> str:
        done = self._session.answers.committed(self._task.id)
        if done is None:
            return "It is not committed yet."
        same = done.value == self.value
        return "It is committed and counts." if same else "Your first committed answer counts."

    def _save(self) -> str:
        left = self._session.save(self._task.id, self.value)
        return " ".join(["Saved.", *left, self._standing()])

    def _check(self) -> str:
        return check_text(self._session, self._task, self.value)

    def _commit(self) -> str:
        saved = self._session.answers.latest(self._task.id)
        if saved is None or saved.value != self.value:
            self._session.save(self._task.id, self.value)
        done = self._session.commit(self._task.id)
        self._committed()
        return f"Committed: {set_now(self._task, done.value)} {self._standing()}"

    def _hint(self, level: int) -> Callable[[], str]:
        return lambda: hint_text(self._session, self._task, level)

    def _button(self, label: str, action: Callable[[], str], meaning: str) -> Any:
        from ipywidgets import Button, Layout

        button = Button(description=label, tooltip=meaning, layout=Layout(width="auto"))
        button.on_click(lambda _: self._do(action))
        return button

    def _do(self, action: Callable[[], str]) -> None:
        """Do what a button does, and say in words how it went."""
        try:
            self._say(action())
        except TrainkitError as error:
            self._say(str(error))

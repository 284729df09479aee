"""The form of a decision: its controls, what is set now in words, and its buttons."""

from collections.abc import Callable
from html import escape
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.lessons.answers import append
from trainkit.lessons.checks import check_text, hint_text
from trainkit.lessons.controls import Control, control
from trainkit.lessons.field import problems
from trainkit.lessons.pieces import button, line, row, status
from trainkit.lessons.plain import set_now
from trainkit.lessons.session import Session
from trainkit.lessons.task import Task

_HINTS = ("Hint 1: where to look", "Hint 2: which principle", "Hint 3: a like case, solved")
_FRAME = {"border_left": "3px solid #0072b2", "padding": "4px 0 4px 14px", "margin": "4px 0 12px"}


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
        from ipywidgets import HTML, VBox

        self._session, self._task, self._committed = session, task, committed
        self._controls: list[Control] = [control(field) for field in task.fields]
        self._reason = line("Your reason, in a few words", "kept in your decision log")
        self._state, self._message = HTML(), HTML()
        self._sure, self._own = VBox([]), VBox([])
        self._commit_button = button(
            "Commit ...", self._doing(self._ask), "You are asked once more"
        )
        shown = [one.widget for one in self._controls]
        asks = [self._message, self._sure, self._own, row(*self._hints())]
        parts = [*shown, self._reason, self._state, row(*self._actions()), *asks]
        self.widget = VBox(parts, layout=_FRAME)
        self.widget.add_class("trainkit-decision")
        self._restore()
        for one in self._controls:
            one.observe(self._tell)

    def _restore(self) -> None:
        """Show again what was answered here before."""
        saved = self._session.answers.latest(self._task.id)
        if saved and isinstance(saved.value, dict):
            for one in self._controls:
                one.write(saved.value.get(one.field.name))
            self._reason.value = saved.reason
        self._tell()
        if self._session.answers.committed(self._task.id):
            self._close()
        if saved:
            self._say(f"Your answer of {saved.at.replace('T', ' ')} is shown. {self._standing()}")

    def _actions(self) -> list[Any]:
        return [
            button(
                "Save",
                self._doing(self._save),
                "Keep this answer; you can change it until you commit",
            ),
            button(
                "Check",
                self._doing(self._check),
                "Look at the form of the answer, not at the decision",
            ),
            self._commit_button,
        ]

    def _hints(self) -> list[Any]:
        return [
            button(_HINTS[level], self._doing(self._hint(level + 1)), "Taking a hint is logged")
            for level in range(min(len(self._task.hints), len(_HINTS)))
        ]

    @property
    def value(self) -> dict[str, Any]:
        """What is set now: only the fields that are set."""
        found = {one.field.name: one.read() for one in self._controls}
        return {name: value for name, value in found.items() if value is not None}

    def _tell(self) -> None:
        """Say what is set now; a question that is open was about another answer."""
        self._sure.children = ()
        saved = self._session.answers.latest(self._task.id)
        kept = "" if saved and saved.value == self.value else " Not saved yet."
        self._state.value = f"<p>{escape(set_now(self._task, self.value) + kept)}</p>"

    def _say(self, text: str) -> None:
        self._message.value = status(text)

    def _standing(self) -> str:
        done = self._session.answers.committed(self._task.id)
        if done is None:
            return "It is not committed yet."
        same = done.value == self.value
        which = "It is committed and" if same else "Your first committed answer"
        return f"{which} {self._session.worth}."

    def _save(self) -> str:
        left = self._session.save(self._task.id, self.value, self._reason.value.strip())
        self._tell()
        return " ".join(["Saved.", *left, self._standing()])

    def _check(self) -> str:
        return check_text(self._session, self._task, self.value)

    def _ask(self) -> str:
        """Ask once more before an answer counts, or say what is still to do."""
        wrong = problems(self._task.fields, self.value)
        if wrong:
            return " ".join(["This cannot be committed yet.", *wrong])
        does = self._doing(self._commit)
        yes = button("Yes, commit this answer", does, "It cannot be changed after that", "primary")
        no = button("Not yet", self._doing(self._not_yet), "Nothing is committed")
        self._sure.children = (row(yes, no),)
        return (
            f"The first committed answer {self._session.worth}, and cannot be changed. "
            f"{set_now(self._task, self.value)} Do you commit this?"
        )

    def _not_yet(self) -> str:
        self._sure.children = ()
        return "Nothing is committed; you can go on changing your answer."

    def _commit(self) -> str:
        self._sure.children = ()
        saved = self._session.answers.latest(self._task.id)
        if saved is None or saved.value != self.value:
            self._save()
        done = self._session.commit(self._task.id)
        self._close()
        told = set_now(self._task, done.value).removeprefix("Set now: ")
        words = f"Committed: {told} {self._standing()}"
        self._say(words)  # what it did can take seconds to play
        self._committed()
        return words

    def _close(self) -> None:
        """Take no second commit, and offer a line for the log."""
        self._commit_button.disabled, self._commit_button.description = True, "Committed"
        own = line("Your own line for the log", "what you keep, what you change", flex="1 1 24em")
        keep = button("Keep", self._doing(lambda: self._keep(own)), "Keep it in the decision log")
        self._own.children = (row(own, keep),)

    def _keep(self, own: Any) -> str:
        if not own.value.strip():
            return "Write your line first: what you would do again, or otherwise."
        append(self._session.path, self._task.id, "reflected", None, own.value.strip())
        own.value = ""
        return "Your line is kept in your decision log."

    def _hint(self, level: int) -> Callable[[], str]:
        return lambda: hint_text(self._session, self._task, level)

    def _doing(self, action: Callable[[], str]) -> Callable[[], None]:
        """Return what a button does: the action, and its outcome in words."""

        def do() -> None:
            try:
                self._say(action())
            except TrainkitError as error:
                self._say(str(error))

        return do

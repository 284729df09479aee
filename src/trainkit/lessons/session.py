"""One trainee in one notebook: the lesson, the variant, and what was answered."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError, shown
from trainkit.lessons.answers import append
from trainkit.lessons.field import problems
from trainkit.lessons.practice import require_same_try, started
from trainkit.lessons.reading import read
from trainkit.lessons.records import FILE, Answers, Record
from trainkit.lessons.seeds import visible_luck
from trainkit.lessons.task import Answer, Lesson, Reveal, Situation, Task
from trainkit.lessons.trainee import trainee_id


class NotAnsweredError(TrainkitError):
    """No answer is given yet; nbgrader's Validate shows it as a task that is still open."""


@dataclass(frozen=True)
class Session:
    """A trainee's work on one notebook.

    Attributes:
        lesson: What is taught.
        trainee: Id of the trainee.
        folder: Where the notebook and its answers lie.
        practice: Number of the practice try; 0 for the work that is graded.
    """

    lesson: Lesson
    trainee: str
    folder: Path
    practice: int = 0

    @cached_property
    def situation(self) -> Situation:
        """The trainee's own variant."""
        luck = visible_luck(self.lesson.course, self.trainee, self.lesson.id, self.practice)
        return self.lesson.situation(luck)

    @property
    def worth(self) -> str:
        """What a committed answer does, as the end of a sentence."""
        return "is practice, which counts for nothing" if self.practice else "counts"

    @property
    def path(self) -> Path:
        """The answers file."""
        return self.folder / FILE

    @property
    def answers(self) -> Answers:
        """What the answers file holds now."""
        return read(self.path)

    def latest(self, task_id: str) -> Record:
        """Return the answer of a task that was saved last.

        Raises:
            NotAnsweredError: there is none.
        """
        task = self.lesson.task(task_id)
        found = self.answers.latest(task_id)
        if found is None:
            raise NotAnsweredError(f"{task.title}: no answer saved yet.")
        return found

    def save(self, task_id: str, value: Any, reason: str = "") -> list[str]:
        """Save an answer as it stands, and return what is wrong with its form, in sentences.

        Raises:
            TrainkitError: there is no such task, or the answer cannot be written.
        """
        task = self.lesson.task(task_id)
        append(self.path, task_id, "saved", value, reason)
        return problems(task.fields, value)

    def slips(self, task: Task, value: Answer) -> list[str]:
        """Return the hints of the known slips that an answer of good form looks like."""
        return [slip.hint for slip in task.slips if _shows(slip.shows, self.situation, value)]

    def commit(self, task_id: str) -> Record:
        """Commit the answer that was saved last, and return the record that counts.

        Raises:
            NotAnsweredError: no answer is saved.
            TrainkitError: the form of the answer is not complete.
        """
        task = self.lesson.task(task_id)
        before = self.answers.committed(task_id)
        if before:
            return before
        saved = self.latest(task_id)
        wrong = problems(task.fields, saved.value)
        if wrong:
            raise TrainkitError(f"{task.title} cannot be committed yet. {' '.join(wrong)}")
        return append(self.path, task_id, "committed", saved.value, saved.reason)

    def require_committed(self, task_id: str) -> None:
        """Refuse a task whose answer is saved and not committed.

        Raises:
            NotAnsweredError: it is.
        """
        if self.answers.committed(task_id) is None:
            title = self.lesson.task(task_id).title
            raise NotAnsweredError(
                f"{title}: saved, not committed. Only a committed answer counts."
            )

    def reveal(self, task_id: str) -> Reveal | None:
        """Return what the committed answer did, or None before commit."""
        self.lesson.task(task_id)
        found = self.answers.committed(task_id)
        if found is None:
            return None
        return self.lesson.reveal(self.situation, task_id, found.value)


def _shows(shows: Callable[[Situation, Answer], bool], situation: Situation, value: Answer) -> bool:
    """Return whether a slip shows; a slip that cannot read an answer does not show."""
    try:
        return bool(shows(situation, value))
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return False


def opened(lesson: Lesson, trainee: str, folder: Path, practice: int = 0) -> Session:
    """Return the session of a trainee in a folder, begun in its answers file when it is new.

    Args:
        lesson: What is taught.
        trainee: Id of the trainee.
        folder: Where the notebook and its answers lie.
        practice: Number of the practice try; 0 for the work that is graded.

    Raises:
        TrainkitError: the folder holds another trainee's, notebook's or try's answers, or cannot be
            written.
    """
    session = Session(lesson, trainee_id(trainee), folder, practice)
    answers = session.answers
    _refuse_others(session, answers)
    require_same_try(folder, lesson.id, practice)
    if not answers.trainee:
        append(session.path, "", "started", started(lesson, session.trainee, practice))
    return session


def _refuse_others(session: Session, answers: Answers) -> None:
    if answers.notebook and answers.notebook != session.lesson.id:
        raise TrainkitError(
            f"This folder holds the answers of {shown(answers.notebook)}. Put {session.lesson.id} "
            "into a folder of its own and open it there."
        )
    if answers.trainee and trainee_id(answers.trainee) != session.trainee:
        raise TrainkitError(
            f"This folder holds the answers of {shown(answers.trainee)}, and you are "
            f"'{session.trainee}'. Open a fresh copy of the notebook in a folder of your own."
        )

"""The marker's desk of one notebook: its written answers, their marks, their scales."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.course import Moderation
from trainkit.grading.moderation.answers import Answer, Key, written_answers_of
from trainkit.grading.moderation.marks import UNKNOWN, Mark, Role, read_marks
from trainkit.grading.overlay import lesson_of
from trainkit.grading.report import rules_of
from trainkit.grading.rubric import LEVELS, Rubric, load_rubric

LEVELS_SAID = re.compile(r"#levels((?:[\s,]+\d)+)(?!\w)", re.IGNORECASE)
"""How a marker types levels into formgrader's comment: ``#levels 3 2 4``, one a criterion."""


@dataclass(frozen=True)
class Desk:
    """What is on the desk.

    Attributes:
        notebook: Id of the notebook.
        answers: Written answers by trainee and task.
        marks: Marks of the words that stand there now, open forms too.
        stale: Marks of words that were changed afterwards.
        rubrics: Scales by task.
        out_of: Points by task.
        rules: How much is marked twice, and when a third decides.
    """

    notebook: str
    answers: Mapping[Key, Answer]
    marks: tuple[Mark, ...]
    stale: tuple[Mark, ...]
    rubrics: Mapping[str, Rubric]
    out_of: Mapping[str, float]
    rules: Moderation

    @cached_property
    def _by_role(self) -> dict[tuple[Key, str], Mark]:
        return {(one.key, one.role): one for one in self.marks}

    def mark(self, key: Key, role: Role) -> Mark | None:
        """Return the mark of an answer in one role; None while it is not given."""
        found = self.handed(key, role)
        return found if found and found.points is not None else None

    def handed(self, key: Key, role: Role) -> Mark | None:
        """Return the mark of an answer in one role, given or still open."""
        return self._by_role.get((key, role))

    def with_marks(self, marks: Iterable[Mark]) -> "Desk":
        """Return the desk with more marks, each over the one in its place."""
        found = dict(self._by_role)
        found.update({(one.key, one.role): one for one in marks})
        return replace(self, marks=tuple(found.values()))


def desk_of(academy: Academy, book: Any, notebook: str) -> Desk:
    """Return the marker's desk of a notebook.

    Args:
        academy: The academy.
        book: Its open gradebook.
        notebook: Id of the notebook.

    Raises:
        TrainkitError: the notebook was not released, is not in the gradebook, or a scale is
            missing.
    """
    lesson = lesson_of(academy, notebook)
    answers = written_answers_of(academy, lesson.id)
    kept = [one for one in read_marks(book, lesson.id) if one.key in answers]
    marks = [one for one in kept if one.answer == answers[one.key].digest]
    tasks = [task for task in lesson.tasks if task.manual]
    empty = Desk(
        lesson.id,
        answers,
        (),
        tuple(one for one in kept if one not in marks),
        {task.id: load_rubric(academy.rubrics, task.rubric) for task in tasks if task.rubric},
        {task.id: float(task.points) for task in tasks},
        rules_of(academy, lesson.id).moderation,
    )
    return with_formgrader(empty.with_marks(marks), book)


def with_formgrader(desk: Desk, book: Any) -> Desk:
    """Return the desk with first marks as they stand in formgrader, until a third has decided."""
    found = []
    for key in desk.answers:
        first = desk.handed(key, "first")
        if (first is None or not first.form) and desk.mark(key, "third") is None:
            found += _from_formgrader(desk, book, key, first.marker if first else UNKNOWN)
    return desk.with_marks(found)


def _from_formgrader(desk: Desk, book: Any, key: Key, marker: str) -> list[Mark]:
    grade = grade_of(book, desk.notebook, key)
    waits = grade.needs_manual_grade and not desk.mark(key, "second")
    if grade.manual_score is None or waits:
        return []
    comment = book.find_comment(key[1], desk.notebook, desk.notebook, key[0]).manual_comment or ""
    levels = levels_said(comment, desk.rubrics.get(key[1]))
    mark = Mark(desk.notebook, *key, marker, "first", desk.answers[key].digest)
    return [replace(mark, levels=levels, points=float(grade.manual_score), comment=comment)]


def grade_of(book: Any, notebook: str, key: Key) -> Any:
    """Return nbgrader's grade of an answer.

    Raises:
        TrainkitError: the gradebook has none.
    """
    from nbgrader.api import MissingEntry

    try:
        return book.find_grade(key[1], notebook, notebook, key[0])
    except MissingEntry as error:
        raise TrainkitError(
            f"The gradebook has no {key[1]} of {key[0]}: grade it first, `trainkit grade "
            f"{notebook}`."
        ) from error


def levels_said(comment: str, rubric: Rubric | None) -> dict[str, int]:
    """Return the levels that a comment gives behind ``#levels``, by criterion; none if not all."""
    said = LEVELS_SAID.search(comment)
    levels = [int(one) for one in re.findall(r"\d", said[1])] if said else []
    if rubric is None or len(levels) != len(rubric.criteria) or max(levels) >= LEVELS:
        return {}
    return {one.name: level for one, level in zip(rubric.criteria, levels, strict=True)}

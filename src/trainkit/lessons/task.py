"""A task, declared once: for the notebook, the check, the grader and the report.

What a trainee decides is a record of named fields. The declaration says what a record may hold,
what it is worth, which slips are known, and what help there is; how it is scored is kept apart,
with the keys.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from trainkit.kernel.luck import Luck
from trainkit.lessons.field import Field

Answer = Mapping[str, Any]
"""The value of an answer: field names to JSON values."""

Situation = Any
"""What a trainee's own variant holds: a frozen dataclass of the lesson."""


@dataclass(frozen=True)
class Slip:
    """A typical slip, recognised by its effect on a plausible value.

    Attributes:
        name: Short name for reports, such as ``kilometres for nautical miles``.
        shows: Whether an answer looks like it; reads only what the trainee sees.
        hint: What to look at; never the answer.
    """

    name: str
    shows: Callable[[Situation, Answer], bool]
    hint: str


@dataclass(frozen=True)
class Task:
    """One decision or written answer.

    Attributes:
        id: Its name everywhere: grade id, answer record, scoring and report.
        title: What it is about, for tables.
        question: One sentence that could be asked on a bridge.
        points: Points of the graded cell.
        fields: What the answer holds; none for a written answer.
        hints: Where to look; which principle; the like problem with other numbers, solved.
        slips: Typical slips with their hints.
        outcomes: Codes of the learning outcomes it assesses.
        manual: Whether a person marks it.
        rubric: Name of the scale it is marked by, for a manual task.
    """

    id: str
    title: str
    question: str
    points: int
    fields: tuple[Field, ...] = ()
    hints: tuple[str, ...] = ()
    slips: tuple[Slip, ...] = ()
    outcomes: tuple[str, ...] = ()
    manual: bool = False
    rubric: str = ""


@dataclass(frozen=True)
class Reveal:
    """What is shown after commit: what the decision did and why; no key, no points.

    Attributes:
        text: Sentences for the reader; enough without the picture.
        samples: Outcomes of the decision and of the visible baseline, named, shape (n,) each.
        label: What the samples measure, with the unit.
    """

    text: str
    samples: Mapping[str, Any] | None = None
    label: str = ""


@dataclass(frozen=True)
class Lesson:
    """One notebook: its tasks, the trainee's own variant, and what is revealed.

    Attributes:
        id: Its code, such as ``E1``: folder, assignment and key have the same.
        course: Folder of its course.
        title: Its title.
        minutes: Time it takes.
        outcomes: Learning outcomes by code.
        tasks: Its tasks, in order.
        situation: Builds the visible variant from the trainee's keyless luck.
        reveal: What a committed answer did, from the situation, the task's id and the answer.
        brief: What a marker must know of the case beside a written answer, in a few sentences.
    """

    id: str
    course: str
    title: str
    minutes: int
    outcomes: Mapping[str, str]
    tasks: tuple[Task, ...]
    situation: Callable[[Luck], Situation]
    reveal: Callable[[Situation, str, Answer], Reveal]
    brief: Callable[[Situation], str] = lambda _: ""

    def task(self, task_id: str) -> Task:
        """Return the task of that id.

        Raises:
            TrainkitError: the lesson has no such task.
        """
        from trainkit.errors import TrainkitError, nearest

        known = {task.id: task for task in self.tasks}
        if task_id not in known:
            raise TrainkitError(f"{self.id} has no task '{task_id}'.{nearest(task_id, known)}")
        return known[task_id]

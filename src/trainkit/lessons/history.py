"""A trainee's own history of a notebook: what is visible to the trainee, task by task.

Points that were earned, references and keys are not in it; they come with the feedback.
"""

from dataclasses import dataclass

from trainkit.lessons.field import problems
from trainkit.lessons.plain import allowed, set_now
from trainkit.lessons.records import Answers, Record
from trainkit.lessons.task import Lesson, Task


@dataclass(frozen=True)
class History:
    """What a trainee did at one task.

    Attributes:
        task: The task.
        versions: Answers that were saved or committed, in order.
        committed: The first committed answer, which counts.
        checks: How often it was checked.
        hints: Levels of the hints that were taken.
        to_do: What is wrong with the form of the answer saved last, in sentences.
    """

    task: Task
    versions: tuple[Record, ...]
    committed: Record | None
    checks: int
    hints: int
    to_do: tuple[str, ...]

    @property
    def state(self) -> str:
        """Where it stands, in a word or two."""
        if self.task.manual:
            return "in the notebook"
        if self.committed:
            return "committed"
        return "saved only" if self.versions else "open"

    @property
    def is_open(self) -> bool:
        """Whether a decision is still to be committed."""
        return not self.task.manual and self.committed is None


def histories(lesson: Lesson, answers: Answers) -> list[History]:
    """Return the history of each task, in the order of the notebook."""
    return [_history(task, answers) for task in lesson.tasks]


def _history(task: Task, answers: Answers) -> History:
    latest = answers.latest(task.id)
    return History(
        task,
        tuple(answers.of(task.id, "saved", "committed")),
        answers.committed(task.id),
        len(answers.of(task.id, "checked")),
        len({str(record.value) for record in answers.of(task.id, "hint")}),
        tuple(problems(task.fields, latest.value)) if latest else (),
    )


def visible_criteria(task: Task) -> list[str]:
    """Return what a check looks at in a task, in sentences; none of it tells the answer."""
    if task.manual:
        return [f"A person marks it by the scale '{task.rubric}'; write it in the notebook."]
    found = ["Complete: each of these is answered, within its bounds."]
    found += [f"{', '.join(labels)}: {what}." for what, labels in _by_form(task).items()]
    if task.slips:
        known = "one typical slip" if len(task.slips) == 1 else f"{len(task.slips)} typical slips"
        found.append(
            f"Plausible: {known} can be seen from an answer; a check points at what it sees."
        )
    return found


def _by_form(task: Task) -> dict[str, list[str]]:
    """Return the labels of the fields by what they may hold, so that each form is said once."""
    found: dict[str, list[str]] = {}
    for field in task.fields:
        found.setdefault(allowed(field), []).append(field.label)
    return found


def told(task: Task, record: Record) -> str:
    """Return in words what an answer holds."""
    return set_now(task, record.value).removeprefix("Set now: ")

"""Why a submission has its marks: what was answered, in which variant, what it came to; replayed.

The replay scores the kept submission again under the secret that gave each mark, and says where it
comes to something else, and what has changed since.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.bench import Bench, bench_of
from trainkit.grading.keyring import key_of
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.rebuilding import brought, rebuilt, records_of
from trainkit.grading.report import Row, book_row, rules_of
from trainkit.grading.result import Result, read_result
from trainkit.grading.scoring import Scored, score_answers
from trainkit.grading.submitted import chosen
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.records import Answers
from trainkit.lessons.seeds import visible_luck
from trainkit.lessons.task import Task

_NAMES = {
    "trainkit": "trainkit's version",
    "release": "the released notebook",
    "keys": "the keys",
    "overlay": "the academy's overlay",
    "submission": "the submission",
}


@dataclass(frozen=True)
class Mark:
    """Why one task has its points.

    Attributes:
        task: The task.
        answer: The committed answer; None where there is none or it is written.
        committed_at: When it was committed, on the trainee's own clock; empty for never.
        kept: What the gradebook's result says of it, as in `Result.tasks`.
        red_lines: Red lines that it crossed, as in `Result.red_lines`.
        replayed: What scoring it again gives; None for what a person marks.
    """

    task: Task
    answer: Any
    committed_at: str
    kept: Mapping[str, Any]
    red_lines: tuple[Mapping[str, Any], ...]
    replayed: Scored | None

    @property
    def same(self) -> bool:
        """Whether scoring it again gives the same points."""
        return self.replayed is None or self.replayed.points == self.kept["points"]


@dataclass(frozen=True)
class Explanation:
    """Why a submission has its marks.

    Attributes:
        row: Its row, with the final mark.
        variant: The trainee's own case, in words.
        seed: Seed of the visible variant; anyone may compute it.
        made_by: Versions and hashes that gave the marks.
        changed: What is another today.
        marks: Why each task has its points.
    """

    row: Row
    variant: str
    seed: int
    made_by: Mapping[str, str]
    changed: tuple[str, ...]
    marks: tuple[Mark, ...]


def explanation(academy: Academy, notebook: str, trainee: str) -> Explanation:
    """Return why a submission has its marks.

    Args:
        academy: The academy.
        notebook: Id of the notebook.
        trainee: Whose submission.

    Raises:
        TrainkitError: there is no such submission, it was not graded, or a key is gone.
    """
    bench = bench_of(academy, lesson(notebook).id)
    (owner,) = chosen(academy, bench.notebook, [trainee])
    with gradebook(academy) as book:
        result = read_result(book, bench.notebook, owner)
        if result is None:
            raise TrainkitError(
                f"The {bench.notebook} of '{owner}' was not graded yet, so there is no mark to "
                f"explain. Grade it first: `trainkit grade {bench.notebook} --trainee {owner}`."
            )
        row = book_row(academy, book, bench.notebook, owner, rules_of(academy, bench.notebook))
    return _explained(bench, owner, row, result)


def _explained(bench: Bench, owner: str, row: Row, result: Result) -> Explanation:
    folder = bench.academy.of("submitted", owner, bench.notebook)
    answers, _, submission = records_of(rebuilt(bench, brought(folder, bench.notebook)))
    luck = visible_luck(bench.lesson.course, owner, bench.notebook)
    replayed = _replayed(bench, owner, answers, result)
    tasks = [one for one in bench.lesson.tasks if one.id in result.tasks]
    return Explanation(
        row,
        bench.lesson.brief(bench.lesson.situation(luck)),
        luck.seed,
        result.made_by,
        tuple(_changed(bench, result, submission)),
        tuple(_mark(task, answers, result, replayed.get(task.id)) for task in tasks),
    )


def _replayed(bench: Bench, owner: str, answers: Answers, result: Result) -> dict[str, Scored]:
    """Return scores by task, each under the secret that gave its mark."""
    under: dict[str, list[str]] = {}
    for task, kept in result.tasks.items():
        under.setdefault(str(kept.get("course_key", "")), []).append(task)
    found: dict[str, Scored] = {}
    for name, tasks in under.items():
        key = key_of(bench.academy, name) if name else bench.course_key
        scored = score_answers(bench.lesson, bench.keys, key, owner, answers)
        found |= {one.task.id: one for one in scored if one.task.id in tasks}
    return found


def _mark(task: Task, answers: Answers, result: Result, scored: Scored | None) -> Mark:
    committed = answers.committed(task.id)
    by_hand = task.manual or scored is None or result.tasks[task.id]["state"] == "held"
    return Mark(
        task,
        committed.value if committed else None,
        committed.at if committed else "",
        result.tasks[task.id],
        tuple(line for line in result.red_lines if line["task"] == task.id),
        None if by_hand else scored,
    )


def _changed(bench: Bench, result: Result, submission: str) -> list[str]:
    now = {**bench.made_by, "submission": submission}
    return [
        told
        for name, told in _NAMES.items()
        if name in now and result.made_by.get(name) != now[name]
    ]

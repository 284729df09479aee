"""A cohort as two CSV files: a line for each submission, and a line for each of its tasks."""

from collections.abc import Iterator, Sequence
from math import isnan
from pathlib import Path
from typing import Any

from trainkit.grading.cohort.gathering import Cohort, Member
from trainkit.grading.cohort.hints import hints_taken
from trainkit.grading.exporting.marks import Mark, Marks
from trainkit.grading.exporting.sheets import own_csv
from trainkit.grading.exporting.writing import csv_text, write_whole
from trainkit.kernel.chain import STATEMENT
from trainkit.lessons.task import Task
from trainkit.lessons.timing import minutes_on

TASK_COLUMNS = (
    "notebook",
    "trainee",
    "task",
    "title",
    "outcomes",
    "state",
    "points",
    "out_of",
    "share",
    "committed",
    "saved",
    "checked",
    "hints",
    "minutes_self_reported",
    "statement",
)
_ENCODING = "utf-8-sig"
"""With the mark by which spreadsheets know it."""


def write_spreadsheets(cohorts: Sequence[Cohort], path: Path) -> tuple[Path, Path]:
    """Write a cohort's submissions and tasks, and return the two files.

    Args:
        cohorts: One for each notebook.
        path: File of the submissions; that of the tasks has ``-tasks`` in its name.

    Raises:
        TrainkitError: a file cannot be written.
    """
    tasks = path.with_name(f"{path.stem}-tasks{path.suffix or '.csv'}")
    lines = [line for one in cohorts for line in _tasks(one)]
    write_whole(path, own_csv(_marks(cohorts)).encode(_ENCODING))
    write_whole(tasks, csv_text(TASK_COLUMNS, lines).encode(_ENCODING))
    return path, tasks


def _marks(cohorts: Sequence[Cohort]) -> Marks:
    """Return the marks as the report has them: those that wait for a marker are not held back."""
    members = [one for cohort in cohorts for one in cohort.members]
    marks = tuple(Mark(one.person, one.row, one.booked) for one in members)
    return Marks(marks, tuple(one.lesson.id for one in cohorts), held_back=0)


def _tasks(cohort: Cohort) -> Iterator[dict[str, Any]]:
    for member in cohort.members:
        if member.booked:
            minutes = minutes_on(member.answers)
            for task in cohort.lesson.tasks:
                yield _line(cohort, member, task, minutes.get(task.id, 0.0))


def _line(cohort: Cohort, member: Member, task: Task, minutes: float) -> dict[str, Any]:
    counted = {name: len(member.answers.of(task.id, name)) for name in ("saved", "checked")}
    return {
        "notebook": cohort.lesson.id,
        "trainee": member.trainee,
        "task": task.id,
        "title": task.title,
        "outcomes": " ".join(task.outcomes),
        "state": member.found(task).get("state", ""),
        "points": _number(member.points(task)),
        "out_of": member.out_of(task),
        "share": _number(member.share(task)),
        "committed": "yes" if member.answers.committed(task.id) else "no",
        **counted,
        "hints": hints_taken(member, task),
        "minutes_self_reported": round(minutes, 1),
        "statement": STATEMENT,
    }


def _number(value: float) -> float | None:
    return None if isnan(value) else round(value, 4)

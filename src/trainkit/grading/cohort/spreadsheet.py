"""A cohort as two CSV files: a line for each submission, and a line for each of its tasks."""

from collections.abc import Iterator, Sequence
from math import isnan
from pathlib import Path
from typing import Any

from trainkit.errors import printable
from trainkit.grading.cohort.gathering import Cohort, Member
from trainkit.grading.cohort.hints import hints_taken
from trainkit.grading.exporting.marks import Mark
from trainkit.grading.exporting.sheets import COLUMNS, own_line
from trainkit.grading.exporting.writing import csv_text, write_whole
from trainkit.grading.handins import HandIn
from trainkit.kernel.chain import STATEMENT
from trainkit.lessons.task import Task
from trainkit.lessons.timing import minutes_on

MARK_COLUMNS = (*COLUMNS[:-1], "came_in", "notes", COLUMNS[-1])
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
    marks = [_mark(member) for one in cohorts for member in one.members]
    write_whole(path, csv_text(MARK_COLUMNS, marks).encode(_ENCODING))
    write_whole(tasks, csv_text(TASK_COLUMNS, lines).encode(_ENCODING))
    return path, tasks


def _mark(member: Member) -> dict[str, Any]:
    """Return a mark as the report has it: one that waits for a marker is not held back."""
    notes = " | ".join(printable(note) for note in member.row.notes)
    came = " | ".join(_came(one) for one in member.hand_ins)
    own = own_line(Mark(member.person, member.row, member.booked))
    return {**own, "came_in": came, "notes": notes}


def _came(one: HandIn) -> str:
    told = "; ".join(one.notes)
    return f"{one.at[:16]} UTC, {one.state}" + (f": {told}" if told else "")


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

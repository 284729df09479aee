"""Paragraphs that an academy puts into a notebook: at its top and end, before and after a task."""

from collections.abc import Mapping
from dataclasses import dataclass

from trainkit.grading.overlay.harmless import require_all_harmless
from trainkit.lessons import tables
from trainkit.lessons.tables import Table, require_keys
from trainkit.lessons.task import Lesson

_PLACES = ("top", "end", "before", "after")


@dataclass(frozen=True)
class Inserts:
    """Paragraphs of an academy's own.

    Attributes:
        top: Below the banner.
        end: At the end.
        before: Before a task, by task.
        after: After a task and what is revealed of it, by task.
    """

    top: str
    end: str
    before: Mapping[str, str]
    after: Mapping[str, str]


def inserts_of(table: Table, lesson: Lesson) -> Inserts:
    """Return the paragraphs that a table gives.

    Raises:
        TrainkitError: a place or a task is not known, or a text is not harmless; quotes it.
    """
    require_keys(table, _PLACES, "What is inserted")
    require_all_harmless(table)
    top, end = (tables.text(table, key) if key in table else "" for key in ("top", "end"))
    before, after = (_beside(lesson, table, key) for key in ("before", "after"))
    return Inserts(top, end, before, after)


def _beside(lesson: Lesson, table: Table, key: str) -> dict[str, str]:
    found = tables.table_of(table, key)
    for task in found:
        lesson.task(task)
    return {task: tables.text(found, task) for task in found}

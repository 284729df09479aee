"""Reading an overlay: all of it is held against the lesson before anything is built or graded."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.exchange.dates import Due, parse_due
from trainkit.grading.overlay.harmless import require_all_harmless
from trainkit.grading.overlay.lawful import require_lawful
from trainkit.grading.overlay.paragraphs import Inserts, inserts_of
from trainkit.grading.overlay.sheet import PRIVATE, Sheet, sheet_of
from trainkit.grading.overlay.source import Source, read_source, source_path
from trainkit.grading.rubric import load_rubric
from trainkit.guard import require_synthetic
from trainkit.lessons import tables
from trainkit.lessons.catalogue import lesson as authored_lesson
from trainkit.lessons.changes import Changes, changed, changes_of
from trainkit.lessons.declared import Own, own_task
from trainkit.lessons.tables import Table, require_keys
from trainkit.lessons.task import Lesson

KEYS = ("synthetic", "points", "due", "texts", "insert", "task")
_WORDS = ("texts", "insert", "task")


@dataclass(frozen=True)
class Overlay:
    """What an academy changes in a notebook.

    Attributes:
        source: The file.
        authored: The lesson as it was authored.
        lesson: The lesson with the changes.
        changes: Points, texts and tasks.
        sheets: How its own tasks are scored, by task.
        inserts: Its paragraphs.
        due: When it is due; None where nothing is said.
    """

    source: Source
    authored: Lesson
    lesson: Lesson
    changes: Changes
    sheets: Mapping[str, Sheet]
    inserts: Inserts
    due: Due | None

    @property
    def told(self) -> str:
        """What a trainee's machine needs to know, as JSON; empty where that is nothing."""
        content = self.source.content
        told = {key: content[key] for key in ("points", "texts") if content.get(key)}
        own = [_public(one) for one in tables.tables(content, "task")]
        told |= {"task": own} if own else {}
        return json.dumps(told, ensure_ascii=False, allow_nan=False) if told else ""


def _public(table: Table) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key not in PRIVATE}


def overlay_of(academy: Academy, notebook: str) -> Overlay | None:
    """Return what an academy changes in a notebook; None where it changes nothing.

    Args:
        academy: The academy.
        notebook: Id of the notebook; a course before it is allowed.

    Raises:
        TrainkitError: there is no such notebook, or its overlay cannot be used; names the line.
    """
    authored = authored_lesson(notebook)
    path = source_path(academy.folder, authored.id)
    source = read_source(path) if path else None
    if source is None or not source.content:
        return None
    return _read(academy, source, authored)


def _read(academy: Academy, source: Source, authored: Lesson) -> Overlay:
    content = source.content
    with source.at(""):
        require_keys(content, KEYS, "An overlay")
        if any(key in content for key in _WORDS):
            require_synthetic(content, "An overlay with texts")
        changes, sheets = _changes(academy, source)
        lesson = _applied(source, authored, changes)
    with source.at("[due]"):
        due = _due(content)
    with source.at("[insert]"):
        inserts = inserts_of(tables.table_of(content, "insert"), lesson)
    return Overlay(source, authored, lesson, changes, sheets, inserts, due)


def _due(content: Table) -> Due | None:
    if "due" not in content:
        return None
    table = tables.table_of(content, "due")
    require_keys(table, ("at",), "The due date")
    return parse_due(tables.text(table, "at"))


def _changes(academy: Academy, source: Source) -> tuple[Changes, dict[str, Sheet]]:
    """Return points, texts and tasks, each refused with its own line."""
    content = source.content
    own: list[Own] = []
    sheets: dict[str, Sheet] = {}
    with source.at("[points]"):
        points = changes_of({"points": content.get("points", {})}).points
    told = tables.table_of(content, "texts")
    for task, table in told.items():
        with source.at(f"[texts.{task}]"):
            require_all_harmless(table)
            changes_of({"texts": {task: table}})
    for number, table in enumerate(tables.tables(content, "task"), start=1):
        with source.at("[[task]]", number):
            one, sheet = _own(academy, table)
        own.append(one)
        sheets |= {sheet.task.id: sheet} if sheet else {}
    texts = changes_of({"texts": told}).texts
    return Changes(points, texts, tuple(own)), sheets


def _own(academy: Academy, table: Table) -> tuple[Own, Sheet | None]:
    require_all_harmless(table)
    own = own_task(_public(table))
    if own.task.manual:
        for key in PRIVATE:
            if key in table:
                raise TrainkitError(f"'{own.task.id}' is marked by hand and has no '{key}'.")
        load_rubric(academy.rubrics, own.task.rubric)
        return own, None
    sheet = sheet_of(own.task, table)
    require_lawful(sheet)
    return own, sheet


def _applied(source: Source, authored: Lesson, changes: Changes) -> Lesson:
    """Return the lesson with changes, each kind of them refused with its own line."""
    with source.at("[points]"):
        changed(authored, Changes(points=changes.points))
    for task, texts in changes.texts.items():
        with source.at(f"[texts.{task}]"):
            changed(authored, Changes(texts={task: texts}))
    for number in range(1, len(changes.own) + 1):
        with source.at("[[task]]", number):
            changed(authored, Changes(own=changes.own[:number]))
    return changed(authored, changes)

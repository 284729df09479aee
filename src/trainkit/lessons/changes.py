"""What an academy changes in a lesson: points, texts, tasks of its own.

The changes are plain data. The grader reads them from the academy's overlay; a trainee's machine
from the Start cell of the released notebook, where they hold no score: there they only show.

    overlay("E1", '{"points": {"e1_phase": 20}}')
"""

import ast
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from trainkit.errors import TrainkitError, nearest
from trainkit.lessons import tables
from trainkit.lessons.declared import Own, hints, own_task
from trainkit.lessons.tables import Table, require_different, require_keys
from trainkit.lessons.task import Answer, Lesson, Reveal, Situation, Task

KEYS = ("points", "texts", "task")
"""Keys of the changes that a trainee's machine knows."""
_TEXTS = ("title", "question", "hints")
_CALL = re.compile(r'^overlay\("[^"\n]*", (.+)\)$', re.MULTILINE)


@dataclass(frozen=True)
class Changes:
    """What is changed in a lesson.

    Attributes:
        points: Points of tasks, by task.
        texts: New texts of tasks, by task: ``title``, ``question``, ``hints``.
        own: Tasks of the academy's own.
    """

    points: Mapping[str, int] = field(default_factory=dict)
    texts: Mapping[str, Table] = field(default_factory=dict)
    own: tuple[Own, ...] = ()


def changes_of(table: Table) -> Changes:
    """Return the changes that a table holds.

    Raises:
        TrainkitError: something in it is unknown or of the wrong type.
    """
    require_keys(table, KEYS, "What an academy changes")
    given = tables.table_of(table, "points")
    told = tables.table_of(table, "texts")
    own = tuple(own_task(one) for one in tables.tables(table, "task"))
    require_different([one.task.id for one in own], "task")
    return Changes(
        {task: tables.points(given, task) for task in given},
        {task: _texts(tables.table_of(told, task), task) for task in told},
        own,
    )


def _texts(table: Table, task: str) -> Table:
    require_keys(table, _TEXTS, f"The texts of {task}")
    return {key: hints(table) if key == "hints" else tables.text(table, key) for key in table}


def changed(lesson: Lesson, changes: Changes) -> Lesson:
    """Return a lesson with changes.

    Raises:
        TrainkitError: they name a task that the lesson has not, or add one that it has.
    """
    known = [task.id for task in lesson.tasks]
    for name in [*changes.points, *changes.texts]:
        _require_known(name, known, f"{lesson.id} has no task")
    _require_new(lesson, changes.own)
    tasks = [
        one
        for task in lesson.tasks
        for one in (_retold(task, changes), *(own.task for own in followers(changes.own, task.id)))
    ]
    return replace(lesson, tasks=tuple(tasks), reveal=_reveal(lesson, changes))


def _require_known(name: str, known: Iterable[str], told: str) -> None:
    names = list(known)
    if name not in names:
        hint = nearest(name, names) or f" There are {', '.join(names)}."
        raise TrainkitError(f"{told} '{name}'.{hint}")


def _require_new(lesson: Lesson, own: Sequence[Own]) -> None:
    """Refuse a task of a known id, with an unknown outcome, or behind a task not known so far."""
    known = [task.id for task in lesson.tasks]
    for one in own:
        if one.task.id in known:
            raise TrainkitError(
                f"{lesson.id} has a task '{one.task.id}' already: give yours another id."
            )
        for outcome in one.task.outcomes:
            _require_known(outcome, lesson.outcomes, f"{lesson.id} has no outcome")
        _require_known(one.after, known, f"{lesson.id} has no task")
        known.append(one.task.id)


def followers(own: Sequence[Own], task_id: str) -> list[Own]:
    """Return the tasks that come after one, in order, with those that come after them."""
    return [
        one
        for first in own
        if first.after == task_id
        for one in (first, *followers(own, first.task.id))
    ]


def _retold(task: Task, changes: Changes) -> Task:
    points = changes.points.get(task.id, task.points)
    return replace(task, points=points, **changes.texts.get(task.id, {}))


def _reveal(lesson: Lesson, changes: Changes) -> Callable[[Situation, str, Answer], Reveal]:
    said = {own.task.id: own.reveal for own in changes.own}

    def reveal(situation: Situation, task_id: str, answer: Answer) -> Reveal:
        if task_id in said:
            return Reveal(said[task_id])
        return lesson.reveal(situation, task_id, answer)

    return reveal if said else lesson.reveal


def told_lesson(lesson: Lesson, overlay: str) -> Lesson:
    """Return a lesson as a released notebook tells it.

    Args:
        lesson: The lesson as it was authored.
        overlay: The changes as JSON; nothing where nothing is changed.

    Raises:
        TrainkitError: the text is no JSON, or does not fit this version of the lesson.
    """
    if not overlay:
        return lesson
    try:
        return changed(lesson, changes_of(json.loads(overlay)))
    except (ValueError, RecursionError, TrainkitError) as error:
        raise TrainkitError(
            f"The first cell of this notebook was changed, or was made for another version of "
            f"trainkit: {error} Open a fresh copy of the release."
        ) from error


def told_in(source: str) -> str:
    """Return the changes that a cell tells, as JSON; empty where it tells none.

    Examples:
        >>> told_in(telling("E1", "{}") + 'start("E1")')
        '{}'
    """
    found = _CALL.search(source)
    try:
        given = ast.literal_eval(found[1]) if found else ""
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return ""
    return given if isinstance(given, str) else ""


def lesson_in(notebook: bytes, lesson: Lesson) -> Lesson:
    """Return a lesson as a trainee's notebook tells it; as authored where nothing can be read.

    Args:
        notebook: The file of the notebook; a trainee's own, so anything may be in it.
        lesson: The lesson as it was authored.
    """
    try:
        cells = json.loads(notebook)["cells"]
        told = (told_in("".join(cell["source"])) for cell in cells)
        return told_lesson(lesson, next(filter(None, told), ""))
    except (TrainkitError, ValueError, LookupError, TypeError, RecursionError):
        return lesson


def telling(notebook: str, overlay: str) -> str:
    """Return the lines that tell changes, for the top of a Start cell.

    Examples:
        >>> print(telling("E1", "{}"), end="")
        from trainkit.lessons import overlay
        overlay("E1", '{}')
    """
    return f'from trainkit.lessons import overlay\noverlay("{notebook}", {overlay!r})\n'

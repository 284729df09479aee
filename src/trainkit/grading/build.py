"""From an authored text to a notebook for nbgrader: the same bytes from the same text.

A code cell that holds ``task("e1_phase")`` and nothing else becomes the cells of that task. Ids of
cells come from grade ids or from their place, never from chance.
"""

import re
from typing import Any

from trainkit.errors import TrainkitError, nearest
from trainkit.grading.authored import TASK, Authored, asked_task
from trainkit.grading.cells import code, markdown, notebook, text_of
from trainkit.grading.overlay.inserting import inserted
from trainkit.grading.overlay.reading import Overlay
from trainkit.lessons.task import Lesson, Task

BANNER = "**EXERCISE - SYNTHETIC - NOT FOR OPERATIONS**"
_HEADER = re.compile(r"\A\ufeff?---\n.*?\n---\n", re.DOTALL)
_KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
_GOES_ON = "raises-exception"
"""Tag with which Run All goes on behind a check that has no answer yet."""
_SHOWN = "show-source"


def build_notebook(source: Authored, lesson: Lesson, overlay: Overlay | None = None) -> str:
    """Return the notebook for nbgrader's ``source`` folder, as text.

    Args:
        source: The authored text.
        lesson: Its lesson, with the changes of the overlay.
        overlay: What an academy changes; None for nothing.

    Raises:
        TrainkitError: the text cannot be read, or its tasks are not those of the lesson.
    """
    cells = [_markdown(f"{lesson.id}-banner", BANNER)]
    for place, cell in enumerate(_read(source, overlay), start=1):
        cells += _cells(lesson, place, cell)
    _require_tasks(source, lesson, cells)
    metadata = {"kernelspec": _KERNEL, "trainkit": {"notebook": lesson.id, "course": lesson.course}}
    return text_of(notebook(cells, metadata))


def _read(source: Authored, overlay: Overlay | None) -> list[Any]:
    """Return the cells of an authored text, with what an overlay puts between them.

    What its header says of a kernel is not needed.
    """
    import jupytext

    try:
        text = _HEADER.sub("", source.path.read_text(encoding="utf-8"))
        cells = list(jupytext.reads(text, fmt="md:myst").cells)
    except Exception as error:  # the reader of MyST fails in ways of its own
        raise TrainkitError(f"{source.path} cannot be read as MyST text: {error}.") from error
    return inserted(cells, overlay) if overlay else cells


def _cells(lesson: Lesson, place: int, cell: Any) -> list[Any]:
    if cell.cell_type != "code":
        return [_markdown(f"{lesson.id}-text-{place:03}", cell.source)]
    asked = asked_task(cell.source)
    if asked:
        return task_cells(lesson.task(asked))
    shown = _SHOWN in cell.metadata.get("tags", [])
    return [_code(f"{lesson.id}-code-{place:03}", cell.source, shown=shown)]


def task_cells(task: Task) -> list[Any]:
    """Return the cells of a task: question, control and graded check, or a place to write."""
    question = f"**{task.title}** ({task.points} points)\n\n{task.question}"
    asked = _markdown(f"{task.id}-question", question)
    if task.manual:
        return [asked, _graded(_markdown(task.id, ""), task)]
    return [
        asked,
        _code(f"{task.id}-decide", f'decide("{task.id}")'),
        _graded(_code(task.id, f'check("{task.id}")'), task),
        _code(f"{task.id}-reveal", f'reveal("{task.id}")'),
    ]


def _markdown(id_: str, source: str) -> Any:
    return markdown(id_, source, {"deletable": False, "editable": False})


def _code(id_: str, source: str, *, shown: bool = False) -> Any:
    tags = [_GOES_ON, _SHOWN] if shown else [_GOES_ON]
    metadata: dict[str, Any] = {"deletable": False, "tags": tags}
    if not shown:
        metadata |= {"editable": False, "jupyter": {"source_hidden": True}}
    return code(id_, source, metadata)


def _graded(cell: Any, task: Task) -> Any:
    if task.manual:
        cell.metadata.pop("editable")
    cell.metadata["nbgrader"] = {
        "cell_type": cell.cell_type,
        "grade": True,
        "grade_id": task.id,
        "locked": not task.manual,
        "points": task.points,
        "schema_version": 3,
        "solution": task.manual,
        "task": False,
    }
    return cell


def _require_tasks(source: Authored, lesson: Lesson, cells: list[Any]) -> None:
    """Refuse a text that leaves out a task, asks one twice, or cannot be started."""
    built = [cell.metadata.nbgrader.grade_id for cell in cells if "nbgrader" in cell.metadata]
    missing = [task.id for task in lesson.tasks if task.id not in built]
    twice = sorted({one for one in built if built.count(one) > 1})
    if missing or twice:
        told = [f"leaves out {', '.join(missing)}"] if missing else []
        told += [f"asks {', '.join(twice)} more than once"] if twice else []
        raise TrainkitError(
            f"{source.path} {' and '.join(told)}: each task of the lesson is asked once, with "
            'task("...") alone in a code cell.'
        )
    _require_start(source, lesson, cells)


def _require_start(source: Authored, lesson: Lesson, cells: list[Any]) -> None:
    sources = [cell.source for cell in cells if cell.cell_type == "code"]
    stray = [found for text in sources for found in TASK.findall(text)]
    if stray:
        raise TrainkitError(
            f'{source.path}: task("{stray[0]}") shares its cell with other code; it stands alone.'
            f"{nearest(stray[0], [task.id for task in lesson.tasks])}"
        )
    if not any(f'start("{lesson.id}")' in text for text in sources):
        raise TrainkitError(
            f'{source.path} has no Start cell: a code cell with start("{lesson.id}").'
        )

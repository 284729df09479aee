"""The notebook of a practice try: a trainee's own copy, emptied and marked as practice."""

import re
import warnings
from importlib import import_module
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.lessons.task import Lesson

_EMPTY = "YOUR ANSWER HERE"
_ANSWERS = re.compile(r"\b(answer|commit|reflect)\(")
_FIXED = {"deletable": False, "editable": False}


def practice_copy(content: bytes, lesson: Lesson, number: int) -> bytes:
    """Return the bytes of a practice notebook.

    Cells of the trainee's own, outputs and written answers are left out: Run All must not give
    the answers of another variant.

    Args:
        content: Bytes of the trainee's copy.
        lesson: The lesson.
        number: Number of the try.

    Raises:
        TrainkitError: the copy is no notebook of this lesson any more.
    """
    found = _notebook(content, lesson)
    cells = [cell for cell in found.cells if _is_released(cell)]
    for cell in cells:
        _empty(cell, lesson)
    if not any(_begins(cell, lesson, number) for cell in cells):
        raise _changed(lesson)
    found.cells = [*cells[:1], _banner(lesson, number), *cells[1:]]
    found.metadata["trainkit"] = {"notebook": lesson.id, "practice": number}
    return (str(_nbformat().writes(found)) + "\n").encode()


def _nbformat() -> Any:
    return import_module("nbformat")


def _notebook(content: bytes, lesson: Lesson) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # ids of cells that are missing do not matter here
            found = _nbformat().reads(content.decode("utf-8"), as_version=4)
            _nbformat().validate(found)
    except Exception as error:  # the reader fails in ways of its own
        raise _changed(lesson) from error
    return found


def _changed(lesson: Lesson) -> TrainkitError:
    return TrainkitError(
        f"{lesson.id}.ipynb cannot be copied for practice: it is no notebook of {lesson.id} with a "
        f'Start cell, start("{lesson.id}"), any more. Put a fresh copy from your instructor into a '
        "folder of its own, and name that folder with --folder."
    )


def _is_released(cell: Any) -> bool:
    """Return whether a cell came with the notebook and gives no answer by itself."""
    typed = cell.cell_type == "code" and cell.metadata.get("editable", True)
    return cell.metadata.get("deletable") is False and not (typed and _ANSWERS.search(cell.source))


def _empty(cell: Any, lesson: Lesson) -> None:
    cell.metadata.pop("nbgrader", None)
    cell.pop("attachments", None)
    if cell.cell_type == "code":
        cell.outputs, cell.execution_count = [], None
    elif cell.get("id") in {task.id for task in lesson.tasks}:
        cell.source = _EMPTY


def _begins(cell: Any, lesson: Lesson, number: int) -> bool:
    """Let the Start cell begin this try; return whether it is the Start cell."""
    call = f'start("{lesson.id}")'
    if cell.cell_type != "code" or call not in cell.source:
        return False
    cell.source = cell.source.replace(call, f'start("{lesson.id}", practice={number})')
    return True


def _banner(lesson: Lesson, number: int) -> Any:
    text = (
        f"**PRACTICE, try {number} of {lesson.id}.** It counts for nothing and is never graded. "
        "The variant is a fresh one. Your graded work lies in its own folder and is not touched."
    )
    kind, name = "markdown", f"{lesson.id}-practice"
    return _nbformat().NotebookNode(cell_type=kind, id=name, metadata=dict(_FIXED), source=text)

"""Written answers as the rebuilt notebook holds them, cleaned once more before they are shown."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from trainkit.grading.written import cleaned
from trainkit.lessons.regular import regular_bytes
from trainkit.lessons.task import Lesson

_LARGEST_BYTES = 50_000_000
_MADE_BY_US = "<div"


def written_texts(path: Path, lesson: Lesson) -> dict[str, str]:
    """Return written answers as harmless HTML, by task; those that nobody wrote are absent.

    Args:
        path: The notebook that grading rebuilt.
        lesson: The lesson.
    """
    wanted = {task.id for task in lesson.tasks if task.manual}
    found = dict(_sources(path))
    return {
        name: cleaned(text)
        for name, text in found.items()
        if name in wanted and text.startswith(_MADE_BY_US)
    }


def _sources(path: Path) -> Iterator[tuple[str, str]]:
    for cell in _cells(path):
        name = cell.get("metadata", {}).get("nbgrader", {}).get("grade_id")
        if name and cell.get("cell_type") == "markdown":
            source = cell.get("source", "")
            yield name, source if isinstance(source, str) else "".join(source)


def _cells(path: Path) -> list[Mapping[str, Any]]:
    """Return the cells of a notebook that grading wrote; none where there is no such file."""
    try:
        return list(json.loads(regular_bytes(path, _LARGEST_BYTES))["cells"])
    except (OSError, ValueError, KeyError):
        return []

"""The written answers of a notebook, as they stand in the graded notebooks of an academy."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.overlay import lesson_of

Key = tuple[str, str]
"""Whose answer, and to which task."""


@dataclass(frozen=True)
class Answer:
    """A written answer.

    Attributes:
        trainee: Who wrote it.
        task: Id of the task.
        html: The text as harmless HTML.
    """

    trainee: str
    task: str
    html: str

    @property
    def key(self) -> Key:
        """Whose answer it is, and to which task."""
        return self.trainee, self.task

    @property
    def digest(self) -> str:
        """Hash of the text: a mark belongs to the words that the marker has read."""
        return words_digest(self.html)


def words_digest(html: str) -> str:
    """Return the hash of an answer's words."""
    return hashlib.sha256(html.encode()).hexdigest()[:16]


def written_answers_of(academy: Academy, notebook: str) -> dict[Key, Answer]:
    """Return all written answers of a notebook in the order of trainees; blank ones are left out.

    Args:
        academy: The academy.
        notebook: Id of the notebook.

    Raises:
        TrainkitError: the notebook was not released here.
    """
    tasks = [task.id for task in lesson_of(academy, notebook).tasks if task.manual]
    blank = _sources(academy.release(notebook))
    if not blank:
        raise TrainkitError(
            f"{notebook} was not released in {academy.folder}. Build it first: `trainkit build "
            f"{notebook}`."
        )
    folders = sorted(academy.folder.glob(f"autograded/*/{notebook}"))
    found = (one for folder in folders for one in _own(folder, tasks, blank))
    return {one.key: one for one in found}


def _own(folder: Path, tasks: Iterable[str], blank: Mapping[str, str]) -> list[Answer]:
    sources = _sources(folder / f"{folder.name}.ipynb")
    given = {task: sources.get(task, "") for task in tasks}
    return [
        Answer(folder.parent.name, task, text)
        for task, text in given.items()
        if text.strip() and text.strip() != blank.get(task, "").strip()
    ]


def _sources(path: Path) -> dict[str, str]:
    """Return the sources of a notebook's graded cells by task; none where there is no notebook."""
    named = ((one, one.get("metadata", {}).get("nbgrader", {})) for one in content(path)["cells"])
    return {about["grade_id"]: "".join(one["source"]) for one, about in named if about.get("grade")}


def content(path: Path) -> Mapping[str, Any]:
    """Return a notebook of ours as plain data, without the checks that make nbformat slow."""
    try:
        found: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {"cells": [], "metadata": {}}
    return found

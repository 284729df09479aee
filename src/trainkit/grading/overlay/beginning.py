"""A new overlay: a file that changes nothing yet and shows, in comments, all that it could."""

from importlib.resources import files
from pathlib import Path
from string import Template

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.overlay.source import FOLDER, source_path
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.task import Lesson


def begin_overlay(academy: Academy, notebook: str) -> Path:
    """Write a new overlay for a notebook, and return its file.

    Raises:
        TrainkitError: there is one already, or it cannot be written.
    """
    found = lesson(notebook)
    there = source_path(academy.folder, found.id)
    if there:
        raise TrainkitError(f"{there} is there already and stays as it is: change it.")
    path = academy.folder / FOLDER / f"{found.id}.toml"
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(begun(found))
    except OSError as error:
        raise TrainkitError(f"{path} cannot be written: {error.strerror}.") from error
    return path


def begun(found: Lesson) -> str:
    """Return the text of a new overlay of a lesson."""
    text = files("trainkit.grading.overlay").joinpath("new.toml").read_text(encoding="utf-8")
    points = [f"# {task.id} = {task.points}   # {task.title}" for task in found.tasks]
    return Template(text).substitute(
        notebook=found.id,
        points="\n".join(points),
        first=found.tasks[0].id,
        last=found.tasks[-1].id,
        prefix=found.id.lower(),
        outcome=next(iter(found.outcomes), ""),
    )

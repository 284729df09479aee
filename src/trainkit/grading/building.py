"""Building and releasing notebooks in an academy."""

from pathlib import Path

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.authored import Authored, authored
from trainkit.grading.build import build_notebook
from trainkit.grading.cells import read
from trainkit.grading.nbgrader_use import nbgrader_api, require_success
from trainkit.grading.overlay.booking import book_overlay, require_buildable
from trainkit.grading.overlay.reading import Overlay, overlay_of
from trainkit.grading.overlay.source import require_known_files
from trainkit.lessons.catalogue import lesson, lesson_names
from trainkit.lessons.task import Lesson


def build(academy: Academy, name: str) -> Path:
    """Build a notebook: authored text and overlay to nbgrader's source, and from that the release.

    Args:
        academy: Where.
        name: Id of the notebook.

    Returns:
        The released notebook.

    Raises:
        TrainkitError: text, lesson and overlay do not fit, or nbgrader refuses; what is released
            stays as it is.
    """
    source, found, overlay = planned(academy, name)
    write_source(academy, source, build_notebook(source, found, overlay))
    with nbgrader_api(academy) as api:
        require_success(
            api.generate_assignment(source.notebook, force=True), f"Releasing {source.notebook}"
        )
    _require_clean(academy.release(source.notebook))
    book_overlay(academy, source.notebook, overlay)
    return academy.release(source.notebook)


def planned(academy: Academy, name: str) -> tuple[Authored, Lesson, Overlay | None]:
    """Return what a notebook would be built from: nothing is written yet.

    Raises:
        TrainkitError: there is no such notebook, or its overlay does not fit it or what was
            submitted.
    """
    source = authored(name, academy.courses)
    require_known_files(academy.folder, lesson_names())
    overlay = overlay_of(academy, source.notebook)
    found = overlay.lesson if overlay else lesson(source.notebook)
    require_buildable(academy, found)
    return source, found, overlay


def write_source(academy: Academy, source: Authored, text: str) -> None:
    """Write a built notebook into nbgrader's source folder.

    Raises:
        TrainkitError: it cannot be written.
    """
    path = academy.source(source.notebook)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise TrainkitError(f"{path} cannot be written: {error.strerror}.") from error


def _require_clean(path: Path) -> None:
    """Refuse a release with outputs or marks of solutions; nbgrader has taken out what it knows."""
    notebook = read(path)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    leaks = [word for word in ("### BEGIN", "### END", "trainkit_keys") for cell in notebook.cells
             if word in cell.source]  # fmt: skip
    if leaks or any(cell.outputs or cell.execution_count for cell in code):
        raise TrainkitError(f"{path} holds outputs or solutions and may not be released.")

"""Where a trainee's own copy of a notebook lies: as `trainkit lab` makes it, or a ZIP unpacked."""

from collections.abc import Sequence
from pathlib import Path

from trainkit.errors import TrainkitError, nearest
from trainkit.lessons.catalogue import lesson, lesson_names
from trainkit.lessons.changes import lesson_in
from trainkit.lessons.regular import regular_bytes
from trainkit.lessons.task import Lesson

LARGEST_NOTEBOOK = 20_000_000
"""Most bytes of a trainee's copy of a notebook."""


def own_place(folder: Path, notebook: str | None) -> tuple[Path, str]:
    """Return the folder in which a trainee works on a notebook, and the notebook's id.

    Args:
        folder: The trainee's folder: with the notebook in it, in a folder of its id, or in
            ``notebooks`` or ``notebooks/<trainee>``.
        notebook: Id of the notebook; the only one that is there when left out.

    Raises:
        TrainkitError: there is no such notebook, or more than one copy of it.
    """
    names = lesson_names() if notebook is None else [lesson(notebook).id]
    found = {name: places for name in names if (places := _places(folder, name))}
    if not found:
        raise _nothing_here(folder, names, notebook)
    if len(found) > 1:
        raise TrainkitError(f"{folder} holds {', '.join(sorted(found))}: say which one you mean.")
    ((name, places),) = found.items()
    if len(places) > 1:
        listed = ", ".join(str(place) for place in places)
        raise TrainkitError(
            f"There are {len(places)} copies of {name}, in {listed}, and nobody can tell which one "
            "you worked in. Name its folder with --folder; nothing was done."
        )
    return places[0], name


def own_lesson(place: Path, notebook: str) -> Lesson:
    """Return the lesson as a trainee's own copy tells it; as authored where that cannot be read.

    Args:
        place: The folder of the copy.
        notebook: Id of the notebook.
    """
    authored = lesson(notebook)
    try:
        content = regular_bytes(place / f"{authored.id}.ipynb", LARGEST_NOTEBOOK)
    except (OSError, ValueError):
        return authored
    return lesson_in(content, authored)


def _places(folder: Path, name: str) -> list[Path]:
    """Return all folders in which a trainee's copy of a notebook lies, as `trainkit lab` has it."""
    lab = folder / "notebooks"
    usual = [folder, folder / name, lab / name, *sorted(lab.glob(f"*/{name}"))]
    return [place for place in usual if (place / f"{name}.ipynb").is_file()]


def _nothing_here(folder: Path, names: Sequence[str], notebook: str | None) -> TrainkitError:
    there = [path.name for path in folder.glob("*.ipynb")] if folder.is_dir() else []
    wanted = f"{names[0]}.ipynb" if notebook else "notebook of a lesson"
    hint = nearest(wanted, there) if notebook else ""
    return TrainkitError(
        f"There is no {wanted} in {folder}.{hint} Go to the folder that you worked in, or name it "
        "with --folder."
    )

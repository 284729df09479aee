"""Command practice: a trainee's own history, and fresh tries that count for nothing."""

from pathlib import Path
from typing import Annotated, Any

import typer

from trainkit.cli.catalogue import Json
from trainkit.cli.history import history_of, show_history
from trainkit.cli.output import show_json
from trainkit.errors import TrainkitError


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command()(practice)


def practice(
    notebook: Annotated[
        str | None, typer.Argument(help="Id of a notebook; the only one here when left out.")
    ] = None,
    new: Annotated[bool, typer.Option("--new", help="Begin a fresh try beside your work.")] = False,
    folder: Annotated[Path, typer.Option(help="The folder that you work in.")] = Path(),
    trainee: Annotated[
        str | None, typer.Option(help="Your id; the one you started with when left out.")
    ] = None,
    json: Json = False,
) -> None:
    """Show what is checked and what you did so far, or begin a fresh try that counts for nothing.

    Examples: trainkit practice E1

    trainkit practice E1 --new
    """
    from trainkit.lessons.own_folder import own_lesson, own_place

    place, name = own_place(folder.expanduser().resolve(), notebook)
    if new:
        _begin(place, own_lesson(place, name), trainee, json)
        return
    found = history_of(place, own_lesson(place, name))
    if json:
        show_json(found)
    else:
        show_history(found)


def _begin(place: Path, lesson: Any, trainee: str | None, json: bool) -> None:
    from trainkit.lessons.practice import begin_practice

    made = begin_practice(place, lesson, _owner(place, lesson.id, trainee))
    path = made.folder / f"{lesson.id}.ipynb"
    if json:
        show_json({"try": made.number, "notebook": str(path)})
        return
    print(f"{path} made: PRACTICE, try {made.number} of {lesson.id}, on a fresh variant.")
    print("It counts for nothing and cannot be handed in. Your graded work is not touched.")
    print(
        f"Open it in JupyterLab: from the folder {made.folder.parent.parent}, it lies in "
        f"{made.folder.parent.name}, {made.folder.name}."
    )


def _owner(place: Path, notebook: str, trainee: str | None) -> str:
    from trainkit.lessons.reading import read
    from trainkit.lessons.records import FILE
    from trainkit.lessons.trainee import announced_id

    found = trainee or read(place / FILE).trainee or announced_id()
    if not found:
        raise TrainkitError(
            f"{notebook} was never started here, so nobody knows who practises. Say your id with "
            f"--trainee: `trainkit practice {notebook} --new --trainee YOUR-ID`."
        )
    return found

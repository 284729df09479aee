"""Commands overlay new, check and show: what an academy changes in a notebook, without Python."""

from typing import Annotated, Any

import typer

from trainkit.cli.catalogue import Json
from trainkit.cli.exchange import HERE, Notebook, Workspace, opened_academy
from trainkit.cli.output import show_json, show_table
from trainkit.errors import TrainkitError

Names = Annotated[list[str] | None, typer.Argument(help="Ids of notebooks; all when left out.")]


def register(app: typer.Typer) -> None:
    """Add the commands to *app*."""
    group = typer.Typer(help="Change points, dates, texts and tasks of a notebook, as data.")
    group.callback()(_overlay)
    for command in (new, check, show):
        group.command()(command)
    app.add_typer(group, name="overlay")


def _overlay() -> None:
    """Change points, dates, texts and tasks of a notebook, as data."""


def new(notebook: Notebook, workspace: Workspace = HERE) -> None:
    """Make overlay/NOTEBOOK.toml: it changes nothing yet and shows what can be changed.

    Example: trainkit overlay new E1
    """
    from trainkit.grading.overlay.beginning import begin_overlay

    path = begin_overlay(opened_academy(workspace), notebook)
    print(f"{path} made. Change it, then `trainkit overlay check {path.stem}`.")


def check(notebooks: Names = None, workspace: Workspace = HERE, json: Json = False) -> None:
    """Say whether overlays fit their notebooks; one that does not is refused with its line.

    Exit code 1 when one is refused.

    Example: trainkit overlay check E1
    """
    academy = opened_academy(workspace)
    rows = [_checked(academy, name) for name in notebooks or _names(academy)]
    if json:
        show_json({"overlays": rows})
    elif not rows:
        print("There are no overlays. Make one: `trainkit overlay new E1`.")
    for row in rows if not json else []:
        print(row["told"])
    raise typer.Exit(0 if all(row["fits"] for row in rows) else 1)


def _names(academy: Any) -> list[str]:
    from trainkit.grading.overlay.source import files

    return [path.stem for path in files(academy.folder)]


def _checked(academy: Any, name: str) -> dict[str, Any]:
    from trainkit.grading.build import build_notebook
    from trainkit.grading.building import planned

    try:
        source, lesson, overlay = planned(academy, name)
        build_notebook(source, lesson, overlay)
    except TrainkitError as error:
        return {"notebook": name, "fits": False, "told": str(error)}
    told = f"{overlay.source.path} fits" if overlay else f"{lesson.id} has no overlay"
    return {"notebook": lesson.id, "fits": True, "told": f"{told}."}


def show(notebook: Notebook, workspace: Workspace = HERE, json: Json = False) -> None:
    """Show what differs from the notebook as it was authored.

    Example: trainkit overlay show E1
    """
    from trainkit.grading.overlay.differences import differences
    from trainkit.grading.overlay.reading import overlay_of

    overlay = overlay_of(opened_academy(workspace), notebook)
    rows = differences(overlay) if overlay else []
    if json:
        show_json({"differences": rows})
    elif rows:
        show_table(rows)
    else:
        print(f"{notebook} is here as it was authored.")

"""Commands of an academy: academy init, build; with those of exchange by file."""

from pathlib import Path
from typing import Annotated

import typer

from trainkit.cli import exchange
from trainkit.cli.catalogue import Json
from trainkit.cli.exchange import HERE, Workspace, opened_academy
from trainkit.cli.output import show_json, show_table


def register(app: typer.Typer) -> None:
    """Add the commands to *app*."""
    group = typer.Typer(help="Make an academy: one folder with one gradebook.")
    group.callback()(_academy)
    group.command("init")(init)
    app.add_typer(group, name="academy")
    app.command()(build)
    exchange.register(app)


def _academy() -> None:
    """Make an academy: one folder with one gradebook and its own configuration."""


def init(
    workspace: Workspace = HERE,
    keys: Annotated[
        Path | None, typer.Option(help="Folder of the keys; the checkout's when left out.")
    ] = None,
    course_key: Annotated[
        Path | None, typer.Option(help="File of the academy's secret, made when missing.")
    ] = None,
    courses: Annotated[
        Path | None, typer.Option(help="Folder of courses; the installed ones when left out.")
    ] = None,
) -> None:
    """Make an academy: folders, configuration, secret and gradebook; nothing is overwritten.

    Example: trainkit academy init --workspace academy
    """
    from trainkit.grading.academy import init_academy

    for line in init_academy(workspace, course_key, keys, courses):
        print(line)
    print(f"The academy is {workspace.expanduser().resolve()}. Next: `trainkit build`.")


def build(
    notebooks: Annotated[
        list[str] | None, typer.Argument(help="Ids of notebooks; all when left out.")
    ] = None,
    workspace: Workspace = HERE,
    json: Json = False,
) -> None:
    """Build notebooks from their authored texts, and release them without solutions.

    Example: trainkit build E1 A1
    """
    from trainkit.grading.authored import all_authored
    from trainkit.grading.building import build as built

    academy = opened_academy(workspace)
    names = notebooks or list(all_authored(academy.courses))
    rows = [{"notebook": (path := built(academy, name)).stem, "release": path} for name in names]
    if json:
        show_json({"built": [{**row, "release": str(row["release"])} for row in rows]})
    else:
        show_table(rows)

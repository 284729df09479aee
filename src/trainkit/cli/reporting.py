"""Command report: the gradebook for instructors."""

from typing import Annotated

import typer

from trainkit.cli.catalogue import Json
from trainkit.cli.exchange import HERE, Workspace, opened_academy
from trainkit.cli.gradebook import show_marks, shown_rows
from trainkit.cli.output import show_json


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command()(report)


def report(
    notebook: Annotated[
        str | None, typer.Argument(help="Id of a notebook; all when left out.")
    ] = None,
    workspace: Workspace = HERE,
    json: Json = False,
) -> None:
    """Show the gradebook: points, mark, red lines, and what waits for a marker.

    Example: trainkit report E1 --json
    """
    from trainkit.grading.report import reports
    from trainkit.lessons.catalogue import lesson

    rows = reports(opened_academy(workspace), lesson(notebook).id if notebook else None)
    if json:
        show_json({"rows": shown_rows(rows)})
    elif rows:
        show_marks(rows)
    else:
        print("Nobody has submitted yet. Collect with nbgrader, or `trainkit grade --import`.")

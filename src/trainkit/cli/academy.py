"""Commands of an academy: academy init, build, grade, report; with those of exchange by file."""

from pathlib import Path
from typing import Annotated, Any

import typer

from trainkit.cli import exchange
from trainkit.cli.catalogue import Json
from trainkit.cli.exchange import HERE, Notebook, Workspace, opened_academy
from trainkit.cli.gradebook import shown_rows
from trainkit.cli.output import show_json, show_table


def register(app: typer.Typer) -> None:
    """Add the commands to *app*."""
    group = typer.Typer(help="Make an academy: one folder with one gradebook.")
    group.callback()(_academy)
    group.command("init")(init)
    app.add_typer(group, name="academy")
    app.command()(build)
    exchange.register(app)
    app.command()(grade)
    app.command()(report)


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


def grade(
    notebook: Notebook,
    import_: Annotated[
        Path | None, typer.Option("--import", help="Take in a folder or a ZIP first.")
    ] = None,
    trainee: Annotated[
        list[str] | None, typer.Option(help="Whose submission; may be repeated.")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Grade what is unchanged too.")] = False,
    workspace: Workspace = HERE,
    json: Json = False,
) -> None:
    """Grade the submissions of a notebook, write feedback, and show the marks.

    Exit code 1 when a submission was refused or failed; the others are graded.

    Examples: trainkit grade e/E1

    trainkit grade E1 --import inbox/monday.zip
    """
    from trainkit.grading.intake import graded

    found = graded(opened_academy(workspace), notebook, import_, trainee, again)
    if json:
        show_json(
            {
                "notebook": found.notebook,
                "graded_now": found.graded_now,
                "rows": shown_rows(found.rows),
                "feedback": {name: str(page) for name, page in found.feedback.items()},
            }
        )
    else:
        _show(found.rows)
        print(f"{found.graded_now} graded now. Feedback: {_pages(found.feedback)}.")
    raise typer.Exit(0 if found.clean else 1)


def _pages(feedback: Any) -> str:
    return "none" if not feedback else str(next(iter(feedback.values())).parents[2])


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
        _show(rows)
    else:
        print("Nobody has submitted yet. Collect with nbgrader, or `trainkit grade --import`.")


def _show(rows: Any) -> None:
    """Print rows as a table, and the notes beneath it."""
    show_table([{k: v for k, v in row.items() if k != "notes"} for row in shown_rows(rows)])
    for row in rows:
        for note in row.notes:
            print(f"{row.trainee}: {note}")

"""Command export; with those on what is held of a person."""

from pathlib import Path
from typing import Annotated, Any

import typer

from trainkit.cli import privacy
from trainkit.cli.catalogue import Json
from trainkit.cli.exchange import HERE, Workspace, opened_academy
from trainkit.cli.output import show_json
from trainkit.errors import TrainkitError, nearest


def register(app: typer.Typer) -> None:
    """Add the commands to *app*."""
    app.command()(export)
    privacy.register(app)


def export(
    to: Annotated[Path, typer.Option(help="The file that is written.")],
    notebook: Annotated[
        str | None, typer.Argument(help="Id of a notebook; all when left out.")
    ] = None,
    format_: Annotated[
        str, typer.Option("--format", help="csv, moodle, xapi, or nbgrader.")
    ] = "csv",
    pseudonyms: Annotated[
        bool, typer.Option("--pseudonyms", help="Pseudonyms in place of names and ids.")
    ] = False,
    key_table: Annotated[
        Path | None, typer.Option(help="Also write who is behind which pseudonym, to this file.")
    ] = None,
    provisional: Annotated[
        bool, typer.Option("--provisional", help="Marks that wait for a marker, too.")
    ] = False,
    trainee: Annotated[list[str] | None, typer.Option(help="Whose; may be repeated.")] = None,
    by: Annotated[str | None, typer.Option(help="Who exports; this machine's user.")] = None,
    workspace: Workspace = HERE,
    json: Json = False,
) -> None:
    """Write final marks to a file for Moodle, a learning record store or a spreadsheet.

    Examples: trainkit export E1 --format moodle --to marks.csv

    trainkit export --format xapi --to marks.jsonl --pseudonyms
    """
    from trainkit.grading.exporting.export import export_marks
    from trainkit.grading.exporting.marks import Chosen
    from trainkit.grading.exporting.xapi import HOME_PAGE
    from trainkit.grading.nbgrader_use import gradebook
    from trainkit.grading.who import who_acts
    from trainkit.lessons.catalogue import lesson

    academy, form = opened_academy(workspace), _format(format_)
    notebooks = (lesson(notebook).id,) if notebook else ()
    chosen = Chosen(notebooks, tuple(trainee or ()), pseudonyms, provisional)
    home_page = str(academy.config.MarkExport.get("home_page", HOME_PAGE))
    with gradebook(academy) as book:
        done = export_marks(
            academy, book, form, to, chosen, who_acts(by), key_table, home_page=home_page
        )
        book.db.commit()
    if json:
        show_json({"file": str(to), "format": form, **vars(done)})
    else:
        _say(to, form, done)


def _format(name: str) -> Any:
    from trainkit.grading.exporting.export import FORMATS

    if name not in FORMATS:
        raise TrainkitError(
            f"There is no format '{name}'; there are {', '.join(FORMATS)}.{nearest(name, FORMATS)}"
        )
    return name


def _say(to: Path, form: str, done: Any) -> None:
    print(f"{to} made ({form}): {done.marks} final marks.")
    if done.held_back:
        print(
            f"Left out, because a marker has not seen them: {done.held_back}. --provisional takes "
            "them in as they stand."
        )
    if done.without:
        print(f"Without a mark, because nothing came or could be graded: {done.without}.")

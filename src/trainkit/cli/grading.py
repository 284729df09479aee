"""Command grade: take in, score, write feedback, show the marks."""

from pathlib import Path
from typing import Annotated, Any

import typer

from trainkit.cli.catalogue import Json
from trainkit.cli.exchange import HERE, Notebook, Workspace, opened_academy
from trainkit.cli.gradebook import show_marks, shown_rows
from trainkit.cli.output import show_json


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command()(grade)


def grade(
    notebook: Notebook,
    import_: Annotated[
        Path | None, typer.Option("--import", help="Take in a folder or a ZIP first.")
    ] = None,
    trainee: Annotated[
        list[str] | None, typer.Option(help="Whose submission; may be repeated.")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Grade what is unchanged too.")] = False,
    explain: Annotated[
        str | None, typer.Option(metavar="TRAINEE", help="Say why a trainee's marks are so.")
    ] = None,
    workspace: Workspace = HERE,
    json: Json = False,
) -> None:
    """Grade the submissions of a notebook, write feedback, and show the marks.

    Exit code 1 when a submission was refused or failed; the others are graded.

    Examples: trainkit grade e/E1

    trainkit grade E1 --import inbox/monday.zip

    trainkit grade --explain ada E1
    """
    if explain is not None:
        _explain(workspace, notebook, explain, json=json)
        return
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
        show_marks(found.rows)
        print(f"{found.graded_now} graded now. Feedback: {_pages(found.feedback)}.")
    raise typer.Exit(0 if found.clean else 1)


def _pages(feedback: Any) -> str:
    return "none" if not feedback else str(next(iter(feedback.values())).parents[2])


def _explain(workspace: Path, notebook: str, trainee: str, *, json: bool) -> None:
    from trainkit.cli.explaining import show_explanation
    from trainkit.grading.explaining import explanation

    show_explanation(explanation(opened_academy(workspace), notebook, trainee), json=json)

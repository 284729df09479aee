"""Command extend: more time for one trainee, with a reason."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from trainkit.cli.catalogue import Json
from trainkit.cli.exchange import HERE, Workspace, opened_academy
from trainkit.cli.output import show_json, show_table
from trainkit.errors import TrainkitError


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command()(extend)


def extend(
    trainee: Annotated[str | None, typer.Argument(help="Id of the trainee.")] = None,
    notebook: Annotated[str | None, typer.Argument(help="Id of a notebook.")] = None,
    until: Annotated[
        str | None, typer.Option(help="Until when: date, time and zone; or --days.")
    ] = None,
    days: Annotated[
        float | None, typer.Option(min=0.01, max=3650.0, help="Days after the due date.")
    ] = None,
    reason: Annotated[str, typer.Option(help="Why.")] = "",
    by: Annotated[str | None, typer.Option(help="Who grants it; you when left out.")] = None,
    list_: Annotated[bool, typer.Option("--list", help="List what was granted.")] = False,
    workspace: Workspace = HERE,
    json: Json = False,
) -> None:
    """Give one trainee more time for a notebook, with a reason; or list what was given.

    Examples: trainkit extend ada-strong E1 --days 2 --reason "at sea until Friday"

    trainkit extend ada-strong E1 --until "2026-12-03 18:00 Europe/Rome" --reason "ill"

    trainkit extend --list
    """
    if list_:
        _listed(workspace, trainee, json=json)
        return
    if not trainee or not notebook or (until is None) == (days is None):
        raise TrainkitError(
            "Say who, which notebook, and either --until or --days: `trainkit extend ada-strong "
            'E1 --days 2 --reason "at sea until Friday"`; or --list.'
        )
    print(_granted(workspace, trainee, notebook, until, days, reason, by))


def _granted(
    workspace: Path,
    trainee: str,
    notebook: str,
    until: str | None,
    days: float | None,
    reason: str,
    by: str | None,
) -> str:
    from trainkit.grading.exchange.dates import Due, both, parse_due
    from trainkit.grading.exchange.deadline import due_of
    from trainkit.grading.exchange.extending import grant
    from trainkit.grading.nbgrader_use import gradebook
    from trainkit.grading.who import who_acts
    from trainkit.lessons.catalogue import lesson
    from trainkit.lessons.trainee import trainee_id

    name, who = lesson(notebook).id, trainee_id(trainee)
    with gradebook(opened_academy(workspace)) as book:
        due = due_of(book, name)
        more = timedelta(days=days or 0.0)
        asked = parse_due(until) if until else Due(due.at + more, due.zone) if due else None
        granted = grant(book, due, who, name, asked, reason, who_acts(by))
        book.db.commit()
    return (
        f"{who} has until {both(Due(granted.until, granted.zone))} for {name}. What being late "
        f"costs follows when you grade again: `trainkit grade {name}`."
    )


def _listed(workspace: Path, trainee: str | None, *, json: bool) -> None:
    from trainkit.grading.exchange.extending import granted
    from trainkit.grading.nbgrader_use import gradebook

    with gradebook(opened_academy(workspace)) as book:
        found = granted(book, trainee)
    rows = [
        {
            "trainee": one.trainee,
            "notebook": one.notebook,
            "until": str(one),
            "reason": one.reason,
            "by": one.who,
            "granted": one.at,
        }
        for one in found
    ]
    if json:
        show_json({"extensions": rows})
    elif rows:
        show_table(rows)
    else:
        print("No extension was granted.")

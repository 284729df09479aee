"""Command enrol: trainees from a list into the gradebook, bad rows named."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from trainkit.cli.catalogue import Json
from trainkit.cli.exchange import HERE, Workspace, opened_academy
from trainkit.cli.output import show_json
from trainkit.errors import TrainkitError, printable


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command()(enrol)


def enrol(
    students: Annotated[
        Path | None, typer.Argument(help="A CSV file: id, last_name, first_name, email.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be done.")
    ] = False,
    template: Annotated[Path | None, typer.Option(help="Write an example to this file.")] = None,
    by: Annotated[str | None, typer.Option(help="Who does it; this machine's user.")] = None,
    workspace: Workspace = HERE,
    json: Json = False,
) -> None:
    """Enrol trainees from a CSV file; bad rows are named, the others enrolled.

    The first line heads the columns, in any order, in English, Italian or Turkish; only the id is
    needed. Exit code 1 when a row is bad.

    Examples: trainkit enrol --template students.csv

    trainkit enrol students.csv --dry-run
    """
    if template is not None:
        _write_example(template)
    elif students is None:
        raise TrainkitError(
            "Name the list: `trainkit enrol students.csv`. `trainkit enrol --template "
            "students.csv` writes an example to begin from."
        )
    else:
        _enrol(students, dry_run, by, workspace, json)


def _write_example(template: Path) -> None:
    from trainkit.grading.roster import write_template

    write_template(template)
    print(f"{template} made: put your trainees in the place of the two examples.")


def _enrol(students: Path, dry_run: bool, by: str | None, workspace: Path, json: bool) -> None:
    from trainkit.grading.enrolment import enrol as enrolled
    from trainkit.grading.nbgrader_use import gradebook
    from trainkit.grading.roster import read_roster
    from trainkit.grading.who import who_acts

    academy, roster = opened_academy(workspace), read_roster(students)
    with gradebook(academy) as book:
        found = enrolled(book, roster, who_acts(by), dry_run=dry_run)
        if not dry_run:
            book.db.commit()
    told = _told(found, roster, dry_run)
    if json:
        show_json(told)
    else:
        _show(told)
    raise typer.Exit(1 if roster.bad else 0)


def _told(found: Sequence[Any], roster: Any, dry_run: bool) -> dict[str, Any]:
    from trainkit.grading.enrolment import counted

    return {
        "dry_run": dry_run,
        **counted(found),
        "changes": {one.person.id: one.told for one in found if one.told},
        "bad": [{"line": row.line, "what": row.what} for row in roster.bad],
        "notes": list(roster.notes),
    }


def _show(told: Mapping[str, Any]) -> None:
    for row in told["bad"]:
        print(printable(f"Line {row['line']}: {row['what']}"))
    for trainee, change in told["changes"].items():
        print(printable(f"{trainee}: {change}."))
    for note in told["notes"]:
        print(printable(f"Note: {note}."))
    bad = len(told["bad"])
    rows = "1 row is" if bad == 1 else f"{bad} rows are"
    end = " Nothing was written: this was a dry run." if told["dry_run"] else ""
    print(
        f"{told['added']} added, {told['updated']} updated, {told['unchanged']} unchanged; "
        f"{rows} bad.{end}"
    )
    if bad:
        print("Mend the bad rows in the file and give it again; the others stay enrolled.")

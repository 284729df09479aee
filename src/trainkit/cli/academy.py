"""Commands of an academy: academy init, move and rotate-key, build; with those of exchange."""

from pathlib import Path
from typing import Annotated

import typer

from trainkit.cli import exchange, extending
from trainkit.cli.catalogue import Json
from trainkit.cli.exchange import HERE, Workspace, opened_academy
from trainkit.cli.output import show_json, show_table


def register(app: typer.Typer) -> None:
    """Add the commands to *app*."""
    group = typer.Typer()
    group.callback()(_academy)
    group.command("init")(init)
    group.command("move")(move)
    group.command("rotate-key")(rotate_key)
    app.add_typer(group, name="academy")
    app.command()(build)
    exchange.register(app)
    extending.register(app)


def _academy() -> None:
    """Make an academy, move its gradebook to another database, or give it a new course key."""


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
    database_url: Annotated[
        str, typer.Option(help="Database of the gradebook; a file of SQLite when left out.")
    ] = "",
) -> None:
    """Make an academy: folders, configuration, secret and gradebook; nothing is overwritten.

    Examples: trainkit academy init --workspace academy

    trainkit academy init --database-url postgresql://sam@db.example/grades
    """
    from trainkit.grading.academy import init_academy

    for line in init_academy(workspace, course_key, keys, courses, database_url):
        print(line)
    print(f"The academy is {workspace.expanduser().resolve()}. Next: `trainkit build`.")


def move(
    database_url: Annotated[str, typer.Option(help="The empty database it moves to.")],
    workspace: Workspace = HERE,
    json: Json = False,
) -> None:
    """Move the gradebook to another database with every mark; the old one stays as it is.

    Example: trainkit academy move --database-url postgresql://sam@db.example/grades
    """
    from trainkit.grading.moving import move as moved

    found = moved(opened_academy(workspace), database_url)
    if json:
        show_json({name: getattr(found, name) for name in ("before", "now", "rows", "notes")})
        return
    done = f"{found.rows} rows copied and compared" if found.rows else "all rows were there already"
    print(f"The gradebook lies in {found.now} now: {done}.")
    for note in found.notes:
        print(note)
    print(f"{found.before} is left as it was; keep it until you have looked. Restart formgrader.")


def rotate_key(
    reason: Annotated[str, typer.Option(help="Why; the journal keeps it.")],
    by: Annotated[
        str | None, typer.Option(help="Who does it; this machine's user when left out.")
    ] = None,
    workspace: Workspace = HERE,
    json: Json = False,
) -> None:
    """Give the academy a new course key; marks that were given stay as they are.

    Example: trainkit academy rotate-key --reason "A laptop was lost."
    """
    from trainkit.grading.keyring import rotate
    from trainkit.grading.nbgrader_use import gradebook
    from trainkit.grading.who import who_acts

    academy = opened_academy(workspace)
    with gradebook(academy) as book:
        before, now = rotate(academy, book, reason, who_acts(by))
        book.db.commit()
    place = academy.course_key_file
    if json:
        show_json({"before": before, "now": now, "course_key_file": str(place)})
        return
    print(f"{place} holds a new course key, {now}; the one before, {before}, lies beside it.")
    print("Keep a copy of both. What is graded from now on is scored under the new one.")


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
    from trainkit.grading.building import planned

    academy = opened_academy(workspace)
    names = notebooks or list(all_authored(academy.courses))
    for name in names:
        planned(academy, name)  # before anything is released
    rows = [{"notebook": (path := built(academy, name)).stem, "release": path} for name in names]
    if json:
        show_json({"built": [{**row, "release": str(row["release"])} for row in rows]})
    else:
        show_table(rows)

"""Commands of exchange by file: release for an instructor, submit for a trainee."""

from pathlib import Path
from typing import Annotated, Any

import typer

from trainkit.cli.catalogue import Json
from trainkit.cli.output import show_json
from trainkit.errors import TrainkitError

Workspace = Annotated[Path, typer.Option(help="The academy's folder.", envvar="TRAINKIT_WORKSPACE")]
Notebook = Annotated[str, typer.Argument(help="Id of a notebook: E1, or e/E1 with its course.")]
Zip = Annotated[bool, typer.Option("--zip", help="Make a ZIP file.")]
Out = Annotated[Path | None, typer.Option(help="The file that is written.")]
AcademyFigures = Annotated[
    str, typer.Option("--academy", help="The academy's figures, as your instructor told you.")
]
HERE = Path("academy")


def register(app: typer.Typer) -> None:
    """Add the commands to *app*."""
    app.command()(release)
    app.command()(submit)
    app.command()(receipt)


def opened_academy(workspace: Path) -> Any:
    """Return the academy in a folder."""
    from trainkit.grading.academy import open_academy

    return open_academy(workspace)


def release(
    notebook: Notebook,
    zip_: Zip = False,
    out: Out = None,
    due: Annotated[str | None, typer.Option(help="Until when: date, time and zone.")] = None,
    workspace: Workspace = HERE,
) -> None:
    """Make the signed ZIP that trainees get, or put it into the academy's exchange folder.

    Examples: trainkit release E1 --zip

    trainkit release E1 --zip --due "2026-12-01 18:00 Europe/Rome"
    """
    from trainkit.grading.exchange.handing_out import release_to_exchange, release_zip
    from trainkit.grading.exchange.keypair import academy_key, fingerprint, public_part
    from trainkit.lessons.catalogue import lesson

    academy, name = opened_academy(workspace), lesson(notebook).id
    until = _due(academy, name, due)
    if zip_:
        path = release_zip(academy, name, out or Path(f"{name}.zip"))
        print(f"{path} made: send it to your trainees.")
    else:
        print(f"{name} is in the exchange {release_to_exchange(academy, name)}.")
    own = fingerprint(public_part(academy_key(academy)))
    print(f"{until} Signed by your academy {own}: tell trainees these figures.")


def _due(academy: Any, notebook: str, given: str | None) -> str:
    """Set the due date that was given, and return until when a notebook is due, in a sentence."""
    from trainkit.grading.exchange.dates import both, parse_due
    from trainkit.grading.exchange.deadline import due_of, set_due
    from trainkit.grading.nbgrader_use import gradebook

    wanted = parse_due(given) if given else None
    with gradebook(academy) as book:
        if wanted:
            set_due(book, notebook, wanted)
            book.db.commit()
        due = due_of(book, notebook)
    return f"It is due on {both(due)}." if due else "It has no due date."


def submit(
    notebook: Annotated[
        str | None, typer.Argument(help="Id of a notebook; the only one here when left out.")
    ] = None,
    zip_: Zip = False,
    folder: Annotated[Path, typer.Option(help="The folder that you worked in.")] = Path(),
    trainee: Annotated[
        str | None, typer.Option(help="Your id; the one you started with when left out.")
    ] = None,
    out: Out = None,
    json: Json = False,
) -> None:
    """Make the ZIP that you hand in, and a receipt for you.

    Example: trainkit submit E1 --zip
    """
    from trainkit.grading.exchange.handing_in import submit_zip

    _require_zip(zip_)
    made = submit_zip(folder, notebook, trainee, out)
    told = {
        "zip": str(made.path),
        "folder": str(made.folder),
        "receipt": str(made.receipt),
        "notebook": made.notebook,
        "trainee": made.trainee,
        "sha256": made.digest,
        "at": made.at.isoformat(timespec="seconds"),
        "notes": list(made.notes),
    }
    if json:
        show_json(told)
        return
    print(f"{made.path} made, handed in by {made.trainee}: send it to your instructor.")
    print(f"Packed is your work in {made.folder}.")
    print(f"{made.receipt} is your receipt: keep it. Hash {made.digest}.")
    for note in made.notes:
        print(f"Note: {note}.")


def _require_zip(given: bool) -> None:
    if not given:
        raise TrainkitError(
            "Say --zip to hand in by file. Where your academy has nbgrader's exchange, hand in "
            "from JupyterLab, in the Assignment List."
        )


def receipt(
    file: Annotated[Path, typer.Argument(help="The receipt that your academy sent you.")],
    folder: Annotated[Path, typer.Option(help="Where your own receipts are.")] = Path(),
    academy: AcademyFigures = "",
    json: Json = False,
) -> None:
    """Check the receipt of your academy, offline: what it received, and when.

    Example: trainkit receipt ada-strong.json
    """
    from trainkit.grading.exchange.confirming import confirmed, told

    found = confirmed(file, folder, academy)
    if json:
        show_json(
            {
                "notebook": found.notebook,
                "trainee": found.trainee,
                "sha256": found.digest,
                "received": found.received.isoformat(),
                "handed_in": found.handed_in.isoformat(),
                "academy": found.academy,
                "own_receipt": str(found.own) if found.own else None,
            }
        )
        return
    for line in told(found):
        print(line)

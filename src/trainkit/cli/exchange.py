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
HERE = Path("academy")


def register(app: typer.Typer) -> None:
    """Add the commands to *app*."""
    app.command()(release)
    app.command()(submit)


def opened_academy(workspace: Path) -> Any:
    """Return the academy in a folder."""
    from trainkit.grading.academy import open_academy

    return open_academy(workspace)


def release(
    notebook: Notebook, zip_: Zip = False, out: Out = None, workspace: Workspace = HERE
) -> None:
    """Make the ZIP that trainees get, or put the notebook into nbgrader's exchange.

    Examples: trainkit release E1 --zip

    trainkit release E1 --zip --out to-send/E1.zip
    """
    from trainkit.grading.exchange.handing_out import release_to_exchange, release_zip
    from trainkit.lessons.catalogue import lesson

    academy = opened_academy(workspace)
    if zip_:
        path = release_zip(academy, notebook, out or Path(f"{lesson(notebook).id}.zip"))
        print(f"{path} made: send it to your trainees.")
        return
    print(f"{notebook} is in nbgrader's exchange {release_to_exchange(academy, notebook)}.")


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

"""Command copies: what submissions have in common, as facts for the instructor."""

from dataclasses import asdict

import typer

from trainkit.cli.catalogue import Json
from trainkit.cli.exchange import HERE, Notebook, Workspace, opened_academy
from trainkit.cli.output import show_json
from trainkit.errors import printable


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command()(copies)


def copies(notebook: Notebook, workspace: Workspace = HERE, json: Json = False) -> None:
    """Point out submissions that are more alike than honest work; no mark is changed by it.

    Example: trainkit copies E1
    """
    from trainkit.grading.copies import copies as likenesses

    found = likenesses(opened_academy(workspace), notebook)
    if json:
        show_json({"likenesses": [asdict(one) for one in found]})
        return
    for one in found:
        print(printable(one.sentence))
    print(f"{len(found)} found. These are facts to ask about; no mark was changed.")

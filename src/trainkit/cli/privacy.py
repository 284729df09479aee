"""Commands on what an academy holds of a person: holds, forget, retention."""

import typer


def register(app: typer.Typer) -> None:
    """Add the commands to *app*."""

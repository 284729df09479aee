"""Commands that look and do not simulate: list, describe, verify."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from trainkit.cli.output import show_json, show_table
from trainkit.cli.reports import show_description
from trainkit.errors import TrainkitError

Name = Annotated[str, typer.Argument(help="publisher/id of a scenario, or the path of its file.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for a script.")]


def register(app: typer.Typer) -> None:
    """Add the commands to *app*."""
    app.command("list")(list_)
    app.command()(describe)
    app.command()(verify)


def list_(json: Json = False) -> None:
    """List the installed scenarios.

    Example: trainkit list --json
    """
    from trainkit.scenarios import faults, names

    rows = [_row(name) for name in names()]
    broken = faults()
    if json:
        show_json({"scenarios": rows, "broken": broken})
    else:
        show_table(rows)
        if not rows:
            print("No scenario is installed.")
    for publisher, fault in broken.items():
        print(f"The publisher '{publisher}' is broken: {fault}.", file=sys.stderr)


def _row(name: str) -> dict[str, Any]:
    from trainkit.scenarios import load

    try:
        scenario = load(name)
    except TrainkitError as error:
        return {"name": name, "model": "-", "title": f"cannot be read: {error}"}
    return {"name": name, "model": scenario.model.name, "title": scenario.title}


def describe(name: Name, json: Json = False) -> None:
    """Describe a scenario: parameters with units, bounds and provenance, metrics and policies.

    Example: trainkit describe trainkit/two-agency-search
    """
    from trainkit.scenarios import describe as described
    from trainkit.scenarios import load

    content = described(load(name))
    if json:
        show_json(content)
    else:
        show_description(content)


def verify(
    file: Annotated[Path, typer.Argument(help="A saved logbook.")], json: Json = False
) -> None:
    """Verify a saved logbook: exit code 1 when a line was altered, moved or taken out.

    Example: trainkit verify run.jsonl
    """
    from trainkit.kernel.chain import verify as flaw_of

    flaw = flaw_of(file)
    told = f"line {flaw.line} {flaw.what}" if flaw else "whole: every line is as it was written"
    if json:
        show_json({"file": str(file), "whole": flaw is None, "finding": told})
    else:
        print(f"{file}: {told}.")
    raise typer.Exit(1 if flaw else 0)

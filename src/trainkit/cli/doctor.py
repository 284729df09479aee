"""The command that looks at the machine: doctor."""

from dataclasses import asdict

import typer

from trainkit.cli.catalogue import Json
from trainkit.cli.exchange import HERE, Workspace
from trainkit.cli.output import show_json
from trainkit.doctor.finding import Finding


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command()(doctor)


def doctor(
    workspace: Workspace = HERE,
    json: Json = False,
) -> None:
    """Say what this machine can and cannot do; exit code 1 when something needed does not work.

    Example: trainkit doctor --workspace academy
    """
    from trainkit.doctor import examine, works

    findings = examine(workspace)
    well = works(findings)
    if json:
        show_json({"works": well, "findings": [asdict(finding) for finding in findings]})
    else:
        _show(findings, well)
    raise typer.Exit(0 if well else 1)


def _show(findings: list[Finding], well: bool) -> None:
    width = max(len(finding.subject) for finding in findings)
    for finding in findings:
        print(f"{finding.status:<4}  {finding.subject:<{width}}  {finding.found}")
        if finding.advice:
            print(f"{'':<{width + 8}}{finding.advice}")
    told = "All that is needed works." if well else "Something that is needed does not work."
    print(f"\n{told} Lines with 'fail' stop you; lines with 'warn' do not.")

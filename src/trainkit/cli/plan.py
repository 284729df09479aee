"""Commands plan keygen, new, show, diff, approve and verify: one plan, both sides, one version."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from trainkit.cli.catalogue import Json
from trainkit.cli.output import show_json
from trainkit.errors import TrainkitError, printable

File = Annotated[Path, typer.Argument(help="The plan file.")]
Land = Annotated[Path | None, typer.Option(help="A file with the land of the scenario.")]


def register(app: typer.Typer) -> None:
    """Add the commands to *app*."""
    group = typer.Typer(help="An operation plan: five elements, two approvals, one version.")
    group.callback()(_plan)
    for command in (keygen, new, show, diff, approve, verify):
        group.command()(command)
    app.add_typer(group, name="plan")


def _plan() -> None:
    """An operation plan: five elements, two approvals, one version.

    Hash and signatures are a device of this exercise; the paper says nothing of how it is proved.
    """


def keygen(
    side: Annotated[str, typer.Argument(help="The side whose key it is, such as Alder.")],
    out: Annotated[
        Path | None, typer.Option(help="File of the key; your settings folder when left out.")
    ] = None,
    json: Json = False,
) -> None:
    """Make the signing key of a side, for its owner alone; one that is there stays.

    Example: trainkit plan keygen Alder
    """
    from trainkit.joint.plan.keys import made_key
    from trainkit.kernel.keypair import fingerprint

    made = made_key(side, out)
    figures = fingerprint(made.public)
    told = {"side": side, "key": str(made.file), "public_key": made.public, "fingerprint": figures}
    if json:
        show_json(told)
        return
    print(f"{made.file} {'made' if made.is_new else 'is there already and stays'}: keep it.")
    print(f"{made.public_file} is for the other side. Figures to compare by voice: {figures}.")


def new(
    file: File,
    side: Annotated[
        list[str],
        typer.Option(help="NAME or NAME=KEY, twice: a side and its public key, or its file."),
    ],
) -> None:
    """Write a whole plan to be changed, with the two sides' public keys.

    Example: trainkit plan new plan.toml --side Alder --side Borea=borea.public
    """
    from trainkit.joint.plan.writing import new_plan

    plan = new_plan(file, dict(_named(one) for one in side))
    print(f"{file} made. Change it, then `trainkit plan show {file}`. Hash {plan.digest}.")


def _named(given: str) -> tuple[str, str]:
    """Return the name of a side and its public key: that in the settings where none is given."""
    from trainkit.joint.plan.keys import public_key

    name, _, key = (part.strip() for part in given.partition("="))
    return name, public_key(name, key)


def show(file: File, land: Land = None, json: Json = False) -> None:
    """Say what a plan holds, on both clocks, its hash, and who has approved it.

    Example: trainkit plan show plan.toml
    """
    from trainkit.joint.plan.standing import state_of
    from trainkit.joint.plan.telling import lines

    plan = _read(file, land)
    sides = {side: bool(state_of(plan, side)) for side in plan.sides}
    if json:
        show_json({"plan": plan.content["id"], "sha256": plan.digest, "approved": sides,
                   "canonical": plan.canonical})  # fmt: skip
        return
    for line in lines(plan):
        print(printable(line))


def _read(file: Path, land: Path | None) -> Any:
    from trainkit.joint.plan import Plan
    from trainkit.joint.plan.land import land_in, require_at_sea

    plan = Plan.read(file)
    if land:
        require_at_sea(plan, land_in(land))
    return plan


def diff(
    old: Annotated[Path, typer.Argument(help="A version.")],
    new: Annotated[Path, typer.Argument(help="Another version.")],
    json: Json = False,
) -> None:
    """Say what differs in meaning between two versions; exit code 1 when something does.

    Order of keys, line breaks, spaces and forms of one sign are no difference.

    Example: trainkit plan diff plan.toml plan-2.toml
    """
    from trainkit.joint.plan import Plan
    from trainkit.joint.plan.difference import changes

    first, second = Plan.read(old), Plan.read(new)
    found = changes(first, second)
    if json:
        rows = [{"key": one.key, "old": one.old, "new": one.new} for one in found]
        show_json({"old": first.digest, "new": second.digest, "changes": rows})
        raise typer.Exit(1 if found else 0)
    for one in found:
        print(printable(f"{one.key}: {one.old or 'not there'} -> {one.new or 'not there'}"))
    print("Approvals of one are void for the other." if found else f"Same hash {first.digest}.")
    raise typer.Exit(1 if found else 0)


def approve(
    file: File,
    side: Annotated[str, typer.Option(help="The side that approves.")],
    role: Annotated[str, typer.Option(help="Who approves, by role; no name of a person.")],
    key: Annotated[Path | None, typer.Option(help="File of the side's key.")] = None,
    digest: Annotated[
        str, typer.Option("--hash", help="First 12 figures, or all, of the hash you compared.")
    ] = "",
    land: Land = None,
) -> None:
    """Sign the hash of this version for one side; the approval is added at the end of the file.

    Example: trainkit plan approve plan.toml --side Alder --role "chief of the operations room"
    """
    from trainkit.joint.plan.approving import approve as approve_for
    from trainkit.joint.plan.telling import standing

    _read(file, land)
    _, made, is_new = approve_for(file, side, role, key, digest)
    told = "approves" if is_new else "has approved this version already, and nothing was changed:"
    print(printable(f"{side} {told} {file.name} at {made.at.isoformat()} ({made.by_role})."))
    for line in standing(_read(file, land)):
        print(printable(line))


def verify(
    file: File,
    at: Annotated[str | None, typer.Option(help="When, as 2031-05-04T01:00+02:00; now.")] = None,
    act: Annotated[str | None, typer.Option(help="A kind of act, such as patrol.")] = None,
    basis: Annotated[str, typer.Option(help="The national or treaty basis of the act.")] = "",
    x_nm: Annotated[float, typer.Option(help="Where, east, in nautical miles.")] = float("nan"),
    y_nm: Annotated[float, typer.Option(help="Where, north, in nautical miles.")] = float("nan"),
    by: Annotated[str, typer.Option(help="Who acts: a side, or a third party.")] = "",
    national: Annotated[bool, typer.Option("--national", help="Not a joint act.")] = False,
    land: Land = None,
) -> None:
    """Say whether a plan is approved and valid, and whether it covers an act; else exit code 2.

    An act of rescue is always allowed. Example: trainkit plan verify plan.toml
    """
    from trainkit.joint.plan import Act
    from trainkit.joint.plan.zones import moment_of

    moment = moment_of(at, "--at") if at else datetime.now(UTC)
    if act is None:
        plan = _read(file, land)
        found = plan.valid_at(moment)
    else:
        asked = Act(act, basis, not national, x_nm, y_nm, moment, by)
        found = _allowed(file, land, asked)
    if not found:
        raise TrainkitError(f"{file.name}: {found.reason}")
    print(printable(found.reason))


def _allowed(file: Path, land: Path | None, act: Any) -> Any:
    from trainkit.joint.plan import gate

    if act.rescue or not act.joint:  # neither waits for a plan, nor for a file that can be read
        return gate(None, act)
    return gate(_read(file, land), act)

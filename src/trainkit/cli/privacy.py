"""Commands on what an academy holds of a person: holds, forget, retention."""

from typing import Annotated, Any

import typer

from trainkit.cli.catalogue import Json
from trainkit.cli.exchange import HERE, Workspace, opened_academy
from trainkit.cli.output import show_json
from trainkit.errors import printable

Trainee = Annotated[str, typer.Argument(help="Id of the trainee.")]
Yes = Annotated[bool, typer.Option("--yes", help="Delete without asking.")]
By = Annotated[str | None, typer.Option(help="Who deletes; this machine's user when left out.")]
_FATES = {
    "delete": "deleted",
    "submission": "deleted with the notebook beside it",
    "lines": "lines taken out",
    "members": "packed again without the person's files",
    "stays": "stays",
}


def register(app: typer.Typer) -> None:
    """Add the commands to *app*."""
    app.command()(holds)
    app.command()(forget)
    app.command()(retention)


def holds(trainee: Trainee, workspace: Workspace = HERE, json: Json = False) -> None:
    """Show what the academy holds of one person; exit code 1 where it is nothing.

    Example: trainkit holds ada-strong
    """
    from trainkit.grading.privacy.forgetting import holds as held

    found = held(opened_academy(workspace), trainee)
    show_json(_data(found)) if json else _show(found)
    raise typer.Exit(1 if found.empty else 0)


def forget(trainee: Trainee, yes: Yes = False, by: By = None, workspace: Workspace = HERE) -> None:
    """Delete what the academy holds of one person; exit code 1 where not all is gone.

    Example: trainkit forget ada-strong
    """
    from trainkit.grading.privacy.forgetting import holds as held

    academy = opened_academy(workspace)
    if not yes:
        found = held(academy, trainee)
        _show(found)
        if not found.empty:
            typer.confirm("Delete this? It cannot be taken back.", abort=True)
    raise typer.Exit(0 if _forget(academy, trainee, by) else 1)


def retention(
    older_than_days: Annotated[int, typer.Option(min=1, help="Days since the last sign.")],
    yes: Yes = False,
    by: By = None,
    workspace: Workspace = HERE,
) -> None:
    """Delete everybody who was last heard of longer ago than some days.

    Example: trainkit retention --older-than-days 365
    """
    from trainkit.grading.privacy.retention import outdated

    academy = opened_academy(workspace)
    names = outdated(academy, older_than_days)
    if not names:
        print(f"Everybody was heard of within {older_than_days} days.")
        return
    print(f"Last heard of more than {older_than_days} days ago: {printable(', '.join(names))}.")
    if not yes:
        typer.confirm(f"Delete these {len(names)}? It cannot be taken back.", abort=True)
    done = [_forget(academy, name, by) for name in names]
    raise typer.Exit(0 if all(done) else 1)


def _forget(academy: Any, trainee: str, by: str | None) -> bool:
    """Delete a person and say what is left; return whether something was held and all is gone."""
    from trainkit.grading.privacy.forgetting import forget as forgotten
    from trainkit.grading.who import who_acts

    held, left = forgotten(academy, trainee, who_acts(by))
    if held.empty:
        _show(held)
        return False
    rows, files = sum(held.rows.values()), len(held.files) - len(left.files)
    print(f"Deleted of {printable(held.trainee)}: {rows} rows, {files} files.")
    if left.empty:
        print(
            "Every file and row was searched again: id, name and address stand nowhere more. The "
            "database was written anew. Backups and exports elsewhere are yours to delete."
        )
    else:
        _show(left)
    return bool(left.empty)


def _show(found: Any) -> None:
    if found.empty:
        name = printable(found.trainee)
        print(f"Nothing is held of {name}: it was deleted, or never there.{found.hint}")
    for name, count in found.rows.items():
        print(f"{count} rows of {name}")
    for one in found.files:
        print(printable(f"{one.path}: {_FATES[one.fate]}{f', {one.why}' if one.why else ''}"))
    for name in found.mentioned:
        print(f"{name}: a row of another tells of this person, and stays")
    for word in found.ordinary:
        print(printable(f"'{word}' stands in the course too, so it was not looked for"))


def _data(found: Any) -> dict[str, Any]:
    files = [{"path": str(one.path), "fate": one.fate, "why": one.why} for one in found.files]
    return {**vars(found), "files": files}

"""Commands of moderation: second markers, agreement, third markers, the comment bank."""

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from trainkit.cli.catalogue import Json
from trainkit.cli.exchange import HERE, Notebook, Workspace, opened_academy
from trainkit.cli.output import show_json, show_table
from trainkit.errors import TrainkitError


def register(app: typer.Typer) -> None:
    """Add the group of commands to *app*."""
    group = typer.Typer(
        help="Second markers of written answers, and the comment bank.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    for command in (first, allocate, status, comments):
        group.command()(command)
    group.command("import")(import_)
    app.add_typer(group, name="moderate")


def first(
    notebook: Notebook,
    marker: Annotated[str, typer.Option(help="Who gave the marks that stand in formgrader.")],
    trainee: Annotated[
        list[str] | None, typer.Option(help="Whose answer; may be repeated. All when left out.")
    ] = None,
    workspace: Workspace = HERE,
) -> None:
    """Say who gave the first marks that stand in formgrader.

    Example: trainkit moderate first E1 --marker anna
    """
    from trainkit.grading.moderation.naming import name_first_marker

    found = name_first_marker(opened_academy(workspace), notebook, marker, trainee or ())
    print(f"First marks that are {marker}'s now: {len(found.marks)}.")
    _show_problems(found.problems)


def allocate(
    notebook: Notebook,
    markers: Annotated[str, typer.Option(help="Who marks, with commas: anna,bruno.")],
    role: Annotated[
        Literal["first", "second", "third"], typer.Option(help="Which mark they give.")
    ] = "second",
    share: Annotated[
        float | None, typer.Option(help="Share marked twice, 0 to 1; the course's when left out.")
    ] = None,
    fewest: Annotated[
        int | None, typer.Option(help="Marked twice at least; the course's when left out.")
    ] = None,
    seed: Annotated[
        int | None, typer.Option(help="Draw by a number instead of the academy's secret.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Where the markers' folders are made.")] = None,
    workspace: Workspace = HERE,
) -> None:
    """Hand answers out to markers: a page and a form each, without names and without marks.

    Examples: trainkit moderate allocate E1 --markers bruno,carla

    trainkit moderate allocate E1 --role third --markers dora
    """
    from trainkit.grading.moderation.allocating import Plan, allocate

    plan = Plan(markers.split(","), role, share, fewest, seed)
    found = allocate(opened_academy(workspace), notebook, plan, out)
    rows = [
        {"marker": name, "new": found.new.get(name, 0), "open": found.open[name], "folder": folder}
        for name, folder in found.folders.items()
    ]
    show_table(rows)
    for told in found.told:
        print(told)


def import_(
    form: Annotated[Path, typer.Argument(help="The form that came back: to-mark-anna.csv.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Put other levels over the marker's earlier ones.")
    ] = False,
    workspace: Workspace = HERE,
) -> None:
    """Take in the form of a marker; bad rows are named, the others are taken.

    Exit code 1 when a row was not taken.

    Example: trainkit moderate import to-mark-bruno.csv
    """
    from trainkit.grading.moderation.importing import import_marks

    found = import_marks(opened_academy(workspace), form, replacing=replace)
    print(
        f"Marks taken: {len(found.taken)}; there already: {len(found.unchanged)}; answers without "
        f"a level yet: {len(found.open)}."
    )
    if found.waiting:
        print(f"Waiting for a third marker: {', '.join(found.waiting)}.")
    for remark in found.remarks:
        print(remark)
    _show_problems(found.problems)


def _show_problems(problems: list[str]) -> None:
    """Print what was not taken, and end with exit code 1 when there is anything."""
    for problem in problems:
        print(problem)
    raise typer.Exit(1 if problems else 0)


def status(notebook: Notebook, workspace: Workspace = HERE, json: Json = False) -> None:
    """Show who has marked what, how well two markers agree, and what waits for a third.

    Example: trainkit moderate status E1
    """
    from dataclasses import asdict

    from trainkit.grading.moderation.status import status_of

    found = status_of(opened_academy(workspace), notebook)
    if json:
        show_json(asdict(found))
        return
    print(f"{found.notebook}: written answers {found.answers}; without a mark {found.unmarked}.")
    show_table([asdict(one) for one in found.work])
    for line in _agreed(found):
        print(line)
    for one in found.waiting:
        print(_waits(one))
    for told in found.told:
        print(told)


def _agreed(found: Any) -> list[str]:
    agreed, lines = found.agreement, []
    if agreed.exact is not None:
        lines.append(
            f"Marked twice: answers {agreed.answers}, items {agreed.n}; on the same level "
            f"{agreed.exact:.0%}, at most one level apart {agreed.adjacent:.0%}."
        )
    if agreed.kappa is not None:
        reached = "reached" if agreed.kappa >= found.target else "not reached"
        lines.append(
            f"Weighted kappa {agreed.kappa:.2f}, 95 % interval {agreed.low:.2f} to "
            f"{agreed.high:.2f}; the target {found.target:g} is {reached}."
        )
    return [*lines, agreed.told] if agreed.told else lines


def _waits(one: Any) -> str:
    apart = ", ".join(f"{name}: {a} and {b}" for name, (a, b) in one.apart.items())
    by = f" It is with {one.third}." if one.third else ""
    return f"{one.task} of {one.trainee} waits for a third marker ({apart}).{by}"


def comments(
    add: Annotated[
        str | None, typer.Option(help="Code of a new comment; its text stands behind it.")
    ] = None,
    text: Annotated[str | None, typer.Argument(help="Text of the new comment.")] = None,
    workspace: Workspace = HERE,
    json: Json = False,
) -> None:
    """Show the comments that markers can use by a code such as #lr2, or add one.

    Examples: trainkit moderate comments

    trainkit moderate comments --add lr9 "Say from when the paper is in operation."
    """
    from trainkit.grading.moderation.comments import add_comment, bank

    academy = opened_academy(workspace)
    if add is not None or text is not None:
        _added(add_comment(academy, *_both(add, text)))
        return
    rows = [
        {"code": f"#{one.code}", "scale": one.scale, "criterion": one.criterion, "text": one.text}
        for one in sorted(bank(academy).values(), key=lambda one: (one.scale, one.code))
    ]
    if json:
        show_json({"comments": rows})
    else:
        show_table(rows)


def _both(add: str | None, text: str | None) -> tuple[str, str]:
    if add is None or text is None:
        raise TrainkitError(
            'A new comment needs its code and its text: trainkit moderate comments --add lr9 "..."'
        )
    return add, text


def _added(comment: Any) -> None:
    print(f"#{comment.code} added: {comment.text}")

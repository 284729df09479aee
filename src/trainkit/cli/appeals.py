"""Commands of appeals: appeal, appeals, decide."""

from pathlib import Path
from typing import Annotated, Any

import typer

from trainkit.cli.catalogue import Json
from trainkit.cli.exchange import HERE, Notebook, Workspace, opened_academy
from trainkit.cli.output import show_json, show_table
from trainkit.errors import TrainkitError

Trainee = Annotated[str, typer.Argument(help="Id of the trainee.")]
Rule = Annotated[str, typer.Option(help="The red line: R1 to R8.")]
Task = Annotated[str | None, typer.Option(help="Only in this task.")]
Event = Annotated[int | None, typer.Option(help="Only at this entry of the log.")]
By = Annotated[str | None, typer.Option(help="Who does it; this machine's user when left out.")]


def register(app: typer.Typer) -> None:
    """Add the commands to *app*."""
    app.command()(appeal)
    app.command()(appeals)
    app.command()(decide)


def appeal(
    notebook: Notebook,
    trainee: Trainee,
    rule: Rule,
    text: Annotated[str, typer.Option(help="What the trainee says, or @FILE with it.")],
    task: Task = None,
    event: Event = None,
    by: By = None,
    workspace: Workspace = HERE,
) -> None:
    """Note what a trainee says against a red line; it waits for `trainkit decide`.

    Examples: trainkit appeal E1 ada --rule R1 --text "The boat was already under way."

    trainkit appeal E1 ada --rule R1 --text @letter.txt
    """
    from trainkit.grading.appealing import appeal as appealed
    from trainkit.grading.appeals import Wanted
    from trainkit.grading.nbgrader_use import gradebook
    from trainkit.grading.who import who_acts
    from trainkit.lessons.catalogue import lesson

    name, wanted = lesson(notebook).id, Wanted(rule, task, event)
    with gradebook(opened_academy(workspace)) as book:
        lines = appealed(book, name, trainee, wanted, _text(text), who_acts(by))
        book.db.commit()
    for line in lines:
        print(f"Noted: the appeal of {trainee} against {line.name} in {name}. It waits.")


def _text(given: str) -> str:
    """Return a text, or what stands in the file behind an @."""
    if not given.startswith("@"):
        return given
    path = Path(given[1:]).expanduser()
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise TrainkitError(f"The text {path} cannot be read as UTF-8: {error}.") from error


def decide(
    notebook: Notebook,
    trainee: Trainee,
    rule: Rule,
    reason: Annotated[str, typer.Option(help="Why, for the trainee and for the journal.")],
    lift: Annotated[
        bool | None, typer.Option("--lift/--uphold", help="It caps no more, or it stays.")
    ] = None,
    task: Task = None,
    event: Event = None,
    by: By = None,
    workspace: Workspace = HERE,
) -> None:
    """Decide an appeal with a reason; a later decision takes the place of an earlier one.

    Example: trainkit decide E1 ada --rule R1 --lift --reason "The log shows it." --by "M. Oak"
    """
    from trainkit.grading.appealing import Decision
    from trainkit.grading.appealing import decide as decided
    from trainkit.grading.appeals import Wanted
    from trainkit.grading.nbgrader_use import gradebook
    from trainkit.grading.who import who_acts
    from trainkit.lessons.catalogue import lesson

    if lift is None:
        raise TrainkitError("Say --lift, so that the red line caps no more, or --uphold.")
    academy, name, wanted = (
        opened_academy(workspace),
        lesson(notebook).id,
        Wanted(rule, task, event),
    )
    decision: Decision = "lifted" if lift else "upheld"
    with gradebook(academy) as book:
        lines = decided(book, name, trainee, wanted, decision, reason, who_acts(by))
        book.db.commit()
    for line in lines:
        print(f"{line.name} of {trainee} in {name}: {decision}.")
    _feedback(academy, name, trainee)


def _feedback(academy: Any, notebook: str, trainee: str) -> None:
    """Write the trainee's page of feedback anew, so that it says what was decided."""
    from trainkit.grading.pipeline import grade

    (row,) = grade(academy, notebook, [trainee]).rows
    print(f"Final mark: {'-' if row.final is None else f'{row.final:g}'}. Feedback is up to date.")


def appeals(
    notebook: Annotated[
        str | None, typer.Argument(help="Id of a notebook; all when left out.")
    ] = None,
    workspace: Workspace = HERE,
    json: Json = False,
) -> None:
    """List the appeals with their state; exit code 1 where the journal was altered by hand.

    Example: trainkit appeals E1
    """
    from trainkit.grading.appealing import appeals as found
    from trainkit.grading.journal import broken
    from trainkit.grading.nbgrader_use import gradebook
    from trainkit.lessons.catalogue import lesson

    with gradebook(opened_academy(workspace)) as book:
        rows = [_row(one) for one in found(book, lesson(notebook).id if notebook else None)]
        altered = broken(book)
    if json:
        show_json({"appeals": rows, "altered": altered})
    else:
        show_table(rows)
        print("\n".join(_altered(altered)) or ("" if rows else "Nobody has appealed."))
    raise typer.Exit(1 if altered else 0)


def _row(one: Any) -> dict[str, Any]:
    line = one.line
    return {
        "notebook": one.notebook,
        "trainee": one.trainee,
        "rule": line.rule,
        "task": line.task,
        "entry": line.event,
        "state": line.state if one.found else f"{line.state}, found no more",
        "appeal": line.appeal,
        "reason": line.reason,
        "by": line.by,
    }


def _altered(trainees: list[str]) -> list[str]:
    return [
        f"The journal of {name or 'the academy'} is not as it was written: an entry was altered, "
        "moved or taken out by hand. Bring the gradebook back from your copy, or decide anew."
        for name in trainees
    ]

"""Command report: the cohort for instructors."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from trainkit.cli.catalogue import Json
from trainkit.cli.exchange import HERE, Workspace, opened_academy
from trainkit.cli.gradebook import say, show_marks, shown_rows
from trainkit.cli.output import show_json, show_table

_MOST_ROWS = 40


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command()(report)


def report(
    notebook: Annotated[
        str | None, typer.Argument(help="Id of a notebook; all when left out.")
    ] = None,
    html: Annotated[Path | None, typer.Option(help="Write pages into this folder.")] = None,
    csv: Annotated[Path | None, typer.Option(help="Write this file, and one of tasks.")] = None,
    trainee: Annotated[str | None, typer.Option(help="One trainee alone.")] = None,
    workspace: Workspace = HERE,
    json: Json = False,
) -> None:
    """Show the cohort: marks, red lines, what was hard, and who may need help.

    Examples: trainkit report E1

    trainkit report E1 --html report

    trainkit report --trainee ada-strong
    """
    from trainkit.grading.cohort.choosing import alone, member_named
    from trainkit.grading.cohort.gathering import cohorts
    from trainkit.grading.cohort.view import view
    from trainkit.lessons.catalogue import lesson

    academy = opened_academy(workspace)
    found = cohorts(academy, lesson(notebook).id if notebook else None)
    name = member_named(found, trainee) if trainee else None
    views = [view(one) for one in found]
    shown = [alone(one, name) for one in found] if name else found
    if csv:
        _write_csv(shown, csv, json)
    if html:
        _write_html(academy, views, html, name, json)
    if json:
        _show_json(shown, views)
    elif name and not (csv or html):
        _show_trainee(academy, views, name)
    elif not (csv or html):
        _show_cohorts(views)


def _write_csv(cohorts: Sequence[Any], path: Path, quiet: bool) -> None:
    from trainkit.grading.cohort.spreadsheet import write_spreadsheets

    marks, tasks = write_spreadsheets(cohorts, path)
    if not quiet:
        say(f"{marks} made, a line for each submission, and {tasks}, a line for each task.")


def _write_html(
    academy: Any, views: Sequence[Any], folder: Path, trainee: str | None, quiet: bool
) -> None:
    from trainkit.grading.cohort.folder import write_report

    made = write_report(academy, views, folder, trainee)
    if not quiet:
        say(f"{made.index} made: open it in a browser. Pages of trainees: {made.trainees}.")


def _show_json(cohorts: Sequence[Any], views: Sequence[Any]) -> None:
    from trainkit.grading.cohort.data import as_data

    rows = [one.row for cohort in cohorts for one in cohort.members if one.present]
    numbers = {one.cohort.lesson.id: as_data(one) for one in views}
    show_json({"rows": shown_rows(rows), "notebooks": numbers})


def _show_cohorts(views: Sequence[Any]) -> None:
    from trainkit.grading.cohort.summary import sentences

    rows = [one.row for view in views for one in view.cohort.members if one.present]
    if not rows:
        print("Nobody has submitted yet. Collect with nbgrader, or `trainkit grade --import`.")
    else:
        show_marks(rows, _MOST_ROWS)
        print()
    for view in views:
        for sentence in sentences(view.summary) if view.cohort.members else ():
            say(f"{view.cohort.lesson.id}: {sentence}")


def _show_trainee(academy: Any, views: Sequence[Any], trainee: str) -> None:
    from trainkit.grading.cohort.choosing import alone
    from trainkit.grading.cohort.portrait import portrait

    for view in views:
        for member in alone(view.cohort, trainee).members:
            _show_portrait(portrait(academy, view, member))


def _show_portrait(part: Any) -> None:
    show_marks([part.member.row])
    show_table([_task(one) for one in part.tasks])
    say("Minutes are by the trainee's own clock. Cohort is the mean share of the points.")
    for line in part.member.row.lines:
        say(f"Red line {line.rule}, entry {line.event} of the log ({line.state}): {line.text}")
    for fact in part.stuck:
        say(f"{fact}.")
    for one in part.member.hand_ins:
        say(f"Came in {one.at[:16]} UTC ({one.source}), {one.state}: {'; '.join(one.notes) or '-'}")
    print()


def _task(one: Any) -> dict[str, Any]:
    from trainkit.grading.cohort.wording import number, percent

    return {
        "task": one.task.title[:36],
        "state": one.state,
        "points": number(one.points),
        "out_of": number(one.out_of),
        "cohort": percent(one.cohort),
        "hints": one.hints,
        "minutes": round(one.minutes),
    }

"""The main job: simulate a scenario, then release, import and grade two notebooks."""

from pathlib import Path
from typing import Annotated, Any

import typer

from trainkit.errors import TrainkitError

_SCENARIO = "trainkit/two-agency-search"
_NOTEBOOKS = ("E1", "A1")


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(demo)


def demo(
    folder: Annotated[Path, typer.Option(help="Where everything goes.")] = Path("demo"),
    n: Annotated[int, typer.Option(help="Replications of the scenario.", min=1)] = 1000,
) -> None:
    """Run the main job: a scenario is simulated, notebooks are released and graded.

    Example: trainkit demo
    """
    _make(folder)
    _simulate(folder, n)
    _teach(folder / "academy")
    place = str(folder / "academy")
    print("trainkit lab --workspace", f'"{place}"' if " " in place else place)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TrainkitError(
            f"The demo cannot be put into {folder}: {error.strerror}. Name a folder that you may "
            "write, new or old, with --folder."
        ) from error


def _simulate(folder: Path, n: int) -> None:
    from trainkit.cli.reports import show_findings
    from trainkit.cli.simulate import rows_of
    from trainkit.experiments import replicate
    from trainkit.scenarios import load
    from trainkit.views.figures import results_figure, save

    results = replicate(load(_SCENARIO), n)
    picture = folder / "two-agency-search.png"
    save(results_figure(results), picture)
    show_findings(_SCENARIO, results.seed, n, rows_of(results))
    print(f"Picture: {picture}")


def _teach(workspace: Path) -> None:
    from trainkit.cli.gradebook import shown_rows
    from trainkit.cli.output import show_table
    from trainkit.grading.academy import init_academy, open_academy
    from trainkit.grading.building import build

    init_academy(workspace)
    academy = open_academy(workspace)
    for notebook in _NOTEBOOKS:
        build(academy, notebook)
    rows: list[Any] = [row for notebook in _NOTEBOOKS for row in _graded(academy, notebook)]
    show_table(shown_rows(rows))


def _graded(academy: Any, notebook: str) -> list[Any]:
    from trainkit.grading.importing import import_submissions
    from trainkit.grading.pipeline import grade

    import_submissions(academy, notebook, academy.keys.parent / "submissions")
    done = grade(academy, notebook)
    for page in done.feedback.values():
        print(f"Feedback: {page}")
    return list(done.rows)

"""The command that compiles: warmup."""

from pathlib import Path
from typing import Any

import typer

from trainkit.cli.catalogue import Json
from trainkit.cli.output import show_json, show_table


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command()(warmup)


def warmup(json: Json = False) -> None:
    """Compile the fast engine of every installed model that has one; once a machine and release.

    Exit code 1 when it could not be kept.

    Example: trainkit warmup
    """
    from trainkit.kernel.compiled import cache_folder
    from trainkit.kernel.warmth import is_warm

    rows = [_warmed(name, scenario) for name, scenario in sorted(_one_scenario_a_model().items())]
    kept = all(is_warm(row["model"]) for row in rows)
    if json:
        show_json({"models": rows, "folder": str(cache_folder()), "kept": kept})
    else:
        show_table(rows)
        print(_told(cache_folder(), kept))
    raise typer.Exit(0 if kept else 1)


def _told(folder: Path, kept: bool) -> str:
    if kept:
        return f"Compiled engines are kept in {folder}."
    return (
        f"Nothing could be kept in {folder}, so SimPy answers: name a folder that you may write "
        "in the environment variable TRAINKIT_CACHE, and run `trainkit warmup` again."
    )


def _one_scenario_a_model() -> dict[str, Any]:
    """Return a scenario of every model that has a compiled engine, by the model's name."""
    from trainkit.scenarios import load, names

    scenarios = [load(name) for name in names()]
    return {one.model.name: one for one in scenarios if one.model.twin}


def _warmed(model: str, scenario: Any) -> dict[str, Any]:
    from time import perf_counter

    from trainkit.experiments import warm_up
    from trainkit.kernel.warmth import is_warm

    began, before = perf_counter(), is_warm(model)
    warm_up(scenario)
    return {"model": model, "was_warm": before, "seconds": round(perf_counter() - began, 1)}

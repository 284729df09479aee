"""Experiments: one run, many replications, a sweep, a comparison."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError, shown
from trainkit.experiments.comparison import Comparison
from trainkit.experiments.engine import Engine, chosen, simulate
from trainkit.experiments.execution import Where
from trainkit.experiments.gathering import tables_of
from trainkit.experiments.plan import checked_n, checked_seed, whole
from trainkit.experiments.results import Results
from trainkit.experiments.store import opened
from trainkit.kernel.logbook import Logbook
from trainkit.kernel.luck import key
from trainkit.scenarios import Scenario


def run(
    scenario: Scenario,
    *,
    seed: int | None = None,
    replication: int = 0,
    engine: Engine = "auto",
) -> Logbook:
    """Return the logbook of one replication.

    Args:
        scenario: What is simulated.
        seed: Seed of 64 bits; None for the scenario's.
        replication: Which replication of the seed.
        engine: ``simpy``, ``compiled``, or ``auto``; all give the same logbook.

    Raises:
        TrainkitError: an argument is not as it must be.
    """
    chance = checked_seed(scenario, seed)
    number = key(chance, whole(replication, "A replication"))[2]
    asked = chosen(scenario, engine) if engine != "auto" else "simpy"
    return simulate(scenario, chance, number, 1, asked)[0]


def replicate(
    scenario: Scenario,
    n: int,
    *,
    seed: int | None = None,
    engine: Engine = "auto",
    executor: Where = None,
    progress: bool | None = None,
) -> Results:
    """Return the results of *n* replications; values have the shape (n,).

    Args:
        scenario: What is simulated.
        n: Number of replications, at least 1.
        seed: Seed of 64 bits; None for the scenario's.
        engine: ``simpy``, ``compiled``, or ``auto`` for the compiled one where it is warm.
        executor: Any Executor, ``"threads"``, ``"processes"``, or None for what suits the engine.
        progress: Whether to show a bar; None shows it on a terminal after a second.

    Raises:
        TrainkitError: an argument is not as it must be.
    """
    chance = checked_seed(scenario, seed)
    tables = tables_of([scenario], n, chance, engine, executor, progress, None)
    return Results(scenario, chance, int(n), None, (), tables)


def sweep(
    scenario: Scenario,
    name: str,
    at: Iterable[Any],
    n: int,
    *,
    seed: int | None = None,
    engine: Engine = "auto",
    executor: Where = None,
    progress: bool | None = None,
    out: str | Path | None = None,
) -> Results:
    """Return the results of *n* replications at each value; values have the shape (points, n).

    All points meet the same luck. With *out*, each finished task is a Parquet file there, and a
    sweep that was stopped goes on where it was.

    Args:
        scenario: What is simulated.
        name: Dotted name of the varied parameter.
        at: Its values.
        n: Number of replications at each, at least 1.
        seed: Seed of 64 bits; None for the scenario's.
        engine: ``simpy``, ``compiled``, or ``auto``.
        executor: Any Executor, ``"threads"``, ``"processes"``, or None.
        progress: Whether to show a bar; None shows it on a terminal after a second.
        out: Folder for the files.

    Raises:
        TrainkitError: an argument is not as it must be, or the folder cannot be written to.
        StoppedError: Ctrl-C; the message says how to go on.
    """
    chance = checked_seed(scenario, seed)
    values = _values(at)
    checked_n(n)
    points = [scenario.vary(name, value) for value in values]
    store = None if out is None else opened(out, name, values)
    tables = tables_of(points, n, chance, engine, executor, progress, store)
    return Results(scenario, chance, int(n), name, values, tables)


def _values(at: Iterable[Any]) -> tuple[Any, ...]:
    if isinstance(at, str) or not isinstance(at, Iterable):
        raise TrainkitError(
            f"A sweep goes over a list of values, not {shown(at)}: at=[10.0, 20.0]."
        )
    values = tuple(at)
    if not values:
        raise TrainkitError("A sweep goes over at least one value, and the list is empty.")
    return values


def compare(
    a: Scenario,
    b: Scenario,
    n: int,
    *,
    seed: int | None = None,
    engine: Engine = "auto",
    executor: Where = None,
    progress: bool | None = None,
) -> Comparison:
    """Return *n* pairs of replications of two scenarios in the same luck.

    Args:
        a: The first scenario, whose seed is used.
        b: The second: differences are second less first.
        n: Number of pairs, at least 1.
        seed: Seed of 64 bits; None for the first scenario's.
        engine: ``simpy``, ``compiled``, or ``auto``.
        executor: Any Executor, ``"threads"``, ``"processes"``, or None.
        progress: Whether to show a bar; None shows it on a terminal after a second.

    Raises:
        TrainkitError: an argument is not as it must be, or the models differ.
    """
    checked_seed(b, None)
    chance = checked_seed(a, seed)
    if a.model.name != b.model.name:
        raise TrainkitError(
            f"'{a.name}' is of the model '{a.model.name}' and '{b.name}' of '{b.model.name}'. "
            "Scenarios of one model can be compared."
        )
    tables = tables_of([a, b], n, chance, engine, executor, progress, None)
    return Comparison(a, b, chance, int(n), tables)

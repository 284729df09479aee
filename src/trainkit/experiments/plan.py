"""An experiment cut into tasks: a design point and a range of replications, to a table."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.errors import TrainkitError, shown
from trainkit.experiments.engine import Engine, simulate
from trainkit.kernel.luck import key
from trainkit.scenarios import Scenario

Table = dict[str, NDArray[np.float64]]
_SMALLEST: dict[Engine, int] = {"compiled": 100, "simpy": 25}
"""Replications in a task at least; SimPy's take long, and small tasks keep every worker busy."""
_MOST_REPLICATIONS = 1 << 32


@dataclass(frozen=True)
class Task:
    """One piece of an experiment, which may run anywhere.

    Attributes:
        point: Number of the design point.
        scenario: What is simulated.
        seed: Seed of the experiment: all points meet the same luck.
        first: First replication.
        n: Number of replications.
        engine: ``simpy`` or ``compiled``.
    """

    point: int
    scenario: Scenario
    seed: int
    first: int
    n: int
    engine: Engine


def tasks(points: Sequence[Scenario], seed: int, n: int, engine: Engine) -> list[Task]:
    """Return the tasks of *n* replications of each point; the cut depends on *n* and *engine*."""
    size = max(_SMALLEST[engine], -(-n // 64))
    return [
        Task(place, scenario, seed, first, min(size, n - first), engine)
        for place, scenario in enumerate(points)
        for first in range(0, n, size)
    ]


def table(task: Task) -> Table:
    """Return the metrics of a task by name, each of shape (task.n,)."""
    books = simulate(task.scenario, task.seed, task.first, task.n, task.engine)
    return {
        metric.name: np.asarray(metric.read(books), dtype=np.float64)
        for metric in task.scenario.model.metrics
    }


def checked_seed(scenario: Any, seed: Any) -> int:
    """Return the seed of an experiment: the one given, or the scenario's.

    Raises:
        TrainkitError: the first argument is no scenario, or the seed no whole number of 64 bits.
    """
    if not isinstance(scenario, Scenario):
        raise TrainkitError(
            f"An experiment is made of a scenario, not of {shown(scenario)}. Load it first: "
            "load('trainkit/two-agency-search')."
        )
    if seed is None:
        return scenario.seed
    number = whole(seed, "A seed")
    key(number, 0)
    return number


def checked_n(n: Any) -> int:
    """Return a number of replications.

    Raises:
        TrainkitError: it is not a whole number of at least one.
    """
    number = whole(n, "The number of replications")
    if not 1 <= number <= _MOST_REPLICATIONS:
        raise TrainkitError(
            f"{shown(n)} replications cannot be run: ask for 1 or more. About 1,000 give an "
            "interval of a few percent."
        )
    return number


def whole(value: Any, what: str) -> int:
    """Return *value* as a whole number.

    Raises:
        TrainkitError: it is none.
    """
    if isinstance(value, bool) or not isinstance(value, int | np.integer):
        raise TrainkitError(f"{what} is a whole number, not {shown(value)}.")
    return int(value)


def workers() -> int:
    """Return how many processors this process may use."""
    return max(1, os.cpu_count() or 1)

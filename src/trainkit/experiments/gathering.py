"""Gathering the tables of an experiment: from disk, from workers, in order."""

from collections.abc import Iterator, Sequence

import numpy as np

from trainkit.experiments.engine import Engine, chosen
from trainkit.experiments.execution import Where, finished
from trainkit.experiments.plan import Table, Task, checked_n, tasks
from trainkit.experiments.store import Store
from trainkit.scenarios import Scenario


class StoppedError(KeyboardInterrupt):
    """Ctrl-C in an experiment: says what is kept and how to go on."""


def tables_of(
    points: Sequence[Scenario],
    n: int,
    seed: int,
    engine: Engine,
    executor: Where,
    progress: bool | None,
    store: Store | None,
) -> Table:
    """Return the metrics of *n* replications of each point, by name, shape (points, n).

    Raises:
        StoppedError: Ctrl-C.
    """
    plan = tasks(points, seed, checked_n(n), chosen(points[0], engine))
    done: dict[tuple[int, int], Table] = {}
    try:
        for task, table in _each(plan, executor, progress, store):
            done[task.point, task.first] = table
    except KeyboardInterrupt as error:
        raise StoppedError(_stopped(len(done), len(plan), store)) from error
    return _joined(done, plan, len(points))


def _each(
    plan: Sequence[Task], executor: Where, progress: bool | None, store: Store | None
) -> Iterator[tuple[Task, Table]]:
    """Yield what is on disk, then run the rest and keep it."""
    left = []
    for task in plan:
        found = store.find(task) if store else None
        if found is None:
            left.append(task)
        else:
            yield task, found
    for task, table in finished(left, executor, progress):
        if store:
            store.keep(task, table)
        yield task, table


def _stopped(done: int, planned: int, store: Store | None) -> str:
    kept = "nothing is kept; a sweep with out='results' keeps what is done"
    if store:
        kept = f"what is done is kept in {store.folder}, and the same call goes on from there"
    return f"Stopped after {done} of {planned} pieces: {kept}."


def _joined(done: dict[tuple[int, int], Table], plan: Sequence[Task], points: int) -> Table:
    order = sorted((task.point, task.first) for task in plan)
    return {
        metric.name: np.concatenate([done[place][metric.name] for place in order]).reshape(
            points, -1
        )
        for metric in plan[0].scenario.model.metrics
    }

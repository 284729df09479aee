"""Replications of one scenario that are added to: a first answer soon, the whole of it later."""

import numpy as np

from trainkit.experiments.engine import Engine, chosen
from trainkit.experiments.execution import finished
from trainkit.experiments.plan import Table, Task, checked_n, checked_seed, workers
from trainkit.experiments.results import Results
from trainkit.scenarios import Scenario

_LARGEST = 250  # replications whose logbooks are in memory together


class Growing:
    """Replications of one scenario; none is run twice.

    Attributes:
        scenario: What is simulated.
        seed: Seed of the experiment.
        n: Replications that there are.
    """

    def __init__(self, scenario: Scenario, seed: int | None = None) -> None:
        """Begin with no replication.

        Args:
            scenario: What is simulated.
            seed: Seed of 64 bits; None for the scenario's.

        Raises:
            TrainkitError: the seed is no whole number of 64 bits.
        """
        self.scenario, self.seed, self.n = scenario, checked_seed(scenario, seed), 0
        self._tables: Table = {one.name: np.empty(0) for one in scenario.model.metrics}

    def grow(self, n: int, engine: Engine = "auto") -> Results:
        """Return the results of *n* replications, or of as many more as there are.

        They are those of `replicate`, whatever the steps in which they came.

        Args:
            n: Number of replications, at least 1.
            engine: ``simpy``, ``compiled``, or ``auto``; both give the same values.

        Raises:
            TrainkitError: an argument is not as it must be.
        """
        if checked_n(n) > self.n:
            for name, more in self._more(n, chosen(self.scenario, engine)).items():
                self._tables[name] = np.append(self._tables[name], more)
            self.n = n
        return self.results

    @property
    def results(self) -> Results:
        """The results of the replications that there are."""
        tables = {name: values[None] for name, values in self._tables.items()}
        return Results(self.scenario, self.seed, self.n, None, (), tables)

    def _more(self, n: int, engine: Engine) -> Table:
        """Return the replications from the last one that there is up to *n*."""
        size = min(_LARGEST, -(-(n - self.n) // workers()))
        left = [
            Task(0, self.scenario, self.seed, first, min(size, n - first), engine)
            for first in range(self.n, n, size)
        ]
        done = {task.first: table for task, table in finished(left, progress=False)}
        names = self._tables
        return {name: np.concatenate([done[k][name] for k in sorted(done)]) for name in names}

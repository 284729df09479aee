"""What an experiment found: values by metric, as arrays, as a frame, as intervals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from trainkit.errors import TrainkitError, nearest
from trainkit.experiments.interval import Interval, mean_interval, proportion_interval
from trainkit.model import Metric
from trainkit.scenarios import Scenario

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Finding:
    """One metric at one point, with its 95 % interval.

    Attributes:
        metric: Name of the metric.
        label: What a reader sees, with the unit.
        point: Value of the varied parameter; None where nothing was varied.
        interval: Mean or proportion, ends, number of values, number missing.
    """

    metric: str
    label: str
    point: Any
    interval: Interval


@dataclass(frozen=True, eq=False, repr=False)
class Results:
    """The results of replications of one scenario, or of a sweep over points.

    Attributes:
        scenario: What was simulated, before anything was varied.
        seed: Seed of the experiment.
        n: Replications of each point.
        name: The varied parameter; None where nothing was varied.
        at: Its values, one a point; empty where nothing was varied.
        tables: By metric, shape (points, n); one point where nothing was varied.
    """

    scenario: Scenario
    seed: int
    n: int
    name: str | None
    at: tuple[Any, ...]
    tables: Mapping[str, NDArray[np.float64]]

    def __repr__(self) -> str:
        points = f" at {len(self.at)} values of {self.name}" if self.name else ""
        return f"<Results of {self.scenario.name}: {self.n} replications{points}, seed {self.seed}>"

    @property
    def metrics(self) -> tuple[str, ...]:
        """The names of the metrics."""
        return tuple(self.tables)

    def values(self, metric: str) -> NDArray[np.float64]:
        """Return a metric's values, shape (n,), or (points, n) after a sweep; nan is missing.

        Raises:
            TrainkitError: there is no such metric.
        """
        values = self.tables[known_metric(metric, self.tables)]
        return values if self.name is not None else values[0]

    def label(self, metric: str) -> str:
        """Return what a reader sees of a metric, with the unit."""
        return self._declared(known_metric(metric, self.tables)).label

    def _declared(self, metric: str) -> Metric:
        return next(found for found in self.scenario.model.metrics if found.name == metric)

    def frame(self) -> "pd.DataFrame":
        """Return one row a point and replication: the varied value, replication and the metrics."""
        import pandas as pd

        points = len(self.at) or 1
        columns: dict[str, Any] = {}
        if self.name is not None:
            columns[self.name] = [value for value in self.at for _ in range(self.n)]
        columns["replication"] = np.tile(np.arange(self.n), points)
        return pd.DataFrame({**columns, **{m: v.ravel() for m, v in self.tables.items()}})

    def findings(self, metric: str | None = None) -> list[Finding]:
        """Return the findings of all metrics, or of one, point by point."""
        names = self.metrics if metric is None else (known_metric(metric, self.tables),)
        return [
            Finding(name, self.label(name), point, self._interval(name, row))
            for name in names
            for point, row in zip(self.at or (None,), self.tables[name], strict=True)
        ]

    def _interval(self, metric: str, row: NDArray[np.float64]) -> Interval:
        if self._declared(metric).proportion:
            return proportion_interval(row)
        return mean_interval(row)

    def summary(self) -> "pd.DataFrame":
        """Return one row a metric and point: estimate, 95 % interval, number, and missing."""
        import pandas as pd

        return pd.DataFrame([row(found, self.name) for found in self.findings()])


def row(found: Finding, name: str | None) -> dict[str, Any]:
    """Return a finding as a flat row, with the varied parameter under its own *name*."""
    point = {} if name is None else {name: found.point}
    inner = found.interval
    return {
        "metric": found.metric,
        "label": found.label,
        **point,
        "estimate": inner.estimate,
        "low": inner.low,
        "high": inner.high,
        "n": inner.n,
        "missing": inner.missing,
    }


def known_metric(metric: str, known: Mapping[str, Any] | Sequence[str]) -> str:
    """Return *metric* when it is *known*.

    Raises:
        TrainkitError: it is not; the message has the name most like it.
    """
    if metric not in known:
        raise TrainkitError(
            f"There is no metric '{metric}'.{nearest(str(metric), known)} "
            f"Known are {', '.join(known)}."
        )
    return metric

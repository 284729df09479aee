"""Two scenarios in the same luck: what differs is what was decided."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from trainkit.experiments.interval import Interval, mean_interval
from trainkit.experiments.results import known_metric
from trainkit.scenarios import Scenario

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Difference:
    """How much a metric of the second scenario exceeds that of the first, pair by pair.

    Attributes:
        metric: Name of the metric.
        label: What a reader sees, with the unit.
        first: Mean of the first scenario, over complete pairs.
        second: Mean of the second.
        interval: Mean difference, second less first, with its 95 % interval; a pair is missing
            when either value is.
        variance_ratio: How many times as many replications two separate experiments would have
            needed: (variance of first + variance of second) / variance of the difference.
    """

    metric: str
    label: str
    first: float
    second: float
    interval: Interval
    variance_ratio: float


@dataclass(frozen=True, eq=False)
class Comparison:
    """The paired results of two scenarios.

    Attributes:
        first: One scenario.
        second: The other.
        seed: Seed of the experiment, the same for both.
        n: Number of pairs.
        tables: By metric, shape (2, n).
    """

    first: Scenario
    second: Scenario
    seed: int
    n: int
    tables: Mapping[str, NDArray[np.float64]]

    def __repr__(self) -> str:
        names = f"{self.first.name} and {self.second.name}"
        return f"<Comparison of {names}: {self.n} pairs, seed {self.seed}>"

    def values(self, metric: str) -> NDArray[np.float64]:
        """Return second less first, pair by pair, shape (n,); nan where either is missing.

        Raises:
            TrainkitError: there is no such metric.
        """
        first, second = self.tables[known_metric(metric, self.tables)]
        difference: NDArray[np.float64] = second - first
        return difference

    def differences(self) -> list[Difference]:
        """Return the difference of every metric."""
        return [
            _difference(metric.name, metric.label, self.tables[metric.name])
            for metric in self.first.model.metrics
        ]

    def rows(self) -> list[dict[str, Any]]:
        """Return the differences as flat rows."""
        return [_row(found) for found in self.differences()]

    def summary(self) -> "pd.DataFrame":
        """Return one row a metric: means, difference, interval, missing pairs, variance ratio."""
        import pandas as pd

        return pd.DataFrame(self.rows())


def _difference(metric: str, label: str, pair: NDArray[np.float64]) -> Difference:
    interval = mean_interval(pair[1] - pair[0])
    complete = pair[:, ~np.isnan(pair).any(axis=0)]
    if complete.shape[1] == 0:
        return Difference(metric, label, math.nan, math.nan, interval, math.nan)
    first, second = complete.mean(axis=1)
    return Difference(metric, label, float(first), float(second), interval, _ratio(complete))


def _ratio(pair: NDArray[np.float64]) -> float:
    if pair.shape[1] < 2:
        return math.nan
    apart = float(pair.var(axis=1, ddof=1).sum())
    paired = float((pair[1] - pair[0]).var(ddof=1))
    if paired == 0.0:
        return math.inf if apart > 0.0 else math.nan
    return apart / paired


def _row(found: Difference) -> dict[str, Any]:
    return {
        "metric": found.metric,
        "label": found.label,
        "first": found.first,
        "second": found.second,
        "difference": found.interval.estimate,
        "low": found.interval.low,
        "high": found.interval.high,
        "n": found.interval.n,
        "missing": found.interval.missing,
        "variance_ratio": found.variance_ratio,
    }

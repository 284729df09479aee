"""A scenario that is simulated again at each move of a lever, and compared with how it stood.

The first tenth of the replications answers at once; asked again, the rest follows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from trainkit.experiments import Results
from trainkit.experiments.engine import Engine
from trainkit.experiments.growing import Growing
from trainkit.experiments.interval import Interval, mean_interval
from trainkit.kernel.compiled import available
from trainkit.kernel.warmth import is_warm
from trainkit.scenarios import Scenario
from trainkit.views.axis import figure
from trainkit.views.live import Shown
from trainkit.views.pick import Control

_MOST_SIMPY = 200


@dataclass(frozen=True)
class _Setting:
    """Values of the controls, and the replications with them."""

    values: dict[str, Any]
    runs: Growing


class Again:
    """A scenario at one setting of its controls after another, all in the same luck.

    Attributes:
        label: What the metric measures, with the unit.
    """

    def __init__(
        self, scenario: Scenario, controls: Sequence[Control], metric: str, n: int, seed: int | None
    ) -> None:
        """Begin with the scenario as it is.

        Args:
            scenario: What is simulated.
            controls: What can be moved.
            metric: Name of the metric that is shown.
            n: Replications for each setting, once the compiled engine is warm.
            seed: Seed of 64 bits; None for the scenario's.

        Raises:
            TrainkitError: the number or the seed is not as it must be.
        """
        self._scenario = scenario = _measured(scenario, metric)
        self._controls, self._metric = tuple(controls), metric
        self._n, self._seed, self._engine = n, seed, _fastest(scenario)
        own = {one.name: one.start for one in controls}
        self._now = _Setting(own, Growing(scenario, seed))
        self._before: _Setting | None = None
        self.label = self._now.runs.grow(self._whole, self._engine).label(metric)

    @property
    def _waits(self) -> bool:
        return self._engine == "simpy" and self._scenario.model.twin is not None

    @property
    def _whole(self) -> int:
        return min(self._n, _MOST_SIMPY) if self._waits else self._n

    def shown(self, values: dict[str, Any]) -> Shown:
        """Return what is shown for one setting; asked again, with more of its replications.

        Raises:
            TrainkitError: the values contradict one another.
        """
        self._engine = _fastest(self._scenario)
        self._move(self._setting(values))
        whole = self._whole
        steps = (-(-whole // 10), -(-whole // 2), whole)
        more = next((step for step in steps if step > self._now.runs.n), whole)
        found = self._now.runs.grow(more, self._engine)
        samples, before = found.values(self._metric), self._earlier(found.n)
        text = " ".join([self._said(found), *self._difference(samples, before), self._told(whole)])
        return Shown(text, samples, self.label, before=before, more=found.n < whole)

    def _setting(self, values: dict[str, Any]) -> _Setting:
        for known in (self._now, self._before):
            if known and known.values == values:
                return known
        return _Setting(values, Growing(self._scenario.vary(values), self._seed))

    def _move(self, to: _Setting) -> None:
        """Compare with the last setting that stood whole, not with one that was passed by."""
        if to is not self._now and self._now.runs.n >= self._whole:
            self._before = self._now
        self._now = to

    def _earlier(self, n: int) -> Any:
        """Return the values of the setting before in the first *n* replications, or None."""
        if self._before is None or self._before is self._now:
            return None
        return self._before.runs.results.values(self._metric)[:n]

    def _said(self, found: Results) -> str:
        return f"{self.label}: {_ends(found.findings(self._metric)[0].interval)} with these values."

    def _difference(self, samples: Any, before: Any) -> list[str]:
        if before is None:
            return []
        gap = samples[: len(before)] - before
        less, more = int(np.sum(gap < 0)), int(np.sum(gap > 0))
        told = (
            f"Difference to the setting before ({self._last()}), run by run: "
            f"{_ends(mean_interval(gap))}; less in {less:,} of {len(gap):,} runs, more in {more:,}."
        )
        return [told]

    def _last(self) -> str:
        """Return how the setting before differed, in words."""
        then = self._before.values if self._before else {}
        now = self._now.values
        return ", ".join(
            c.words(then[c.name]) for c in self._controls if then[c.name] != now[c.name]
        )

    def _told(self, whole: int) -> str:
        had = self._now.runs.n
        so_far = f"{had:,} of {whole:,} runs so far" if had < whole else f"{had:,} runs"
        return f"{so_far}, in the same luck; 95 % intervals.{self._slow(whole)}"

    def _slow(self, whole: int) -> str:
        if not self._waits:
            return ""
        fewer = f", with {whole:,} runs in place of {self._n:,}" if whole < self._n else ""
        return (
            f" SimPy answers{fewer}: the compiled engine is not warm. `trainkit warmup` compiles "
            "it once."
        )


def _measured(scenario: Scenario, metric: str) -> Scenario:
    """Return the scenario with one metric: reading all takes a tenth of the time."""
    only = tuple(one for one in scenario.model.metrics if one.name == metric)
    return replace(scenario, model=replace(scenario.model, metrics=only))


def _fastest(scenario: Scenario) -> Engine:
    """Return the engine that answers now; a compiled one may have become warm since."""
    model = scenario.model
    return "compiled" if model.twin and is_warm(model.name) and available() else "simpy"


def _ends(one: Interval) -> str:
    return f"{figure(one.estimate)} ({figure(one.low)} to {figure(one.high)})"

"""Explore a scenario: sliders of its parameters, and how a metric spreads over many runs."""

from collections.abc import Sequence
from typing import Any

from trainkit.errors import TrainkitError, nearest
from trainkit.experiments import Results, replicate
from trainkit.experiments.engine import chosen
from trainkit.experiments.results import known_metric
from trainkit.model import Declaration, declarations
from trainkit.scenarios import Scenario
from trainkit.views.axis import figure
from trainkit.views.live import Shown, sliders
from trainkit.views.slider import Setting, Slider

_MOST_SIMPY = 200


def explore(
    scenario: Scenario,
    parameters: Sequence[str],
    metric: str,
    n: int = 1000,
    seed: int | None = None,
    at: Setting | None = None,
) -> None:
    """Show sliders of a scenario's parameters; each move simulates it again in the same luck.

    Args:
        scenario: What is simulated.
        parameters: Dotted names of parameters with bounds, such as ``units.0.search_speed_kn``.
        metric: Name of the metric that is shown.
        n: Replications for each setting; 200 at most where the compiled engine is not warm, so
            that the answer does not keep a reader waiting. The text says how many there were.
        seed: Seed of 64 bits; None for the scenario's.
        at: Values to begin with; the scenario's for those left out.

    Raises:
        TrainkitError: there is no such parameter or metric, or a parameter has no bounds.
    """
    known_metric(metric, [one.name for one in scenario.model.metrics])
    declared = {row.name: row for row in declarations(scenario.parameters)}
    controls = tuple(_slider(name, declared) for name in parameters)
    again = _Again(scenario, metric, n, seed)
    sliders(controls, again.shown, f"{scenario.title}: {again.label}", at)


def _slider(name: str, declared: dict[str, Declaration]) -> Slider:
    if name not in declared:
        raise TrainkitError(
            f"There is no parameter '{name}'.{nearest(name, declared)} "
            "`trainkit describe` lists the parameters of a scenario."
        )
    row = declared[name]
    low, high, value = row.low, row.high, row.value
    if low is None or high is None or isinstance(value, bool) or not isinstance(value, int | float):
        raise TrainkitError(
            f"A slider needs a number with bounds, and '{name}' is none. Choose a parameter "
            "whose declaration has low and high."
        )
    step = row.step or (high - low) / 100
    return Slider(name, row.meaning.rstrip(".") or name, row.unit, low, high, step, value)


class _Again:
    """A scenario that is simulated again with other values."""

    def __init__(self, scenario: Scenario, metric: str, n: int, seed: int | None) -> None:
        slow = chosen(scenario) == "simpy"
        self._n = min(n, _MOST_SIMPY) if slow and scenario.model.twin else n
        self._scenario, self._metric, self._seed = scenario, metric, seed
        self._own = self._results(scenario)
        self.label = self._own.label(metric)

    def _results(self, scenario: Scenario) -> Results:
        return replicate(scenario, self._n, seed=self._seed, progress=False)

    def shown(self, values: dict[str, Any]) -> Shown:
        """Return what is shown for one setting, beside the scenario as it is."""
        found = self._results(self._scenario.vary(values))
        text = (
            f"{self.label}: {self._said(found)} with these values, {self._said(self._own)} with "
            f"the scenario's own; {self._n:,} runs each in the same luck, 95 % intervals."
        )
        return Shown(text, found.values(self._metric), self.label)

    def _said(self, found: Results) -> str:
        one = found.findings(self._metric)[0].interval
        return f"{figure(one.estimate)} ({figure(one.low)} to {figure(one.high)})"

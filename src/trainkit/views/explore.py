"""Explore a scenario: controls of its parameters, and how a metric spreads over many runs."""

from collections.abc import Sequence

from trainkit.experiments.results import known_metric
from trainkit.scenarios import Scenario
from trainkit.views.again import Again
from trainkit.views.lever import control
from trainkit.views.live import Live, show
from trainkit.views.pick import Control, Setting


def explore(
    scenario: Scenario,
    parameters: Sequence[str | Control],
    metric: str,
    n: int = 1000,
    seed: int | None = None,
    at: Setting | None = None,
) -> None:
    """Show controls of a scenario's parameters; each move simulates it again in the same luck.

    A move shows the first tenth of the runs at once, then all of them, and the difference to the
    setting before, run by run.

    Args:
        scenario: What is simulated.
        parameters: Dotted names of parameters, such as ``sharing`` (one of some words, shown as a
            list) or ``units.0.area_x_nm`` (a number with bounds, shown as a slider); or controls
            of one's own with such names, for narrower bounds.
        metric: Name of the metric that is shown.
        n: Replications for each setting; 200 at most where the compiled engine is not warm, so
            that the answer does not keep a reader waiting. The text says how many there were.
        seed: Seed of 64 bits; None for the scenario's.
        at: Values to begin with; the scenario's for those left out.

    Raises:
        TrainkitError: there is no such parameter or metric, or a parameter has no bounds.
    """
    show(explored(scenario, parameters, metric, n, seed), at or {})


def explored(
    scenario: Scenario,
    parameters: Sequence[str | Control],
    metric: str,
    n: int = 1000,
    seed: int | None = None,
) -> Live:
    """Return what `explore` shows, with the same arguments and the same errors."""
    known_metric(metric, [one.name for one in scenario.model.metrics])
    controls = [control(scenario, one) for one in parameters]
    again = Again(scenario, controls, metric, n, seed)
    return Live(controls, again.shown, f"{scenario.title}: {again.label}")

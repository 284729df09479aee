"""The conformance suite: what every scenario must hold, ours and a partner's.

In a partner's tests:

    import pytest
    from trainkit.scenarios import names
    from trainkit.testing import check_scenario

    @pytest.mark.parametrize("name", names())
    def test_the_scenario_conforms(name):
        check_scenario(name)
"""

import pickle
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from trainkit.errors import TrainkitError
from trainkit.experiments import replicate, run
from trainkit.experiments.engine import simulate
from trainkit.guard import require_invented
from trainkit.kernel.chain import STATEMENT
from trainkit.kernel.compiled import available
from trainkit.model import declarations
from trainkit.scenarios import Scenario, expected, load

_PAIRS = 20


def check_scenario(name: str | Path | Scenario) -> None:
    """Check one scenario: form, guard, briefing, same luck same result, engines, expectations.

    Args:
        name: Name of an installed scenario, path of a file, or a loaded scenario.

    Raises:
        AssertionError: it does not conform; the message lists all that was found.
    """
    found = findings(name if isinstance(name, Scenario) else load(name))
    if found:
        raise AssertionError("\n".join(found))


def findings(scenario: Scenario) -> list[str]:
    """Return what is wrong with a scenario, a sentence each; nothing when it conforms."""
    return [f"{scenario.name}: {text}" for check in CHECKS for text in _found(check, scenario)]


def _found(check: Callable[[Scenario], Iterator[str]], scenario: Scenario) -> list[str]:
    try:
        return list(check(scenario))
    except TrainkitError as error:
        return [str(error)]


def file_is_whole(scenario: Scenario) -> Iterator[str]:
    """Yield a finding when the file does not give the scenario again."""
    if scenario.folder is None:
        yield "it has no folder, so nobody else can load it"
    elif load(scenario.folder).fingerprint != scenario.fingerprint:
        yield "its file gives another scenario when it is loaded again"


def briefing_is_there(scenario: Scenario) -> Iterator[str]:
    """Yield a finding when the briefing is missing, unmarked, or holds something real."""
    text = " ".join(scenario.briefing.split())
    if STATEMENT not in text:
        yield f"its briefing.md is missing or lacks the statement '{STATEMENT}'"
    require_invented(text, f"{scenario.name}: briefing.md")


def declared_in_full(scenario: Scenario) -> Iterator[str]:
    """Yield what a reader would miss of parameters and metrics."""
    for row in declarations(scenario.parameters):
        if not row.meaning:
            yield f"the parameter '{row.name}' has no meaning"
        if row.role == "lever" and isinstance(row.value, float) and row.high is None:
            yield f"the lever '{row.name}' has no bounds, so no slider"
    for metric in scenario.model.metrics:
        if not metric.label:
            yield f"the metric '{metric.name}' has no label"


def luck_decides_alone(scenario: Scenario) -> Iterator[str]:
    """Yield a finding when the same luck gives two results, or one that depends on neighbours."""
    first, again = (run(scenario, engine="simpy", replication=2) for _ in range(2))
    if first.records() != again.records():
        yield "the same seed and replication gave two logbooks: something draws luck of its own"
    beside = simulate(scenario, scenario.seed, 0, 3, "simpy")[2]
    if first.records() != beside.records():
        yield "a replication depends on those before it: something is kept between runs"


def metrics_are_numbers(scenario: Scenario) -> Iterator[str]:
    """Yield the metrics that do not give one number a replication."""
    books = simulate(scenario, scenario.seed, 0, 3, "simpy")
    for metric in scenario.model.metrics:
        values = np.asarray(metric.read(books), dtype=np.float64)
        if values.shape != (3,) or np.isinf(values).any():
            yield f"the metric '{metric.name}' does not give one finite number (or nan) each"
        elif metric.proportion and not np.isin(values[~np.isnan(values)], (0.0, 1.0)).all():
            yield f"the metric '{metric.name}' is declared a proportion and is not 0 or 1"


def engines_agree(scenario: Scenario) -> Iterator[str]:
    """Yield a finding when two engines differ by a bit; nothing where there is one engine."""
    if not scenario.model.twin or not available():
        return
    plain = simulate(scenario, scenario.seed, 0, _PAIRS, "simpy")
    fast = simulate(scenario, scenario.seed, 0, _PAIRS, "compiled")
    for number in range(_PAIRS):
        if plain[number].records() != fast[number].records():
            yield f"the engines give two logbooks in replication {number}"
            return


def it_travels(scenario: Scenario) -> Iterator[str]:
    """Yield a finding when another process would get another scenario."""
    if pickle.loads(pickle.dumps(scenario)) != scenario:  # noqa: S301, our own bytes
        yield "it is another scenario after it was sent to another process"


def expectations_are_met(scenario: Scenario) -> Iterator[str]:
    """Yield the metrics whose means lie outside the bounds of expected.toml."""
    told = expected(scenario)
    if told is None:
        return
    results = replicate(scenario, told.replications, progress=False)
    for metric, (low, high) in told.bounds.items():
        mean = results.findings(metric)[0].interval.estimate
        if not low <= mean <= high:
            yield f"the mean of '{metric}' is {mean:.4g} and expected.toml says {low:g} to {high:g}"


CHECKS: tuple[Callable[[Scenario], Iterator[str]], ...] = (
    file_is_whole,
    briefing_is_there,
    declared_in_full,
    luck_decides_alone,
    metrics_are_numbers,
    engines_agree,
    it_travels,
    expectations_are_met,
)

"""What an order brings in many nights: the model is played, all orders in the same luck."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.experiments import run
from trainkit.experiments.engine import simulate
from trainkit.joint.enforcement.redlines import red_lines
from trainkit.kernel.logbook import Logbook
from trainkit.lessons.e3.case import Situation, shared
from trainkit.redlines import Breach
from trainkit.scenarios import Scenario, load

DISTRESSED, WAITING = "trainkit/boarding-in-distress", "trainkit/boarding-silent-flag"
NIGHTS = 1_000
PLACES = tuple(f"place_{number}" for number in range(1, 9))
ASKING: Mapping[str, tuple[str, ...]] = {
    "now": ("ask", "observe", "board", "question"),
    "after": ("observe", "ask", "board", "question"),
    "never": ("observe", "question"),
}
"""The acts of the wait, by when the flag State is asked."""
METRICS = ("persons_alive", "person_hours_in_distress", "evidence")
Values = dict[str, NDArray[np.float64]]


@cache
def _authored(name: str) -> Scenario:
    return load(name)


def order_scenario(case: Situation, answer: Mapping[str, Any]) -> Scenario:
    """Return the scenario of the boat in distress with the order of an answer."""
    acts = [{"act": answer[place]} for place in PLACES if answer[place] != "nothing"]
    values = {**shared(case.distressed), "acts": acts or [{"act": "report"}]}
    return _authored(DISTRESSED).vary(values)


def wait_scenario(case: Situation, answer: Mapping[str, Any]) -> Scenario:
    """Return the scenario of the boat whose flag State is asked, with the orders of an answer."""
    values = {
        **shared(case.waiting),
        "acts": [{"act": act} for act in ASKING[answer["ask"]]],
        "rescue_at": answer["cue"],
        "keep_nm": float(answer["keep_nm"]),
        "on_silence": answer["silence"],
    }
    return _authored(WAITING).vary(values)


_SCENARIOS = {"e3_order": order_scenario, "e3_wait": wait_scenario}


def played(case: Situation, task: str, answer: Mapping[str, Any], seed: int, n: int) -> Values:
    """Return the metrics of *n* nights in the luck of *seed*, shape (n,) each.

    Args:
        case: The case.
        task: ``e3_order`` or ``e3_wait``.
        answer: What is ordered.
        seed: Seed of 64 bits.
        n: Number of nights.
    """
    return _played(_SCENARIOS[task](case, answer), seed, n)


@lru_cache(maxsize=4096)
def _played(scenario: Scenario, seed: int, n: int) -> Values:
    books = simulate(scenario, seed, 0, n, "simpy")
    known = {metric.name: metric for metric in scenario.model.metrics}
    return {name: np.asarray(known[name].read(books), dtype=np.float64) for name in METRICS}


def night_of(case: Situation, answer: Mapping[str, Any]) -> Logbook:
    """Return the logbook of one night of an order, with the trainee's visible luck."""
    return run(order_scenario(case, answer), seed=case.seed, engine="simpy")


def crossed(case: Situation, task: str, answer: Mapping[str, Any]) -> tuple[Breach, ...]:
    """Return the red lines on the log of one night that the reader regenerates."""
    book = run(_SCENARIOS[task](case, answer), seed=case.seed, engine="simpy")
    return red_lines(book.records())

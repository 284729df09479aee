"""What it takes to lead a model: its orders, what is known at a pause, and what is compared.

A model that is led declares one `Led` under its name in `MODELS`; the controller knows no model.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from trainkit.errors import TrainkitError, shown
from trainkit.kernel.logbook import Logbook, Logbooks
from trainkit.model import Spec
from trainkit.scenarios import Scenario

MODELS: Mapping[str, str] = {
    "joint_operation": "trainkit.exercise.joint",
    "investigation": "trainkit.exercise.case",
}
"""The package of each model that is led; its ``LED`` says how."""

Measure = Callable[[Logbooks, float], float]


@dataclass(frozen=True)
class Point:
    """A moment at which somebody may want to decide.

    Attributes:
        time_h: When, in hours.
        says: What happened, or is about to happen, as a sentence's end.
        sort: What kind of decision it asks for, one of `Led.sorts`.
    """

    time_h: float
    says: str
    sort: str


@dataclass(frozen=True)
class Led:
    """How a model is led.

    Attributes:
        start: Begins a run in an environment; returns its state, for what is known at a pause.
        order: What an order may hold.
        names: What may be ordered.
        whose: Who may lead it; the first leads unless another is named.
        picture: What somebody knows at a pause.
        points: When somebody may want to decide, in a run as it has gone until an hour.
        sorts: What such a moment can be about, the gravest first.
        measures: What is compared of two runs, by label: read of logbooks up to an hour.
        problems: What is wrong with an order given now, in sentences, besides what the scenario
            refuses.
    """

    start: Callable[..., Any]
    order: type[Spec]
    names: tuple[str, ...]
    whose: tuple[str, ...]
    picture: Callable[..., Any]
    points: Callable[[Logbook, Any, str, float], Iterator[Point]]
    sorts: tuple[str, ...]
    measures: Mapping[str, Measure]
    problems: Callable[[Any, Mapping[str, Any]], Iterable[str]] = lambda _spec, _order: ()


def led(scenario: Scenario) -> Led:
    """Return how a scenario's model is led.

    Raises:
        TrainkitError: it is no scenario, or nobody leads that model.
    """
    if not isinstance(scenario, Scenario):
        raise TrainkitError(
            f"{shown(scenario)} is no scenario. Load it first: trainkit.load({shown(scenario)})."
        )
    model = scenario.model.name
    if model not in MODELS:
        known = " or ".join(f"'{name}'" for name in MODELS)
        raise TrainkitError(
            f"{scenario.name} is of the model '{model}', which takes no orders while it runs. Lead "
            f"a scenario of {known}."
        )
    found: Led = import_module(MODELS[model]).LED
    return found

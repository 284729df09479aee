"""What a scenario is, as plain data for a reader, a table or JSON."""

from dataclasses import asdict
from typing import Any

from trainkit.guard import covers
from trainkit.model import Metric, declarations
from trainkit.scenarios.scenario import Scenario


def describe(scenario: Scenario) -> dict[str, Any]:
    """Return the head, every parameter as declared with its provenance, metrics and policies.

    The parameters are rows with name, role, unit, low, high, step, choices, meaning, value and
    provenance; the metrics rows with name, label and better.
    """
    return {
        "name": scenario.name,
        "title": scenario.title,
        "model": scenario.model.name,
        "model_title": scenario.model.title,
        "horizon_h": scenario.horizon_h,
        "seed": scenario.seed,
        "content_note": scenario.content_note,
        "engines": ["simpy", "compiled"] if scenario.model.twin else ["simpy"],
        "parameters": _parameters(scenario),
        "metrics": [_metric(metric) for metric in scenario.model.metrics],
        "policies": list(scenario.model.policies),
        "briefing": scenario.briefing,
    }


def _metric(metric: Metric) -> dict[str, str]:
    return {"name": metric.name, "label": metric.label, "better": metric.better}


def _parameters(scenario: Scenario) -> list[dict[str, Any]]:
    return [
        {**asdict(row), "provenance": _provenance(scenario, row.name)}
        for row in declarations(scenario.parameters)
    ]


def _provenance(scenario: Scenario, name: str) -> str:
    covering = [text for key, text in scenario.provenance.items() if covers(key, name)]
    return covering[0] if covering else "assumption: varied"

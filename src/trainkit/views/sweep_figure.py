"""The figure of a sweep: one metric with its interval over the values of a parameter."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from trainkit.experiments import Finding, Results
from trainkit.experiments.results import known_metric
from trainkit.model import declarations
from trainkit.views.axis import figure as told
from trainkit.views.sheet import COLOURS, FAINT, INK, sheet, style

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def intervals_figure(results: Results, metric: str) -> "Figure":
    """Return a figure of one metric with its 95 % interval, over the points of a sweep.

    Args:
        results: What `trainkit.sweep` or `trainkit.replicate` returned.
        metric: Name of the metric.

    Raises:
        TrainkitError: there is no such metric.
    """
    known_metric(metric, results.metrics)
    findings = results.findings(metric)
    title = f"{results.scenario.title}: {results.label(metric)}"
    words = " ".join([f"{title}.", *(_point(found) for found in findings)])
    with style():
        made = sheet(title, words, 6.4, 4.0)
        ax = made.subplots()
        _points(ax, findings)
        ax.set_xlabel(_varied(results))
        ax.set_ylabel(f"{results.label(metric)}\nmean and 95 % interval")
        ax.grid(axis="y", color=FAINT)
    return made


def _varied(results: Results) -> str:
    """Return what a reader sees of the varied parameter, with its unit."""
    rows = {row.name: row for row in declarations(results.scenario.parameters)}
    known = results.name in rows
    return rows[str(results.name)].label if known else results.name or f"{results.n:,} runs"


def _point(found: Finding) -> str:
    inner = found.interval
    ends = f"{told(inner.estimate)} ({told(inner.low)} to {told(inner.high)})"
    missing = f", {inner.missing:,} without a value" if inner.missing else ""
    return f"{'' if found.point is None else f'At {found.point}: '}{ends}{missing}."


def _points(ax: "Axes", findings: Sequence[Finding]) -> None:
    numbers = all(isinstance(found.point, int | float) for found in findings)
    at = [found.point if numbers else place for place, found in enumerate(findings)]
    mean = np.array([found.interval.estimate for found in findings])
    ends = np.array([[f.interval.low, f.interval.high] for f in findings]).T
    away = np.nan_to_num(np.abs(ends - mean))
    ax.errorbar(at, mean, away, fmt="o", color=COLOURS[0], ecolor=INK, capsize=4)
    if not numbers:
        names = ["" if found.point is None else str(found.point) for found in findings]
        ax.set_xticks(at, names)

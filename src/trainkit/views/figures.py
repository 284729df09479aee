"""Figures for print: results of an experiment, outcomes beside the baseline, a sea or link chart.

Examples:
    >>> save(outcome_figure({"yours": [1, 2, 2]}, "Persons recovered alive"), "picture.jpg")
    Traceback (most recent call last):
    ...
    trainkit.errors.TrainkitError: A picture is saved as PNG or SVG, and 'picture.jpg' says \
neither. End its name in .png or .svg.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from trainkit.errors import TrainkitError
from trainkit.experiments import Finding, Results
from trainkit.model import Metric
from trainkit.views.axis import figure as told
from trainkit.views.chart_figure import chart_figure
from trainkit.views.distribution import Distributions, distributions, named_ticks, note
from trainkit.views.link_figure import link_figure
from trainkit.views.sheet import COLOURS, INK, save, sheet, style
from trainkit.views.sweep_figure import intervals_figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = [
    "chart_figure",
    "intervals_figure",
    "link_figure",
    "outcome_figure",
    "results_figure",
    "save",
]


def results_figure(results: Results, metrics: Sequence[str] | None = None) -> "Figure":
    """Return a figure of replications: how often, and how two numbers spread, with intervals.

    Args:
        results: What `trainkit.replicate` returned.
        metrics: Names of the metrics that are drawn as distributions; None for the first of
            which less is better and the last of which more is better.

    Raises:
        TrainkitError: there is no such metric, or the results are of a sweep.
    """
    if results.name is not None:
        raise TrainkitError(
            "These results are of a sweep: draw them with intervals_figure(results, metric)."
        )
    names = _chosen(results.scenario.model.metrics) if metrics is None else tuple(metrics)
    spread = [_spread(results, name) for name in names]
    often = [found for found in results.findings() if _is_proportion(results, found.metric)]
    words = " ".join([_sentence(results, often), *(one.words for one in spread)])
    with style():
        made = sheet(_sentence(results, often), words, 4.2 * (len(spread) + 1), 3.6)
        axes = made.subplots(1, len(spread) + 1, squeeze=False)[0]
        _often(axes[0], often, results.n)
        for ax, one, name in zip(axes[1:], spread, names, strict=True):
            _bars(ax, one, 0, COLOURS[0], "runs")
            _interval(ax, results.findings(name)[0])
    return made


def _chosen(metrics: Sequence[Metric]) -> tuple[str, ...]:
    numbers = [metric for metric in metrics if not metric.proportion]
    less = [metric.name for metric in numbers if metric.better == "less"][:1]
    more = [metric.name for metric in numbers if metric.better == "more"][-1:]
    return tuple(less + more) or tuple(metric.name for metric in numbers[:2])


def _spread(results: Results, name: str) -> Distributions:
    return distributions({"": results.values(name)}, results.label(name))


def _is_proportion(results: Results, name: str) -> bool:
    metrics = {metric.name: metric for metric in results.scenario.model.metrics}
    return metrics[name].proportion


def _sentence(results: Results, often: Sequence[Finding]) -> str:
    head = f"{results.scenario.title}: {results.n:,} runs"
    if not often or often[0].interval.n == 0:
        return head
    share = 100 * often[0].interval.estimate
    return f"{head}, {often[0].label.lower()} in {share:.0f} % of them"


def _often(ax: "Axes", often: Sequence[Finding], n: int) -> None:
    """Draw proportions as bars with their intervals."""
    for place, found in enumerate(often):
        inner = found.interval
        share = 0.0 if inner.n == 0 else 100 * inner.estimate
        ax.barh(place, share, color=COLOURS[0], height=0.5)
        if inner.n:
            ax.plot([100 * inner.low, 100 * inner.high], [place, place], color=INK, linewidth=2)
        of = f" of {inner.n:,}" if inner.missing else ""
        words = "no value" if inner.n == 0 else f"{found.label}: {share:.0f} %{of}"
        ax.text(0, place - 0.32, words, fontsize=10, va="bottom")
    ax.set(xlim=(0, 100), ylim=(len(often) - 0.5, -0.7), yticks=[])
    ax.set_xlabel(f"% of {n:,} runs, line: 95 % interval")
    ax.set_title("How often it happens\nin a run")


def _interval(ax: "Axes", found: Finding) -> None:
    """Draw the mean and its interval over a distribution."""
    inner = found.interval
    missing = f"; none in {inner.missing:,} runs" if inner.missing else ""
    ax.set_title(f"Mean {told(inner.estimate)}{missing}")
    if np.isnan(inner.estimate):
        return
    ax.axvline(inner.estimate, color=INK, linestyle="--", linewidth=1.5)
    if not np.isnan(inner.low):
        ax.axvspan(inner.low, inner.high, color=COLOURS[5], alpha=0.45, linewidth=0)
        ends = f"95 % interval {told(inner.low)} to {told(inner.high)}"
        ax.set_title(f"Mean {told(inner.estimate)}{missing}\n{ends}")


def _bars(ax: "Axes", found: Distributions, place: int, colour: str, of: str) -> None:
    """Draw one group of distributions as bars on an axis with numbers and unit."""
    ax.set_xlabel(found.label)
    ax.set_ylabel(f"number of {of}")
    if not found.edges:
        ax.text(0.5, 0.5, "no value", ha="center", transform=ax.transAxes)
        return
    edges, counts = np.asarray(found.edges), found.groups[place].counts
    ax.bar(edges[:-1], counts, np.diff(edges), align="edge", color=colour, edgecolor="white")
    ticks = named_ticks(found)
    ax.set_xticks([tick for tick, _ in ticks], [words for _, words in ticks])
    ax.set_xlim(edges[0], edges[-1])
    ax.margins(y=0.12)


def outcome_figure(samples: Mapping[str, ArrayLike], label: str) -> "Figure":
    """Return a figure of named outcomes one above the other on one axis.

    Args:
        samples: Outcomes by name (``your decision``, ``the baseline``), shape (n,) each; nan
            where a run has none.
        label: What they measure, with the unit.

    Raises:
        TrainkitError: there are no samples, or they are no numbers, or infinite.
    """
    if not samples:
        raise TrainkitError("There are no outcomes to draw: give samples by name.")
    found = distributions(samples, label)
    with style():
        made = sheet(label, found.words, 6.4, 1.2 + 1.7 * len(samples))
        axes = made.subplots(len(samples), 1, sharex=True, sharey=True, squeeze=False)[:, 0]
        for place, (ax, group) in enumerate(zip(axes, found.groups, strict=True)):
            _bars(ax, found, place, COLOURS[place % len(COLOURS)], "values")
            ax.set_title(f"{group.name}: {note(group)}")
            ax.label_outer()
            if group.interval.n and not group.binary:
                ax.axvline(group.interval.estimate, color=INK, linestyle="--", linewidth=1.5)
    return made

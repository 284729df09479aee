"""Distributions as bars and as words; every picture of one is drawn from these numbers."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from trainkit.analysis.intervals import Interval, mean_interval, proportion_interval
from trainkit.errors import TrainkitError
from trainkit.views.axis import Values, edges, figure, marked


@dataclass(frozen=True)
class Group:
    """One distribution on an axis that it may share.

    Attributes:
        name: Whose it is, such as ``your decision``; may be empty.
        counts: Values in each bar.
        interval: Mean, or proportion of ones, with its 95 % interval, number and missing.
        binary: Whether the values are zeros and ones only.
        words: The same in a sentence.
    """

    name: str
    counts: tuple[int, ...]
    interval: Interval
    binary: bool
    words: str


@dataclass(frozen=True)
class Distributions:
    """Distributions of one quantity on one axis.

    Attributes:
        label: What is measured, with the unit.
        edges: Edges of the bars; none when there is no value.
        ticks: Where the axis has numbers.
        groups: One for each set of samples.
    """

    label: str
    edges: tuple[float, ...]
    ticks: tuple[float, ...]
    groups: tuple[Group, ...]

    @property
    def words(self) -> str:
        """All that the picture says, in sentences."""
        alone = len(self.groups) == 1 and not self.groups[0].name
        head = f"{self.label}{':' if alone else '.'}"
        return " ".join([head, *(group.words for group in self.groups)])


def present(samples: ArrayLike) -> tuple[Values, int]:
    """Return the values that exist, shape (n,), and how many are missing (nan).

    Raises:
        TrainkitError: the samples are no numbers, or infinite.
    """
    try:
        array = np.asarray(samples, dtype=np.float64).ravel()
    except (TypeError, ValueError):
        raise TrainkitError(
            "Samples are numbers, one for each run, with nan where a run has none."
        ) from None
    values: Values = array[~np.isnan(array)]
    if np.isinf(values).any():
        raise TrainkitError("The samples hold infinities, which no axis shows; use nan instead.")
    return values, int(len(array) - len(values))


def distributions(
    samples: Mapping[str, ArrayLike], label: str, span: tuple[float, float] | None = None
) -> Distributions:
    """Return the distributions of named *samples* on one axis.

    Args:
        samples: By name, shape (n,); nan is missing and counted.
        label: What is measured, with the unit, such as ``Time to detection (h)``.
        span: Least and greatest value that the axis must show; None for what the samples need.

    Raises:
        TrainkitError: the samples are no numbers, or infinite.
    """
    values = {name: present(given)[0] for name, given in samples.items()}
    bars = edges(np.concatenate([np.empty(0), *values.values()]), span)
    groups = tuple(_group(name, given, bars) for name, given in samples.items())
    return Distributions(label, tuple(bars), marked(bars), groups)


def _group(name: str, samples: ArrayLike, bars: list[float]) -> Group:
    values, _ = present(samples)
    counts = tuple(int(c) for c in np.histogram(values, bars)[0]) if bars else ()
    binary = len(values) > 0 and bool(np.isin(values, (0.0, 1.0)).all())
    interval = proportion_interval(samples) if binary else mean_interval(samples)
    return Group(name, counts, interval, binary, _sentence(name, values, interval, binary))


def _sentence(name: str, values: Values, found: Interval, binary: bool) -> str:
    head = f"{name}: " if name else ""
    total = found.n + found.missing
    missing = f" {found.missing:,} of {total:,} have no value." if found.missing else ""
    if found.n == 0:
        return f"{head}there is no value.{missing}"
    if binary:
        return f"{head}{_proportion(values, found)}{missing}"
    return (
        f"{head}mean {figure(found.estimate)}{_ends(found)} of {found.n:,} values; half of them "
        f"{_middle(values)}.{missing}"
    )


def _middle(values: Values) -> str:
    low, high = (figure(float(end)) for end in np.quantile(values, (0.25, 0.75)))
    return f"or more are {low}" if low == high else f"lie between {low} and {high}"


def _proportion(values: Values, found: Interval) -> str:
    share = f"{100 * found.estimate:.1f} %, 95 % interval {100 * found.low:.1f} to"
    return f"{int(values.sum()):,} of {found.n:,} ({share} {100 * found.high:.1f} %)."


def _ends(found: Interval) -> str:
    if math.isnan(found.low):
        return ""
    return f" (95 % interval {figure(found.low)} to {figure(found.high)})"


def drawn(found: Distributions) -> dict[str, Any]:
    """Return what the browser needs to draw them: JSON values only."""
    return {
        "label": found.label,
        "edges": list(found.edges),
        "ticks": [[tick, words] for tick, words in named_ticks(found)],
        "caption": found.words,
        "groups": [_drawn_group(group) for group in found.groups],
    }


def named_ticks(found: Distributions) -> list[tuple[float, str]]:
    """Return where the axis has numbers, and the numbers; no and yes for zeros and ones."""
    if found.groups and all(group.binary or group.interval.n == 0 for group in found.groups):
        names = {0.0: "no", 1.0: "yes"}
        return [(tick, names[tick]) for tick in found.ticks if tick in names]
    return [(tick, figure(tick)) for tick in found.ticks]


def _drawn_group(group: Group) -> dict[str, Any]:
    mean = group.interval.estimate
    shown = None if math.isnan(mean) or group.binary else mean
    return {"name": group.name, "counts": list(group.counts), "mean": shown, "note": note(group)}


def note(group: Group) -> str:
    """Return the numbers that stand above the bars: the mean, and how many have no value."""
    found = group.interval
    if found.n == 0:
        return "no value"
    share = f"{100 * found.estimate:.0f} % yes" if group.binary else ""
    without = f", {found.missing:,} without a value" if found.missing else ""
    return (share or f"mean {figure(found.estimate)}") + without

"""Distributions as bars and as words; every picture of one is drawn from these numbers."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from trainkit.analysis.intervals import Interval, mean_interval, proportion_interval
from trainkit.errors import TrainkitError

_BARS = 20
_MOST_WHOLE = 30
_MOST_MARKED = 14

Values = NDArray[np.float64]


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


def figure(value: float) -> str:
    """Return a number as a reader sees it.

    Examples:
        >>> figure(4.1268), figure(1234.4), figure(30.0), figure(float("nan"))
        ('4.13', '1,234', '30', 'none')
    """
    if math.isnan(value):
        return "none"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


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
    edges = _edges(np.concatenate([np.empty(0), *values.values()]), span)
    groups = tuple(_group(name, given, edges) for name, given in samples.items())
    return Distributions(label, tuple(edges), _marked(edges), groups)


def _edges(values: Values, span: tuple[float, float] | None) -> list[float]:
    if len(values) == 0:
        return []
    low, high = float(values.min()), float(values.max())
    if span is not None:
        low, high = min(low, span[0]), max(high, span[1])
    if np.all(values == np.round(values)) and high - low <= _MOST_WHOLE:
        first, last = math.floor(low), math.ceil(high)
        return [place - 0.5 for place in range(first, last + 2)]
    step = nice_step((high - low) or abs(low) or 1.0, _BARS)
    first, last = math.floor(low / step), math.floor(high / step) + 1
    return [round(place * step, 12) for place in range(first, last + 1)]


def nice_step(width: float, parts: int) -> float:
    """Return the step of 1, 2 or 5 times a power of ten that cuts *width* into about *parts*.

    Examples:
        >>> nice_step(40.0, 5), nice_step(1.0, 20)
        (10.0, 0.05)
    """
    power = 10.0 ** math.floor(math.log10(width / parts))
    return next(power * by for by in (1.0, 2.0, 5.0, 10.0) if power * by >= width / parts * 0.999)


def ticks(low: float, high: float, parts: int = 6) -> tuple[float, ...]:
    """Return round numbers between *low* and *high*, both included where they are round."""
    step = nice_step(high - low, parts)
    places = range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)
    return tuple(round(place * step, 12) for place in places)


def _marked(edges: Sequence[float]) -> tuple[float, ...]:
    if not edges:
        return ()
    found = ticks(edges[0], edges[-1])
    whole = edges[0] % 1.0 == 0.5 and edges[1] - edges[0] == 1.0
    if whole and len(edges) <= _MOST_MARKED:
        return tuple(edge + 0.5 for edge in edges[:-1])
    return tuple(tick for tick in found if tick == round(tick)) if whole else found


def _group(name: str, samples: ArrayLike, edges: list[float]) -> Group:
    values, _ = present(samples)
    counts = tuple(int(c) for c in np.histogram(values, edges)[0]) if edges else ()
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
    low, high = np.quantile(values, (0.25, 0.75))
    return (
        f"{head}mean {figure(found.estimate)}{_ends(found)} of {found.n:,} values; half of them "
        f"lie between {figure(low)} and {figure(high)}.{missing}"
    )


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
        "ticks": [[tick, figure(tick)] for tick in found.ticks],
        "caption": found.words,
        "groups": [_drawn_group(group) for group in found.groups],
    }


def _drawn_group(group: Group) -> dict[str, Any]:
    mean = group.interval.estimate
    return {
        "name": group.name,
        "counts": list(group.counts),
        "mean": None if math.isnan(mean) else mean,
        "note": _note(group),
    }


def _note(group: Group) -> str:
    """Return the number that stands at the mean."""
    if group.interval.n == 0:
        return "no value"
    if group.binary:
        return f"{100 * group.interval.estimate:.0f} %"
    return f"mean {figure(group.interval.estimate)}"

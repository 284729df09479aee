"""Round numbers: steps, edges of bars, numbers on an axis, and numbers as a reader sees them."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_BARS = 20
_MOST_WHOLE = 30
_MOST_MARKED = 14

Values = NDArray[np.float64]


def figure(value: float) -> str:
    """Return a number as a reader sees it.

    Examples:
        >>> figure(4.1268), figure(1234.4), figure(30.0), figure(float("nan"))
        ('4.13', '1,234', '30', 'none')
    """
    if math.isnan(value):
        return "none"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def edges(values: Values, span: tuple[float, float] | None) -> list[float]:
    """Return the edges of the bars of *values*, wide enough for *span*; none without a value."""
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


def marked(edges: Sequence[float]) -> tuple[float, ...]:
    """Return where an axis with these edges of bars has numbers: whole ones for whole bars."""
    if not edges:
        return ()
    found = ticks(edges[0], edges[-1])
    whole = edges[0] % 1.0 == 0.5 and edges[1] - edges[0] == 1.0
    if whole and len(edges) <= _MOST_MARKED:
        return tuple(edge + 0.5 for edge in edges[:-1])
    return tuple(tick for tick in found if tick == round(tick)) if whole else found

"""Pictures of a cohort as SVG that stands in a page: text is text, and nothing in it is active."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from textwrap import fill
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from trainkit.views.sheet import COLOURS, FAINT, INK, style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_WIDE_IN, _ROW_IN, _REST_IN = 7.6, 0.62, 0.95
_BINS, _TALLEST = 76, 0.74
_NAME_SIGNS = 26


@dataclass(frozen=True)
class Strand:
    """One row of a picture: a dot for each trainee, and what lies in the middle of them.

    Attributes:
        name: What the row shows.
        values: One for each trainee; those that do not exist are left out.
        middle: Lower end, middle and upper end of a bar below the dots; None for no bar.
    """

    name: str
    values: ArrayLike
    middle: tuple[float, float, float] | None = None


def strip(
    strands: Sequence[Strand],
    label: str,
    words: str,
    limits: tuple[float, float],
    marks: Sequence[tuple[float, str]] = (),
) -> str:
    """Return a picture with a row of stacked dots for each strand.

    Args:
        strands: The rows, from above.
        label: What the axis measures, in words.
        words: What the picture shows, for those who do not see it.
        limits: Ends of the axis; what lies beyond is drawn at the end.
        marks: Places on the axis with a line and a word each.
    """
    import matplotlib as mpl
    from matplotlib.figure import Figure

    settings: dict[Any, Any] = {"svg.fonttype": "none", "svg.hashsalt": label, "font.size": 10.5}
    with style(), mpl.rc_context(settings):
        size = (_WIDE_IN, _REST_IN + _ROW_IN * len(strands))
        figure = Figure(figsize=size, layout="constrained")
        axes = figure.add_subplot()
        _draw(axes, strands, limits)
        _dress(axes, strands, label, limits, marks)
        buffer = io.StringIO()
        nameless = dict.fromkeys(("Creator", "Date", "Format", "Type"))
        figure.savefig(buffer, format="svg", metadata=nameless, transparent=True)
    return _embedded(buffer.getvalue(), words)


def _draw(axes: "Axes", strands: Sequence[Strand], limits: tuple[float, float]) -> None:
    placed = [_stacked(strand.values, limits) for strand in strands]
    highest = max((int(level.max()) for _, level in placed if len(level)), default=0)
    step = min(0.13, _TALLEST / (highest + 1))
    for row, (strand, (x, level)) in enumerate(zip(strands, placed, strict=True)):
        base = len(strands) - 1 - row
        axes.axhline(base, color=FAINT, linewidth=0.8, zorder=0)
        size = max(3.2, min(4.6, step * _ROW_IN * 72))
        dots: dict[str, Any] = {"marker": "o", "markersize": size, "markeredgewidth": 0.0}
        axes.plot(x, base + step * (level + 0.5), color=COLOURS[0], alpha=0.85, ls="", **dots)
        if strand.middle:
            low, middle, high = np.clip(strand.middle, *limits)
            axes.plot([low, high], [base - 0.1] * 2, color=COLOURS[1], linewidth=2.2)
            axes.plot([middle], [base - 0.1], marker="D", markersize=5, color=COLOURS[1])


def _stacked(
    values: ArrayLike, limits: tuple[float, float]
) -> tuple[NDArray[np.float64], NDArray[np.intp]]:
    """Return the middles of the bins that values fall into, and their place in each stack."""
    array = np.asarray(values, dtype=np.float64)
    whole = np.sort(np.clip(array[np.isfinite(array)], *limits))
    low, high = limits
    bins = np.minimum(((whole - low) / (high - low) * _BINS).astype(int), _BINS - 1)
    first = np.searchsorted(bins, bins, side="left")
    return low + (bins + 0.5) * (high - low) / _BINS, np.arange(len(bins)) - first


def _dress(
    axes: "Axes",
    strands: Sequence[Strand],
    label: str,
    limits: tuple[float, float],
    marks: Sequence[tuple[float, str]],
) -> None:
    low, high = limits
    edge = 0.02 * (high - low)
    axes.set_xlim(low - edge, high + edge)
    axes.set_ylim(-0.3, len(strands) - 0.1)
    names = [fill(strand.name, _NAME_SIGNS) for strand in strands]
    axes.set_yticks(range(len(strands) - 1, -1, -1), names, parse_math=False)
    axes.set_xlabel(label, parse_math=False)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    for at, words in marks:
        axes.axvline(at, color=INK, linewidth=1.0, linestyle=(0, (4, 3)), zorder=1)
        place = (at, len(strands) - 0.08)
        axes.annotate(words, place, ha="center", va="bottom", fontsize=9.5, annotation_clip=False)


_OUTSIDE = re.compile(r"<metadata>.*?</metadata>|<style\b.*?</style>", re.DOTALL)
_GROUP = re.compile(r'<g id="[^"]*"')


def _embedded(document: str, words: str) -> str:
    """Return the part of an SVG document that may stand in a page beside others."""
    picture = _GROUP.sub("<g", _OUTSIDE.sub("", document[document.index("<svg") :]))
    return picture.replace("<svg ", f'<svg role="img" aria-label="{escape(words)}" ', 1)

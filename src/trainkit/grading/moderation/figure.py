"""The figure beside a written answer: what the decisions came to, drawn as a small SVG.

A picture in an ``img`` element runs nothing and loads nothing, wherever a page shows it; what it
shows stands in words beside it. It is written by hand because a cohort needs hundreds of them: a
plotting library takes a hundred times as long.
"""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from trainkit.grading.scoring import Scored
from trainkit.grading.wording import safe

_WIDTH_PX, _LEFT_PX, _TOP_PX, _ROW_PX = 640, 250, 34, 40
_SCALE_PX = _WIDTH_PX - _LEFT_PX - 60
_INK, _FAINT, _OWN, _LOW, _HIGH = "#222222", "#d9d9d9", "#0072b2", "#d55e00", "#009e73"


@dataclass(frozen=True)
class Outcome:
    """What one decision came to.

    Attributes:
        title: Which decision.
        unit: What is measured, with its unit.
        value: What it came to.
        most: End of the scale.
        baseline: What the standing order comes to; None without one.
        reference: What the reference comes to; None without one.
    """

    title: str
    unit: str
    value: float
    most: float
    baseline: float | None = None
    reference: float | None = None

    @property
    def words(self) -> str:
        """The outcome as a sentence."""
        told = f"{self.title}: {self.value:.1f} of {self.most:g} {self.unit}."
        if self.baseline is None or self.reference is None:
            return told
        return (
            f"{self.title}: {self.value:.1f} {self.unit}; the standing order {self.baseline:.1f}, "
            f"the reference {self.reference:.1f}."
        )


def outcomes(scored: Iterable[Scored]) -> list[Outcome]:
    """Return what the decisions came to: their measures, or points where none is simulated."""
    return [found for one in scored if one.state == "scored" for found in _outcomes(one)]


def _outcomes(one: Scored) -> list[Outcome]:
    measures = [found.measure for found in one.score.criteria if found.measure]
    if not measures:
        return [Outcome(one.task.title, "points", one.points, one.task.points)]
    return [
        Outcome(
            one.task.title,
            found.unit,
            found.value,
            max(found.value, found.baseline, found.reference),
            found.baseline,
            found.reference,
        )
        for found in measures
    ]


def figure_html(found: Sequence[Outcome]) -> str:
    """Return the figure with its words as one block of HTML; empty without outcomes."""
    if not found:
        return ""
    picture = b64encode(svg(found).encode()).decode("ascii")
    said = " ".join(one.words for one in found)
    items = "".join(f"<li>{safe(one.words)}</li>" for one in found)
    return (
        f'<div><img alt="{safe(said)}" src="data:image/svg+xml;base64,{picture}" '
        f'style="max-width: 100%; border: 0; outline: 0">'
        f"<p>The same in words:</p><ul>{items}</ul></div>"
    )


def svg(found: Sequence[Outcome]) -> str:
    """Return the figure: a bar a decision, with marks of the standing order and the reference."""
    height_px = _TOP_PX + _ROW_PX * len(found)
    rows = "".join(_row(one, _TOP_PX + _ROW_PX * place) for place, one in enumerate(found))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH_PX}" height="{height_px}" '
        f'viewBox="0 0 {_WIDTH_PX} {height_px}" font-family="sans-serif" font-size="12">'
        f'<rect width="100%" height="100%" fill="white"/>{_legend(found)}{rows}</svg>'
    )


def _legend(found: Sequence[Outcome]) -> str:
    own = _words(_LEFT_PX, 18, "this answer", _OWN)
    if all(one.baseline is None for one in found):
        return own
    low = _words(_LEFT_PX + 90, 18, "o standing order", _LOW)
    return f"{own}{low}{_words(_LEFT_PX + 200, 18, '| reference', _HIGH)}"


def _row(one: Outcome, top_px: int) -> str:
    long_px = _place_px(one, one.value)
    bars = _bar(_LEFT_PX, top_px + 8, _SCALE_PX, 14, _FAINT)
    bars += _bar(_LEFT_PX, top_px + 8, long_px, 14, _OWN)
    bars += _marks(one, top_px)
    title = _words(_LEFT_PX - 10, top_px + 13, one.title, _INK, "end")
    unit = _words(_LEFT_PX - 10, top_px + 27, one.unit, "#666666", "end")
    number = _words(_WIDTH_PX - 50, top_px + 20, f"{one.value:.1f}", _INK)
    return f"{bars}{title}{unit}{number}"


def _marks(one: Outcome, top_px: int) -> str:
    """Return a ring for the standing order and a line for the reference, so not by colour alone."""
    if one.baseline is None or one.reference is None:
        return ""
    ring_px = _LEFT_PX + _place_px(one, one.baseline)
    ring = f'<circle cx="{ring_px}" cy="{top_px + 15}" r="6" fill="white" stroke="{_LOW}"'
    line = _bar(_LEFT_PX + _place_px(one, one.reference) - 1.5, top_px + 3, 3, 24, _HIGH)
    return f'{line}{ring} stroke-width="3"/>'


def _place_px(one: Outcome, value: float) -> float:
    share = value / one.most if one.most > 0 else 0.0
    return round(_SCALE_PX * min(max(share, 0.0), 1.0), 1)


def _bar(x_px: float, y_px: float, long_px: float, high_px: float, colour: str) -> str:
    return f'<rect x="{x_px}" y="{y_px}" width="{long_px}" height="{high_px}" fill="{colour}"/>'


def _words(x_px: float, y_px: float, text: str, colour: str, anchor: str = "start") -> str:
    return (
        f'<text x="{x_px}" y="{y_px}" fill="{colour}" text-anchor="{anchor}">{escape(text)}</text>'
    )

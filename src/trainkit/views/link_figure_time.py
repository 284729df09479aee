"""The timeline of a printed link chart."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trainkit.views.link_item import Shown
from trainkit.views.link_look import COURTS, UNSEEN
from trainkit.views.link_timeline import LANES, rows, timeline
from trainkit.views.sheet import FAINT, INK

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_FEW = 120
_ROWS = (2, 4)
"""Rows of a lane at their largest, and the most that are graded in words."""


def lanes(ax: "Axes", items: Sequence[Shown]) -> None:
    """Draw the items of a picture, a lane for each team and one for both.

    Args:
        ax: Where to.
        items: The items, by time.
    """
    time, placed = timeline(items), rows(items)
    names = [lane for lane in LANES if any(lane == one for one, _, _ in placed)]
    most = max((row for _, _, row in placed), default=0) + 1
    high = 0.9 / max(_ROWS[0], most)
    for item, (lane, column, row) in zip(items, placed, strict=True):
        day = time.first + column * time.step
        _mark(ax, item, day, names.index(lane) - 0.45 + row * high, (time.step, high))
        if len(items) <= _FEW and most <= _ROWS[1]:
            middle = day + time.step / 2, names.index(lane) - 0.45 + (row + 0.45) * high
            ink = COURTS[_use(item)][1]
            words = item.grade or "-"
            ax.text(*middle, words, color=ink, fontsize=6.5, ha="center", va="center")
    ax.set(xlim=(time.first, time.first + time.columns * time.step), xlabel="Day of the case")
    ax.set_ylim(max(len(names), 1) - 0.5, -0.5)
    ax.set_yticks(range(len(names)), names, fontsize=8)
    ax.grid(axis="x", color=FAINT)
    ax.set_axisbelow(True)
    if not items:
        ax.text(0.5, 0.0, "no item", ha="center", va="center")


def _use(item: Shown) -> int:
    """Return in how many States' courts an item may be used; 3 where it is not decided."""
    return 3 if item.admissible is None else len(set(item.admissible))


def _mark(ax: "Axes", item: Shown, day: float, top: float, size: tuple[float, float]) -> None:
    from matplotlib.patches import Rectangle

    wide, high = size
    fill, _, line = COURTS[_use(item)]
    ax.add_patch(Rectangle((day, top), wide * 0.94, high * 0.85, fc=fill, ec=INK, ls=line, lw=0.7))
    if item.gap:
        for part in (0.0, 0.6):
            ends = [day + part * wide, day + (part + 0.34) * wide]
            ax.plot(ends, [top + high * 0.9] * 2, color=UNSEEN, lw=2, solid_capstyle="butt")

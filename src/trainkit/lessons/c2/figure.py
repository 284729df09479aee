"""Pictures of C2: a small network, and capacity over days; each with its words."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from trainkit.lessons.c2.web import Web
from trainkit.views.sheet import COLOURS, INK, sheet, style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_MARKS = ("o", "s", "^", "D")
_MANY = {7: "Seven", 8: "Eight", 9: "Nine", 10: "Ten", 11: "Eleven"}


def web_words(web: Web) -> str:
    """Return a small network in words: whom each letter is tied to."""
    lines = [
        f"{letter} is tied to {', '.join(_others(web, letter))}." for letter in sorted(web.degrees)
    ]
    return "\n".join([f"{_MANY[len(web.degrees)]} actors and {len(web.ties)} ties.", *lines])


def _others(web: Web, letter: str) -> list[str]:
    return sorted({one for tie in web.ties if letter in tie for one in tie} - {letter})


def web_figure(web: Web, title: str = "A small network") -> "Figure":
    """Return a figure of a small network; letters by a circle and a line for each tie."""
    import networkx as nx

    graph = nx.Graph(web.ties)
    at = nx.kamada_kawai_layout(graph)
    with style():
        made = sheet(title, web_words(web), 5.2, 3.8)
        ax = made.subplots()
        for one, other in web.ties:
            ax.plot(*zip(at[one], at[other], strict=True), color=INK, linewidth=1.2, zorder=1)
        for letter, (x, y) in at.items():
            ax.plot(x, y, "o", markersize=20, color="white", markeredgecolor=INK, zorder=2)
            ax.text(x, y, letter, ha="center", va="center", zorder=3)
        ax.margins(0.12)  # a circle at the rim is drawn whole
        ax.set_axis_off()
    return made


def curves_figure(
    title: str, words: str, days: Sequence[int], of: Mapping[str, Sequence[float]]
) -> "Figure":
    """Return a figure of capacity in percent over days, a line for each plan."""
    with style():
        made = sheet(title, words, 5.8, 3.8)
        ax = made.subplots()
        for place, (name, values) in enumerate(of.items()):
            ax.plot(days, values, color=COLOURS[place], marker=_MARKS[place % 4], label=name)
        ax.set_xlabel("Days after the first arrests")
        ax.set_ylabel("Capacity (% of the initial)")
        ax.set_ylim(0, 105)
        ax.legend(frameon=False)
    return made

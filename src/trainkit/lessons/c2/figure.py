"""Pictures of C2: a small network, and capacity over days; each with its words."""

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from trainkit.lessons.c2.web import Web
from trainkit.views.sheet import COLOURS, INK, sheet, style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_TRIED = 4
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

    at = places(nx.Graph(web.ties))
    with style():
        made = sheet(title, web_words(web), 5.2, 3.8)
        ax = made.subplots()
        for one, other in web.ties:
            ax.plot(*zip(at[one], at[other], strict=True), color=INK, linewidth=1.2, zorder=1)
        for letter, (x, y) in at.items():
            ax.plot(x, y, "o", markersize=20, color="white", markeredgecolor=INK, zorder=2)
            ax.text(x, y, letter, ha="center", va="center", zorder=3, in_layout=False)
        ax.margins(0.12)  # a circle at the rim is drawn whole
        ax.set_axis_off()
    return made


def places(graph: Any) -> dict[str, tuple[float, float]]:
    """Return where each letter of a network stands: parts beside each other, the largest first."""
    import networkx as nx

    found: dict[str, tuple[float, float]] = {}
    right = 0.0
    for part in sorted(nx.connected_components(graph), key=lambda one: (-len(one), min(one))):
        at = _clearest(nx.Graph([tie for tie in graph.edges if tie[0] in part]))
        left = min(x for x, _ in at.values())
        found |= {letter: (x - left + right, y) for letter, (x, y) in at.items()}
        right = 1.0 + max(x for x, _ in found.values())
    return {letter: (x / right, y / right) for letter, (x, y) in found.items()}


def _clearest(graph: Any) -> dict[str, tuple[float, float]]:
    """Return, of some layouts, the one whose ties keep clearest of letters that are not theirs."""
    import networkx as nx

    size, letters = len(graph) ** 0.5, sorted(graph)
    found = []
    for first in range(min(len(letters), _TRIED)):
        begun = nx.circular_layout([*letters[first:], *reversed(letters[:first])])
        at = nx.kamada_kawai_layout(graph, pos=begun, scale=size)
        found.append({letter: (float(x), float(y)) for letter, (x, y) in at.items()})
    return max(found, key=lambda at: clearance(graph, at))


def clearance(graph: Any, at: Mapping[str, tuple[float, float]]) -> float:
    """Return how near a tie comes to a letter that is not its own, in the layout's unit."""
    return min(
        (
            _distance(at[letter], at[one], at[other])
            for one, other in graph.edges
            for letter in graph
            if letter not in {one, other}
        ),
        default=math.inf,
    )


def _distance(
    point: tuple[float, float], one: tuple[float, float], other: tuple[float, float]
) -> float:
    """Return the distance of a point from the line between two others."""
    here, begin, end = complex(*point), complex(*one), complex(*other)
    along = end - begin
    part = ((here - begin) * along.conjugate()).real / abs(along) ** 2
    return abs(here - begin - along * min(1.0, max(0.0, part)))


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

"""The ties of a printed link chart."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from trainkit.case.actors import LAYERS, Layer, Tie
from trainkit.views.link_figure_key import dashes
from trainkit.views.link_known import Picture, pair
from trainkit.views.link_look import COLOURS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_ASIDE = 12.0
_MANY = 500

Places = dict[int, tuple[float, float]]
Line = list[tuple[float, float]]


def ties(ax: "Axes", picture: Picture, known: Picture, at: Places) -> None:
    """Draw the ties of a picture, thin and pale where neither team ever saw them.

    Args:
        ax: Where to.
        picture: What is drawn.
        known: What both teams know.
        at: Where the actors stand, y upwards.
    """
    seen = {(pair(tie), tie.layer) for tie in known.ties}
    aside, wide = _aside(picture.ties), 0.5 if len(picture.ties) > _MANY else 1.6
    drawn = [(tie, _line(at, tie, beside)) for tie, beside in zip(picture.ties, aside, strict=True)]
    for layer in LAYERS:
        own = [(tie, line) for tie, line in drawn if tie.layer == layer]
        told = [line for tie, line in own if (pair(tie), layer) in seen]
        rest = [line for tie, line in own if (pair(tie), layer) not in seen]
        _lines(ax, told, layer, wide, 1.0)
        _lines(ax, rest, layer, wide / 2, 0.6)


def _lines(ax: "Axes", lines: list[Line], layer: Layer, wide: float, strong: float) -> None:
    from matplotlib.collections import LineCollection

    look = {"colors": COLOURS[layer], "linestyles": dashes(layer), "alpha": strong}
    ax.add_collection(LineCollection(lines, linewidths=wide, **look))


def _aside(ties: Sequence[Tie]) -> list[float]:
    """Return how far beside the middle each tie is drawn, so that two of a pair are both seen."""
    n = Counter(pair(tie) for tie in ties)
    before: Counter[tuple[int, int]] = Counter()
    found = []
    for both in map(pair, ties):
        found.append(_ASIDE * (before[both] - (n[both] - 1) / 2))
        before[both] += 1
    return found


def _line(at: Places, tie: Tie, aside: float) -> Line:
    (x, y), (to_x, to_y) = (at[one] for one in pair(tie))
    long = max(1e-9, ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5)
    east, north = (y - to_y) / long * aside, (to_x - x) / long * aside
    return [(x + east, y + north), (to_x + east, to_y + north)]

"""The actors of a printed link chart: shapes, rings, names, and the State over its own."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from trainkit.case.actors import Actor, Rank, Role, Side
from trainkit.views.link_figure_key import outline
from trainkit.views.link_figure_ties import Places
from trainkit.views.link_known import Picture, chosen
from trainkit.views.link_look import CROSS, RINGS, SHARED, SIDES_DRAWN, UNSEEN
from trainkit.views.link_words import label
from trainkit.views.sheet import INK

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_LABELLED = 80
"""Actors that are named; of more, those with most ties are."""

_LARGEST, _SHARED_OUT = 430.0, 17000.0
"""Area of an actor in square points at most, and of all of them together."""


def actors(ax: "Axes", picture: Picture, found: Sequence[Picture], at: Places) -> None:
    """Draw the actors of a picture.

    Args:
        ax: Where to.
        picture: What is drawn.
        found: All pictures to choose from.
        at: Where the actors stand, y upwards.
    """
    ax.set_aspect("equal", adjustable="datalim")
    ax.set_axis_off()
    known = chosen(found, "both")
    size = max(5.0, min(_LARGEST, _SHARED_OUT / max(1, len(picture.actors))))
    _halo(ax, picture, found, at, size)
    groups: dict[tuple[Role, Side, Rank, bool], list[Actor]] = defaultdict(list)
    for one in picture.actors:
        groups[one.role, one.side, one.rank, one.id in known.numbers].append(one)
    for (role, side, rank, seen), own in groups.items():
        _group(ax, [at[one.id] for one in own], size, _look(role, side, rank, size, seen=seen))
        if rank == "boss":
            second = {"marker": outline(role), "fc": "none", "ec": SIDES_DRAWN[side][2]}
            _group(ax, [at[one.id] for one in own], 1.9 * size, {**second, "zorder": 3})
    _names(ax, picture, known, at)
    _headings(ax, picture, at)


def _group(ax: "Axes", places: list[tuple[float, float]], size: float, look: Any) -> None:
    x, y = zip(*places, strict=True)
    ax.scatter(x, y, size, **look)


def _look(role: Role, side: Side, rank: Rank, size: float, *, seen: bool) -> dict[str, Any]:
    fill, _, ring = SIDES_DRAWN[side]
    thin = min(1.0, (size / 200.0) ** 0.5)
    line = {"ec": ring, "lw": thin * RINGS[rank], "ls": "-"}
    if not seen:
        fill, line = "white", {"ec": UNSEEN, "lw": 1.2 * thin, "ls": (0, (2, 1.5))}
    return {"marker": outline(role), "fc": fill, "zorder": 3, **line}


def _halo(ax: "Axes", picture: Picture, found: Sequence[Picture], at: Places, size: float) -> None:
    """Draw a disc behind the actors whom both teams know."""
    if len(found) < 3:
        return
    both = picture.numbers & found[0].numbers & found[1].numbers
    if both:
        look = {"color": SHARED, "linewidths": 0, "zorder": 2.5}
        _group(ax, [at[one] for one in sorted(both)], 2.6 * size, look)


def _names(ax: "Axes", picture: Picture, known: Picture, at: Places) -> None:
    degree = Counter(one for both in picture.pairs for one in both)
    named = sorted(picture.actors, key=lambda one: (-degree[one.id], one.id))[:MOST_LABELLED]
    few = len(picture.actors) <= MOST_LABELLED
    look: dict[str, Any] = {"ha": "center", "va": "center", "weight": "bold", "zorder": 4}
    for one in named:
        seen = one.id in known.numbers
        ink = SIDES_DRAWN[one.side][1] if seen and few else INK
        words = label(one) if seen else f"{CROSS}{label(one)}"
        size = 8.0 if len(picture.actors) <= MOST_LABELLED / 2 else 6.5
        ax.text(*at[one.id], words, color=ink, fontsize=size, path_effects=_edge(few), **look)


def _edge(few: bool) -> Any:
    """Return the white edge of names that are wider than the shapes they stand on."""
    from matplotlib.patheffects import withStroke

    return [] if few else [withStroke(linewidth=2.0, foreground="white")]


def _headings(ax: "Axes", picture: Picture, at: Places) -> None:
    top = max((at[one.id][1] for one in picture.actors), default=0.0)
    look: dict[str, Any] = {"textcoords": "offset points", "ha": "center", "weight": "bold"}
    for side in SIDES_DRAWN:
        across = [at[one.id][0] for one in picture.actors if one.side == side]
        if across:
            middle = (min(across) + max(across)) / 2
            ax.annotate(side, (middle, top), (0, 18), fontsize=13, color="#595959", **look)

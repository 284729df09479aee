"""The key of a printed link chart: what is on it, and nothing else."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from trainkit.case.actors import LAYERS, ROLES, Layer, Role
from trainkit.views.link_known import Picture, chosen
from trainkit.views.link_look import (
    COLOURS,
    COURTS,
    CROSS,
    DASHES,
    LETTERS,
    OUTLINES,
    RINGS,
    SHARED,
    SIDES_DRAWN,
    UNSEEN,
)
from trainkit.views.link_words import plainly
from trainkit.views.sheet import INK

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def key(ax: "Axes", picture: Picture, found: Sequence[Picture]) -> None:
    """Draw the key of a picture on *ax*.

    Args:
        ax: Where to.
        picture: What is drawn.
        found: All pictures to choose from.
    """
    ax.set_axis_off()
    entries = [*_roles(picture), *_people(picture, found), *_lines(picture), *_items(picture)]
    ax.legend(
        handles=entries, loc="upper left", ncols=5, frameon=False, fontsize=7.5,
        mode="expand", borderaxespad=0, handlelength=3.4,
    )  # fmt: skip


def outline(role: Role) -> Any:
    """Return a role's shape as a path of matplotlib, y upwards."""
    from matplotlib.path import Path

    corners = [(x, -y) for x, y in OUTLINES[role]]
    return Path([*corners, corners[0]], closed=True)


def dashes(layer: Layer) -> Any:
    """Return a layer's line style for matplotlib."""
    return (0, tuple(length / 3 for length in DASHES[layer])) if DASHES[layer] else "-"


def _sample(words: str, **look: Any) -> Any:
    from matplotlib.lines import Line2D

    how = {"linestyle": "none", "markersize": 9, "mfc": "white", "mec": INK, **look}
    return Line2D([], [], label=words, **how)


def _roles(picture: Picture) -> list[Any]:
    present = {one.role for one in picture.actors}
    return [
        _sample(f"{LETTERS[role]}  {plainly(role)}", marker=outline(role))
        for role in ROLES
        if role in present
    ]


def _people(picture: Picture, found: Sequence[Picture]) -> list[Any]:
    square = outline("transporter")
    sides = {one.side for one in picture.actors}
    made = [
        _sample(f"lives in {side}", marker=square, mfc=fill, mec=ring)
        for side, (fill, _, ring) in SIDES_DRAWN.items()
        if side in sides
    ]
    ranks = {one.rank for one in picture.actors}
    made += [
        _sample(_ranked(rank), marker=square, mew=width)
        for rank, width in RINGS.items()
        if rank in ranks
    ]
    if len(found) > 2 and picture.numbers & found[0].numbers & found[1].numbers:
        made.append(_sample("known to both teams", marker="o", mfc=SHARED, mec=SHARED))
    if picture.numbers - chosen(found, "both").numbers:
        made.append(_sample(f"{CROSS} neither team ever saw", marker=square, mec=UNSEEN, mew=1.5))
    return made


def _ranked(rank: str) -> str:
    return "boss (double ring)" if rank == "boss" else rank


def _lines(picture: Picture) -> list[Any]:
    from matplotlib.lines import Line2D

    present = {tie.layer for tie in picture.ties}
    return [
        Line2D([], [], color=COLOURS[one], lw=1.6, ls=dashes(one), label=f"{one} tie")
        for one in LAYERS
        if one in present
    ]


def _items(picture: Picture) -> list[Any]:
    from matplotlib.patches import Patch

    names = ("intelligence only", "for court in one State", "for court in both", "not decided")
    if not picture.items:
        return []
    made: list[Any] = [
        Patch(fc=fill, ec=INK, ls=line, label=name)
        for name, (fill, _, line) in zip(names, COURTS, strict=True)
    ]
    if any(item.gap for item in picture.items):
        made.append(_sample("custody gap", marker="_", mec=UNSEEN, mew=3, markersize=11))
    return made

"""The money of a case as a picture: how far it came by the end, and over the days for each team."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from trainkit.case.investigation.assets import Assets, Sums
from trainkit.errors import TrainkitError
from trainkit.views.case_money_words import sentence, told, whole
from trainkit.views.sheet import INK, sheet, style

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_DAY_H = 24.0
_KEY: Any = {"loc": "outside upper left", "ncols": 4, "frameon": False, "fontsize": 9}
_EDGE = "#595959"
_Read = Callable[[Sums], int]
_STEPS: tuple[tuple[str, str, _Read], ...] = (
    ("traced", "#cfcfcf", lambda now: now.traced),
    ("frozen", "#56b4e9", lambda now: now.still_frozen + now.confiscated),
    ("survived review", "#0072b2", lambda now: now.survived),
    ("confiscated", INK, lambda now: now.confiscated),
)
"""From light to dark, so that it is read in grey too: each is a part of the one before it."""


def case_money_figure(money: Assets) -> "Figure":
    """Return the figure: bars for the end of the run above, a field over the days for each team.

    Args:
        money: The money of a run.

    Raises:
        TrainkitError: nothing was traced, so that there is nothing to draw.
    """
    if not money.lots:
        raise TrainkitError(f"{sentence(money)} Read it in words: there is nothing to draw.")
    with style():
        made = sheet(sentence(money), told(money), 9.0, 6.4)
        above, below = made.subfigures(2, 1, squeeze=False, height_ratios=(1.0, 1.5))[:, 0]
        _bars(above.subplots(), money)
        fields = below.subplots(1, len(money.sides), sharey=True)
        for ax, side in zip(fields, money.sides, strict=True):
            _days(ax, money, side)
        _finish(fields, money)
        below.legend(*fields[0].get_legend_handles_labels(), **_KEY)
    return made


_ROWS: tuple[tuple[str, str, str, _Read], ...] = (
    ("traced", "#cfcfcf", "", lambda end: end.traced),
    ("ever frozen", "#56b4e9", "", lambda end: end.ever_frozen),
    ("released on review", "white", "////", lambda end: end.released),
    ("survived review", "#0072b2", "", lambda end: end.survived),
    ("confiscated", INK, "", lambda end: end.confiscated),
)


def _bars(ax: "Axes", money: Assets) -> None:
    """Draw how far the money came by the end, the longest first, each with its crowns."""
    most = money.sums().traced / 100
    for place, (_, colour, hatch, read) in enumerate(_ROWS):
        crowns = read(money.sums()) / 100
        ax.barh(place, crowns, color=colour, hatch=hatch, edgecolor=_EDGE, linewidth=0.6)
        ax.text(crowns + 0.01 * most, place, _labelled(money, read), va="center", fontsize=9)
    ax.set_yticks(range(len(_ROWS)), [name for name, *_ in _ROWS])
    ax.tick_params(axis="y", length=0)
    ax.invert_yaxis()
    ax.set_xlim(0.0, most)
    ax.set_xticks([])
    ax.spines[["bottom"]].set_visible(False)
    ax.set_title(f"By day {money.until_h / _DAY_H:.0f}, in crowns, with the team that traced it")


def _labelled(money: Assets, read: _Read) -> str:
    teams = ", ".join(f"{side} {whole(read(money.sums(side)))}" for side in money.sides)
    return f"{whole(read(money.sums()))}  ({teams})"


def _days(ax: "Axes", money: Assets, side: str) -> None:
    """Draw the money that a team traced over the days: each step is a part of the last."""
    steps = [(0.0, money.sums(at_h=-1.0)), *money.steps(side)]
    days = [hour / _DAY_H for hour, _ in steps] + [money.until_h / _DAY_H]
    for name, colour, read in _STEPS:
        crowns = [read(now) / 100 for _, now in steps]
        crowns.append(crowns[-1])
        ax.fill_between(days, crowns, step="post", color=colour, linewidth=0.0, label=name)
        ax.step(days, crowns, where="post", color=_EDGE, linewidth=0.6)
    ax.set_title(f"Traced by the {side} team")
    ax.set_xlabel("day of the case")
    ax.set_xlim(0.0, money.until_h / _DAY_H)
    if not money.sums(side).traced:
        ax.text(0.5, 0.5, "it traced nothing", ha="center", transform=ax.transAxes)


def _finish(fields: "Sequence[Axes]", money: Assets) -> None:
    """Let both fields have one scale, which is in crowns."""
    most = max(money.sums(side).traced for side in money.sides) / 100
    fields[0].set_ylim(0.0, 1.05 * most)
    fields[0].yaxis.set_major_formatter("{x:,.0f}")
    fields[0].set_ylabel("crowns")

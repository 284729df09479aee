"""A picture of a board: two teams in rows, acts in time, collisions and doubles marked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from trainkit.lessons.c5.named import ACTS, clock, sort
from trainkit.lessons.c5.week import TEAMS, Act
from trainkit.views.sheet import COLOURS, INK, sheet, style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_HATCHES = {"secret": "", "open": "//", "quiet": ".."}
_FACES = {"secret": COLOURS[0], "open": COLOURS[1], "quiet": "#bbbbbb"}
_MARKS = {"collision": "X", "duplicate": "D"}
_SAID = {"collision": "collision", "duplicate": "done twice"}
_DAY_H, _WEEK_H = 24, 168


def board_words(acts: Sequence[Act], marked: dict[str, str]) -> str:
    """Return a board in words: each act with its times, and what is marked."""
    lines = [
        f"{TEAMS[act.team]}: {ACTS[act.action]} ({sort(act.action)}), person {act.person}, "
        f"{clock(act.from_h)} to {clock(act.until_h)}."
        for act in acts
    ]
    marks = [f"Person {who}: {_SAID[harm]}." for who, harm in marked.items() if harm in _SAID]
    return "\n".join([*lines, *marks])


def board_figure(title: str, acts: Sequence[Act], marked: dict[str, str]) -> "Figure":
    """Return a figure of a board.

    Args:
        title: What it shows.
        acts: The acts, each about one person; each person has a line in the row of a team.
        marked: By the letter of a person, ``collision`` or ``duplicate``; others are not marked.
    """
    people = sorted({act.person for act in acts})
    with style():
        made = sheet(title, board_words(acts, marked), 8.6, 1.6 + 0.44 * len(people))
        ax = made.subplots()
        for act in acts:
            shift, high = _lane(acts, act)
            _draw(ax, act, _height(people, act) + shift, high)
        for person, harm in marked.items():
            if harm in _MARKS:
                _mark(ax, [act for act in acts if act.person == person], people, harm)
        _axes(ax, people)
        _legend(ax, any(harm in _MARKS for harm in marked.values()))
    return made


def _height(people: list[str], act: Act) -> float:
    """Return the line of an act: Alder's row lies above Borea's."""
    down = people.index(act.person) + act.team * (len(people) + 0.8)
    return -float(down)


def _lane(acts: Sequence[Act], act: Act) -> tuple[float, float]:
    """Return shift and height of a bar: two acts of one team about one person share a line."""
    beside = [one for one in acts if (one.team, one.person) == (act.team, act.person)]
    if len(beside) == 1:
        return 0.0, 0.8
    return (0.22, 0.38) if act is beside[0] else (-0.22, 0.38)


def _draw(ax: Any, act: Act, y: float, high: float) -> None:
    kind, long_h = sort(act.action), act.until_h - act.from_h
    ax.barh(y, long_h, left=act.from_h, height=high, color=_FACES[kind], hatch=_HATCHES[kind],
            edgecolor="white", linewidth=0.0)  # fmt: skip
    ax.text(act.until_h + 1.0, y, f"{act.person} {ACTS[act.action]}", va="center", fontsize=7.5)


def _mark(ax: Any, acts: list[Act], people: list[str], harm: str) -> None:
    """Join two acts of a clash by a line with its mark on both."""
    since_h = max(act.from_h for act in acts)
    at = [min(max(since_h + 2, act.from_h + 2), act.until_h - 2) for act in acts]
    heights = [_height(people, act) for act in acts]
    ax.plot(at, heights, color=INK, linewidth=1.0, linestyle=":", zorder=3)
    ax.plot(at, heights, _MARKS[harm], color=INK, markersize=8, markeredgecolor="white",
            linestyle="", zorder=4)  # fmt: skip


def _axes(ax: Any, people: list[str]) -> None:
    many = len(people)
    ax.set_xlim(0, _WEEK_H)
    ax.set_xticks(range(0, _WEEK_H + 1, _DAY_H))
    ax.set_xlabel("Hours after Monday 00:00 (a line each 24 h, a day)")
    ax.grid(axis="x", color="#d9d9d9", linewidth=0.6, zorder=0)
    ax.set_axisbelow(True)
    ax.set_yticks([-(many - 1) / 2, -(many - 1) / 2 - many - 0.8], ["Alder\nteam", "Borea\nteam"])
    ax.axhline(-(many - 0.1), color=INK, linewidth=0.8)


def _legend(ax: Any, with_marks: bool) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    kinds: list[Any] = [
        Patch(facecolor=_FACES[kind], hatch=hatch, edgecolor="white", label=f"{kind} act")
        for kind, hatch in _HATCHES.items()
    ]
    marks = [
        Line2D([], [], color=INK, marker=mark, linestyle="", label=_SAID[harm])
        for harm, mark in _MARKS.items()
    ]
    ax.legend(handles=[*kinds, *(marks if with_marks else [])], ncols=5, frameon=False, fontsize=8,
              loc="lower left", bbox_to_anchor=(0.0, 1.0))  # fmt: skip

"""The sea chart for print: tracks, areas, marks and grids at one hour, north up."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from trainkit.views import track
from trainkit.views.axis import figure as told
from trainkit.views.axis import nice_step
from trainkit.views.chart import chart_text, sea
from trainkit.views.feature import Area, Feature, Grid, Mark
from trainkit.views.sheet import COLOURS, FAINT, INK, sheet, style
from trainkit.views.track import Event, Track

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_MARKERS = ("^", "v", "D", "X", "o", "s")
_FEW = 12


def chart_figure(
    title: str,
    tracks: Sequence[Track] = (),
    features: Sequence[Feature] = (),
    events: Sequence[Event] = (),
    at_h: float | None = None,
) -> "Figure":
    """Return a figure of a sea chart at one hour, with the ways until then.

    Args:
        title: What it shows.
        tracks: What moves.
        features: Marks, areas and grids.
        events: What happened; told in the words that are saved with the figure.
        at_h: The hour; None for the last.
    """
    hour = track.span_h(tracks, events)[1] if at_h is None else at_h
    west, east, south, north = sea(tracks, features)
    with style():
        high = 2.0 + 6.0 * (north - south) / (east - west)
        words = chart_text(title, tracks, features, events)
        made = sheet(f"{title}, hour {hour:.2f}", words, 7.5, high)
        ax = made.subplots()
        ax.set(xlim=(west, east), ylim=(south, north), xlabel="NM east", ylabel="NM north")
        ax.set_aspect("equal")
        ax.grid(color=FAINT)
        ax.set_axisbelow(True)
        for one in features:
            _feature(ax, one, hour)
        _tracks(ax, tracks, hour)
        _scale(ax, nice_step(east - west, 6))
    return made


def _feature(ax: "Axes", one: Feature, hour: float) -> None:
    match one:
        case Mark():
            if one.from_h is None or one.from_h <= hour:
                ax.plot(one.x_nm, one.y_nm, "+", color=INK, markersize=11, markeredgewidth=2)
                ax.annotate(
                    one.name, (one.x_nm, one.y_nm), (7, 4), textcoords="offset points", fontsize=8
                )
        case Area():
            _area(ax, one, hour)
        case Grid():
            _grid(ax, one)


def _area(ax: "Axes", area: Area, hour: float) -> None:
    corners = [(x + area.vx_kn * hour, y + area.vy_kn * hour) for x, y in area.corners_nm]
    x, y = zip(*corners, corners[0], strict=True)
    ax.plot(x, y, "--", color="#595959", linewidth=1.2)
    top = max(corners, key=lambda corner: corner[1])
    ax.annotate(area.name, top, (0, 3), textcoords="offset points", ha="center", fontsize=8)


def _grid(ax: "Axes", grid: Grid) -> None:
    from matplotlib.patches import Rectangle

    most = max((*grid.values, 1e-300))
    for place, name in enumerate(grid.names):
        x = grid.west_nm + grid.side_nm * (place % grid.columns)
        y = grid.south_nm + grid.side_nm * (place // grid.columns)
        shade = max(0.0, grid.values[place]) / most if grid.values else 0.0
        fill = (*(int(COLOURS[4][at : at + 2], 16) / 255 for at in (1, 3, 5)), 0.85 * shade)
        ax.add_patch(Rectangle((x, y), grid.side_nm, grid.side_nm, fc=fill, ec="#595959"))
        ax.text(x + 0.04 * grid.side_nm, y + 0.94 * grid.side_nm, name, va="top", fontsize=8)
        if grid.values:
            middle = (x + grid.side_nm / 2, y + grid.side_nm / 2)
            ax.text(*middle, told(grid.values[place]), ha="center", va="center")


def _tracks(ax: "Axes", tracks: Sequence[Track], hour: float) -> None:
    names = track.groups(tracks)
    for place, name in enumerate(names):
        own = [one for one in tracks if one.group == name]
        colour, marker = COLOURS[place % len(COLOURS)], _MARKERS[place % len(_MARKERS)]
        if len(tracks) <= _FEW:
            for one in own:
                _way(ax, one, hour, colour)
        there = [where for one in own if (where := one.at(hour))]
        x, y = zip(*there, strict=True) if there else ((), ())
        ax.plot(x, y, marker, color=colour, linestyle="none", label=name or "tracks")
    if names:
        ax.legend(loc="upper left", bbox_to_anchor=(0, -0.12), ncols=len(names), frameon=False)


def _way(ax: "Axes", one: Track, hour: float, colour: str) -> None:
    rows = one.knots[one.knots[:, 0] <= hour]
    now = one.at(hour)
    x = [*rows[:, 1], *([now[0]] if now else [])]
    y = [*rows[:, 2], *([now[1]] if now else [])]
    ax.plot(x, y, color=colour, linewidth=0.9, alpha=0.6)
    if now:
        ax.annotate(one.name, now, (6, -10), textcoords="offset points", fontsize=8)


def _scale(ax: "Axes", nm: float) -> None:
    """Draw the scale bar and the north arrow in the lower right corner."""
    east, north = ax.get_xlim()[1], ax.get_ylim()[1]
    left, high = east - 1.15 * nm, ax.get_ylim()[0] + 0.04 * (north - ax.get_ylim()[0])
    ax.plot([left, left + nm], [high, high], color=INK, linewidth=2.5)
    above: dict[str, Any] = {"textcoords": "offset points", "ha": "center"}
    ax.annotate(f"{nm:g} NM", (left + nm / 2, high), (0, 4), **above)
    arrow = {"arrowstyle": "<-", "color": INK}
    ax.annotate("N", (left - 0.15 * nm, high), (0, 16), arrowprops=arrow, **above)

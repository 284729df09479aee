"""Tracks: where something was, when, and what happened on the way."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

from trainkit.errors import TrainkitError
from trainkit.views.feature import place

Knots = NDArray[np.float64]
"""Rows of time (h), east (NM) and north (NM), in the order of time; straight between two rows."""


@dataclass(frozen=True, eq=False)
class Track:
    """A track over the sea, straight between its knots; it is seen from the first to the last.

    Attributes:
        name: Whose it is.
        times_h: Times of the knots in hours, none less than the one before, shape (n,).
        x_nm: East of the chart's origin, shape (n,).
        y_nm: North of it, shape (n,).
        group: What it belongs to in the legend, such as its agency.
        knots: The rows of all three without those that hold nan; not to be given.
    """

    name: str
    times_h: ArrayLike
    x_nm: ArrayLike
    y_nm: ArrayLike
    group: str = ""
    knots: Knots = field(init=False, repr=False)

    def __post_init__(self) -> None:
        columns = [
            np.asarray(c, dtype=np.float64).ravel() for c in (self.times_h, self.x_nm, self.y_nm)
        ]
        if len({len(column) for column in columns}) != 1:
            sizes = ", ".join(str(len(column)) for column in columns)
            raise TrainkitError(
                f"The track '{self.name}' has {sizes} times, eastings and northings: give as many "
                "of each."
            )
        rows = np.column_stack(columns)
        rows = rows[np.isfinite(rows).all(axis=1)]
        if (np.diff(rows[:, 0]) < 0).any():
            raise TrainkitError(f"The times of the track '{self.name}' go back: sort its rows.")
        object.__setattr__(self, "knots", rows)

    def at(self, time_h: float) -> tuple[float, float] | None:
        """Return where it is, (x_nm, y_nm); None before its first knot and after its last."""
        rows = self.knots
        if len(rows) == 0 or not rows[0, 0] <= time_h <= rows[-1, 0]:
            return None
        x_nm, y_nm = (float(np.interp(time_h, rows[:, 0], rows[:, axis])) for axis in (1, 2))
        return x_nm, y_nm


@dataclass(frozen=True)
class Event:
    """Something that happened.

    Attributes:
        time_h: When, in hours.
        words: What, in a sentence.
    """

    time_h: float
    words: str


def packed(tracks: Sequence[Track]) -> tuple[bytes, list[int]]:
    """Return all knots as rows of three 32-bit numbers, and where each track begins and ends."""
    starts = np.cumsum([0, *(len(track.knots) for track in tracks)])
    rows = np.concatenate([np.empty((0, 3)), *(track.knots for track in tracks)])
    return np.ascontiguousarray(rows, dtype="<f4").tobytes(), [int(start) for start in starts]


def groups(tracks: Sequence[Track]) -> list[str]:
    """Return the groups of *tracks*, in the order in which they come."""
    return list(dict.fromkeys(track.group for track in tracks))


def span_h(tracks: Sequence[Track], events: Sequence[Event]) -> tuple[float, float]:
    """Return the first and the last hour of all that is known; (0, 0) for nothing."""
    known = [track.knots for track in tracks if len(track.knots)]
    times = [float(end) for knots in known for end in knots[[0, -1], 0]]
    times += [event.time_h for event in events]
    return (min(times), max(times)) if times else (0.0, 0.0)


def words(track: Track) -> str:
    """Return a track in a sentence: from where and when to where and when."""
    of = f" ({track.group})" if track.group else ""
    if len(track.knots) == 0:
        return f"{track.name}{of}: no position."
    first, last = track.knots[0], track.knots[-1]
    began, ended = place(first[1], first[2]), place(last[1], last[2])
    return f"{track.name}{of}: {began} at {first[0]:.2f} h, {ended} at {last[0]:.2f} h."

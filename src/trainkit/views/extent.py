"""The piece of sea that a chart shows, round all that lies on it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from trainkit.errors import TrainkitError
from trainkit.views.axis import nice_step

Bounds = tuple[float, float, float, float]
"""West, east, south and north of a piece of sea, in nautical miles."""


def coordinates(x_nm: ArrayLike, y_nm: ArrayLike) -> np.ndarray:
    """Return the places that exist among arrays of the same length, shape (n, 2).

    Raises:
        TrainkitError: the lengths differ.
    """
    x, y = (np.asarray(axis, dtype=np.float64).ravel() for axis in (x_nm, y_nm))
    if len(x) != len(y):
        raise TrainkitError(f"There are {len(x)} places to the east and {len(y)} to the north.")
    both = np.column_stack([x, y])
    return both[np.isfinite(both).all(axis=1)]


def bounds(found: Sequence[tuple[float, float]] | np.ndarray, before: Bounds | None) -> Bounds:
    """Return a piece of sea round all places, on round numbers, at most twice as long as wide.

    Args:
        found: Places, shape (n, 2).
        before: A piece that must stay in sight, or None.
    """
    rows = np.asarray(found, dtype=np.float64).reshape(-1, 2)
    if before is not None and _inside(rows, before):
        return before
    if before is not None:
        rows = np.vstack([rows, [(before[0], before[2]), (before[1], before[3])]])
    if len(rows) == 0:
        rows = np.zeros((1, 2))
    low, high = rows.min(axis=0), rows.max(axis=0)
    sides = np.maximum(np.maximum(high - low, float((high - low).max()) / 2.0), 1.0) * 1.06
    step = nice_step(float(sides.max()), 40)
    middle = (low + high) / 2.0
    west, south = (float(at) for at in np.floor((middle - sides / 2.0) / step) * step)
    east, north = (float(at) for at in np.ceil((middle + sides / 2.0) / step) * step)
    return west, east, south, north


def _inside(rows: np.ndarray, sea: Bounds) -> bool:
    west, east, south, north = sea
    low, high = np.array([west, south]), np.array([east, north])
    return bool(((rows >= low) & (rows <= high)).all())

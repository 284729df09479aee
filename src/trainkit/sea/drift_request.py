"""What may be asked of a drift, and the sentences that refuse the rest."""

import math
from collections.abc import Sequence
from operator import index

import numpy as np
from numpy.typing import ArrayLike, NDArray

from trainkit.errors import TrainkitError, shown
from trainkit.sea.geodesy import demand_sea_position

Floats = NDArray[np.float64]

LONGEST_H = 2400.0
MOST_PARTICLES = 10_000_000
SHORTEST_STEP_S, LONGEST_STEP_S = 1.0, 21_600.0


def hours_in_order(hours: Sequence[float]) -> tuple[Floats, NDArray[np.int64]]:
    """Return the times ascending, and the rows that put them back as they were asked for.

    Raises:
        TrainkitError: a time is no number, negative, or after 2,400 hours.
    """
    try:
        times_h = np.asarray(hours, dtype=float)
    except (TypeError, ValueError):
        times_h = np.full(1, math.nan)
    if times_h.ndim != 1 or not np.all((times_h >= 0.0) & (times_h <= LONGEST_H)):
        raise TrainkitError(
            f"The times of a drift must be a sequence of hours from 0 to {LONGEST_H:g}, "
            f"not {shown(hours)}. To go back in time, ask for a cloud with backwards=True."
        )
    order = np.argsort(times_h, kind="stable")
    return times_h[order], np.argsort(order, kind="stable")


def start_positions(start: tuple[ArrayLike, ArrayLike], n: int) -> tuple[Floats, Floats]:
    """Return the start of *n* particles, two arrays of shape (n,).

    Raises:
        TrainkitError: not a longitude and a latitude, not *n* of them, or too near a pole.
    """
    try:
        lon, lat = (np.broadcast_to(np.asarray(a, dtype=float), (n,)) for a in start)
    except (TypeError, ValueError):
        raise TrainkitError(
            f"The start must be (longitude, latitude) in degrees, each a number or an array of "
            f"shape ({n},), not {shown(start)}."
        ) from None
    demand_sea_position(np.atleast_1d(lon), np.atleast_1d(lat))
    return lon, lat


def count_particles(n: int) -> int:
    """Return the number of particles.

    Raises:
        TrainkitError: it is no whole number, or out of bounds.
    """
    try:
        number = -1 if isinstance(n, bool) else index(n)
    except TypeError:
        number = -1
    if not 0 <= number <= MOST_PARTICLES:
        raise TrainkitError(
            f"The number of particles must be a whole number from 0 to {MOST_PARTICLES}, "
            f"not {shown(n)}."
        )
    return number


def whole_seed(seed: int) -> int:
    """Return the seed of a drift.

    Raises:
        TrainkitError: it is no whole number.
    """
    try:
        return index(seed)
    except TypeError:
        raise TrainkitError(f"A seed is a whole number of 64 bits, not {shown(seed)}.") from None


def demand_step(step_s: float) -> None:
    """Refuse a step that is no length of time.

    Raises:
        TrainkitError: with the bounds.
    """
    if not _within(step_s, SHORTEST_STEP_S, LONGEST_STEP_S):
        raise TrainkitError(
            f"A step must last from {SHORTEST_STEP_S:g} to {LONGEST_STEP_S:g} seconds, "
            f"not {shown(step_s)}."
        )


def demand_memory(memory_h: float) -> None:
    """Refuse a memory of errors that is shorter than six minutes.

    Raises:
        TrainkitError: with the bound.
    """
    if not _within(memory_h, 0.1, math.inf):
        raise TrainkitError(
            f"A particle keeps its errors for 0.1 h or more, not {shown(memory_h)}."
        )


def _within(value: float, low: float, high: float) -> bool:
    return isinstance(value, int | float | np.number) and bool(low <= value <= high)

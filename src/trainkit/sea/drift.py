"""Drift of what floats: leeway in the wind, and the current, on a cloud of particles.

Down wind D = (a + e/20) U + b + e/2, the like across the wind; U is the wind speed. Each particle
keeps its error e; half of them begin on either side of the wind, and 4 % an hour jibe.

What this model does not know, and its users should:

* The side that the table calls right moves to the *left* of downwind.
* In a calm the leeway has no direction, so there is none: the cloud moves with the current and does
  not spread. The uncertainty of the current itself belongs to the total error of the datum.
* A particle that keeps its error comes back when the wind turns round, so that a cloud in an
  oscillating wind contracts again, which no real uncertainty does. `cloud` can draw the errors anew
  (*memory_h*) where the wind turns.
* Nothing sinks. Drift on from the last positions in another category when a boat swamps.

Sources:
    Allen & Plourde (1999), Allen (2005), Breivik & Allen (2008): see `leeway` and `drifters`.
"""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from trainkit.errors import TrainkitError, nearest, shown
from trainkit.kernel.luck import key
from trainkit.kernel.philox import Key
from trainkit.sea.drift_march import March, march
from trainkit.sea.drift_request import (
    count_particles,
    demand_memory,
    demand_step,
    hours_in_order,
    start_positions,
    whole_seed,
)
from trainkit.sea.drifters import NO_JIBES, drawn, drawn_jibes, drifters
from trainkit.sea.forcing import Forcing, field
from trainkit.sea.geodesy import wrapped
from trainkit.sea.leeway import Category, category

Floats = NDArray[np.float64]

STEP_S = 600.0
_CHUNK = 8192  # a chunk's arrays stay in the processor's cache, and memory stays flat
_SIDES = ("right", "left")


def leeway_track(
    object_id: int,
    wind_mps: ArrayLike,
    current_mps: ArrayLike,
    hours: Sequence[float],
    start: tuple[float, float],
    side: Literal["right", "left"],
) -> Floats:
    """Return the mean track of an object that keeps its side of the wind.

    Args:
        object_id: Category, 1 to 85; see `trainkit.sea.leeway.categories`.
        wind_mps: (east, north) of where the air goes, in m/s.
        current_mps: (east, north) of where the water goes, in m/s.
        hours: Times after the start, not negative.
        start: (lon, lat) in degrees.
        side: "right" or "left" as the table calls it: right moves to the left of downwind.

    Returns:
        Shape (len(hours), 2), longitude and latitude in degrees.

    Raises:
        TrainkitError: an argument is refused, with its bounds.

    Examples:
        >>> track = leeway_track(1, (7.0, -7.0), (0.2, 0.1), [24.0], (15.5, 35.5), "right")
        >>> track.round(4).tolist()
        [[15.7905, 35.555]]
    """
    if side not in _SIDES:
        hint = nearest(str(side), _SIDES)
        raise TrainkitError(f"The side must be 'right' or 'left', not {shown(side)}.{hint}")
    times_h, back = hours_in_order(hours)
    lon, lat = start_positions(start, 1)
    none = np.zeros(1)
    mean = drifters(category(object_id), np.array([side == "right"]), none, none)
    plan = _plan(times_h, wind_mps, current_mps, STEP_S)
    lons, lats = march(plan, lambda _: mean, NO_JIBES, lon, lat)
    return np.column_stack((wrapped(lons[:, 0]), lats[:, 0]))[back]


def ensemble(
    object_id: int,
    n: int,
    duration_h: float,
    wind_mps: Forcing,
    current_mps: Forcing,
    start: tuple[ArrayLike, ArrayLike],
    seed: int,
    step_s: float = STEP_S,
) -> tuple[Floats, Floats]:
    """Return where *n* particles of one category are after a drift, errors and jibes included.

    Args:
        object_id: Category, 1 to 85.
        n: Number of particles; even ones begin on the table's right side, odd ones on its left.
        duration_h: Length of the drift.
        wind_mps: (east, north) of where the air goes, in m/s; see `trainkit.sea.forcing`.
        current_mps: (east, north) of where the water goes, in m/s.
        start: (lon, lat) in degrees; each a number or an array of shape (n,).
        seed: Seed of the luck, 64 bits.
        step_s: Length of a step in seconds.

    Returns:
        (lon, lat) in degrees, shape (n,) each.

    Raises:
        TrainkitError: an argument is refused, with its bounds.
    """
    lon, lat = cloud(object_id, n, [duration_h], wind_mps, current_mps, start, seed, step_s=step_s)
    return lon[0], lat[0]


def cloud(
    object_id: int,
    n: int,
    hours: Sequence[float],
    wind_mps: Forcing,
    current_mps: Forcing,
    start: tuple[ArrayLike, ArrayLike],
    seed: int,
    *,
    step_s: float = STEP_S,
    backwards: bool = False,
    memory_h: float = float("inf"),
) -> tuple[Floats, Floats]:
    """Return where particles are at several times of a drift, forwards or backwards in time.

    Args:
        object_id: Category, 1 to 85.
        n: Number of particles.
        hours: Times from the start, not negative, in any order.
        wind_mps: A pair, an array (steps, 2), or a function of (time_h, lon, lat).
        current_mps: The same.
        start: (lon, lat), each a number or an array of shape (n,).
        seed: Seed of the luck.
        step_s: Length of a step in seconds.
        backwards: Where the particles came from: time runs back from the start. Functions are
            asked for negative times; row k of an array holds for step k back.
        memory_h: How long a particle keeps its errors; by default for ever, as published.

    Returns:
        (lon, lat) in degrees, shape (len(hours), n) each.

    Raises:
        TrainkitError: an argument is refused, with its bounds.
    """
    kind, luck = category(object_id), key(whole_seed(seed), 0)
    demand_step(step_s)
    demand_memory(memory_h)
    times_h, back = hours_in_order(hours)
    plan = _plan(times_h, wind_mps, current_mps, step_s, backwards, memory_h)
    lon, lat = start_positions(start, count_particles(n))
    lons, lats = (np.empty((len(times_h), len(lon))) for _ in range(2))
    for first in range(0, len(lon), _CHUNK):
        rows = slice(first, first + _CHUNK)
        lons[:, rows], lats[:, rows] = _chunk(kind, plan, lon[rows], lat[rows], luck, first)
    return wrapped(lons[back]), lats[back]


def _chunk(
    kind: Category, plan: March, lon: Floats, lat: Floats, luck: Key, first: int
) -> tuple[Floats, Floats]:
    particles = np.arange(first, first + len(lon))
    jibes = drawn_jibes(particles, luck, _end_h(plan.times_h))
    return march(plan, lambda spell: drawn(kind, particles, luck, spell), jibes, lon, lat)


def _plan(
    times_h: Floats,
    wind: Forcing,
    current: Forcing,
    step_s: float,
    backwards: bool = False,
    memory_h: float = float("inf"),
) -> March:
    end_h, step_h = _end_h(times_h), step_s / 3600.0
    return March(
        times_h,
        step_h,
        -1.0 if backwards else 1.0,
        memory_h,
        field(wind, "wind", step_h, end_h),
        field(current, "current", step_h, end_h),
    )


def _end_h(times_h: Floats) -> float:
    return float(times_h[-1]) if len(times_h) else 0.0

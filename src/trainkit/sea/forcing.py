"""Wind and current over a drift: constant, a row for each step, or a function of time and place.

A forcing is (east, north) in m/s of where the air or the water *goes*, so a north-westerly of
10 m/s is about (7, -7).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from trainkit.errors import TrainkitError, shown

Floats = NDArray[np.float64]
Component = float | Floats
Field = Callable[[float, Floats, Floats], tuple[Component, Component]]
"""(time_h, lon, lat) to (east_mps, north_mps); scalars, or arrays of the shape of *lon*."""

Forcing = ArrayLike | Field
"""A pair, an array (steps, 2), or a `Field`."""

FASTEST_MPS = {"wind": 100.0, "current": 10.0}


def field(forcing: Forcing, name: str, step_h: float, hours: float) -> Field:
    """Return a forcing as a function of time and place.

    Args:
        forcing: A pair (east, north), an array of shape (steps, 2) whose row k holds for step k
            from the start, or a function already.
        name: "wind" or "current", for what an error says.
        step_h: Length of a step.
        hours: Length of the drift; an array must reach as far.

    Raises:
        TrainkitError: wrong shape, no number, or faster than any wind or current.
    """
    if callable(forcing):
        return _checked(forcing, name)
    table = _table(forcing, name)
    _demand_speed(table, name)
    if table.ndim == 1:
        return _Constant(float(table[0]), float(table[1]))
    if len(table) * step_h < hours - 1e-9:
        raise TrainkitError(
            f"The {name} has {len(table)} rows of {step_h:g} h, which end before the drift of "
            f"{hours:g} h does. Give a row for each step."
        )
    return _by_rows(table, step_h)


def unit_and_speed(east: Component, north: Component) -> tuple[Component, Component, Component]:
    """Return (east, north, speed): the direction as a unit vector; (0, 0) in a calm."""
    if isinstance(east, float) and isinstance(north, float):
        speed = math.sqrt(east * east + north * north)
        return (east / speed, north / speed, speed) if speed else (0.0, 0.0, 0.0)
    speeds = np.sqrt(np.square(east) + np.square(north))
    some = np.where(speeds > 0.0, speeds, 1.0)
    return east / some, north / some, speeds


@dataclass(frozen=True, slots=True)
class _Constant:
    east: float
    north: float

    def __call__(self, time_h: float, lon: Floats, lat: Floats) -> tuple[float, float]:  # noqa: ARG002, a Field has three arguments
        return self.east, self.north


def _by_rows(table: Floats, step_h: float) -> Field:
    def at(time_h: float, lon: Floats, lat: Floats) -> tuple[float, float]:  # noqa: ARG001
        row = min(int(abs(time_h) / step_h + 1e-6), len(table) - 1)
        return float(table[row, 0]), float(table[row, 1])

    return at


def _checked(function: Field, name: str) -> Field:
    def at(time_h: float, lon: Floats, lat: Floats) -> tuple[Component, Component]:
        pair = function(time_h, lon, lat)
        try:
            east, north = (np.broadcast_to(np.asarray(a, dtype=float), lon.shape) for a in pair)
        except (TypeError, ValueError):
            raise TrainkitError(
                f"The function of the {name} must return (east, north), numbers or arrays of the "
                f"shape of lon {lon.shape}, not {shown(pair)}."
            ) from None
        _demand_speed(np.stack((east, north)), name)
        return east, north

    return at


def _table(forcing: ArrayLike, name: str) -> Floats:
    try:
        table = np.asarray(forcing, dtype=float)
    except (TypeError, ValueError):
        table = np.zeros(0)
    if table.shape == (2,) or (table.ndim == 2 and table.shape[1:] == (2,) and len(table)):
        return table
    raise TrainkitError(
        f"The {name} must be (east, north) in m/s, an array of shape (steps, 2), or a function of "
        f"(time_h, lon, lat), not {shown(forcing)}."
    )


def _demand_speed(components: Floats, name: str) -> None:
    fastest = FASTEST_MPS[name]
    allowed = np.abs(components) <= fastest
    if not np.all(allowed):
        raise TrainkitError(
            f"A component of the {name} is refused: {components[~allowed][0]} m/s. "
            f"It must be a finite number from {-fastest:g} to {fastest:g} m/s."
        )

"""The steps of a drift: velocities from wind, current and jibes; positions by the local metric."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainkit.sea.drifters import Drifters, Jibes
from trainkit.sea.forcing import Component, Field, unit_and_speed
from trainkit.sea.geodesy import advance, demand_sea_latitude

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class March:
    """When positions are wanted, and in what wind and current.

    Attributes:
        times_h: Times from the start, ascending, shape (times,).
        step_h: Longest step.
        direction: 1 forwards in time, -1 backwards.
        memory_h: How long a particle keeps its errors.
        wind: Wind in m/s.
        current: Current in m/s.
    """

    times_h: Floats
    step_h: float
    direction: float
    memory_h: float
    wind: Field
    current: Field


def march(
    plan: March, errors: Callable[[int], Drifters], jibes: Jibes, lon: Floats, lat: Floats
) -> tuple[Floats, Floats]:
    """Return (lon, lat) at the plan's times, shape (times, n) each.

    Args:
        plan: Times, wind and current.
        errors: The particles' coefficients in the spell that is asked for.
        jibes: When which particle jibes.
        lon: Start, shape (n,).
        lat: Start, shape (n,).
    """
    lons, lats = (np.empty((len(plan.times_h), len(lon))) for _ in range(2))
    signs, spell, particles = np.ones(len(lon)), 0, errors(0)
    for row in range(len(plan.times_h)):
        for from_h, to_h in _steps(plan, row):
            if int(from_h / plan.memory_h + 1e-9) != spell:
                spell = int(from_h / plan.memory_h + 1e-9)
                particles = errors(spell)
            mean, signs = _turned(signs, jibes, from_h, to_h)
            lon, lat = _step(plan, particles, mean, lon, lat, from_h, to_h)
        demand_sea_latitude(lat)
        lons[row], lats[row] = lon, lat
    return lons, lats


def _steps(plan: March, row: int) -> Iterator[tuple[float, float]]:
    """Yield (from, to) of the steps that lead to the time of *row*."""
    at_h = float(plan.times_h[row - 1]) if row else 0.0
    end_h = float(plan.times_h[row])
    while at_h < end_h - 1e-9:
        to_h = (math.floor(at_h / plan.step_h + 1e-6) + 1) * plan.step_h
        yield at_h, min(to_h, end_h)
        at_h = min(to_h, end_h)


def _turned(signs: Floats, jibes: Jibes, from_h: float, to_h: float) -> tuple[Floats, Floats]:
    """Return the particles' signs, their mean over the step and those after it."""
    first, last = np.searchsorted(jibes.time_h, (from_h, to_h))
    if first == last:
        return signs, signs
    who, turn = jibes.who[first:last], jibes.turn[first:last]
    share = (to_h - jibes.time_h[first:last]) / (to_h - from_h)
    mean, after = signs.copy(), signs.copy()
    np.add.at(mean, who, turn * share)
    np.add.at(after, who, turn)
    return mean, after


def _step(
    plan: March,
    particles: Drifters,
    signs: Floats,
    lon: Floats,
    lat: Floats,
    from_h: float,
    to_h: float,
) -> tuple[Floats, Floats]:
    time_h = plan.direction * from_h
    wind_east, wind_north, wind_mps = unit_and_speed(*plan.wind(time_h, lon, lat))
    east, north = plan.current(time_h, lon, lat)
    down, left = _leeway(particles, signs, wind_mps)
    seconds = plan.direction * (to_h - from_h) * 3600.0
    return advance(
        lon,
        lat,
        (
            (down * wind_east - left * wind_north) * seconds,
            (down * wind_north + left * wind_east) * seconds,
        ),
        (east * seconds, north * seconds),
    )


def _leeway(particles: Drifters, signs: Floats, wind_mps: Component) -> tuple[Floats, Floats]:
    """Return leeway down wind and to the left of it, in m/s, shape (n,) each."""
    down = particles.down_slope * wind_mps + particles.down_offset
    slope = particles.jibing_slope * signs + particles.cross_slope
    return down, slope * wind_mps + particles.cross_offset

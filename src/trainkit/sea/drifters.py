"""What differs from particle to particle: errors of the leeway, side, and when each one jibes.

Every particle keeps its own luck whatever the size of the cloud: entity is the particle's number.
Jibes are exponential waiting times and not a draw at each step, so that the luck of a cloud does
not depend on the length of the step.

Sources:
    Allen (2005), and Breivik, Ø., Allen, A. A. (2008). An operational search and rescue model
        for the Norwegian Sea and the North Sea. *Journal of Marine Systems* 69, 99-113: the error e
        enters as e/20 in the slope and e/2 in the offset; 4 % of the objects jibe in an hour.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainkit.kernel.luck import many_exponential, many_normal, purpose
from trainkit.kernel.philox import Key
from trainkit.sea.leeway import Category

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]

JIBES_AN_HOUR = 0.04
MEAN_JIBE_H = -1.0 / math.log(1.0 - JIBES_AN_HOUR)
"""Mean time between jibes of which 4 % come within an hour."""

_DOWNWIND = purpose("leeway error down wind")
_CROSSWIND = purpose("leeway error across the wind")
_JIBE = purpose("jibe")
_SPELL = 1 << 16


@dataclass(frozen=True, slots=True)
class Drifters:
    """Coefficients of particles, shape (n,) each, in m/s and m/s a m/s of wind.

    Attributes:
        down_slope: Down wind, a share of the wind speed.
        down_offset: Down wind, in m/s.
        jibing_slope: Across the wind; a jibe flips its sign.
        cross_slope: Across the wind; a jibe does not flip it (the error's share).
        cross_offset: Across the wind, in m/s.
    """

    down_slope: Floats
    down_offset: Floats
    jibing_slope: Floats
    cross_slope: Floats
    cross_offset: Floats


@dataclass(frozen=True, slots=True)
class Jibes:
    """All jibes of a cloud in the order of their times, shape (jibes,).

    Attributes:
        time_h: When, from the start.
        who: Row of the particle.
        turn: What to add to the particle's sign: -2, then 2, by turns.
    """

    time_h: Floats
    who: Numbers
    turn: Floats


NO_JIBES = Jibes(np.zeros(0), np.zeros(0, dtype=np.int64), np.zeros(0))


def drifters(
    kind: Category, on_right: NDArray[np.bool_], down_e: Floats, cross_e: Floats
) -> Drifters:
    """Return the coefficients of particles of one category.

    Args:
        kind: The category.
        on_right: Which particles begin on the side the table calls right, shape (n,).
        down_e: Errors down wind in cm/s, shape (n,).
        cross_e: Errors across the wind in cm/s, shape (n,).
    """
    return Drifters(
        (kind.downwind.slope_pct + down_e / 20.0) / 100.0,
        (kind.downwind.offset_cms + down_e / 2.0) / 100.0,
        np.where(on_right, kind.right.slope_pct, kind.left.slope_pct) / 100.0,
        cross_e / 2000.0,
        (np.where(on_right, kind.right.offset_cms, kind.left.offset_cms) + cross_e / 2.0) / 100.0,
    )


def drawn(kind: Category, particles: Numbers, key: Key, spell: int = 0) -> Drifters:
    """Return particles with errors from luck; even ones begin on the right side, odd on the left.

    Args:
        kind: The category.
        particles: Their numbers, shape (n,).
        key: Luck of the cloud.
        spell: How often the errors were drawn anew before.
    """
    on_right = particles % 2 == 0
    sd_cms = np.where(on_right, kind.right.sd_cms, kind.left.sd_cms)
    cross_e = sd_cms * many_normal(key, _CROSSWIND, particles, spell)
    return drifters(kind, on_right, _downwind_errors(kind, particles, key, spell), cross_e)


def _downwind_errors(kind: Category, particles: Numbers, key: Key, spell: int) -> Floats:
    """Return errors in cm/s, drawn again where the object would move against the wind."""
    errors = np.zeros(len(particles))
    left, draw = np.arange(len(particles)), spell * _SPELL
    while len(left):
        normals = many_normal(key, _DOWNWIND, particles[left], draw)
        errors[left] = kind.downwind.sd_cms * normals
        left = left[kind.downwind.slope_pct + errors[left] / 20.0 < 0.0]
        draw += 1
    return errors


def drawn_jibes(particles: Numbers, key: Key, hours: float) -> Jibes:
    """Return every jibe of the particles within *hours* of the start."""
    time_h = np.zeros(len(particles))
    rows, found, number = np.arange(len(particles)), [NO_JIBES], 0
    while len(rows):
        time_h = time_h + many_exponential(key, _JIBE, particles[rows], number, MEAN_JIBE_H)
        rows, time_h = rows[time_h < hours], time_h[time_h < hours]
        found.append(Jibes(time_h, rows, np.full(len(rows), 2.0 if number % 2 else -2.0)))
        number += 1
    return _in_order(found)


def _in_order(found: list[Jibes]) -> Jibes:
    time_h = np.concatenate([jibes.time_h for jibes in found])
    order = np.argsort(time_h, kind="stable")
    who = np.concatenate([jibes.who for jibes in found])[order]
    return Jibes(time_h[order], who, np.concatenate([jibes.turn for jibes in found])[order])

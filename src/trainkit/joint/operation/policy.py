"""Policies of a joint operation, to be compared in the same luck.

From each State alone to units that both may task; and a patrol plan from the map of where boats
come to be in doubt or distress, by the optimal allocation of search effort. The allocation treats
patrol as search for objects that lie still, so its plan is good and not proved best for boats that
move.

Sources:
    Charnes, Cooper (1958), by way of `trainkit.sea.search.allocate`.
"""

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.errors import TrainkitError, nearest
from trainkit.joint.operation.spec import OperationSpec
from trainkit.joint.operation.unitspec import UnitSpec
from trainkit.sea.search import allocate

Floats = NDArray[np.float64]
_CELL_NM = 20.0  # about what a boat crosses in the time that a unit is on patrol
_LANES, _STEPS = 15, 120
_LEAST_SIDE_NM = _CELL_NM
_AREA = ("area_x_nm", "area_y_nm", "area_length_nm", "area_width_nm")


def _shared(word: str) -> Callable[[OperationSpec], dict[str, Any]]:
    return lambda _: {"sharing": word}


def _optimised(spec: OperationSpec) -> dict[str, Any]:
    return {"sharing": "tasking", **patrol_plan(spec)}


POLICIES: Mapping[str, Callable[[OperationSpec], dict[str, Any]]] = {
    "alone": _shared("alone"),
    "alerts": _shared("alerts"),
    "picture": _shared("picture"),
    "tasking": _shared("tasking"),
    "optimised": _optimised,
}
"""What each policy changes: values of parameters by their dotted names."""


def changes(spec: OperationSpec, name: str) -> dict[str, Any]:
    """Return what a policy changes of an operation.

    Args:
        spec: The operation.
        name: alone, alerts, picture, tasking, or optimised (tasking with a patrol plan).

    Returns:
        Values of parameters by their dotted names, for `Scenario.vary`.

    Raises:
        TrainkitError: there is no such policy.
    """
    if name not in POLICIES:
        raise TrainkitError(
            f"No policy is called '{name}'.{nearest(name, POLICIES)} Known: {', '.join(POLICIES)}."
        )
    return POLICIES[name](spec)


def risk_map(spec: OperationSpec) -> tuple[Floats, Floats]:
    """Return where a patrol can make most good, from passages in a calm sea.

    Args:
        spec: The operation.

    Returns:
        Middles of the cells that are not empty, shape (cells, 2), in NM, and their weights, shape
        (cells,), in boat-hours a departure.
    """
    places, weights = zip(*(_passage(spec, *lane) for lane in _lanes(spec)), strict=True)
    cells = np.floor(np.concatenate(places) / _CELL_NM)
    found, inverse = np.unique(cells, axis=0, return_inverse=True)
    totals = np.bincount(inverse.ravel(), weights=np.concatenate(weights))
    return (found + 0.5) * _CELL_NM, totals.astype(np.float64)


def _lanes(spec: OperationSpec) -> list[tuple[float, Floats, Floats]]:
    """Return (share, from, to) of passages spread over every coast."""
    lanes = []
    for origin in spec.origins:
        for across in np.linspace(-1.0, 1.0, _LANES):
            start = np.array([origin.x_nm, origin.y_nm + across * origin.spread_nm])
            end = np.array([origin.toward_x_nm, origin.toward_y_nm + across * origin.spread_nm])
            lanes.append((origin.share / _LANES, start, end))
    return lanes


def _passage(
    spec: OperationSpec, share: float, start: Floats, end: Floats
) -> tuple[Floats, Floats]:
    """Return places along a passage, and at each the boat-hours that a patrol can make good.

    A boat in doubt or worse counts for the hours that this lasts; a boat under way for its hours
    times the chance that something will yet go wrong, since a unit that has sighted it stays.
    """
    along = (np.arange(_STEPS) + 0.5) / _STEPS
    hours = float(np.hypot(*(end - start))) / spec.boat_speed_kn
    well = np.exp(-along * hours / spec.doubt_mean_h) * hours / _STEPS
    yet = -np.expm1(-(1.0 - along) * hours / spec.doubt_mean_h)
    lasts_h = spec.distress_mean_h + spec.swamped_mean_h
    weights: Floats = share * well * (yet + lasts_h / spec.doubt_mean_h)
    return start + along[:, None] * (end - start), weights


def patrol_plan(spec: OperationSpec) -> dict[str, Any]:
    """Return patrol areas that share the units' hours out over the risk map.

    Args:
        spec: The operation.

    Returns:
        Middle and sides of each patrolling unit's area, by dotted names.

    Raises:
        TrainkitError: no unit patrols.
    """
    middles, weights = risk_map(spec)
    patrols = [(n, unit) for n, unit in enumerate(spec.units) if unit.posture == "patrol"]
    if not patrols:
        raise TrainkitError("No unit patrols, so there is no patrol to plan.")
    hours = np.array([_hours(unit) for _, unit in patrols])
    rates = np.stack([_rates(spec, unit, middles) for _, unit in patrols], axis=1)
    spread, _ = allocate(weights, hours, rates)
    plan: dict[str, Any] = {}
    for place, (number, _) in enumerate(patrols):
        plan.update(_area(number, middles, spread[:, place]))
    return plan


def _hours(unit: UnitSpec) -> float:
    return unit.endurance_h - unit.reserve_h


def _rates(spec: OperationSpec, unit: UnitSpec, middles: Floats) -> Floats:
    """Return coverage an hour in each cell; nothing where transit would take half the endurance."""
    away_nm = np.hypot(middles[:, 0] - unit.base_x_nm, middles[:, 1] - unit.base_y_nm)
    slowest = 1.0 if unit.flies else min(sea.speed_factor for sea in spec.seas)
    reach_nm = 0.5 * _hours(unit) * unit.speed_kn * slowest
    share = np.clip(1.0 - away_nm / reach_nm, 0.0, None)
    rates: Floats = unit.sweep_width_nm * unit.patrol_speed_kn * share / _CELL_NM**2
    return rates * _off_land(spec, unit, middles)


def _area(number: int, middles: Floats, hours: Floats) -> dict[str, float]:
    """Return the rectangle that holds most of a unit's hours; its own area where it has none."""
    if hours.sum() <= 0.0:
        return {}
    share = hours / hours.sum()
    middle = share @ middles
    spread = np.sqrt(share @ (middles - middle) ** 2)
    # A uniform distribution over a side L has a standard deviation of L / sqrt(12).
    half = 0.5 * np.maximum(spread * math.sqrt(12.0), _LEAST_SIDE_NM)
    given = middles[hours > 0.0]
    west_south = np.maximum(middle - half, given.min(axis=0) - 0.5 * _CELL_NM)
    east_north = np.minimum(middle + half, given.max(axis=0) + 0.5 * _CELL_NM)
    middle, sides = 0.5 * (west_south + east_north), np.floor(east_north - west_south - 0.1)
    values = dict(zip(_AREA, (*middle, *sides), strict=True))
    return {f"units.{number}.{name}": float(np.round(v, 1)) for name, v in values.items()}


def _off_land(spec: OperationSpec, unit: UnitSpec, middles: Floats) -> NDArray[np.bool_]:
    """Return which cells a unit can patrol whole: vessels keep off the land."""
    half = 0.5 * _CELL_NM
    x, y = middles.T
    clear = np.ones(len(middles), dtype=bool)
    for land in () if unit.flies else spec.lands:
        across = (x - half < land.east_nm) & (land.west_nm < x + half)
        clear &= ~(across & (y - half < land.north_nm) & (land.south_nm < y + half))
    return clear

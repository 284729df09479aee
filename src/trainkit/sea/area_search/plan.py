"""What a search is made of, worked out once from its parameters: drift, crafts and tracks."""

import math
from collections.abc import Callable

from trainkit.sea import patterns
from trainkit.sea.area_search.spec import AGENCIES, LAWS, SearchSpec, UnitSpec
from trainkit.sea.area_search.state import Craft, Track, World
from trainkit.sea.leeway import category
from trainkit.sea.motion import Leg, velocity

KN_A_CMS = 0.01 * 3600.0 / 1852.0
"""Knots in a centimetre a second, the unit of the leeway table's offsets and errors."""


def world(spec: SearchSpec) -> World:
    """Return what holds for every replication."""
    kind = category(spec.object_id)
    down_x, down_y = velocity(spec.wind_from_deg + 180.0, 1.0)
    current_vx_kn, current_vy_kn = velocity(spec.current_toward_deg, spec.current_kn)
    datum_vx_kn, datum_vy_kn = datum_velocity(spec)
    return World(
        position_sd_nm=spec.position_error_nm,
        elapsed_h=spec.elapsed_h,
        current_vx_kn=current_vx_kn,
        current_vy_kn=current_vy_kn,
        current_sd_kn=spec.current_error_kn,
        wind_kn=spec.wind_kn,
        down_x=down_x,
        down_y=down_y,
        down_slope=kind.downwind.slope_pct / 100.0,
        down_offset_kn=kind.downwind.offset_cms * KN_A_CMS,
        down_sd_cms=kind.downwind.sd_cms,
        right_slope=kind.right.slope_pct / 100.0,
        right_offset_kn=kind.right.offset_cms * KN_A_CMS,
        right_sd_cms=kind.right.sd_cms,
        left_slope=kind.left.slope_pct / 100.0,
        left_offset_kn=kind.left.offset_cms * KN_A_CMS,
        left_sd_cms=kind.left.sd_cms,
        jibe_mean_h=-1.0 / math.log1p(-spec.jibe_chance) if spec.jibe_chance else math.inf,
        datum_x_nm=datum_vx_kn * spec.elapsed_h,
        datum_y_nm=datum_vy_kn * spec.elapsed_h,
        datum_vx_kn=datum_vx_kn,
        datum_vy_kn=datum_vy_kn,
        sharing_delay_h=spec.sharing_delay_h,
        persons=spec.persons,
        survival_median_h=spec.survival_median_h,
        survival_sigma=spec.survival_sigma,
        law=LAWS.index(spec.lateral_range),
    )


def datum_velocity(spec: SearchSpec) -> tuple[float, float]:
    """Return (vx_kn, vy_kn) of the datum: the current and the mean leeway down wind."""
    down = category(spec.object_id).downwind
    leeway_kn = down.slope_pct / 100.0 * spec.wind_kn + down.offset_cms * KN_A_CMS
    current = velocity(spec.current_toward_deg, spec.current_kn)
    leeway = velocity(spec.wind_from_deg + 180.0, leeway_kn if spec.wind_kn else 0.0)
    return current[0] + leeway[0], current[1] + leeway[1]


def fleet(spec: SearchSpec) -> tuple[list[Craft], list[Track]]:
    """Return the crafts of all units, and the legs of all their patterns one after the other."""
    crafts: list[Craft] = []
    legs: list[Track] = []
    for unit in spec.units:
        own = tracks(unit)
        crafts.append(_craft(unit, len(legs), len(own)))
        legs.extend(own)
    return crafts, legs


def _craft(unit: UnitSpec, first_leg: int, n_legs: int) -> Craft:
    return Craft(
        agency=AGENCIES.index(unit.agency),
        base_x_nm=unit.base_x_nm,
        base_y_nm=unit.base_y_nm,
        ready_h=unit.ready_h,
        transit_speed_kn=unit.transit_speed_kn,
        search_speed_kn=unit.search_speed_kn,
        endurance_h=unit.endurance_h,
        reserve_h=unit.reserve_h,
        turnaround_h=unit.turnaround_h,
        sweep_width_nm=unit.sweep_width_nm,
        can_recover=int(unit.can_recover),
        survivor_capacity=unit.survivor_capacity,
        recovery_h=unit.recovery_h,
        first_leg=first_leg,
        n_legs=n_legs,
    )


def tracks(unit: UnitSpec) -> list[Track]:
    """Return the legs of a unit's pattern in the frame of the datum, closed to be flown again.

    The last leg leads back to the start, so that a unit with fuel left begins anew.
    """
    legs = _FLOWN[unit.pattern](unit)
    if not legs:
        return []
    closed = (*legs, *_way_back(legs, unit.search_speed_kn))
    return [Track(leg.x_nm, leg.y_nm, leg.vx_kn, leg.vy_kn, leg.duration_h) for leg in closed]


def _way_back(legs: patterns.Legs, speed_kn: float) -> patterns.Legs:
    end, start = legs[-1].end, legs[0]
    dx_nm, dy_nm = start.x_nm - end[0], start.y_nm - end[1]
    distance_nm = math.sqrt(dx_nm * dx_nm + dy_nm * dy_nm)
    if distance_nm < 1e-6:
        return ()
    per_nm = speed_kn / distance_nm
    return (Leg(*end, dx_nm * per_nm, dy_nm * per_nm, distance_nm / speed_kn),)


def _sweeps(flown: Callable[..., patterns.Legs]) -> Callable[[UnitSpec], patterns.Legs]:
    def legs(unit: UnitSpec) -> patterns.Legs:
        return flown(
            unit.area_length_nm,
            unit.area_width_nm,
            unit.track_spacing_nm,
            unit.search_speed_kn,
            unit.heading_deg,
            (unit.area_x_nm, unit.area_y_nm),
        )

    return legs


def _square(unit: UnitSpec) -> patterns.Legs:
    """Return an expanding square whose sides grow to the longer side of the area."""
    side_nm = max(unit.area_length_nm, unit.area_width_nm)
    n_legs = 2 * max(1, int(side_nm / unit.track_spacing_nm))
    spacing_nm, speed_kn = unit.track_spacing_nm, unit.search_speed_kn
    return _moved(unit, patterns.expanding_square(spacing_nm, n_legs, speed_kn, unit.heading_deg))


def _sector(unit: UnitSpec) -> patterns.Legs:
    """Return a sector search whose circle fits into the area."""
    radius_nm = min(unit.area_length_nm, unit.area_width_nm) / 2.0
    return _moved(unit, patterns.sector(radius_nm, unit.search_speed_kn, unit.heading_deg))


def _moved(unit: UnitSpec, legs: patterns.Legs) -> patterns.Legs:
    x_nm, y_nm = unit.area_x_nm, unit.area_y_nm
    return tuple(
        Leg(leg.x_nm + x_nm, leg.y_nm + y_nm, leg.vx_kn, leg.vy_kn, leg.duration_h) for leg in legs
    )


_FLOWN: dict[str, Callable[[UnitSpec], patterns.Legs]] = {
    "parallel": _sweeps(patterns.parallel),
    "creeping_line": _sweeps(patterns.creeping_line),
    "expanding_square": _square,
    "sector": _sector,
    "stand_by": lambda _: (),
}

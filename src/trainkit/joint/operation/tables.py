"""From what an operation is told to the tables that both engines read."""

import math
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from trainkit.joint.operation import effort
from trainkit.joint.operation.kinds import MERCHANTS
from trainkit.joint.operation.places import CENTRES
from trainkit.joint.operation.spec import (
    DISEMBARKATION,
    DISPATCH,
    HANDOVER,
    ORDERS,
    PHASES,
    SHARING,
    OperationSpec,
)
from trainkit.joint.operation.world import Land, Order, Origin, Port, Region, Sea, Spell, World
from trainkit.sea.leeway import categories

_DAY_H = 24.0
_OPEN_BOAT, _SWAMPED, _PERSON = 27, 46, 1
_WORDS: dict[str, Sequence[str]] = {
    "sharing": SHARING,
    "handover": HANDOVER,
    "dispatch": DISPATCH,
    "dispatch_phase": PHASES,
    "disembarkation": DISEMBARKATION,
}


def world(spec: OperationSpec) -> World:
    """Return what holds for a whole run."""
    toward = math.radians(spec.current_toward_deg)
    own = {
        **{name: words.index(getattr(spec, name)) for name, words in _WORDS.items()},
        "suspend_depth": effort.depth2_of(spec.suspend_pos),
        "current_vx_kn": spec.current_kn * math.sin(toward),
        "current_vy_kn": spec.current_kn * math.cos(toward),
        "rate_per_h": spec.departures_per_day / _DAY_H,
        "doubt_per_h": 1.0 / spec.doubt_mean_h,
        "distress_per_h": 1.0 / spec.distress_mean_h,
        "swamped_per_h": 1.0 / spec.swamped_mean_h,
        "water_per_h": 1.0 / spec.water_mean_h,
        "traffic_rate": spec.traffic_density_nm2 * spec.traffic_sight_nm * spec.traffic_speed_kn,
        "false_per_h": spec.false_alarms_per_day / _DAY_H,
        "exponential_service": int(spec.on_scene == "exponential"),
        "n_fleet": len(spec.units),
        "n_units": len(spec.units) + MERCHANTS,
        "n_lands": len(spec.lands),
        "n_regions": len(spec.regions),
        "n_origins": len(spec.origins),
        "n_ports": len(spec.ports),
        "n_orders": len(spec.orders),
        "n_spells": len(spec.spells),
        **_link(spec),
        **_leeway(),
    }
    given = {field.name: own.get(field.name) for field in fields(World)}
    missing = [name for name, value in given.items() if value is None]
    plain = {name: number(getattr(spec, name)) for name in missing}
    return World(**{**given, **plain})


def number(value: Any) -> Any:
    """Return a value as a table holds it: yes and no are 1 and 0."""
    return int(value) if isinstance(value, bool) else value


def _link(spec: OperationSpec) -> dict[str, float]:
    link = spec.link
    return {
        "compose_median_h": link.compose_median_h,
        "translate_median_h": link.translate_median_h,
        "message_sigma": link.sigma,
        "message_delay_h": link.delay_h,
        "message_loss": link.loss,
        "ack_timeout_h": link.ack_timeout_h,
        "outage_from_h": link.outage_from_h,
        "outage_to_h": link.outage_to_h,
    }


def _leeway() -> dict[str, float]:
    """Return shares of the wind by state, from the table of leeway; offsets are left out."""
    rows = {category.id: category for category in categories()}
    return {
        "intact_slope": rows[_OPEN_BOAT].downwind.slope_pct / 100.0,
        "swamped_slope": rows[_SWAMPED].downwind.slope_pct / 100.0,
        "water_slope": rows[_PERSON].downwind.slope_pct / 100.0,
        "crosswind_slope": abs(rows[_OPEN_BOAT].right.slope_pct) / 100.0,
    }


def seas(spec: OperationSpec) -> list[Sea]:
    """Return the states of the sea."""
    return [Sea(**{f.name: getattr(row, f.name) for f in fields(Sea)}) for row in spec.seas]


def spells(spec: OperationSpec) -> list[Spell]:
    """Return recorded weather."""
    return [Spell(row.sea, row.time_h, row.wind_from_deg) for row in spec.spells]


def lands(spec: OperationSpec) -> list[Land]:
    """Return the pieces of land."""
    return [Land(row.west_nm, row.east_nm, row.south_nm, row.north_nm) for row in spec.lands]


def regions(spec: OperationSpec) -> list[Region]:
    """Return the regions."""
    return [
        Region(
            CENTRES.index(row.centre),
            row.west_nm,
            row.east_nm,
            row.south_nm,
            row.north_nm,
            int(row.contested),
            row.accepts,
            row.refuses,
            row.answer_mean_h,
        )
        for row in spec.regions
    ]


def origins(spec: OperationSpec) -> list[Origin]:
    """Return the coasts from which boats leave."""
    return [
        Origin(
            row.share,
            row.x_nm,
            row.y_nm,
            row.spread_nm,
            row.toward_x_nm,
            row.toward_y_nm,
            CENTRES.index(row.told),
        )
        for row in spec.origins
    ]


def ports(spec: OperationSpec) -> list[Port]:
    """Return the ports."""
    return [
        Port(
            CENTRES.index(row.state),
            row.x_nm,
            row.y_nm,
            int(row.needs_met and row.life_not_threatened),
            row.capacity,
            row.onward_per_day / _DAY_H,
        )
        for row in spec.ports
    ]


def orders(spec: OperationSpec) -> list[Order]:
    """Return the orders in the order of their times."""
    names = [unit.name for unit in spec.units]
    rows = sorted(spec.orders, key=lambda row: row.time_h)
    return [
        Order(
            row.time_h,
            ORDERS.index(row.order),
            names.index(row.unit) if row.unit else -1,
            row.area_x_nm,
            row.area_y_nm,
            _word(row.order, row.word),
            row.case,
        )
        for row in rows
    ]


def _word(order: str, word: str) -> int:
    return _WORDS[order].index(word) if order in _WORDS else 0

"""From what units are told to be to their tables: crafts, and merchant ships that may be asked."""

from dataclasses import fields

from trainkit.joint.operation.kinds import MERCHANTS
from trainkit.joint.operation.spec import (
    OperationSpec,
)
from trainkit.joint.operation.state import AWAY, Craft, Unit
from trainkit.joint.operation.tables import number
from trainkit.joint.operation.unitspec import STATES, UnitSpec

_KEPT_H = 36.0  # how long a merchant ship is kept from its voyage at most


def crafts(spec: OperationSpec) -> list[Craft]:
    """Return what the units are, and after them the merchant ships that may be asked."""
    return [_craft(unit) for unit in spec.units] + [_merchant(spec)] * MERCHANTS


def _craft(unit: UnitSpec) -> Craft:
    own = {"state": STATES.index(unit.state), "patrols": int(unit.posture == "patrol")}
    own["merchant"] = 0
    values = {
        f.name: own[f.name] if f.name in own else number(getattr(unit, f.name))
        for f in fields(Craft)
    }
    return Craft(**values)


def _merchant(spec: OperationSpec) -> Craft:
    """Return a merchant ship: slow to take people aboard, and for a time only."""
    return Craft(
        state=STATES.index("none"),
        executes_sar=1,
        polices=0,
        flies=0,
        can_recover=1,
        base_x_nm=0.0,
        base_y_nm=0.0,
        patrols=0,
        area_x_nm=0.0,
        area_y_nm=0.0,
        area_length_nm=1.0,
        area_width_nm=1.0,
        ready_h=0.0,
        speed_kn=spec.traffic_speed_kn,
        patrol_speed_kn=spec.traffic_speed_kn,
        endurance_h=_KEPT_H,
        reserve_h=0.0,
        rest_h=0.0,
        survivor_capacity=spec.merchant_capacity,
        recovery_per_h=15.0,
        sweep_width_nm=spec.traffic_sight_nm,
        water_sweep_width_nm=0.1,
        worst_sea=5,
        merchant=1,
    )


def units(spec: OperationSpec) -> list[Unit]:
    """Return the units before hour 0."""
    ships = [Unit(doing=AWAY) for _ in range(MERCHANTS)]
    return [Unit() for _ in spec.units] + ships

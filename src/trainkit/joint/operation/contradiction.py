"""What an operation may not be told: allowed values that make no sense together."""

from collections.abc import Iterator
from itertools import combinations

from trainkit.errors import nearest
from trainkit.joint.operation.places import CENTRES, LandSpec, RegionSpec
from trainkit.joint.operation.spec import (
    DISPATCH,
    PHASES,
    SHARING,
    OperationSpec,
    OrderSpec,
)
from trainkit.joint.operation.unitspec import UnitSpec

_WORDS = {"sharing": SHARING, "dispatch": DISPATCH, "dispatch_phase": PHASES}
_COAST_NM = 5.0
_STEPS = 64


def contradictions(spec: OperationSpec) -> Iterator[str]:
    """Yield what is wrong with an operation, a sentence each, with what to do."""
    yield from _world(spec)
    yield from _areas(spec)
    yield from _ports(spec)
    for unit in spec.units:
        yield from _unit(spec, unit)
    for number, order in enumerate(spec.orders):
        yield from _order(spec, number, order)


def _world(spec: OperationSpec) -> Iterator[str]:
    if not spec.seas:
        yield "it has no state of the sea. Add at least one [[parameters.seas]]."
    for name, sea in (
        ("first_sea", spec.first_sea),
        *((f"spells.{n}.sea", s.sea) for n, s in enumerate(spec.spells)),
    ):
        if spec.seas and sea >= len(spec.seas):
            yield f"{name} = {sea}, and there are {len(spec.seas)} states of the sea, from 0 on."
    if not spec.regions:
        yield (
            "no State has declared a search and rescue region, so nobody would coordinate a "
            "rescue. Add at least one [[parameters.regions]] with its centre."
        )
    if not spec.origins:
        yield "no coast is given from which boats leave. Add at least one [[parameters.origins]]."
    for origin in spec.origins:
        if spec.regions and origin.told not in {region.centre for region in spec.regions}:
            yield (
                f"people call {origin.told}, which has declared no region and so has no rescue "
                "centre here. Let them call one of "
                f"{', '.join(sorted({region.centre for region in spec.regions}))}."
            )
    if spec.plan_to_h < spec.plan_from_h:
        yield f"the plan ends at {spec.plan_to_h:g} h, before it begins at {spec.plan_from_h:g} h."


def _areas(spec: OperationSpec) -> Iterator[str]:
    named: list[tuple[str, LandSpec | RegionSpec]] = [
        (f"lands.{n}", land) for n, land in enumerate(spec.lands)
    ]
    named += [(f"regions.{n}", region) for n, region in enumerate(spec.regions)]
    for name, area in named:
        if area.west_nm >= area.east_nm or area.south_nm >= area.north_nm:
            yield (
                f"{name} crosses itself: its western edge must lie west of its eastern, and its "
                "southern south of its northern."
            )
    for one, other in combinations(spec.regions, 2):
        if _overlap(one, other) and not (one.contested and other.contested):
            yield (
                f"the regions of {one.centre} and {other.centre} overlap. Draw them apart, or set "
                "contested = true in both: a stretch that two declare."
            )


def _overlap(one: RegionSpec, other: RegionSpec) -> bool:
    across = one.west_nm < other.east_nm and other.west_nm < one.east_nm
    return across and one.south_nm < other.north_nm and other.south_nm < one.north_nm


def _ports(spec: OperationSpec) -> Iterator[str]:
    if not any(port.needs_met and port.life_not_threatened for port in spec.ports):
        yield (
            "no port is a place of safety. At least one needs needs_met = true and "
            "life_not_threatened = true."
        )
    for port in spec.ports:
        land = _land_at(spec, port.x_nm, port.y_nm)
        if land is not None and _inland_nm(land, port.x_nm, port.y_nm) > _COAST_NM:
            yield (
                f"the port '{port.name}' lies on land-locked ground, "
                f"{_inland_nm(land, port.x_nm, port.y_nm):.0f} NM from the sea. Move it to the "
                "coast."
            )


def _unit(spec: OperationSpec, unit: UnitSpec) -> Iterator[str]:
    for name in ("speed_kn", "patrol_speed_kn"):
        if getattr(unit, name) > unit.hull_speed_kn:
            yield (
                f"the unit '{unit.name}' has {name} = {getattr(unit, name):g}, and its hull can do "
                f"{unit.hull_speed_kn:g} kn. Lower the one or raise the other."
            )
    if unit.reserve_h >= unit.endurance_h:
        yield (
            f"the unit '{unit.name}' keeps a reserve of {unit.reserve_h:g} h of an endurance of "
            f"{unit.endurance_h:g} h, so it never leaves. Lower reserve_h."
        )
    if unit.can_recover and unit.survivor_capacity == 0:
        yield (
            f"the unit '{unit.name}' can recover people and carries none: raise survivor_capacity."
        )
    if unit.state != "none" and unit.state not in CENTRES:
        yield f"the unit '{unit.name}' is of no State with a centre.{nearest(unit.state, CENTRES)}"
    for land in spec.lands:
        if not unit.flies and unit.posture == "patrol" and _area_meets(unit, land):
            yield (
                f"the patrol area of '{unit.name}' reaches over land, so its legs would. Move "
                "area_x_nm and area_y_nm, or make it smaller."
            )
    if not unit.flies and unit.posture == "patrol" and _way_crosses(spec, unit):
        yield f"the way of '{unit.name}' from its base to its area crosses land. Move one of them."


def _area_meets(unit: UnitSpec, land: LandSpec) -> bool:
    half_x, half_y = unit.area_length_nm / 2.0, unit.area_width_nm / 2.0
    across = unit.area_x_nm - half_x < land.east_nm and land.west_nm < unit.area_x_nm + half_x
    return (
        across
        and unit.area_y_nm - half_y < land.north_nm
        and land.south_nm < unit.area_y_nm + half_y
    )


def _way_crosses(spec: OperationSpec, unit: UnitSpec) -> bool:
    for step in range(1, _STEPS):
        share = step / _STEPS
        x_nm = unit.base_x_nm + share * (unit.area_x_nm - unit.base_x_nm)
        y_nm = unit.base_y_nm + share * (unit.area_y_nm - unit.base_y_nm)
        land = _land_at(spec, x_nm, y_nm)
        if land is not None and _inland_nm(land, x_nm, y_nm) > _COAST_NM:
            return True
    return False


def _land_at(spec: OperationSpec, x_nm: float, y_nm: float) -> LandSpec | None:
    return next((land for land in spec.lands if _inland_nm(land, x_nm, y_nm) > 0.0), None)


def _inland_nm(area: LandSpec, x_nm: float, y_nm: float) -> float:
    """Return how far inside a rectangle a place lies; not above 0 outside."""
    return min(x_nm - area.west_nm, area.east_nm - x_nm, y_nm - area.south_nm, area.north_nm - y_nm)


def _order(spec: OperationSpec, number: int, order: OrderSpec) -> Iterator[str]:
    names = [unit.name for unit in spec.units]
    if order.unit and order.unit not in names:
        yield (
            f"orders.{number} is to '{order.unit}', and no unit is called so."
            f"{nearest(order.unit, names)} Units: {', '.join(names)}."
        )
    if order.order == "task" and not order.unit:
        yield f"orders.{number} sends nobody: an order to go to a case names its unit."
    words = _WORDS.get(order.order)
    if words and order.word not in words:
        yield (
            f"orders.{number} sets {order.order} to '{order.word}'. It is one of "
            f"{', '.join(words)}.{nearest(order.word, words)}"
        )

"""How many survivors a unit may carry: what there is room for, and what is safe in this sea."""

from trainkit.joint.mass_rescue.spec import MassRescueSpec, UnitSpec


def safe(spec: MassRescueSpec, unit: UnitSpec, sea_m: float) -> int:
    """Return how many survivors are safe on a unit in a sea of *sea_m*."""
    return unit.safe_rough if sea_m >= spec.rough_sea_m else unit.safe_calm


def room(spec: MassRescueSpec, unit: UnitSpec, sea_m: float, aboard: int) -> int:
    """Return how many more survivors a unit takes under its orders, with so many *aboard*."""
    limit = unit.capacity if unit.when_full == "exceed" else safe(spec, unit, sea_m)
    return max(0, min(limit, unit.capacity, unit.quota) - aboard)

"""What an order at sea may not be: a patrol over land, or of nobody."""

from collections.abc import Iterator, Mapping
from typing import Any

from trainkit.joint.operation import OperationSpec


def at_sea(spec: OperationSpec, new: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with a patrol: an area that touches land, or nobody to go there."""
    if new["order"] not in {"patrol", "stand_by"}:
        return
    if not new["unit"]:
        yield "A patrol or a readiness is ordered of a unit: name it, such as unit='Skua'."
    unit = next((one for one in spec.units if one.name == new["unit"]), None)
    if unit is None or unit.flies or new["order"] == "stand_by":
        return
    half_x, half_y = unit.area_length_nm / 2.0, unit.area_width_nm / 2.0
    x_nm, y_nm = float(new["area_x_nm"]), float(new["area_y_nm"])
    for land in spec.lands:
        across = x_nm - half_x < land.east_nm and land.west_nm < x_nm + half_x
        if across and y_nm - half_y < land.north_nm and land.south_nm < y_nm + half_y:
            yield (
                f"The patrol area of {unit.name}, {unit.area_length_nm:g} by "
                f"{unit.area_width_nm:g} NM about {x_nm:g} NM east and {y_nm:g} NM north, reaches "
                "over land. Move its middle away from the coast."
            )

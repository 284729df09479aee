"""Orders as data: what may be ordered now, and what is refused with a paragraph."""

from collections.abc import Iterable, Mapping
from typing import Any

from trainkit.errors import TrainkitError, nearest
from trainkit.joint.operation import OperationSpec, OrderSpec
from trainkit.joint.operation.spec import ORDERS
from trainkit.scenarios import Scenario

Order = Mapping[str, Any]


def shown_h(time_h: float) -> str:
    """Return an hour of an exercise in words.

    Examples:
        >>> shown_h(26.5)
        'hour 26.5'
    """
    return f"hour {time_h:g}"


def checked(scenario: Scenario, values: Mapping[str, Any], now_h: float) -> Order:
    """Return an order that is given now, with all its fields.

    Raises:
        TrainkitError: it is no order, or it makes no sense at sea.
    """
    _require_fields(values)
    if float(values.get("time_h", now_h)) != now_h:
        raise TrainkitError(
            f"An order is given now, at {shown_h(now_h)}, and this one says "
            f"{shown_h(values['time_h'])}. Go on to that hour first; to change the past, branch."
        )
    new = {**OrderSpec().model_dump(), **values, "time_h": now_h}
    _require_order(new)
    spec = scenario.vary("orders", (*scenario.parameters.orders, new)).parameters
    for problem in _at_sea(spec, new):
        raise TrainkitError(problem)
    return new


def _require_fields(values: Mapping[str, Any]) -> None:
    known = tuple(OrderSpec.model_fields)
    for name in values:
        if name not in known:
            raise TrainkitError(
                f"An order has no '{name}'.{nearest(name, known)} It has {', '.join(known)}."
            )


def _require_order(new: Order) -> None:
    if new["order"] not in ORDERS:
        raise TrainkitError(
            f"Nothing is ordered by '{new['order']}'.{nearest(str(new['order']), ORDERS)} Orders "
            f"are {', '.join(ORDERS)}."
        )


def _at_sea(spec: OperationSpec, new: Order) -> Iterable[str]:
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

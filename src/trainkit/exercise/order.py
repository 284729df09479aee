"""Orders as data: what may be ordered now, and what is refused with a paragraph."""

from collections.abc import Mapping
from typing import Any

from trainkit.errors import TrainkitError, nearest
from trainkit.exercise.led import Led
from trainkit.guard import require_lawful_features
from trainkit.scenarios import Scenario

Order = Mapping[str, Any]


def shown_h(time_h: float) -> str:
    """Return an hour of an exercise in words.

    Examples:
        >>> shown_h(26.5)
        'hour 26.5'
    """
    return f"hour {time_h:g}"


def checked(led: Led, scenario: Scenario, values: Mapping[str, Any], now_h: float) -> Order:
    """Return an order that is given now, with all its fields.

    Raises:
        TrainkitError: it is no order, or it makes no sense.
    """
    _require_fields(led, values)
    if float(values.get("time_h", now_h)) != now_h:
        raise TrainkitError(
            f"An order is given now, at {shown_h(now_h)}, and this one says "
            f"{shown_h(values['time_h'])}. Go on to that hour first; to change the past, branch."
        )
    new = {**_defaults(led), **values, "time_h": now_h}
    _require_order(led, new)
    spec = scenario.vary("orders", (*scenario.parameters.orders, new)).parameters
    for problem in led.problems(spec, new):
        raise TrainkitError(problem)
    return new


def _defaults(led: Led) -> dict[str, Any]:
    fields = led.order.model_fields.items()
    return {name: field.get_default() for name, field in fields if not field.is_required()}


def _require_fields(led: Led, values: Mapping[str, Any]) -> None:
    known = tuple(led.order.model_fields)
    for name in values:
        if name not in known:
            require_lawful_features(name, "An order")
            raise TrainkitError(
                f"An order has no '{name}'.{nearest(name, known)} It has {', '.join(known)}."
            )


def _require_order(led: Led, new: Order) -> None:
    asked = str(new.get("order", ""))
    if asked not in led.names:
        raise TrainkitError(
            f"Nothing is ordered by '{asked}'.{nearest(asked, led.names)} Orders "
            f"are {', '.join(led.names)}."
        )

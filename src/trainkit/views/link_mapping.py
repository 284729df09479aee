"""An item of any model as a link chart shows it, made from a mapping."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, cast

from trainkit.case.actors import Side
from trainkit.errors import TrainkitError, nearest
from trainkit.errors import shown as told
from trainkit.views.link_item import Handover, Shown

_OURS = (*(field.name for field in fields(Shown)), "day")
_STEP = ("time_h", "giver", "taker")


def shown_item(item: Mapping[str, Any], names: Mapping[str, str] | None = None) -> Shown:
    """Return what a link chart shows of a model's item.

    Args:
        item: The item by the field names of `Shown`; ``day`` may stand for ``time_h``. Teams may be
            written ``Alder`` or ``Alder team``; ``admissible`` is a mapping of States to truth or
            the States themselves; a hand-over is a mapping or ``(time_h, giver, taker)``. Other
            keys are left out, unless they look like a slip.
        names: What the model calls our fields, where it calls them otherwise: ``{"grade":
            "source_grade"}``.

    Raises:
        TrainkitError: a field is missing, looks misspelt, or has a value that cannot be shown.

    Examples:
        >>> shown_item({"id": "w1", "kind": "record", "day": 2, "actors": [4], "grade": "B2",
        ...             "known_to": ["Alder team"]}).time_h
        48.0
    """
    other = dict(names or {})
    read = {ours: item[other.get(ours, ours)] for ours in _OURS if other.get(ours, ours) in item}
    _require_no_slip(item, other, read)
    return Shown(
        id=str(_needed(read, "id")),
        kind=str(_needed(read, "kind")),
        time_h=_hours(read),
        actors=tuple(int(one) for one in _listed(read, "actors")),
        grade=str(read.get("grade") or ""),
        known_to=tuple(_side(one) for one in _listed(read, "known_to")),
        basis=str(read.get("basis") or ""),
        custody=tuple(_handover(one) for one in _listed(read, "custody")),
        admissible=_admissible(read.get("admissible")),
        words=str(read.get("words") or ""),
    )


def _require_no_slip(
    item: Mapping[str, Any], other: Mapping[str, str], read: Mapping[str, Any]
) -> None:
    for key in set(item) - set(other.values()) - set(_OURS):
        meant = nearest(str(key), [one for one in _OURS if one not in read])
        if meant:
            raise TrainkitError(
                f"An item has the field '{key}', which no chart shows.{meant} Rename it, or say "
                "what it is called with names=."
            )


def _needed(read: Mapping[str, Any], field: str) -> Any:
    if field not in read:
        raise TrainkitError(
            f"An item lacks '{field}': {told(dict(read))}. Give it, or say what the model calls it "
            "with names=."
        )
    return read[field]


def _hours(read: Mapping[str, Any]) -> float:
    value = 24.0 * _number(read, "day") if "time_h" not in read else _number(read, "time_h")
    if "day" in read and "time_h" in read and value != 24.0 * _number(read, "day"):
        raise TrainkitError(f"Item '{read.get('id')}' has a day and another time_h: give one.")
    return value


def _number(read: Mapping[str, Any], field: str) -> float:
    found = _needed(read, field)
    try:
        return float(found)
    except (TypeError, ValueError):
        raise TrainkitError(
            f"Item '{read.get('id')}' has {field} = {told(found)}. Give a number."
        ) from None


def _listed(read: Mapping[str, Any], field: str) -> Iterable[Any]:
    found = read.get(field) or ()
    return (found,) if isinstance(found, str | int) else found


def _side(team: str) -> Side:
    return cast("Side", str(team).removesuffix(" team"))


def _admissible(found: Any) -> tuple[Side, ...] | None:
    if found is None:
        return None
    if isinstance(found, Mapping):
        return tuple(_side(side) for side, may in found.items() if may)
    return tuple(_side(side) for side in ((found,) if isinstance(found, str) else found))


def _handover(step: Any) -> Handover:
    if isinstance(step, Handover):
        return step
    try:
        by_name = isinstance(step, Mapping)
        time_h, giver, taker = (step[key] for key in _STEP) if by_name else step
        return Handover(float(time_h), str(giver), str(taker))
    except (KeyError, TypeError, ValueError):
        raise TrainkitError(
            f"A hand-over is {told(step)}. Give time_h, giver and taker, in this order or by name."
        ) from None

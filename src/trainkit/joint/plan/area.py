"""The execution area: a polygon in nautical miles on the fictional plane, x east and y north.

A polygon is closed (its last corner is its first), does not cross itself, overlaps no area that is
forbidden and lies on no land. Areas may touch: a border of no width belongs to both.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from trainkit.errors import TrainkitError
from trainkit.joint.plan.canonical import text

if TYPE_CHECKING:
    from shapely import Polygon

Corners = Sequence[Sequence[float]]
_REACH_NM = 10_000.0
_NONE_NM2 = 1e-9
_ORDER = "Give the corners in the order in which a vessel would sail round the area."


def polygon(corners: Corners, where: str) -> "Polygon":
    """Return the polygon of some corners.

    Args:
        corners: East and north of each corner in nautical miles; the last is the first.
        where: Key of the plan, for messages.

    Raises:
        TrainkitError: it is not closed, crosses itself, or holds no water.
    """
    return _polygon(tuple((float(x), float(y)) for x, y in corners), where)


@cache
def _polygon(corners: tuple[tuple[float, float], ...], where: str) -> "Polygon":
    from shapely import Polygon, prepare

    _require_corners(corners, where)
    found = Polygon(corners)
    _require_simple(found, where)
    prepare(found)
    return found


def _require_corners(corners: tuple[tuple[float, float], ...], where: str) -> None:
    far = [one for one in corners if not all(math.isfinite(c) and abs(c) <= _REACH_NM for c in one)]
    if far:
        raise TrainkitError(
            f"{where}: the corner {list(far[0])} lies off the chart. Write east and north of the "
            "reference point in nautical miles."
        )
    if len(corners) < 3:
        raise TrainkitError(f"{where} has {len(corners)} corners; an area needs three or more.")
    if corners[0] != corners[-1]:
        first, last = list(corners[0]), list(corners[-1])
        raise TrainkitError(
            f"{where} is not closed: it begins at {first} and ends at {last}. Write {first} once "
            "more at its end."
        )


def _require_simple(found: "Polygon", where: str) -> None:
    from shapely import is_valid_reason

    if found.convex_hull.area <= _NONE_NM2:
        raise TrainkitError(f"{where} encloses no water: its corners lie on one line. {_ORDER}")
    if not found.is_valid:
        place = str(is_valid_reason(found)).partition("[")[2].rstrip("]").replace(" ", ", ")
        raise TrainkitError(f"{where} crosses or touches itself, near [{place}]. {_ORDER}")


def require_apart(area: Corners, others: Mapping[str, Corners], where: str, kind: str) -> None:
    """Refuse an area that overlaps another.

    Args:
        area: Corners of the area.
        others: Corners of areas that it must keep out of, by name.
        where: Key of the area, for messages.
        kind: What the others are, such as ``the forbidden area``.

    Raises:
        TrainkitError: it overlaps one; it says by how much.
    """
    own = polygon(area, where)
    for name, corners in others.items():
        shared = own.intersection(polygon(corners, f"{where}, {kind} '{name}'")).area
        if shared > _NONE_NM2:
            raise TrainkitError(
                f"{where} overlaps {kind} '{name}' by {shared:.4g} square nautical miles. Move its "
                "corners, or agree on another area."
            )


def inside(area: Corners, x_nm: float, y_nm: float, where: str) -> bool:
    """Return whether a place lies in an area, or on its border."""
    from shapely import Point

    if not (math.isfinite(x_nm) and math.isfinite(y_nm)):
        return False
    return bool(polygon(area, where).covers(Point(x_nm, y_nm)))


def named(rows: Sequence[Mapping[str, Any]]) -> dict[str, Corners]:
    """Return the corners of a list of named areas, by name."""
    return {text(str(row["name"])): row["corners_nm"] for row in rows}

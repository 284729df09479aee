"""Leeway: how fast the wind moves what floats, by category of object.

The table holds what field trials measured: down wind and across it, a slope in per cent of the wind
speed, an offset and a standard deviation in cm/s. No field data exist for *overloaded* boats; a
scenario that borrows a category for one states that as an assumption. Objects do not sink in this
table: what becomes of a boat (boat, swamped, persons in the water) is a change of category.

Sources:
    Allen, A. A., Plourde, J. V. (1999). *Review of Leeway: Field Experiments and Implementation*.
        US Coast Guard, CG-D-08-99.
    Allen, A. A. (2005). *Leeway Divergence*. US Coast Guard, CG-D-05-05.
    Figures as OpenDrift 1.14.12 tabulates them; see data/README.md.
"""

import csv
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import index

from trainkit.errors import TrainkitError, nearest, shown


@dataclass(frozen=True, slots=True)
class Coefficients:
    """Leeway in one direction.

    Attributes:
        slope_pct: Per cent of the wind speed.
        offset_cms: Speed at no wind that the regression leaves, in cm/s.
        sd_cms: Standard deviation about the regression, in cm/s.
    """

    slope_pct: float
    offset_cms: float
    sd_cms: float


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of floating object and its leeway.

    Attributes:
        id: Number in the table, 1 to 85.
        key: Short name in the table.
        level: Depth in the tree of categories; 0 is general.
        name: What it is.
        downwind: Leeway down wind.
        right: Leeway across the wind of the side the table calls right; it moves to the *left*
            of downwind.
        left: The same for the side the table calls left.
    """

    id: int
    key: str
    level: int
    name: str
    downwind: Coefficients
    right: Coefficients
    left: Coefficients


BOAT_KINDS: dict[str, tuple[int, ...]] = {
    "person in water": (1,),
    "rubber boat": (27,),
    "metal boat": (44, 45),
    "fibreglass boat": (44, 45),
    "swamped boat": (46,),
    "wooden fishing boat": (50,),
    "drifting yacht": (57,),
}
"""Which categories stand for a kind of boat. A judgement, not a measurement: none is overloaded."""


@cache
def categories() -> tuple[Category, ...]:
    """Return all 85 categories, in the order of their numbers."""
    with (files("trainkit.sea") / "data" / "leeway_coefficients.csv").open(encoding="utf-8") as f:
        return tuple(_category(row) for row in csv.DictReader(f))


def category(object_id: int | str) -> Category:
    """Return the category with a number or a key.

    Raises:
        TrainkitError: there is none, with the bounds or the nearest key.

    Examples:
        >>> category(27).downwind.slope_pct
        5.34
        >>> category("PIW-1").id
        1
    """
    if isinstance(object_id, str):
        return _by_key(object_id)
    number = _whole(object_id)
    if not 1 <= number <= len(categories()):
        raise TrainkitError(
            f"No leeway category has the number {number}: the table has 1 to {len(categories())}. "
            "`trainkit.sea.leeway.categories()` names them."
        )
    return categories()[number - 1]


def boat_kind(kind: str) -> tuple[int, ...]:
    """Return the numbers of the categories that stand for a kind of boat.

    Raises:
        TrainkitError: the kind is not mapped, with the nearest name.

    Examples:
        >>> boat_kind("rubber boat")
        (27,)
    """
    if kind not in BOAT_KINDS:
        raise TrainkitError(
            f"No leeway categories are chosen for '{kind}'.{nearest(str(kind), BOAT_KINDS)} "
            f"Known kinds: {', '.join(BOAT_KINDS)}."
        )
    return BOAT_KINDS[kind]


def leeway_speeds(object_id: int | str, wind_speed_mps: float) -> tuple[float, float, float]:
    """Return the mean leeway in a wind: (down wind, across right, across left), in m/s.

    Across is positive to the left of downwind, as the table has it.

    Raises:
        TrainkitError: the category is unknown or the wind speed is no speed.

    Examples:
        >>> [round(speed, 4) for speed in leeway_speeds(50, 10.0)]
        [0.247, 0.276, -0.276]
    """
    if not (math.isfinite(wind_speed_mps) and wind_speed_mps >= 0.0):
        raise TrainkitError(f"A wind speed is a number of m/s from 0, not {wind_speed_mps}.")
    if wind_speed_mps == 0.0:
        return 0.0, 0.0, 0.0
    kind = category(object_id)
    down, right, left = (
        (c.slope_pct * wind_speed_mps + c.offset_cms) / 100.0
        for c in (kind.downwind, kind.right, kind.left)
    )
    return down, right, left


def _by_key(key: str) -> Category:
    known = {kind.key: kind for kind in categories()}
    if key not in known:
        raise TrainkitError(
            f"No leeway category is called '{key}'.{nearest(key, known)} "
            "`trainkit.sea.leeway.categories()` names them."
        )
    return known[key]


def _whole(number: int) -> int:
    if isinstance(number, bool):
        raise TrainkitError(f"A leeway category is a whole number from 1 to 85, not {number}.")
    try:
        return index(number)
    except TypeError:
        raise TrainkitError(
            f"A leeway category is a whole number from 1 to 85, or a key, not {shown(number)}."
        ) from None


def _category(row: dict[str, str]) -> Category:
    downwind, right, left = (
        Coefficients(*(float(row[f"{way}_{column}"]) for column in _COLUMNS))
        for way in ("downwind", "right", "left")
    )
    return Category(
        int(row["id"]), row["key"], int(row["level"]), row["object"], downwind, right, left
    )


_COLUMNS = ("slope_pct", "offset_cms", "sd_cms")

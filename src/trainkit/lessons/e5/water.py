"""The water of the exercise: land, a closed ground, and where boats were seen without lights.

Sightings of the last thirty nights come from three places, each a cloud about its middle. What the
trainee drafts is the execution area: a rectangle of at most so many square miles. It is worth what
it holds of the sightings of nights to come.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.errors import TrainkitError
from trainkit.joint.plan.area import Corners, require_apart
from trainkit.kernel.luck import Luck, many_normal, many_uniform, purpose
from trainkit.lessons.a1.drawing import one, whole

REACH_NM = 40.0
LARGEST_NM2 = 500.0
SEEN = 90
SIDES = ("west_nm", "east_nm", "south_nm", "north_nm")
LAST_YEAR = {"west_nm": -12.0, "east_nm": 12.0, "south_nm": -10.0, "north_nm": 10.0}
"""The area of last year's plan: the middle of the chart."""
_SPREAD_NM = 4.5
_WEIGHTS = (0.45, 0.3, 0.25)
LAND: Corners = ((-40.0, -40.0), (-28.0, -40.0), (-28.0, 40.0), (-40.0, 40.0), (-40.0, -40.0))


@dataclass(frozen=True)
class Water:
    """The water of one trainee.

    Attributes:
        middles: East and north of the three places where boats were seen, in nautical miles.
        closed: West, east, south and north of the ground that is closed, in nautical miles.
    """

    middles: tuple[tuple[float, float], ...]
    closed: tuple[float, float, float, float]


def draw_water(luck: Luck) -> Water:
    """Return the water of a trainee's own variant.

    Two places lie beside each other far from the middle of the chart; the third lies apart, and the
    closed ground beyond the first two, where a generous area would take it in.
    """
    up = one(luck, "e5 up", (1, -1))
    across = one(luck, "e5 across", (1, -1))
    x, y = 4.0 + whole(luck, "e5 east", 0, 4), up * (18.0 + whole(luck, "e5 north", 0, 4))
    apart = 11.0 + whole(luck, "e5 apart", 0, 2)
    pair = ((x, y), (x + apart, y))
    first, second = pair if across == 1 else pair[::-1]
    third = (-10.0 + whole(luck, "e5 third", 0, 6), -up * (16.0 + whole(luck, "e5 low", 0, 5)))
    low = y + 8.0 if up == 1 else y - 20.0
    return Water((first, second, third), (x - 6.0, x + apart + 6.0, low, low + 12.0))


def sightings(water: Water, luck: Luck, name: str, number: int) -> NDArray[np.float64]:
    """Return places where boats are seen, shape (number, 2), in nautical miles."""
    key, each = luck.key, np.arange(number)
    place = np.searchsorted(
        np.cumsum(_WEIGHTS), many_uniform(key, purpose(f"{name} place"), each, 0)
    )
    middles = np.array(water.middles)[np.minimum(place, len(_WEIGHTS) - 1)]
    off = [
        many_normal(key, purpose(f"{name} {axis}"), each, 0, 0.0, _SPREAD_NM)
        for axis in ("east", "north")
    ]
    found: NDArray[np.float64] = middles + np.stack(off, axis=1)
    return found


def seen(water: Water, seed: int) -> NDArray[np.float64]:
    """Return the sightings that the trainee sees."""
    return sightings(water, Luck(seed), "e5 seen", SEEN)


def held(places: NDArray[np.float64], area: Mapping[str, Any]) -> NDArray[np.bool_]:
    """Return which places an area holds."""
    west, east, south, north = (float(area[side]) for side in SIDES)
    x, y = places[:, 0], places[:, 1]
    inside: NDArray[np.bool_] = (x >= west) & (x <= east) & (y >= south) & (y <= north)
    return inside


def corners(west: float, east: float, south: float, north: float) -> Corners:
    """Return the closed corners of a rectangle."""
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


def flaw(water: Water, area: Mapping[str, Any]) -> str:
    """Return why both sides could not approve an area, in a sentence; empty when they could."""
    west, east, south, north = (float(area[side]) for side in SIDES)
    if west >= east or south >= north:
        return "Its western side must lie west of its eastern, its southern south of its northern."
    size = (east - west) * (north - south)
    if size > LARGEST_NM2 + 1e-9:
        return f"It has {size:,.0f} square miles, and the units can watch {LARGEST_NM2:,.0f}."
    own = corners(west, east, south, north)
    try:
        require_apart(own, {"Alder's cape": LAND}, "The area", "the land")
        require_apart(own, {"cable ground": corners(*water.closed)}, "The area", "the closed")
    except TrainkitError as error:
        return str(error)
    return ""

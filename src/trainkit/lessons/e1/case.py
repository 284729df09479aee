"""The case of E1: a boat overdue at night, drawn anew for each trainee, equally hard for all.

The plane has its origin at the last known position; x is east and y is north of it, in nautical
miles. Times count from the last known position. A wind is named after where it comes from, a
current after where it goes to.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from trainkit.errors import TrainkitError
from trainkit.kernel.luck import Luck
from trainkit.lessons.e1.calls import Call
from trainkit.lessons.e1.watch import evening
from trainkit.sea.leeway import leeway_speeds

MPS_PER_KN = 1852.0 / 3600.0
AREA_NM, AREAS_A_SIDE = 6.0, 4
AREAS = tuple(f"{row}{column}" for row in "DCBA" for column in "1234")
"""Names of the search areas, from the south-west eastwards and then north: D1, D2, ... A4."""

FIRST_SEARCH_H, SECOND_SEARCH_H = 5.0, 6.0
FIRST_HOURS, SECOND_HOURS = 40.0, 24.0
BOAT_SPEED_KN, BOAT_WIDTH_NM, MIST_WIDTH_NM = 15.0, 0.9, 0.3
KESTREL_SPEED_KN, KESTREL_WIDTH_NM, KESTREL_H = 90.0, 1.0, 1.3
RECOVERY_H = 0.5
SURVIVAL_SIGMA = 0.5
_NEAREST_NM, _FARTHEST_NM = 8.0, 11.0
_MOST_DRAWS = 1_000

OBJECTS = {
    27: "a rubber raft without ballast, canopy or drogue",
    32: "a raft with a canopy, for four to six people, without drogue",
    44: "an open boat, modified V hull",
}
"""Leeway categories of the cases; no field data exist for overloaded boats."""


@dataclass(frozen=True)
class Situation:
    """What one trainee sees.

    Attributes:
        seed: Visible luck of this trainee, for the map and the thousand nights.
        object_id: Leeway category.
        persons: People on board.
        wind_kn: Forecast wind speed.
        wind_from_deg: Where it comes from, true.
        current_kn: Forecast speed of the current.
        current_toward_deg: Where it goes to, true.
        elapsed_h: Time from the last known position until the first unit is on scene.
        position_error_nm: Standard deviation of the last known position along each axis.
        survival_median_h: Time after which half of the people would still live.
        west_nm: Western edge of the search areas at the time on scene.
        south_nm: Their southern edge.
        mist: Names of the areas in mist.
        calls: The six calls of the evening.
        taken_off: People whom a cutter's log shows as taken on board.
    """

    seed: int
    object_id: int
    persons: int
    wind_kn: float
    wind_from_deg: float
    current_kn: float
    current_toward_deg: float
    elapsed_h: float
    position_error_nm: float
    survival_median_h: float
    west_nm: float
    south_nm: float
    mist: tuple[str, ...]
    calls: tuple[Call, ...]
    taken_off: int

    @property
    def drift_kn(self) -> tuple[float, float]:
        """Mean drift, east and north: leeway down the forecast wind, and the current."""
        leeway_kn = leeway_speeds(self.object_id, self.wind_kn * MPS_PER_KN)[0] / MPS_PER_KN
        down = velocity(leeway_kn, self.wind_from_deg + 180.0)
        current = velocity(self.current_kn, self.current_toward_deg)
        return down[0] + current[0], down[1] + current[1]

    @property
    def widths_nm(self) -> tuple[float, ...]:
        """Sweep width of a boat's lookouts in each of `AREAS`."""
        return tuple(MIST_WIDTH_NM if name in self.mist else BOAT_WIDTH_NM for name in AREAS)


def velocity(speed: float, toward_deg: float) -> tuple[float, float]:
    """Return (east, north) of a speed towards a true direction."""
    angle = math.radians(toward_deg)
    return speed * math.sin(angle), speed * math.cos(angle)


@lru_cache(maxsize=64)
def situation(luck: Luck) -> Situation:
    """Return the case of a trainee: drawn again until its drift is as far as everybody's."""
    for attempt in range(_MOST_DRAWS):
        found = _drawn(luck, attempt)
        east, north = found.drift_kn
        if _NEAREST_NM <= math.hypot(east, north) * found.elapsed_h <= _FARTHEST_NM:
            return found
    raise TrainkitError(f"No case could be drawn for the seed {luck.seed}. This is our error.")


def _drawn(luck: Luck, attempt: int) -> Situation:
    def whole(name: str, low: int, high: int) -> int:
        return low + int((high - low + 1) * luck.uniform(f"e1 {name}", attempt))

    wind_from = 10.0 * whole("wind direction", 0, 35)
    side = 1.0 if whole("side of the current", 0, 1) else -1.0
    bare = Situation(
        seed=luck.seed,
        object_id=tuple(OBJECTS)[whole("object", 0, len(OBJECTS) - 1)],
        persons=whole("persons", 9, 14),
        wind_kn=14.0 + 2.0 * whole("wind", 0, 4),
        wind_from_deg=wind_from,
        current_kn=round(0.5 + 0.1 * whole("current", 0, 4), 1),
        current_toward_deg=(wind_from + 180.0 + side * 10.0 * whole("angle", 4, 8)) % 360.0,
        elapsed_h=6.0 + 0.5 * whole("elapsed", 0, 6),
        position_error_nm=2.0 + 0.5 * whole("position error", 0, 2),
        survival_median_h=0.0,
        west_nm=0.0,
        south_nm=0.0,
        mist=_mist(whole("mist", 0, 3)),
        calls=evening(luck),
        taken_off=whole("taken off", 2, 4),
    )
    return _laid_out(bare, luck)


def _mist(side: int) -> tuple[str, ...]:
    """Return the areas of one half of the sea: south, north, west or east."""
    halves = ("DC", "BA", "12", "34")
    return tuple(name for name in AREAS if set(name) & set(halves[side]))


def _laid_out(bare: Situation, luck: Luck) -> Situation:
    """Return the case with its areas about the middle of the drift, a little aside."""
    east, north = bare.drift_kn
    half = AREA_NM * AREAS_A_SIDE / 2.0
    aside = [2.0 * luck.uniform("e1 areas", axis) - 1.0 for axis in range(2)]
    placed = {
        "west_nm": round(east * bare.elapsed_h / 2.0 + aside[0] - half, 1),
        "south_nm": round(north * bare.elapsed_h / 2.0 + aside[1] - half, 1),
        "survival_median_h": bare.elapsed_h + 9.0,
    }
    return Situation(**{**vars(bare), **placed})


def told(case: Situation) -> str:
    """Return in a few sentences what a reader of the situation report must know of the case."""
    wind = f"Wind from {case.wind_from_deg:03.0f}, {case.wind_kn:g} kn"
    current = f"current to {case.current_toward_deg:03.0f}, {case.current_kn:g} kn"
    return (
        f"Overdue: {OBJECTS[case.object_id]} with {case.persons} people, two of them children. "
        f"Last known position at 19:00 UTC, within {case.position_error_nm:g} NM; first unit on "
        f"scene {case.elapsed_h:g} h later. {wind}; {current}. Mist in "
        f"{', '.join(sorted(case.mist))}. {case.taken_off} people were taken on board by Borea's "
        f"cutter; {case.persons - case.taken_off} are not accounted for."
    )

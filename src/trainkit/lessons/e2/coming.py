"""How the units come: a chart that can be played, from 02:00 UTC until the last is on scene.

The plane's origin is the boat. Bearings are drawn from the coast or the sea that a unit comes from;
the helicopter leaves later than the others and flies straight.
"""

from functools import lru_cache
from typing import Any

from trainkit.kernel.luck import Luck
from trainkit.lessons.e1.case import velocity
from trainkit.lessons.e2.case import UNITS, Hull, Situation, clock
from trainkit.views.feature import Mark
from trainkit.views.track import Event, Track

SPEED_KN = {
    "Amber Trader": 14.0,
    "Alder Osprey": 32.0,
    "Alder Kestrel": 130.0,
    "Alder Lapwing": 26.0,
    "Meridian": 17.0,
    "Borea Dunlin": 24.0,
}
"""Speeds in transit: orders of size of published classes."""
_FROM_DEG = {
    "Amber Trader": (150.0, 200.0),
    "Alder Osprey": (250.0, 290.0),
    "Alder Kestrel": (270.0, 320.0),
    "Alder Lapwing": (220.0, 260.0),
    "Meridian": (330.0, 380.0),
    "Borea Dunlin": (70.0, 120.0),
}
_FLIGHT_H = 0.4
_GROUPS = {"Alder": "Alder", "Borea": "Borea"}


def leaves_h(hull: Hull) -> float:
    """Return when a unit is under way to the boat; all but the helicopter are at 02:00."""
    return hull.arrive_h - _FLIGHT_H if hull.name == "Alder Kestrel" else 0.0


def track(case: Situation, hull: Hull) -> Track:
    """Return the track of a unit from where it is when it sets out until it is on scene."""
    low, high = _FROM_DEG[hull.name]
    share = Luck(case.seed).uniform("e2 bearing", UNITS.index(hull.name))
    run_nm = SPEED_KN[hull.name] * (hull.arrive_h - leaves_h(hull))
    x_nm, y_nm = velocity(run_nm, low + share * (high - low))
    group = _GROUPS.get(hull.name.partition(" ")[0], "others")
    return Track(hull.name, (leaves_h(hull), hull.arrive_h), (x_nm, 0.0), (y_nm, 0.0), group)


@lru_cache(maxsize=32)
def chart_parts(case: Situation) -> dict[str, Any]:
    """Return what the chart shows: the boat, the tracks, and each arrival in words."""
    events = [
        Event(hull.arrive_h, f"{hull.name} is on scene at {clock(hull.arrive_h)} UTC.")
        for hull in case.arrivals
    ]
    rough = Event(case.rough_h, f"The sea passes two metres at {clock(case.rough_h)} UTC.")
    return {
        "title": "How the units come, hours after 02:00 UTC",
        "tracks": tuple(track(case, hull) for hull in case.arrivals),
        "features": (Mark("the boat", 0.0, 0.0),),
        "events": (*events, rough),
    }

"""The case of E2: an overloaded boat and six units, drawn anew for each trainee, equally hard.

Hour 0 is 02:00 UTC, when the distress is known to everybody. Units keep their names and hulls; who
is trained, who has links, who stays and who comes when is drawn.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from trainkit.kernel.luck import Luck
from trainkit.lessons.e2.sick import Patient, ward

START_H = 2
UNITS = (
    "Amber Trader",
    "Alder Osprey",
    "Alder Kestrel",
    "Alder Lapwing",
    "Meridian",
    "Borea Dunlin",
)
"""Names of the units, in the order of the scenario."""

KINDS = {
    "Amber Trader": "merchant ship, high sides, one rescue boat",
    "Alder Osprey": "boat of the Alder Sea Police",
    "Alder Kestrel": "helicopter of RCC Alder, with a doctor",
    "Alder Lapwing": "patrol vessel of RCC Alder",
    "Meridian": "NGO vessel, two rescue boats, a nurse",
    "Borea Dunlin": "patrol vessel of the Borea Coast Guard",
}
PLACES = ("Harbour Elm", "Port Quay", "Cape Station", "Grey Shore")
_LARGE = UNITS[3:]
_STAYS_H, _LEAVES_H = 12.0, 2.5


@dataclass(frozen=True)
class Hull:
    """One unit, as the trainee sees it.

    Attributes:
        name: Its name.
        arrive_h: When it is on scene.
        stays_h: How long it can stay.
        trained: Whether its officers are trained to coordinate on scene.
        communications: Radios and links, 1 to 3.
        safe_calm: Survivors that are safe on board in less than two metres of sea.
        safe_rough: Survivors that are safe on board from two metres on.
    """

    name: str
    arrive_h: float
    stays_h: float
    trained: bool
    communications: int
    safe_calm: int
    safe_rough: int


@dataclass(frozen=True)
class Place:
    """A place where people could be landed.

    Attributes:
        name: Its name.
        away_h: How far it is.
        room: For how many people there are beds, food and care tonight.
        care: Whether there is a hospital.
        threat: What is reported of it; empty for nothing.
    """

    name: str
    away_h: float
    room: int
    care: bool
    threat: str


@dataclass(frozen=True)
class Situation:
    """What one trainee sees.

    Attributes:
        seed: Visible luck of this trainee.
        told: How many people a survivor says there were.
        listed: How many are on the hotline's list.
        ashore: How many of the list have been heard of ashore.
        seen: How many somebody in an aeroplane guesses.
        in_water: How many are in the water at hour 0.
        children: How many are children.
        water_c: Temperature of the water.
        sea: Steps (from_h, height in metres) of the forecast.
        hulls: The units.
        places: Where people could be landed.
        patients: Eight people who are looked at on deck.
    """

    seed: int
    told: int
    listed: int
    ashore: int
    seen: int
    in_water: int
    children: int
    water_c: float
    sea: tuple[tuple[float, float], ...]
    hulls: tuple[Hull, ...]
    places: tuple[Place, ...]
    patients: tuple[Patient, ...]

    @property
    def believed(self) -> int:
        """The most people that may be there by what is known: the list without those ashore."""
        return self.listed - self.ashore

    @property
    def rough_h(self) -> float:
        """When the sea reaches two metres."""
        return next(from_h for from_h, sea_m in self.sea if sea_m >= 2.0)

    def hull(self, name: str) -> Hull:
        """Return the unit of a name."""
        return self.hulls[UNITS.index(name)]

    @property
    def arrivals(self) -> tuple[Hull, ...]:
        """The units in the order of their arrival."""
        return tuple(sorted(self.hulls, key=lambda hull: hull.arrive_h))


def clock(time_h: float) -> str:
    """Return an hour of the case as a time of the day, UTC.

    Examples:
        >>> clock(1.25)
        '03:15'
    """
    minutes = round(60 * (START_H + time_h)) % (24 * 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


@lru_cache(maxsize=256)
def situation(luck: Luck) -> Situation:
    """Return the case of a trainee."""

    def whole(name: str, low: int, high: int, at: int = 0) -> int:
        return low + int((high - low + 1) * luck.uniform(f"e2 {name}", at))

    told, ashore = whole("told", 108, 114), whole("ashore", 1, 3)
    return Situation(
        seed=luck.seed,
        told=told,
        listed=told + ashore + whole("more on the list", 2, 4),
        ashore=ashore,
        seen=whole("seen", 86, 94),
        in_water=whole("in water", 3, 5),
        children=whole("children", 12, 16),
        water_c=15.5 + 0.5 * whole("water", 0, 2),
        sea=_sea(luck),
        hulls=_hulls(luck),
        places=_places(luck),
        patients=ward(luck),
    )


def _sea(luck: Luck) -> tuple[tuple[float, float], ...]:
    rough_h = 2.75 + 0.25 * int(3 * luck.uniform("e2 rough", 0))
    return (0.0, 1.2), (1.5, 1.6), (rough_h, 2.2), (rough_h + 2.0, 2.8)


def _hulls(luck: Luck) -> tuple[Hull, ...]:
    """Return the units: of the three large ones one is able and stays, one leaves, one is not."""
    arrive = _arrivals(luck)
    role = dict(zip(_permuted(luck, "roles", _LARGE), ("stays", "leaves", "not"), strict=True))
    slots = sorted(arrive[name] for name in _LARGE)
    first, later = (next(n for n in _LARGE if role[n] == r) for r in ("stays", "leaves"))
    if arrive[first] > arrive[later]:
        arrive[first], arrive[later] = arrive[later], arrive[first]
    assert sorted(arrive[name] for name in _LARGE) == slots  # noqa: S101, only exchanged
    return tuple(_hull(luck, name, arrive[name], role.get(name, "")) for name in UNITS)


def _arrivals(luck: Luck) -> dict[str, float]:
    """Return when each unit comes: the merchant ship first, then the small ones, then the large."""
    slots = [0.6, 0.9, 1.1, 1.35, 1.75, 2.15]
    late = [
        round(slot + 0.05 * int(3 * luck.uniform("e2 slot", n)), 2) for n, slot in enumerate(slots)
    ]
    small = _permuted(luck, "small", UNITS[1:3])
    large = _permuted(luck, "large", _LARGE)
    return dict(zip((UNITS[0], *small, *large), late, strict=True))


_SAFE = {
    "Amber Trader": (70, 36),
    "Alder Osprey": (24, 12),
    "Alder Kestrel": (8, 8),
    "Alder Lapwing": (46, 26),
    "Meridian": (54, 28),
    "Borea Dunlin": (36, 18),
}


def _hull(luck: Luck, name: str, arrive_h: float, role: str) -> Hull:
    more = int(3 * luck.uniform("e2 safe", UNITS.index(name))) if name != UNITS[2] else 0
    calm, rough = _SAFE[name]
    able = role in {"stays", "leaves"} or name == UNITS[2]
    stays = {"Amber Trader": 20.0, "Alder Osprey": 8.0, "Alder Kestrel": 0.8}
    return Hull(
        name=name,
        arrive_h=arrive_h,
        stays_h=stays.get(name, _LEAVES_H if role == "leaves" else _STAYS_H),
        trained=able,
        communications=3 if able else 2 if role == "not" else 1,
        safe_calm=calm + 2 * more,
        safe_rough=rough + more,
    )


def _places(luck: Luck) -> tuple[Place, ...]:
    """Return four places: one is right; one is too small, one without care, one a threat."""
    kinds = [
        (6.0, 240, True, ""),
        (3.5, 45, True, ""),
        (2.5, 160, False, ""),
        (
            1.5,
            300,
            True,
            "people landed there last month were taken away and not heard of again",
        ),
    ]
    order = _permuted(luck, "places", PLACES)
    found = {name: Place(name, *kind) for name, kind in zip(order, kinds, strict=True)}
    return tuple(found[name] for name in PLACES)


def _permuted(luck: Luck, name: str, items: tuple[str, ...]) -> list[str]:
    drawn = [luck.uniform(f"e2 order of {name}", at) for at in range(len(items))]
    return [items[int(at)] for at in np.argsort(drawn)]


def told(case: Situation) -> str:
    """Return in a few sentences what a reader of the on-scene log must know of the case."""
    able = ", ".join(hull.name for hull in case.hulls if hull.trained)
    return (
        f"Overloaded boat, distress known 02:00 UTC. Sources: hotline list {case.listed}, of whom "
        f"{case.ashore} were heard of ashore; a survivor says {case.told}; an aeroplane guessed "
        f"{case.seen}. Sea over 2 m from {clock(case.rough_h)} UTC; water {case.water_c:g} C. "
        f"First on scene {case.arrivals[0].name}; trained and linked: {able}."
    )

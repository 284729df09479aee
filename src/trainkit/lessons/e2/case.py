"""The case of E2: an overloaded boat and six units, drawn anew for each trainee, equally hard.

Hour 0 is 02:00 UTC, when the distress is known to everybody. Units keep their names and hulls; who
is trained, who has links, who stays and who comes when is drawn.
"""

from dataclasses import dataclass

from trainkit.lessons.e2.sick import Patient

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


def told(case: Situation) -> str:
    """Return in a few sentences what a reader of the on-scene log must know of the case."""
    able = ", ".join(hull.name for hull in case.hulls if hull.trained)
    return (
        f"Overloaded boat, distress known 02:00 UTC. Sources: hotline list {case.listed}, of whom "
        f"{case.ashore} were heard of ashore; a survivor says {case.told}; an aeroplane guessed "
        f"{case.seen}. Sea over 2 m from {clock(case.rough_h)} UTC; water {case.water_c:g} C. "
        f"First on scene {case.arrivals[0].name}; trained and linked: {able}."
    )

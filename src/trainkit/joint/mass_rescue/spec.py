"""What a mass rescue is told: the boat and its people, the weather, the units, who counts.

Hour 0 is the moment at which the distress is known to every unit. Rates are people an hour; a trip
is one boatload or one lift.
"""

from typing import Literal

from trainkit.model import Spec, lever, uncertainty

Lifejackets = Literal["first", "while", "none"]
Triage = Literal["need", "as_they_come"]
StandDown = Literal["reconciled", "reported"]
Law = Literal["lognormal", "exponential"]
FirstTask = Literal["rescue", "secure"]
WhenFull = Literal["land", "transfer", "exceed"]


class WeatherSpec(Spec):
    """The sea from one hour on."""

    from_h: float = uncertainty(0.0, unit="h", low=0.0, high=72.0, step=0.25)
    """When this sea begins."""
    sea_m: float = uncertainty(1.0, unit="m", low=0.0, high=8.0, step=0.1)
    """Significant wave height."""


class SourceSpec(Spec):
    """Somebody who says how many people there are."""

    name: str = uncertainty()
    """Who says it."""
    at_h: float = uncertainty(0.0, unit="h", low=0.0, high=72.0, step=0.1)
    """When it is said."""
    persons: int = uncertainty(50, low=0, high=2000, step=1)
    """How many people it says there are."""


class PlaceSpec(Spec):
    """A place where people could be landed."""

    name: str = lever()
    """Its name."""
    room: int = uncertainty(200, low=0, high=5000, step=1)
    """People whose basic needs it can meet tonight."""
    needs_met: bool = uncertainty(True)
    """Whether shelter, food and medical care are there."""
    life_threatened: bool = uncertainty(False)
    """Whether the people's life or freedom would be threatened there."""


class UnitSpec(Spec):
    """A vessel or aircraft that comes to help."""

    name: str = lever()
    """Name of the unit, of a fictional class."""
    arrive_h: float = lever(1.0, unit="h", low=0.0, high=48.0, step=0.1)
    """When it is on scene."""
    on_scene_h: float = lever(12.0, unit="h", low=0.1, high=72.0, step=0.1)
    """How long it can stay on scene."""
    returns: bool = lever(False)
    """Whether it comes back after landing people."""
    land_h: float = lever(3.0, unit="h", low=0.1, high=72.0, step=0.1)
    """Time from the scene to the place where it lands people."""
    back_h: float = lever(3.0, unit="h", low=0.1, high=72.0, step=0.1)
    """Time from landing until it is on scene again."""
    trained: bool = lever(False)
    """Whether its officers are trained to coordinate on scene."""
    communications: int = lever(1, low=0, high=3, step=1)
    """Radios and links: 0 none, 1 one channel, 2 several, 3 several and a link to the centre."""
    takes_over: bool = lever(False)
    """Whether it takes over as on-scene coordinator when it arrives."""
    lifejackets: int = lever(0, low=0, high=1000, step=1)
    """Lifejackets that it can hand out."""
    jackets_per_h: float = lever(150.0, unit="1/h", low=1.0, high=2000.0, step=10.0)
    """Lifejackets handed out in an hour."""
    load: int = lever(8, low=1, high=100, step=1)
    """People that one trip takes."""
    boat_per_h: float = lever(40.0, unit="1/h", low=0.0, high=500.0, step=1.0)
    """People taken from the boat in an hour, in a sea of one metre."""
    swamped_per_h: float = lever(30.0, unit="1/h", low=0.0, high=500.0, step=1.0)
    """People taken from a swamped boat in an hour, in a sea of one metre."""
    water_per_h: float = lever(20.0, unit="1/h", low=0.0, high=500.0, step=1.0)
    """People taken from the water in an hour, in a sea of one metre."""
    highest_sea_m: float = lever(4.0, unit="m", low=0.0, high=8.0, step=0.1)
    """Sea above which it takes nobody."""
    bulk: float = lever(1.0, low=0.0, high=20.0, step=0.5)
    """How much an approach of it stirs the boat, beside a small rescue boat with 1."""
    makes_lee: bool = lever(False)
    """Whether it lies to windward and makes a lee for the boat."""
    capacity: int = lever(50, low=0, high=2000, step=1)
    """Survivors for whom there is any room on board."""
    safe_calm: int = lever(50, low=0, high=2000, step=1)
    """Survivors that are safe on board in a calm sea."""
    safe_rough: int = lever(30, low=0, high=2000, step=1)
    """Survivors that are safe on board in a rough sea."""
    quota: int = lever(2000, low=0, high=2000, step=1)
    """Survivors after which it takes no more, on the coordinator's order."""
    when_full: WhenFull = lever("land")
    """At its safe capacity: lands them, transfers them to another unit, or takes more."""
    medic: bool = lever(False)
    """Whether it has medical care on board."""
    first_task: FirstTask = lever("rescue")
    """What it does first: the rescue, or securing evidence and suspects."""
    secure_h: float = lever(0.5, unit="h", low=0.0, high=12.0, step=0.1)
    """How long securing takes, if it comes first."""
    screening_h: float = lever(0.0, unit="h", low=0.0, high=72.0, step=0.5)
    """How long people are screened on board in port before they are landed."""
    place: str = lever("")
    """Where it lands people; empty for nowhere, so that they stay on board."""


class MassRescueSpec(Spec):
    """One overloaded boat, people in the water, and those who come to help."""

    units: tuple[UnitSpec, ...] = lever()
    """Units that come to help."""
    weather: tuple[WeatherSpec, ...] = uncertainty()
    """The sea, step by step, from hour 0."""
    sources: tuple[SourceSpec, ...] = uncertainty()
    """Those who say how many people there are."""
    places: tuple[PlaceSpec, ...] = uncertainty()
    """Places where people could be landed."""
    lifejackets: Lifejackets = lever("first")
    """Whether nobody is taken from the boat before lifejackets are out, or meanwhile, or none."""
    alongside: int = lever(2, low=1, high=8, step=1)
    """Craft that may be alongside the boat at once."""
    first_coordinates: bool = lever(True)
    """Whether the first unit on scene coordinates until another takes over."""
    triage: Triage = lever("need")
    """Whether children, injured and cold people come first, or people as they come."""
    triage_on_board: bool = lever(True)
    """Whether people are looked at on board for injuries and needs."""
    stand_down: StandDown = lever("reconciled")
    """Whether units stand down on a reconciled head count, or on a report that is not verified."""
    suspend_h: float = lever(24.0, unit="h", low=0.5, high=200.0, step=0.5)
    """When the search is suspended by decision, if people are still not accounted for."""
    persons: int = uncertainty(100, low=0, high=2000, step=1)
    """People on the boat and in the water."""
    in_water: int = uncertainty(0, low=0, high=2000, step=1)
    """Of these, people in the water at hour 0."""
    children: int = uncertainty(10, low=0, high=2000, step=1)
    """Of these, children."""
    injured: int = uncertainty(4, low=0, high=2000, step=1)
    """Of these, people whose injuries need care."""
    jackets_on: int = uncertainty(0, low=0, high=2000, step=1)
    """People who wear a lifejacket at hour 0."""
    boat_capacity: int = uncertainty(20, low=1, high=2000, step=1)
    """People that the boat was built for."""
    withstands: float = uncertainty(-1.0, low=-1.0, high=1.0, step=0.01)
    """Share of such boats that would capsize before this one; below 0 it is drawn."""
    approach_risk: float = uncertainty(0.001, low=0.0, high=1.0, step=0.0005)
    """Risk of capsizing of one approach by a small boat, in one metre of sea, not overcrowded."""
    unprotected_factor: float = uncertainty(4.0, low=1.0, high=20.0, step=0.5)
    """How much greater that risk is before lifejackets are out, when people stand up."""
    crowding_alongside: float = uncertainty(0.5, low=0.0, high=5.0, step=0.1)
    """How much each further craft alongside adds to that risk."""
    founder_per_h: float = uncertainty(0.004, unit="1/h", low=0.0, high=5.0, step=0.001)
    """Rate at which the boat is swamped, in one metre of sea, not overcrowded."""
    breakup_per_h: float = uncertainty(0.3, unit="1/h", low=0.0, high=20.0, step=0.1)
    """Rate at which a swamped boat sets its people into the water, in one metre of sea."""
    water_c: float = uncertainty(18.0, unit="C", low=2.0, high=32.0, step=0.5)
    """Temperature of the water."""
    survival_law: Law = uncertainty("lognormal")
    """Law of survival in the water; never a cut-off."""
    no_jacket_pace: float = uncertainty(10.0, low=1.0, high=100.0, step=1.0)
    """How much faster life runs out in the water without a lifejacket."""
    swamped_pace: float = uncertainty(0.4, low=0.0, high=1.0, step=0.1)
    """How fast life runs out on a swamped boat, beside the water with a lifejacket."""
    frailty: float = uncertainty(0.6, low=0.1, high=1.0, step=0.1)
    """How long a child or an injured person lives in the water, beside an adult."""
    care_median_h: float = uncertainty(8.0, unit="h", low=0.5, high=500.0, step=0.5)
    """Time from hour 0 within which half of the injured would die without care."""
    trip_law: Law = uncertainty("lognormal")
    """Law of the time of a trip."""
    uncoordinated_factor: float = uncertainty(0.75, low=0.1, high=1.0, step=0.05)
    """Pace of several units under a coordinator without training or links."""
    hand_over_h: float = uncertainty(0.2, unit="h", low=0.0, high=3.0, step=0.05)
    """How long it takes until units work as before, after coordination has changed hands."""
    hand_over_factor: float = uncertainty(0.4, low=0.1, high=1.0, step=0.05)
    """Pace of several units in that time."""
    lee_factor: float = uncertainty(0.75, low=0.1, high=1.0, step=0.05)
    """Height of the sea at the boat in the lee of a ship, beside the open sea."""
    rough_sea_m: float = uncertainty(2.0, unit="m", low=0.1, high=8.0, step=0.1)
    """Sea from which on the safe capacity of units is that for rough sea."""
    transfer_h: float = uncertainty(0.4, unit="h", low=0.0, high=6.0, step=0.1)
    """How long a transfer between two units takes."""
    all_clear_h: float = uncertainty(72.0, unit="h", low=0.0, high=72.0, step=0.1)
    """When somebody relays 'all rescued' without having counted."""

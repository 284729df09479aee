"""What a joint operation is told: sea, weather, boats, units, rescue centres, levers and orders.

The plane's origin is anywhere; x is east, y is north, in nautical miles. Hour 0 is midnight on the
clock of the scenario. Land, regions and patrol areas are rectangles with sides to the four
directions; the polygon of an operation plan belongs to `trainkit.joint.plan`.
"""

from typing import Literal

from trainkit.joint.operation.places import (
    LandSpec,
    LinkSpec,
    OriginSpec,
    PortSpec,
    RegionSpec,
    SeaSpec,
    SpellSpec,
)
from trainkit.joint.operation.unitspec import UnitSpec
from trainkit.model import Spec, lever, uncertainty

Sharing = Literal["alone", "alerts", "picture", "tasking"]
SHARING = ("alone", "alerts", "picture", "tasking")
"""What the partner is given: hand-overs alone; alerts; sightings too; units to task as well."""
Handover = Literal["act_until_accepted", "wait_for_acceptance"]
HANDOVER = ("act_until_accepted", "wait_for_acceptance")
Dispatch = Literal["nearest", "largest"]
DISPATCH = ("nearest", "largest")
Phase = Literal["uncertainty", "alert", "distress"]
PHASES = ("uncertainty", "alert", "distress")
Disembarkation = Literal["nearest_suitable", "own_state"]
DISEMBARKATION = ("nearest_suitable", "own_state")
OnScene = Literal["lognormal", "exponential"]
ON_SCENE = ("lognormal", "exponential")
Order = Literal["patrol", "stand_by", "sharing", "dispatch", "dispatch_phase", "task"]
ORDERS = ("patrol", "stand_by", "sharing", "dispatch", "dispatch_phase", "task")


class OrderSpec(Spec):
    """An order of the commander while the operation runs: data, replayed with the same seed."""

    time_h: float = lever(0.0, unit="h", low=0.0, high=8784.0, step=0.25)
    """When it is given."""
    order: Order = lever("patrol")
    """What is ordered."""
    unit: str = lever("")
    """Name of the unit; empty for an order to all."""
    area_x_nm: float = lever(0.0, unit="NM", low=-400.0, high=400.0, step=1.0)
    """Middle of the patrol area, east."""
    area_y_nm: float = lever(0.0, unit="NM", low=-400.0, high=400.0, step=1.0)
    """Middle of the patrol area, north."""
    word: str = lever("")
    """The new value of a lever that is a word, such as picture."""
    case: int = lever(-1, low=-1, high=100000, step=1)
    """Number of the case that a unit is sent to."""


class OperationSpec(Spec):
    """Two coast guards, a third rescue centre, and one sea."""

    units: tuple[UnitSpec, ...] = lever()
    """Units of all agencies."""
    sharing: Sharing = lever("alone")
    """What the partner's rescue centre is given."""
    handover: Handover = lever("act_until_accepted")
    """What the centre that was told does until the responsible one accepts."""
    dispatch: Dispatch = lever("nearest")
    """Which unit goes first."""
    dispatch_phase: Phase = lever("alert")
    """The phase from which on units are sent."""
    disembarkation: Disembarkation = lever("nearest_suitable")
    """Which suitable port a unit takes survivors to."""
    most_units: int = lever(4, low=1, high=12, step=1)
    """Most units that are sent to one case."""
    ask_merchants: bool = lever(True)
    """Whether merchant ships are asked when no unit can go, or too few."""
    lifejackets_first: bool = lever(True)
    """Whether lifejackets are handed over before anyone is taken off."""
    shadow_doubtful: bool = lever(True)
    """Whether a unit stays with a boat in doubt that it has sighted."""
    board_under_way: bool = lever(False)
    """Whether units that police board boats not in distress, under their law or the plan."""
    board_outside_plan: bool = lever(False)
    """Whether a joint boarding is made without a valid plan: the red line R4."""
    finish_boarding: bool = lever(False)
    """Whether a boarding is finished before an alert is answered: the red line R1."""
    predeparture_warning: bool = lever(False)
    """Whether the partner is warned before departures in weather that kills."""
    suspend_pos: float = lever(0.95, low=0.5, high=0.9999, step=0.01)
    """Cumulative probability of success from which on a coordinator may suspend a search."""
    review_h: float = lever(48.0, unit="h", low=6.0, high=240.0, step=6.0)
    """Time after which a coordinator reviews a search that has not found, and suspends it."""
    plan_valid: bool = lever(True)
    """Whether an operation plan is approved by both sides; no rescue asks for it."""
    plan_from_h: float = lever(0.0, unit="h", low=0.0, high=8784.0, step=1.0)
    """Start of the plan's window."""
    plan_to_h: float = lever(8784.0, unit="h", low=0.0, high=8784.0, step=1.0)
    """End of the plan's window."""
    orders: tuple[OrderSpec, ...] = lever(())
    """Orders while the operation runs, in the order of their times."""

    seas: tuple[SeaSpec, ...] = uncertainty()
    """States of the sea, from calm to the worst."""
    first_sea: int = uncertainty(0, low=0, high=5, step=1)
    """State of the sea at hour 0."""
    spells: tuple[SpellSpec, ...] = uncertainty(())
    """A recorded series of weather, replayed; empty for weather that is drawn."""
    wind_from_deg: float = uncertainty(315.0, unit="deg", low=0.0, high=360.0, step=5.0)
    """Prevailing direction that the wind comes from, true."""
    wind_spread_deg: float = uncertainty(30.0, unit="deg", low=0.0, high=90.0, step=5.0)
    """Standard deviation of the wind's direction."""
    current_kn: float = uncertainty(0.5, unit="kn", low=0.0, high=4.0, step=0.1)
    """Speed of the current."""
    current_toward_deg: float = uncertainty(90.0, unit="deg", low=0.0, high=360.0, step=5.0)
    """Direction that the current goes to, true."""
    sunrise_h: float = uncertainty(6.0, unit="h", low=3.0, high=9.0, step=0.25)
    """Sunrise, hour of the day."""
    sunset_h: float = uncertainty(18.5, unit="h", low=15.0, high=22.0, step=0.25)
    """Sunset, hour of the day."""
    lands: tuple[LandSpec, ...] = uncertainty(())
    """Land, where no unit and no boat may be."""
    regions: tuple[RegionSpec, ...] = uncertainty()
    """Search and rescue regions; a stretch that two declare is contested."""
    origins: tuple[OriginSpec, ...] = uncertainty()
    """Stretches of an invented coast from which boats leave."""
    ports: tuple[PortSpec, ...] = uncertainty()
    """Ports, and what they offer to survivors."""
    link: LinkSpec = uncertainty()
    """The links between rescue centres."""

    departures_per_day: float = uncertainty(3.0, low=0.0, high=60.0, step=0.5)
    """Departures a day in the calm, in mid-season."""
    season_amplitude: float = uncertainty(0.0, low=0.0, high=1.0, step=0.1)
    """Swing of departures over the season, as a share of the mean."""
    season_h: float = uncertainty(720.0, unit="h", low=24.0, high=8784.0, step=24.0)
    """Length of one swing of the season."""
    boat_speed_kn: float = uncertainty(6.0, unit="kn", low=1.0, high=20.0, step=0.5)
    """Speed of a boat under way."""
    persons_median: float = uncertainty(30.0, low=1.0, high=200.0, step=1.0)
    """Median of the people on board."""
    persons_sigma: float = uncertainty(0.4, low=0.0, high=1.5, step=0.1)
    """Standard deviation of the logarithm of the people on board."""
    most_persons: int = uncertainty(120, low=1, high=600, step=1)
    """Most people on one boat."""
    doubt_mean_h: float = uncertainty(20.0, unit="h", low=0.01, high=1000.0, step=1.0)
    """Mean time under way until something goes wrong, in a calm sea."""
    distress_mean_h: float = uncertainty(3.0, unit="h", low=0.01, high=1000.0, step=0.5)
    """Mean time from doubt to distress, in a calm sea."""
    swamped_mean_h: float = uncertainty(10.0, unit="h", low=0.01, high=1000.0, step=1.0)
    """Mean time in distress until the boat is swamped, in a calm sea."""
    water_mean_h: float = uncertainty(3.0, unit="h", low=0.01, high=1000.0, step=0.5)
    """Mean time on a swamped boat until people are in the water, in a calm sea."""
    survival_median_h: float = uncertainty(10.0, unit="h", low=0.2, high=500.0, step=0.5)
    """Median survival in the water, without a lifejacket; people outlive it."""
    survival_sigma: float = uncertainty(0.8, low=0.1, high=2.0, step=0.1)
    """Standard deviation of the logarithm of survival."""
    lifejacket_share: float = uncertainty(0.4, low=0.0, high=1.0, step=0.1)
    """Share of people who have a lifejacket of their own."""
    lifejacket_factor: float = uncertainty(2.0, low=1.0, high=10.0, step=0.5)
    """How many times as long a person in a lifejacket survives."""
    capsize_chance: float = uncertainty(0.25, low=0.0, high=1.0, step=0.05)
    """Chance that a crowded boat capsizes at an approach without lifejackets, in the worst sea."""
    call_chance: float = uncertainty(0.6, low=0.0, high=1.0, step=0.1)
    """Chance that people on board can call for help; distress needs no call."""
    call_mean_h: float = uncertainty(1.0, unit="h", low=0.01, high=100.0, step=0.25)
    """Mean time from doubt until they call."""
    hotline_share: float = uncertainty(0.5, low=0.0, high=1.0, step=0.1)
    """Share of calls that come by way of a hotline relay."""
    hotline_mean_h: float = uncertainty(0.5, unit="h", low=0.01, high=24.0, step=0.25)
    """Mean time that the relay takes."""
    overdue_chance: float = uncertainty(0.5, low=0.0, high=1.0, step=0.1)
    """Chance that relatives report a boat that does not arrive."""
    overdue_mean_h: float = uncertainty(8.0, unit="h", low=0.1, high=100.0, step=1.0)
    """Mean time after the expected arrival until they do."""
    traffic_density_nm2: float = uncertainty(0.001, low=0.0, high=0.1, step=0.0005)
    """Merchant and fishing vessels per square nautical mile."""
    traffic_sight_nm: float = uncertainty(2.0, unit="NM", low=0.0, high=12.0, step=0.5)
    """Sweep width of passing traffic for a boat, by day in a calm sea."""
    traffic_speed_kn: float = uncertainty(12.0, unit="kn", low=1.0, high=30.0, step=1.0)
    """Speed of passing traffic."""
    merchant_capacity: int = uncertainty(60, low=1, high=1000, step=5)
    """Survivors that a merchant ship can take for a time."""
    false_alarms_per_day: float = uncertainty(0.3, low=0.0, high=40.0, step=0.1)
    """Alerts a day behind which there is no boat."""
    false_verify_mean_h: float = uncertainty(4.0, unit="h", low=0.1, high=100.0, step=0.5)
    """Mean time until an inquiry shows that an alert was false."""
    escalate_mean_h: float = uncertainty(2.0, unit="h", low=0.01, high=48.0, step=0.5)
    """Mean time until inquiries raise the phase by one."""
    call_error_nm: float = uncertainty(2.0, unit="NM", low=0.05, high=50.0, step=0.5)
    """Standard deviation of a position told by telephone, along each axis."""
    overdue_error_nm: float = uncertainty(12.0, unit="NM", low=0.05, high=100.0, step=1.0)
    """Standard deviation of a position guessed for an overdue boat, along each axis."""
    sighting_error_nm: float = uncertainty(0.5, unit="NM", low=0.05, high=20.0, step=0.1)
    """Standard deviation of a position sighted, along each axis."""
    drift_error_kn: float = uncertainty(0.5, unit="kn", low=0.0, high=3.0, step=0.1)
    """Error of the forecast drift; uncertainty grows with it."""
    night_sweep_factor: float = uncertainty(0.4, low=0.0, high=1.0, step=0.1)
    """Sweep width by night as a share of that by day."""
    definite_range_nm: float = uncertainty(0.25, unit="NM", low=0.0, high=2.0, step=0.05)
    """What comes nearer to a unit on patrol is seen."""
    on_scene: OnScene = uncertainty("lognormal")
    """Law of the time that a batch of people takes to come aboard."""
    on_scene_sigma: float = uncertainty(0.3, low=0.0, high=1.5, step=0.1)
    """Standard deviation of the logarithm of that time."""
    lifejackets_h: float = uncertainty(0.3, unit="h", low=0.0, high=4.0, step=0.1)
    """Time to hand lifejackets over."""
    disembark_h: float = uncertainty(1.5, unit="h", low=0.0, high=48.0, step=0.25)
    """Time to disembark; screening does not add to it."""
    evidence_h: float = uncertainty(1.0, unit="h", low=0.0, high=12.0, step=0.5)
    """Time to secure evidence, in port, when nobody waits to be rescued."""
    boarding_h: float = uncertainty(1.5, unit="h", low=0.1, high=24.0, step=0.25)
    """Time of a boarding under way."""
    warning_effect: float = uncertainty(0.3, low=0.0, high=1.0, step=0.1)
    """Share of departures in dangerous weather that a warning averts."""
    displaced_share: float = uncertainty(0.4, low=0.0, high=1.0, step=0.1)
    """Share of averted departures that leave later by a longer way: the harm of a warning."""
    displaced_delay_h: float = uncertainty(12.0, unit="h", low=0.0, high=240.0, step=1.0)
    """How much later they leave."""

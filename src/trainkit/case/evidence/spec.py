"""What an evidence clock is told: exhibits, who carries and examines them, and an interception.

Days have 24 hours and count from the opening of the case. A line of exhibits is one thing, or a
flow of things of one sort that come by chance.
"""

from typing import Literal

from trainkit.case.evidence.laboratory import STATE_MEDIAN_DAYS, STATE_SIGMA
from trainkit.model import Spec, lever, uncertainty

Side = Literal["Alder", "Borea"]
Where = Literal["unit", "state_laboratory", "none"]
Carrier = Literal["courier", "officer", "post"]
Order = Literal["first_come", "by_rank"]
Law = Literal["lognormal", "exponential", "fixed"]
Disclosure = Literal["at_once", "weekly", "with_file"]
Offence = Literal["smuggling", "trafficking", "organised_crime", "laundering"]
Authority = Literal["supervisor", "prosecutor", "judge"]

CARRIERS: tuple[Carrier, ...] = ("courier", "officer", "post")


class ExhibitSpec(Spec):
    """One exhibit, or a flow of exhibits of one sort."""

    name: str = lever()
    """Name of the exhibit."""
    rate_per_day: float = uncertainty(0.0, low=0.0, high=1000.0, step=0.01)
    """Exhibits of this sort that are seized in a day, on average; 0 for a single one."""
    seized_days: float = uncertainty(0.0, unit="d", low=0.0, high=10000.0, step=1.0)
    """Day on which a single one is seized; of a flow, the day from which it comes."""
    where: Where = lever("unit")
    """Who examines it: the team's own unit, the State's laboratory, or nobody."""
    rank: int = lever(5, low=0, high=9, step=1)
    """Place in the order of the unit; a lower rank is taken up first."""
    carrier: Carrier = lever("courier")
    """Who carries it from site to site."""
    translated: bool = uncertainty(False)
    """Whether a translator works on it."""
    persons: int = uncertainty(0, low=0, high=1000, step=1)
    """People in danger whom it may lead to; 0 where it leads to nobody."""
    exculpatory: float = uncertainty(0.0, low=0.0, high=1.0, step=0.05)
    """Chance that it holds something that speaks for an accused."""
    deadline_days: float = uncertainty(10000.0, unit="d", low=0.0, high=10000.0, step=1.0)
    """Day after the seizure by which it is due at the court."""
    authority: Authority = lever("judge")
    """Who ordered the search in which it is seized."""
    order_from_days: float = uncertainty(0.0, unit="d", low=0.0, high=10000.0, step=1.0)
    """Day from which the order to search is in force; of a flow, from which each has an order."""
    order_to_days: float = uncertainty(10000.0, unit="d", low=0.0, high=10000.0, step=1.0)
    """Day at which it runs out; the law may end it sooner."""


class ClockSpec(Spec):
    """Exhibits, sites, and the clocks that run."""

    exhibits: tuple[ExhibitSpec, ...] = lever()
    """Exhibits of this case and of others."""
    court: Side = uncertainty("Alder")
    """State whose court hears the case and whose team seizes."""
    offence: Offence = uncertainty("smuggling")
    """Offence of the case, by which the statutes are read."""
    arrivals_days: float = uncertainty(10000.0, unit="d", low=0.0, high=10000.0, step=1.0)
    """Day until which flows of exhibits come."""
    order: Order = lever("by_rank")
    """Order at the unit: as they come, or by rank; what is in hand is finished."""
    examiners: int = lever(1, low=1, high=50, step=1)
    """Examiners of the unit, each on one exhibit at a time."""
    examine_days: float = uncertainty(8.0, unit="d", low=0.0, high=1000.0, step=0.5)
    """Mean days of an examination in the unit."""
    examine_sigma: float = uncertainty(0.5, low=0.0, high=2.0, step=0.1)
    """Standard deviation of the logarithm of an examination, where it is lognormal."""
    examine_law: Law = uncertainty("lognormal")
    """Law of examinations in the unit."""
    state_median_days: float = uncertainty(STATE_MEDIAN_DAYS, unit="d", low=0.0, high=1000.0)
    """Median days of the State's laboratory, its backlog included."""
    state_sigma: float = uncertainty(STATE_SIGMA, low=0.0, high=3.0, step=0.01)
    """Standard deviation of the logarithm of the State laboratory's days."""
    translators: int = lever(1, low=1, high=50, step=1)
    """Translators, each on one exhibit at a time."""
    translate_days: float = uncertainty(3.0, unit="d", low=0.0, high=1000.0, step=0.5)
    """Mean days of a translation, exponential."""
    couriers: int = lever(1, low=1, high=50, step=1)
    """Sworn couriers."""
    officers: int = lever(1, low=1, high=50, step=1)
    """Officers of the team who may carry, and who write disclosures."""
    courier_h: float = uncertainty(24.0, unit="h", low=0.0, high=1000.0, step=1.0)
    """Median hours from site to site with a sworn courier."""
    officer_h: float = uncertainty(8.0, unit="h", low=0.0, high=1000.0, step=1.0)
    """Median hours from site to site with an officer."""
    post_h: float = uncertainty(48.0, unit="h", low=0.0, high=1000.0, step=1.0)
    """Median hours from site to site by post."""
    carry_sigma: float = uncertainty(0.3, low=0.0, high=2.0, step=0.1)
    """Standard deviation of the logarithm of the hours from site to site."""
    courier_gap: float = uncertainty(0.01, low=0.0, high=1.0, step=0.01)
    """Chance that a courier's parcel lies unsigned for."""
    officer_gap: float = uncertainty(0.07, low=0.0, high=1.0, step=0.01)
    """Chance that an officer's parcel does."""
    post_gap: float = uncertainty(0.2, low=0.0, high=1.0, step=0.01)
    """Chance that a parcel by post does."""
    disclosure: Disclosure = lever("at_once")
    """When what speaks for an accused goes to the defence."""
    disclose_h: float = uncertainty(6.0, unit="h", low=0.0, high=200.0, step=1.0)
    """Hours of an officer for one disclosure."""
    calls_per_day: float = uncertainty(0.0, low=0.0, high=1000.0, step=0.1)
    """Relevant calls in a day on the intercepted line; 0 for no interception."""
    listen_days: float = uncertainty(40.0, unit="d", low=0.0, high=10000.0, step=1.0)
    """Days for which the line is of interest."""
    renew_before_days: float = lever(5.0, unit="d", low=0.0, high=60.0, step=1.0)
    """Days before the order ends at which a renewal is asked for."""
    again_days: float = uncertainty(14.0, unit="d", low=0.1, high=100.0, step=1.0)
    """Days after a refusal until the judge hears a new request."""
    grounds_days: float = uncertainty(4.0, unit="d", low=0.1, high=1000.0, step=0.5)
    """Mean days until a new ground comes to light."""
    judge_days: float = uncertainty(2.0, unit="d", low=0.0, high=100.0, step=0.5)
    """Median days until the judge decides."""
    judge_sigma: float = uncertainty(0.6, low=0.0, high=2.0, step=0.1)
    """Standard deviation of the logarithm of the judge's days."""
    stops_at_expiry: bool = lever(True)
    """Whether the recorder stops when the order ends."""

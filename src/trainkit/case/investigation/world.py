"""The world of a case: what the network does, how it takes losses, its money, and what courts ask.

No figures are published for most of it: scenarios mark the values as assumptions.
"""

from trainkit.case.disruption import Adaptation
from trainkit.case.disruption.rules import Replacement
from trainkit.model import Spec, uncertainty


class HarmSpec(Spec):
    """What the network does while the case runs."""

    departures_a_week: float = uncertainty(2.0, low=0.0, high=20.0)
    """Departures a week at full capacity."""
    persons: int = uncertainty(30, low=1, high=300)
    """People on board of each."""
    danger: float = uncertainty(0.25, low=0.0, high=1.0)
    """Chance that a departure is in danger to life."""
    deaths: float = uncertainty(0.12, low=0.0, high=1.0)
    """Chance of each person in danger to die where nobody was warned."""
    deaths_warned: float = uncertainty(0.02, low=0.0, high=1.0)
    """The same where the rescue centre was warned in time."""
    foreseen: float = uncertainty(0.6, low=0.0, high=1.0)
    """Chance that a team which listens or has a source near transport hears of the danger."""
    warning_alarm: float = uncertainty(0.05, low=0.0, high=1.0)
    """Chance that the network learns from a rescue that somebody listens."""
    trafficking: float = uncertainty(0.5, low=0.0, high=1.0)
    """Chance that the network exploits people besides."""
    exploited_a_month: float = uncertainty(2.0, low=0.0, high=50.0)
    """People who come under exploitation in a month at full capacity."""
    exploited_mean_days: float = uncertainty(150.0, unit="days", low=1.0, high=2000.0)
    """Mean days of exploitation for those whom nobody finds."""
    first_look: float = uncertainty(0.6, low=0.0, high=1.0)
    """Share of the signs that could be seen which a first look sees."""
    second_look_h: float = uncertainty(12.0, unit="h", low=0.5, high=200.0)
    """Hours of an interpreter for a second look, in peace."""
    others_met: float = uncertainty(0.7, low=0.0, high=1.0)
    """Chance that a first contact meets somebody who is nobody's victim besides."""
    testimony: float = uncertainty(0.5, low=0.0, high=1.0)
    """Chance that a protected person chooses to testify once the reflection period is over."""
    withdrawal: float = uncertainty(0.3, low=0.0, high=1.0)
    """Chance that a testimony is withdrawn, as everybody may."""


class RingSpec(Spec):
    """How the network takes losses: a statistical rule."""

    replacement: Replacement = uncertainty("distance")
    """Who takes the place of somebody removed."""
    adaptation: Adaptation = uncertainty()
    """How places are filled again."""
    opaque: float = uncertainty(0.7, low=0.05, high=1.0)
    """What is left of the chance to see a tie after each alarm or day of arrests."""
    bystanders: int = uncertainty(30, low=0, high=500)
    """People who know members and have no part in it."""
    near: float = uncertainty(0.25, low=0.0, high=0.9)
    """Share of them who stand so near that they look guilty in every source."""
    near_times: float = uncertainty(3.6, low=1.0, high=50.0)
    """How many times the mean chance of an error falls on each of those."""
    met: int = uncertainty(2, low=1, high=20)
    """Members whom each bystander knows."""


class MoneySpec(Spec):
    """The financial side of the case."""

    proceeds_crowns: float = uncertainty(60000.0, unit="crowns", low=0.0, high=1e9)
    """What the network takes in a week at full capacity."""
    traced: float = uncertainty(0.25, low=0.0, high=1.0)
    """Share of a target's assets that one enquiry with a hit traces."""
    answer_median_h: float = uncertainty(60.0, unit="h", low=1.0, high=2000.0)
    """Median hours until a financial intelligence unit answers a reasoned enquiry."""
    answer_sigma: float = uncertainty(0.6, low=0.0, high=2.0)
    """Standard deviation of the logarithm of these hours."""
    links_needed: int = uncertainty(2, low=1, high=10)
    """Items of evidence against the holder that a review of a freeze asks for."""
    financing: float = uncertainty(0.02, low=0.0, high=1.0)
    """Chance that money of one holder serves terrorism, which is another matter than the case."""
    branch_sign: float = uncertainty(0.6, low=0.0, high=1.0)
    """Chance to see each indicator of that branch where it is so."""
    branch_wrong: float = uncertainty(0.08, low=0.0, high=1.0)
    """Chance to see each of them where it is not so, whoever it is."""
    branch_review_h: float = uncertainty(4.0, unit="h", low=0.5, high=100.0)
    """Hours of a prosecutor who looks again at an opened branch."""
    frozen_slows: float = uncertainty(1.0, low=0.0, high=5.0)
    """By how much the filling of places slows when all its assets are frozen: 1 doubles it."""


class CourtSpec(Spec):
    """What a court asks for."""

    rumour: float = uncertainty(8.0, low=1.0, high=1000.0)
    """How many times likelier it is with a member that a team knew of somebody at the start."""
    rumour_wrong: float = uncertainty(0.06, low=0.0, high=1.0)
    """Chance that a team knew of a bystander at the start, as of a suspect."""
    prior: float = uncertainty(0.05, low=0.001, high=0.5)
    """Share of the people a team first hears of who belong to the network."""
    charge_at: float = uncertainty(0.9, low=0.5, high=0.999)
    """Posterior of membership from which a prosecutor charges, and waiting needs an order."""
    hearing_days: float = uncertainty(4.0, unit="days", low=1.0, high=60.0)
    """Days until a prosecutor lets somebody go who was arrested on less."""
    convict_at: float = uncertainty(0.95, low=0.5, high=0.9999)
    """Posterior of membership on the admissible evidence alone that a conviction asks for."""
    trial_median_days: float = uncertainty(120.0, unit="days", low=1.0, high=2000.0)
    """Median days from the charge to the judgment of the first court."""
    trial_sigma: float = uncertainty(0.3, low=0.0, high=2.0)
    """Standard deviation of the logarithm of these days."""

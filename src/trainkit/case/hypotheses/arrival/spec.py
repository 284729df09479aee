"""What a team that weighs hypotheses is told: explanations, kinds of leads, and how it works."""

from typing import Literal

from trainkit.model import Spec, lever, uncertainty

ORDERS = ("as_they_come", "by_rank", "by_bits", "leading_first")
URGENT = ("in_turn", "next", "at_once")
LAWS = ("exponential", "lognormal", "fixed")

Order = Literal["as_they_come", "by_rank", "by_bits", "leading_first"]
Urgent = Literal["in_turn", "next", "at_once"]
Law = Literal["exponential", "lognormal", "fixed"]


class HypothesisSpec(Spec):
    """One of the exclusive explanations; exactly one of them is true."""

    name: str = uncertainty()
    """What it says."""
    prior: float = uncertainty(low=0.0, high=1.0)
    """Belief in it before any lead; how often it is true."""


class LeadSpec(Spec):
    """A kind of lead."""

    name: str = uncertainty()
    """What is asked when it is worked."""
    rank: int = lever(1, low=0, high=9, step=1)
    """Its place in the plan of enquiries: 1 is worked first, 0 is left."""
    rate_per_h: float = uncertainty(low=0.0, high=1000.0)
    """How many arrive in an hour, on average."""
    fades_h: float = uncertainty(0.0, unit="h", low=0.0, high=100_000.0)
    """Mean time after which it can no longer be worked; 0 when it does not fade."""
    work_h: float = uncertainty(unit="h", low=0.0, high=1000.0)
    """Mean time of an analyst's work."""
    chances: tuple[float, ...] = uncertainty()
    """Chance of the answer yes under each hypothesis, in their order."""
    repeats: float = uncertainty(0.0, low=0.0, high=1.0, step=0.05)
    """Chance that it repeats the one before it through another channel."""
    urgent: bool = uncertainty(False)
    """Whether it tells of danger to life or of a possible victim."""


class ArrivalSpec(Spec):
    """Hypotheses, leads and a team of analysts."""

    analysts: int = lever(2, low=1, high=200, step=1)
    """Analysts at work."""
    order: Order = lever("as_they_come")
    """Which lead is worked next."""
    urgent: Urgent = lever("next")
    """When a lead is worked that tells of danger to life or of a possible victim."""
    checks_origin: bool = lever(False)
    """Whether it is checked first who or what a lead comes from."""
    origin_h: float = uncertainty(0.5, unit="h", low=0.0, high=24.0, step=0.25)
    """Time to check where a lead comes from."""
    stops_at: float = lever(1.0, low=0.5, high=1.0, step=0.01)
    """Belief in one hypothesis at which ordinary enquiries end, once a rival was tested."""
    week_h: float = uncertainty(120.0, unit="h", low=1.0, high=1_000_000.0)
    """Hours until the case is put to the prosecutor."""
    law: Law = uncertainty("lognormal")
    """How the time of work is distributed."""
    sigma: float = uncertainty(0.5, low=0.0, high=3.0, step=0.1)
    """Standard deviation of the logarithm of the time of work, where it is lognormal."""
    hypotheses: tuple[HypothesisSpec, ...] = uncertainty()
    """The explanations, of which one is true."""
    leads: tuple[LeadSpec, ...] = uncertainty()
    """The kinds of lead."""

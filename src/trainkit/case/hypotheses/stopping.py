"""When to stop asking: what the next enquiry is worth, and whether a rival was ever tested.

The value of an enquiry is what it takes off the cost of being wrong, on average. Whoever decides
now takes the leading hypothesis and is wrong with the chance of all the others.

Sources:
    Raiffa, Schlaifer (1961). *Applied Statistical Decision Theory*, on the value of information.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from trainkit.case.hypotheses.belief import Hypotheses
from trainkit.case.hypotheses.items import Enquiry, Likelihood
from trainkit.errors import TrainkitError

TOLD_APART = 2.0
"""Ratio of likelihoods from which an enquiry counts as a test of a rival."""


@dataclass(frozen=True)
class Advice:
    """What the rule says.

    Attributes:
        stop: Whether to stop asking.
        why: The reason, in a sentence.
        best: Name of the enquiry that is worth most beyond its cost; empty when none is.
    """

    stop: bool
    why: str
    best: str = ""


def value_h(case: Hypotheses, enquiry: Enquiry, error_costs_h: float) -> float:
    """Return what an enquiry is worth, in hours, before its own cost.

    Args:
        case: What is believed.
        enquiry: What would be asked.
        error_costs_h: What acting on a wrong hypothesis costs, in hours.

    Raises:
        TrainkitError: an error costs less than nothing, or no number of hours.
    """
    if not 0.0 <= error_costs_h < float("inf"):
        raise TrainkitError(f"An error costs {error_costs_h:g} h. Give hours, 0 or more.")
    after = sum(_highest(case, told) for told in enquiry.outcomes.values())
    return error_costs_h * max(0.0, after - max(case.belief))


def _highest(case: Hypotheses, told: Likelihood) -> float:
    """Return chance of an answer times the belief in the leading hypothesis after it."""
    return max(b * told[name] for name, b in case.posterior.items())


def can_test_a_rival(case: Hypotheses, enquiry: Enquiry) -> bool:
    """Return whether some answer tells the leading hypothesis from a rival by a factor of two."""
    lead = case.leading
    return any(
        max(told[lead], told[rival]) >= TOLD_APART * min(told[lead], told[rival])
        and max(told[lead], told[rival]) > 0.0
        for told in enquiry.outcomes.values()
        for rival in case.priors
        if rival != lead
    )


def advice(
    case: Hypotheses,
    offers: Sequence[Enquiry],
    error_costs_h: float,
    threshold_odds: float = 20.0,
    rival_tested: bool = False,
    danger: bool = False,
) -> Advice:
    """Return whether to stop asking.

    Args:
        case: What is believed.
        offers: Enquiries that could still be made.
        error_costs_h: What acting on a wrong hypothesis costs, in hours.
        threshold_odds: Odds of the leading hypothesis against all others that are enough.
        rival_tested: Whether an enquiry has tested a rival.
        danger: Whether there is a sign of danger to life or of a victim: nothing is waited for.
    """
    if danger:
        return Advice(True, "There is a sign of danger to life or of a victim: protect now.")
    worth = {one.name: value_h(case, one, error_costs_h) - one.cost_h for one in offers}
    best = max(worth, key=worth.__getitem__) if worth else ""
    if not rival_tested and any(can_test_a_rival(case, one) for one in offers):
        return Advice(False, "No rival was tested yet.", best)
    if rival_tested and _odds(case) >= threshold_odds:
        return Advice(True, f"The odds are {threshold_odds:g} to 1 and a rival was tested.")
    if best and worth[best] > 0.0:
        return Advice(False, f"'{best}' is worth more than its hours.", best)
    return Advice(True, "No enquiry is worth its hours.")


def _odds(case: Hypotheses) -> float:
    """Return the odds of the leading hypothesis against all others."""
    rest = 1.0 - max(case.belief)
    return max(case.belief) / rest if rest > 0.0 else float("inf")

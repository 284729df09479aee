"""How an account grows, in formulas that tests hold the simulation to.

What a person could tell is a number of details. Each has a threshold, exponential with mean 1; it
is told once the questions have come to that much. So of details of one sort, after *t* hours at a
rate *r*, the share ``1 - exp(-r t)`` is told, and in the same luck a better interview never hears
less. Errors come one by one at their own rate. Seven of ten details are told freely when somebody
is invited to tell; three of ten are told when they are asked for.

Sources:
    Koehnken et al. (1999), meta-analysis of 55 comparisons: 85 % and 82 % of what is told in a
        cognitive and in a structured interview is right.
    Lavoie et al. (2021), meta-analysis: rapport d = 0.55, open against closed questions d = 0.52 on
        what is disclosed. Lamb et al. (2003): half of the details come with invitations.
    Lamb et al. (2007), review of the NICHD protocol; Brown et al. (2013); Gous, Wheatcroft (2020)
        for the errors of leading questions; Frenda et al. (2014) for tiredness; Ewens et al. (2017)
        for interpreters; Odinot et al. (2013) for a second account.
    The directions are theirs; the sizes in the tables below are assumptions of the exercise, set so
    that open and probing questions give what Koehnken et al. found.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from trainkit.case.interview.spec import STYLES, DaySpec

FREE_SHARE = 0.7
"""Share of details that an invitation brings; the others have to be asked for."""
FREE_PER_H = {"open": 1.3, "probing": 0.5, "closed": 0.25, "leading": 0.2}
ASKED_PER_H = {"open": 0.25, "probing": 1.4, "closed": 0.6, "leading": 0.4}
ERRORS_PER_H = {"open": 4.0, "probing": 5.0, "closed": 9.0, "leading": 16.0}
"""Rates by the sort of question, for an hour of it with full openness."""
HEARD = {"in_room": 0.9, "telephone": 0.75, "companion": 0.35, "none": 0.25}
"""Share that passes the interpreter, of what would be told without one."""
MISHEARD = {"in_room": 1.1, "telephone": 1.3, "companion": 2.0, "none": 2.5}
"""By how much errors rise on that way."""
DIRECT = "direct"


@dataclass(frozen=True)
class State:
    """How somebody comes to an account.

    Attributes:
        tired: Tiredness, 0 to 1.
        rapport: Rapport with the one who asks, 0 to 1.
        channel: How it is interpreted, or ``direct``.
        telling: The how manyth telling it is, from 1.
    """

    tired: float
    rapport: float
    channel: str = DIRECT
    telling: int = 1


def tiredness(spec: DaySpec, awake_h: float, rested_h: float) -> float:
    """Return tiredness after so long awake and so long a rest, 0 to 1."""
    return -math.expm1(-awake_h / spec.tiring_h) * math.exp(-rested_h / spec.resting_h)


def rapport(spec: DaySpec) -> float:
    """Return the rapport that explaining and a person for support bring, 0 to 1."""
    without = math.exp(-spec.explain_h / spec.rapport_h)
    return 1.0 - without * (1.0 - spec.support_gain * spec.supporter)


def willing(spec: DaySpec) -> float:
    """Return the share of people who want to speak on this day."""
    return spec.willing + (1.0 - spec.willing) * rapport(spec)


def shares(spec: DaySpec) -> dict[str, float]:
    """Return the shares of the sorts of question."""
    return {style: float(getattr(spec, f"{style}_share")) for style in STYLES}


def openness(spec: DaySpec, state: State) -> float:
    """Return how much of what a question could bring is told, 0 to 1."""
    grown = spec.openness + (1.0 - spec.openness) * state.rapport
    kept = (1.0 - spec.tired_loss * state.tired) * (1.0 - spec.leading_loss * spec.leading_share)
    again = 1.0 - spec.retold_share if state.telling > 1 else 1.0
    return grown * kept * again * HEARD.get(state.channel, 1.0)


def _mixed(spec: DaySpec, per_h: Mapping[str, float]) -> float:
    return sum(share * per_h[style] for style, share in shares(spec).items())


def detail_rates(spec: DaySpec, state: State) -> tuple[float, float]:
    """Return the rates of details that are told freely and when asked for, per hour."""
    told = openness(spec, state)
    return told * _mixed(spec, FREE_PER_H), told * _mixed(spec, ASKED_PER_H)


def error_rate(spec: DaySpec, state: State) -> float:
    """Return the errors of an hour of account."""
    worse = 1.0 + spec.tired_errors * state.tired
    return _mixed(spec, ERRORS_PER_H) * worse * MISHEARD.get(state.channel, 1.0)


def expected_details(spec: DaySpec, state: State, details: int, hours: float) -> float:
    """Return how many of so many details are told in a first account, on average."""
    free, asked = (-math.expm1(-rate * hours) for rate in detail_rates(spec, state))
    many = round(FREE_SHARE * details)
    return many * free + (details - many) * asked


def distress_rate(spec: DaySpec, state: State, sensitivity: float = 1.0) -> float:
    """Return how often distress shows in an hour of account."""
    eased = (1.0 - 0.5 * state.rapport) * (0.7 if spec.supporter else 1.0)
    pressed = 1.0 + 2.0 * spec.leading_share
    again = 1.0 + 0.5 * (state.telling - 1)
    return spec.distress_per_h * sensitivity * (1.0 + state.tired) * eased * pressed * again

"""What a synthetic network is drawn from: sizes, shares, and how likely a tie is.

Sources:
    Campana (2018), a smuggling ring of 292 actors: 15 % organisers, 85 % aides; same-stage ties
    about seven times as likely, same-rank ties a third as likely.
    Agreste et al. (2015): what wiretaps show under-represents bosses.
    Cavallaro et al. (2020): density, path lengths, and bosses who are not hubs.
    All as in `reference/case.md` section 2.
"""

import math
from collections.abc import Iterator

from trainkit.errors import TrainkitError
from trainkit.model import Spec, uncertainty

LEAST_MEAN_TIES = 2.4
"""Ties per actor below which a network falls apart: calls of the Montagna case, the thinnest that
was observed, have 2.48."""


class NetworkSpec(Spec):
    """How a synthetic network is drawn. The defaults lie in the middle of what was observed."""

    n_actors: int = uncertainty(60, low=20, high=2000)
    """Actors of the network."""
    density: float = uncertainty(0.08, low=0.002, high=0.3)
    """Share of the pairs that are tied; observed networks lie between .025 and .22."""
    organisers: float = uncertainty(0.15, low=0.05, high=0.4)
    """Share of the actors who organise; the others are aides."""
    bosses: float = uncertainty(0.4, low=0.0, high=0.6)
    """Share of the organisers who are bosses; the others are executives."""
    same_stage: float = uncertainty(15.0, low=1.0, high=30.0)
    """How many times as heavy a pair of one stage weighs; as busy actors are tied anyway, measured
    odds come to about 7 within ranks and with bridges apart, and to about 5 over all pairs."""
    same_rank: float = uncertainty(0.16, low=0.02, high=1.0)
    """How many times as heavy a pair of one rank (organiser or aide) weighs; measured odds come to
    about a third."""
    across_border: float = uncertainty(0.35, low=0.01, high=1.0)
    """How many times as likely a tie is across the border, for those who are not on bridges."""
    bridging: float = uncertainty(6.0, low=1.0, high=20.0)
    """How many times as likely a financier's or document supplier's tie is to another stage."""
    executives: float = uncertainty(1.2, low=0.1, high=10.0)
    """How active an executive is, as a multiple of an aide of the middle."""
    uneven_executives: float = uncertainty(0.0, low=0.0, high=4.0)
    """How far one executive stands out: the second is 2 to the power of minus this as active as the
    first, the third 3 to that power; 0 makes all alike."""
    activity: float = uncertainty(0.8, low=0.0, high=1.5)
    """How unequally active aides are: standard deviation of the logarithm of their weights."""
    closure: float = uncertainty(0.0, low=0.0, high=30.0)
    """How much likelier an acquaintance in common makes a tie: by this multiple for each."""
    by_density: float = uncertainty(1.0, low=0.0, high=1.0)
    """How far habits follow the number of ties where there are fewer than 3.8 each (busier hubs) or
    more than .12 of all pairs (more closure); 1 as observed, 0 not at all. See `network.habit`."""
    kin: float = uncertainty(0.08, low=0.0, high=1.0)
    """Share of the tied pairs who are kin."""
    coerced_skippers: float = uncertainty(0.4, low=0.0, high=1.0)
    """Chance that a skipper steers under coercion."""
    seen_at_home: float = uncertainty(0.5, low=0.0, high=1.0)
    """Chance that a State's police know of an aide who lives there before the case is opened."""
    seen_abroad: float = uncertainty(0.08, low=0.0, high=1.0)
    """Chance that they know of an aide who lives in the other State."""
    boss_shown: float = uncertainty(0.25, low=0.0, high=1.0)
    """How much of an aide's chance to be known a boss has."""


def require_ties_enough(spec: NetworkSpec) -> None:
    """Refuse a spec whose ties cannot hold its actors together.

    Raises:
        TrainkitError: there would be fewer than 2.4 ties per actor.
    """
    for told in contradictions(spec):
        raise TrainkitError(told)


def contradictions(spec: NetworkSpec) -> Iterator[str]:
    """Yield, in a sentence, that the ties are too few to hold the actors together."""
    mean = spec.density * (spec.n_actors - 1)
    if mean < LEAST_MEAN_TIES:
        least = math.ceil(1000.0 * LEAST_MEAN_TIES / (spec.n_actors - 1)) / 1000.0
        yield (
            f"A density of {spec.density:g} gives {spec.n_actors} actors {mean:.2f} ties each, and "
            f"below {LEAST_MEAN_TIES:g} a network falls apart. Set density to {least:.3f} or more."
        )

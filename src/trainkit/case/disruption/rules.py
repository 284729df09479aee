"""How a network adapts, as numbers: how long a post stays empty, and what a stand-in is worth.

Sources:
    Duijn, Kashirin, Sloot (2014): who takes over (at random, by degree, by distance), and that a
    network may come back more efficient or more opaque.
    Diviák (2023): recovery in the long run matters more than the immediate impact.
    Both as in `reference/case.md` section 2. The values are assumptions of the exercise.
"""

from typing import Literal

from trainkit.model import Spec, uncertainty

Replacement = Literal["random", "degree", "distance"]
"""Who takes a post over: anybody, who has most ties, or who is nearest to those left behind."""


class Adaptation(Spec):
    """The statistical rule by which empty posts are filled again."""

    delay_median_days: float = uncertainty(60.0, unit="days", low=1.0, high=400.0)
    """Days until half of the empty posts are taken over, where somebody knows the work."""
    delay_sigma: float = uncertainty(0.5, low=0.0, high=1.5)
    """Spread of that delay: standard deviation of its logarithm."""
    know_how_lost: float = uncertainty(2.5, low=1.0, high=10.0)
    """How many times as long it takes where nobody is left who does that work."""
    skill: float = uncertainty(0.5, low=0.0, high=1.0)
    """What a stand-in does, as a share of what the first holder did."""
    reformed: float = uncertainty(0.7, low=0.0, high=1.0)
    """Chance that a tie of the one who is gone is formed again by the stand-in."""
    seen: float = uncertainty(0.3, low=0.0, high=1.0)
    """Chance that a tie which was formed again can be seen as the first one could."""
    spare: float = uncertainty(0.2, low=0.0, high=0.9)
    """Share of the staff of each kind of work that can be missing before less is done."""
    span: int = uncertainty(2, low=1, high=10)
    """Ties to somebody who directs within which a post works fully; beyond, span / distance."""

"""What a failed search teaches, and how likely several searches are to succeed.

Coverage 1 is not certainty: the probability of success is kept over failed searches.

Sources:
    Stone (1975); IAMSAR Manual, volume II: probability of containment, detection and success.
"""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from trainkit.errors import TrainkitError, shown

Floats = NDArray[np.float64]


def bayes_update(poc: ArrayLike, pod: ArrayLike) -> tuple[Floats, float]:
    """Return the POC after a search that found nothing, and the probability of success it had.

    Args:
        poc: Probability of containment, any shape; what it lacks of one lies outside.
        pod: Probability of detection where the object is in the cell; a number or that shape.

    Returns:
        (poc, pos): the posterior of the shape of *poc*, and the sum of POC times POD.

    Raises:
        TrainkitError: something is no probability, shapes differ, or the failure was impossible.

    Examples:
        >>> posterior, pos = bayes_update([0.5, 0.5], [0.8, 0.0])
        >>> posterior.round(4).tolist(), pos
        ([0.1667, 0.8333], 0.4)
    """
    before, detection = _chances("POC", poc), _chances("POD", pod)
    if detection.shape not in {(), before.shape}:
        raise TrainkitError(f"A POD of shape {detection.shape} is not for a POC {before.shape}.")
    if before.sum() > 1.0 + 1e-9:
        raise TrainkitError(f"A POC sums to at most 1, not to {before.sum():g}.")
    pos = float((before * detection).sum())
    if pos >= 1.0:
        raise TrainkitError("A search certain to succeed cannot have failed: POS is 1.")
    return before * (1.0 - detection) / (1.0 - pos), pos


def cumulative_pos(pos: ArrayLike) -> float:
    """Return the probability that any of several searches succeeds.

    Args:
        pos: Probability of success of each search, given that those before it failed.

    Raises:
        TrainkitError: one is no probability.

    Examples:
        >>> round(cumulative_pos([0.4, 0.5]), 12)
        0.7
    """
    return float(1.0 - np.prod(1.0 - _chances("POS", pos)))


def _chances(name: str, values: ArrayLike) -> Floats:
    try:
        chances = np.asarray(values, dtype=float)
    except (TypeError, ValueError):
        chances = np.array(math.nan)
    if not np.all((chances >= 0.0) & (chances <= 1.0)):
        raise TrainkitError(f"Every {name} is a number from 0 to 1, not {shown(values)}.")
    return chances

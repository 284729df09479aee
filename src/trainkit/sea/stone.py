"""Optimal search for an object whose position is circular normal.

Sources:
    Stone, L. D. (1975). *Theory of Optimal Search*. Academic Press. The plan is Koopman's (1946).
"""

import math

from trainkit.sea.demand import above_zero, from_zero


def stone_circular(sigma_nm: float, effort_nm2: float) -> tuple[float, float]:
    """Return the best probability of success against a circular normal target, and the disc for it.

    Detection is exponential in coverage. The effort W v t is spread over a disc about the datum,
    densest in the middle, falling to nothing at its edge.

    Args:
        sigma_nm: Standard deviation of the position along any direction.
        effort_nm2: Area that can be swept, W v t.

    Returns:
        (pos, radius_nm), the radius of the disc within which to search.

    Raises:
        TrainkitError: sigma is not above 0, or the effort not from 0, or either no number.

    Examples:
        >>> pos, radius_nm = stone_circular(5.0, 100.0)
        >>> round(pos, 6), round(radius_nm, 3)
        (0.311347, 7.511)
    """
    above_zero(sigma_nm=sigma_nm)
    from_zero(effort_nm2=effort_nm2)
    depth = math.sqrt(effort_nm2 / math.pi) / sigma_nm
    pos = -math.expm1(-depth) - depth * math.exp(-depth)
    return pos, sigma_nm * math.sqrt(2.0 * depth)

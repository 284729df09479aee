"""What a mass rescue comes to where it can be solved: a race of one rescuer against death.

People in the water, each with rate *delta* of dying; one rescuer takes one after the other at rate
*mu*, without rest or limit. With k people left the next event is a recovery with chance
mu / (mu + k delta), and either way k - 1 are left: a pure death process, so that sums over k are
exact.

Sources:
    Karlin, S. and Taylor, H. (1975). *A First Course in Stochastic Processes*, ch. 4 (pure death
        processes).
"""

import numpy as np


def recovered_first(mu_per_h: float, delta_per_h: float) -> float:
    """Return the chance that one person is recovered before death: mu / (mu + delta).

    Examples:
        >>> recovered_first(3.0, 1.0)
        0.75
    """
    return mu_per_h / (mu_per_h + delta_per_h)


def recovered(persons: int, mu_per_h: float, delta_per_h: float) -> float:
    """Return how many of *persons* are recovered alive on average.

    Examples:
        >>> recovered(2, 3.0, 1.0) == 3 / 4 + 3 / 5
        True
    """
    left = np.arange(1, persons + 1)
    return float((mu_per_h / (mu_per_h + left * delta_per_h)).sum())


def recovered_variance(persons: int, mu_per_h: float, delta_per_h: float) -> float:
    """Return the variance of that number: the sum of independent steps."""
    chance = mu_per_h / (mu_per_h + np.arange(1, persons + 1) * delta_per_h)
    return float((chance * (1.0 - chance)).sum())


def hours_alive_in_water(persons: int, mu_per_h: float, delta_per_h: float) -> float:
    """Return the person-hours that people alive spend in the water on average."""
    left = np.arange(1, persons + 1)
    return float((left / (mu_per_h + left * delta_per_h)).sum())

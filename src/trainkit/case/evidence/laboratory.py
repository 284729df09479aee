"""How long digital forensics takes, and how long exhibits queue: a published spread and formulas.

Sources:
    Digital forensics: 60 % within 3 months, 39 % in 3 to 12, 1 % over 12 (`reference/case.md`
    section 4). Erlang (1917) for many servers; Pollaczek (1930), Khinchine (1932) for one with any
    law; Cobham (1954), *Priority assignment in waiting line problems*, for ranks.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from trainkit.errors import TrainkitError

YEAR_DAYS = 365.0
SHARES = ((YEAR_DAYS / 4, 0.60), (YEAR_DAYS, 0.99))
"""Days, and the share of examinations that end within them."""
_Z60, _Z99 = 0.2533471031357997, 2.3263478740408408
"""Quantiles of the normal law at the two shares."""

STATE_SIGMA = math.log(SHARES[1][0] / SHARES[0][0]) / (_Z99 - _Z60)
"""Standard deviation of the logarithm: the lognormal law that passes through both shares."""
STATE_MEDIAN_DAYS = SHARES[0][0] * math.exp(-_Z60 * STATE_SIGMA)
"""Its median: 77 days."""


def share_within(days: float) -> float:
    """Return the share of the State laboratory's examinations that end within *days*.

    Examples:
        >>> round(share_within(365.0 / 4), 2), round(share_within(365.0), 2)
        (0.6, 0.99)
    """
    if days <= 0.0:
        return 0.0
    place = math.log(days / STATE_MEDIAN_DAYS) / STATE_SIGMA
    return 0.5 * (1.0 + math.erf(place / math.sqrt(2.0)))


def waiting_chance(servers: int, load: float) -> float:
    """Return the chance that an arrival waits, by Erlang's formula C.

    Args:
        servers: How many serve.
        load: Arrivals in the mean time of one service; below *servers*.

    Raises:
        TrainkitError: the load is more than the servers can do.
    """
    _require_stable(load / servers)
    blocked = 1.0
    for n in range(1, servers + 1):
        blocked = load * blocked / (n + load * blocked)
    return blocked / (1.0 - load / servers * (1.0 - blocked))


def wait_many(servers: int, rate: float, mean: float) -> float:
    """Return the mean wait at *servers* with exponential services, in the unit of *mean*."""
    load = rate * mean
    return waiting_chance(servers, load) * mean / (servers - load)


def wait_one(rate: float, mean: float, variation: float) -> float:
    """Return the mean wait at one server with any law, by Pollaczek and Khinchine.

    Args:
        rate: Arrivals in a unit of time.
        mean: Mean service in that unit.
        variation: Standard deviation of a service over its mean.
    """
    load = rate * mean
    _require_stable(load)
    return load * mean * (1.0 + variation**2) / (2.0 * (1.0 - load))


def waits_by_rank(
    rates: Sequence[float], means: Sequence[float], variations: Sequence[float]
) -> list[float]:
    """Return the mean wait of each rank at one server that finishes what it has in hand.

    Args:
        rates: Arrivals in a unit of time, the first rank first.
        means: Mean services in that unit.
        variations: Standard deviation of a service over its mean.
    """
    loads = [rate * mean for rate, mean in zip(rates, means, strict=True)]
    _require_stable(sum(loads))
    in_hand = sum(
        load * mean * (1.0 + spread**2) / 2.0
        for load, mean, spread in zip(loads, means, variations, strict=True)
    )
    before = [sum(loads[:rank]) for rank in range(len(loads) + 1)]
    return [in_hand / ((1.0 - a) * (1.0 - b)) for a, b in pairwise(before)]


def _require_stable(load: float) -> None:
    if not 0.0 <= load < 1.0:
        raise TrainkitError(
            f"The laboratory is given {100 * load:.0f} % of the work that it can do: its backlog "
            "grows without end and no mean wait exists. Add an examiner or send less."
        )

"""What theory says of leads that queue and fade: the answers that the simulation is held to.

Sources:
    Erlang (1917); Palm (1943); Pollaczek (1930) and Khinchine (1932); Cobham (1954).
"""

import math

from trainkit.errors import TrainkitError


def worked_in_time(work_h: float, fades_h: float) -> float:
    """Return the chance that a lead is worked before it fades, where an analyst is always free.

    With rates mu of work and theta of fading, both without memory, it is mu / (mu + theta).

    Examples:
        >>> round(worked_in_time(work_h=4.0, fades_h=12.0), 2)
        0.75
    """
    return fades_h / (fades_h + work_h)


def share_answered(rate_per_h: float, work_h: float, fades_h: float, analysts: int) -> float:
    """Return the share of leads that are answered, where they fade waiting and in hand.

    A birth and death process: n leads leave at the rate min(n, analysts) / work_h + n / fades_h.

    Args:
        rate_per_h: Arrivals in an hour.
        work_h: Mean time of work.
        fades_h: Mean time of fading.
        analysts: Analysts at work.
    """
    weight, weights = 1.0, [1.0]
    while weight > 1e-15 * max(weights) or len(weights) < 2 * analysts:
        n = len(weights)
        weight *= rate_per_h / (min(n, analysts) / work_h + n / fades_h)
        weights.append(weight)
    busy = sum(min(n, analysts) * one for n, one in enumerate(weights)) / sum(weights)
    return busy / work_h / rate_per_h


def erlang_wait_h(rate_per_h: float, work_h: float, analysts: int) -> float:
    """Return the mean wait of leads that do not fade, with work without memory (Erlang's C).

    Raises:
        TrainkitError: more work arrives than the analysts can do.
    """
    load = rate_per_h * work_h
    _require_room(load, analysts)
    last = load**analysts / math.factorial(analysts) * analysts / (analysts - load)
    waits = last / (sum(load**n / math.factorial(n) for n in range(analysts)) + last)
    return waits * work_h / (analysts - load)


def single_wait_h(rate_per_h: float, work_h: float, squared_variation: float) -> float:
    """Return the mean wait for one analyst with work of any law (Pollaczek and Khinchine).

    Args:
        rate_per_h: Arrivals in an hour.
        work_h: Mean time of work.
        squared_variation: Variance of the work over the square of its mean.

    Raises:
        TrainkitError: more work arrives than the analyst can do.
    """
    load = rate_per_h * work_h
    _require_room(load, 1)
    return load * work_h * (1.0 + squared_variation) / (2.0 * (1.0 - load))


def urgent_wait_h(
    urgent_per_h: float, urgent_h: float, others_per_h: float, others_h: float
) -> float:
    """Return the mean wait of an urgent lead that comes next, with one analyst (Cobham).

    Work is without memory; what is in hand is finished first.

    Raises:
        TrainkitError: more work arrives than the analyst can do.
    """
    _require_room(urgent_per_h * urgent_h + others_per_h * others_h, 1)
    in_hand = urgent_per_h * urgent_h**2 + others_per_h * others_h**2
    return in_hand / (1.0 - urgent_per_h * urgent_h)


def _require_room(load: float, analysts: int) -> None:
    if not 0.0 <= load < analysts:
        raise TrainkitError(
            f"{load:g} hours of work arrive in an hour for {analysts} of staff: what waits grows "
            "without end, and no mean wait exists. Add staff, or let less arrive."
        )

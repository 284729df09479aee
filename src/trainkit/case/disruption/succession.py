"""Who takes an empty post over: anybody, who has most ties, or who is nearest to those left behind.

Sources:
    Duijn, Kashirin, Sloot (2014). *The relative ineffectiveness of criminal network disruption*.
    Scientific Reports 4: the three rules.
"""

from collections.abc import Sequence

from trainkit.case.disruption.rules import Replacement
from trainkit.case.disruption.work import levels, members


def successor(
    ties: Sequence[int],
    active: int,
    engaged: int,
    left_behind: int,
    replacement: Replacement,
    unit: float,
) -> int | None:
    """Return the place of the one who takes over; None where nobody can.

    Args:
        ties: For each actor the set of those tied to them.
        active: The set of those who are left.
        engaged: Those who stand in for somebody already, and cannot once more.
        left_behind: Those to whom the one who is gone was tied.
        replacement: The rule.
        unit: A drawn number from 0 to 1 that decides among equals.
    """
    able = active & ~engaged
    if replacement == "distance":
        able = _nearest(ties, active, able, left_behind)
    elif replacement == "degree":
        able = _busiest(ties, active, able)
    choices = list(members(able))
    return choices[int(unit * len(choices))] if choices else None


def _nearest(ties: Sequence[int], active: int, able: int, left_behind: int) -> int:
    """Return the able at the least distance; all of them where none is tied to those left."""
    for level in levels(ties, left_behind, active):
        if level & able:
            return level & able
    return able


def _busiest(ties: Sequence[int], active: int, able: int) -> int:
    degrees = {place: (ties[place] & active).bit_count() for place in members(able)}
    most = max(degrees.values(), default=0)
    return sum(1 << place for place, degree in degrees.items() if degree == most)

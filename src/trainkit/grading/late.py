"""What being late costs, as the course's file says: the one place where it is worked out."""

import math

from trainkit.grading.course import Rules

_DAY_S = 86_400.0


def late_penalty(rules: Rules, seconds_late: float, out_of: float) -> float:
    """Return the points that being late takes off, up to all of them.

    Days are counted from the due date with its extension. Minutes of grace are for clocks and
    slow lines: within them nothing is taken off, behind them the days count from the due date.

    Args:
        rules: Rules of the course.
        seconds_late: Seconds after the due date; nothing or less is in time.
        out_of: The most points that can be reached.

    Examples:
        >>> late_penalty(Rules(penalty_per_day=10), 86_401, 50)
        10.0
        >>> late_penalty(Rules(penalty_per_day=10, grace_minutes=30), 1_800, 50)
        0.0
    """
    if seconds_late <= rules.grace_minutes * 60.0:
        return 0.0
    if is_too_late(rules, seconds_late):
        return out_of
    return min(1.0, days_late(seconds_late) * rules.penalty_per_day / 100.0) * out_of


def is_too_late(rules: Rules, seconds_late: float) -> bool:
    """Return whether a submission came so late that it brings no mark."""
    in_grace = seconds_late <= rules.grace_minutes * 60.0
    return not in_grace and seconds_late > rules.refuse_after_days * _DAY_S


def days_late(seconds: float) -> int:
    """Return how many days have begun.

    Examples:
        >>> days_late(0), days_late(1), days_late(86_401)
        (0, 1, 2)
    """
    return math.ceil(seconds / _DAY_S)

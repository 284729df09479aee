"""Clocks that the law sets: provisional arrest, and terms in working days.

Sources:
    European Convention on Extradition (ETS 24), Art 16: provisional arrest may end at 18 days and
    never lasts beyond 40; a new arrest is possible when the request comes later.
"""

import math
from dataclasses import dataclass

from trainkit.errors import TrainkitError

LONGEST_DAYS = 40.0
"""Art 16: in no event longer."""
_DAY_H = 24.0
_WEEK_DAYS, _WORKING_DAYS = 7, 5


@dataclass(frozen=True)
class ProvisionalArrest:
    """The days that a person may be held for a request that has not come yet.

    Attributes:
        may_end_days: From then on the person may be released.
        must_end_days: Then the person is released unless the request has come.

    Raises:
        TrainkitError: it would last beyond 40 days.
    """

    may_end_days: float = 18.0
    must_end_days: float = LONGEST_DAYS

    def __post_init__(self) -> None:
        if not 0.0 <= self.may_end_days <= self.must_end_days <= LONGEST_DAYS:
            raise TrainkitError(
                f"A provisional arrest that may end at {self.may_end_days:g} days and must at "
                f"{self.must_end_days:g} was asked for; the convention allows "
                f"{LONGEST_DAYS:g} in all. Give {LONGEST_DAYS:g} or fewer, the first no later than "
                "the second."
            )

    def ends_h(self, began_h: float, request_h: float) -> float:
        """Return when it ends: when the request comes, or at the last day that the law allows.

        Args:
            began_h: When the person was arrested, in hours.
            request_h: When the request comes, in hours; infinity where it never does.

        Raises:
            TrainkitError: the request came before the arrest.
        """
        if not -math.inf < began_h < math.inf or not request_h >= began_h:
            raise TrainkitError(
                f"The request came at hour {request_h:g}, before the arrest at hour {began_h:g}: "
                "the arrest is not provisional. Hold the person on the request itself."
            )
        return min(request_h, began_h + self.must_end_days * _DAY_H)


PROVISIONAL_ARREST = ProvisionalArrest()
"""As in the European Convention on Extradition."""


def working_days_after(from_h: float, days: int, first_weekday: int = 0) -> float:
    """Return the hour at which a number of working days after a moment has passed.

    The day of the moment is not counted; Saturdays and Sundays are no working days, and feasts
    are left out.

    Args:
        from_h: The moment, in hours of the case.
        days: Working days, one or more.
        first_weekday: Weekday of the case's first day; Monday is 0.

    Raises:
        TrainkitError: the days are not whole or fewer than one, or there is no such moment or
            weekday.

    Examples:
        From the Friday of the first week, five working days end with the next Friday.

        >>> working_days_after(4 * 24.0 + 10.0, 5) / 24
        12.0
    """
    known = isinstance(days, int) and first_weekday in range(_WEEK_DAYS) and math.isfinite(from_h)
    if not known or days < 1:
        raise TrainkitError(
            f"A term has one whole working day or more, from an hour of the case, and begins on a "
            f"weekday from 0 to 6, not {days} from {from_h} and {first_weekday}."
        )
    day = int(from_h // _DAY_H)
    while days:
        day += 1
        days -= (day + first_weekday) % _WEEK_DAYS < _WORKING_DAYS
    return (day + 1) * _DAY_H

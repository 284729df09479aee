"""Clocks that the law sets: provisional arrest, and terms in working days.

Sources:
    European Convention on Extradition (ETS 24), Art 16: provisional arrest may end at 18 days and
    never lasts beyond 40; a new arrest is possible when the request comes later.
"""

from dataclasses import dataclass

from trainkit.errors import TrainkitError

_DAY_H = 24.0
_WEEK_DAYS, _WORKING_DAYS = 7, 5


@dataclass(frozen=True)
class ProvisionalArrest:
    """The days that a person may be held for a request that has not come yet.

    Attributes:
        may_end_days: From then on the person may be released.
        must_end_days: Then the person is released unless the request has come.
    """

    may_end_days: float = 18.0
    must_end_days: float = 40.0

    def ends_h(self, began_h: float, request_h: float) -> float:
        """Return when it ends: when the request comes, or at the last day that the law allows.

        Args:
            began_h: When the person was arrested, in hours.
            request_h: When the request comes, in hours; infinity where it never does.

        Raises:
            TrainkitError: the request came before the arrest.
        """
        if request_h < began_h:
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
        TrainkitError: fewer than one day, or no weekday.

    Examples:
        From the Friday of the first week, five working days end with the next Friday.

        >>> working_days_after(4 * 24.0 + 10.0, 5) / 24
        12.0
    """
    if days < 1 or not 0 <= first_weekday < _WEEK_DAYS:
        raise TrainkitError(
            f"A term has one working day or more and begins on a weekday from 0 to 6, not {days} "
            f"and {first_weekday}."
        )
    day = int(from_h // _DAY_H)
    while days:
        day += 1
        days -= (day + first_weekday) % _WEEK_DAYS < _WORKING_DAYS
    return (day + 1) * _DAY_H

"""The proposals' clock: from which instant the paper is in operation.

The published text says "15 days after the signature" and no more. The counting rule is ours, and is
stated wherever it is used: the day of signature is not counted, days are those of the place of
signature, and the paper is in operation from 00:00 of the fifteenth day. No point names an end.

Source: *Operational Proposals for the Enhancement of Cooperation*, Rome, 11 September 2025, point
16.
"""

from datetime import UTC, datetime, time, timedelta, timezone, tzinfo

DAYS = 15
RULE = (
    "Days are counted by the clock at the place of signature. The day of signature is not counted. "
    "The paper comes into operation at 00:00 of the fifteenth day after it."
)


def day_after(signed: datetime, clock: tzinfo, days: int, place: tzinfo) -> datetime:
    """Return 00:00, by the clock of the *place*, so many days after the date of signature.

    Args:
        signed: When the paper was signed, with its zone.
        clock: The clock whose date counts as that of the signature.
        days: How many days are counted.
        place: The clock that strikes midnight.
    """
    day = signed.astimezone(clock).date() + timedelta(days=days)
    return datetime.combine(day, time(0), place)


def in_operation_from(signed: datetime, place: tzinfo) -> datetime:
    """Return the instant at which the paper comes into operation, by the counting rule.

    Examples:
        >>> rome = timezone(timedelta(hours=2))
        >>> in_operation_from(datetime(2025, 9, 11, 12, tzinfo=rome), rome).isoformat()
        '2025-09-26T00:00:00+02:00'
    """
    return day_after(signed, place, DAYS, place)


def before(one: datetime, other: datetime) -> bool:
    """Return whether an instant lies before another, whatever their zones.

    Python compares two dates of one zone by their wall clocks, summer time or not.
    """
    return one.astimezone(UTC) < other.astimezone(UTC)


PUBLISHED = in_operation_from(
    datetime(2025, 9, 11, 12, tzinfo=timezone(timedelta(hours=2))), timezone(timedelta(hours=2))
)
"""The first instant of the published paper: 26 September 2025, 00:00, on a clock at UTC+2."""

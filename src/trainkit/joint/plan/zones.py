"""Clocks of the two sides, with their summer time.

The States are invented. They keep the rules of clocks that exist, so that a night on which a clock
changes can be exercised.
"""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from trainkit.errors import TrainkitError, shown

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_FIXED = re.compile(r"UTC(?:(?P<sign>[+-])(?P<hours>\d{1,2})(?::(?P<minutes>[0-5]\d))?)?")


def zone_of(name: str, where: str) -> tzinfo:
    """Return a clock by its name.

    Args:
        name: A name of the tz database, such as ``Europe/Vienna``, or ``UTC``, ``UTC+3``.
        where: Key of the plan, for messages.

    Raises:
        TrainkitError: there is no such clock.
    """
    fixed = _FIXED.fullmatch(name)
    if fixed:
        return _fixed(fixed)
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError) as error:
        raise TrainkitError(
            f"{where} = {shown(name)} is no clock that is known here. Write UTC, UTC+3, or a name "
            "of the tz database such as 'Europe/Vienna'."
        ) from error


def _fixed(found: "re.Match[str]") -> tzinfo:
    if not found["sign"]:
        return UTC
    ahead = timedelta(hours=min(int(found["hours"]), 14), minutes=int(found["minutes"] or 0))
    return timezone(-ahead if found["sign"] == "-" else ahead)


def keeps(zone: tzinfo, moment: datetime) -> bool:
    """Return whether a clock shows, at that instant, the offset with which it is written."""
    return moment.astimezone(zone).utcoffset() == moment.utcoffset()


def on_clock(moment: datetime, zone: tzinfo) -> str:
    """Return an instant as a clock shows it, with its offset.

    Examples:
        >>> on_clock(datetime(2031, 5, 3, 18, tzinfo=UTC), zone_of("UTC+3", "zone"))
        '2031-05-03 21:00 +03:00'
    """
    return moment.astimezone(zone).isoformat(" ", "minutes").replace("+", " +")


def require_near(moment: datetime, where: str) -> None:
    """Refuse a date so far off that clocks and calendars cannot reckon with it.

    Raises:
        TrainkitError: its year is before 1900 or after 2200.
    """
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise TrainkitError(
            f"{where} = {moment.isoformat()} lies outside {_FIRST_YEAR} to {_LAST_YEAR}. Write a "
            "date of the exercise."
        )


def moment_of(text: str, where: str) -> datetime:
    """Return the instant that is written as a date with time and offset.

    Raises:
        TrainkitError: it is none, or has no zone.
    """
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise TrainkitError(
            f"{where} {shown(text)} is no date with time: write it as 2031-05-04T01:00+02:00."
        ) from error
    require_near(found, where)
    if found.tzinfo is None:
        raise TrainkitError(
            f"{where} {text} has no zone: two clocks would read two instants. Write {text}+02:00, "
            "with the offset of your clock on that day."
        )
    return found

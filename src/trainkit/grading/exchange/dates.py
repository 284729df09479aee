"""Dates with their zone: read from one line, and shown where they were set and where one is."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, available_timezones

from trainkit.errors import TrainkitError, nearest, shown

_LINE = re.compile(r"\s*(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2})(?::00)?\s*(\S+)?\s*", re.ASCII)
_OFFSET = re.compile(r"(?:UTC)?([+-])(\d{2}):?(\d{2})", re.ASCII)
_HINT = "Write it as '2026-12-01 18:00 Europe/Rome' or '2026-12-01 18:00 +01:00'."


@dataclass(frozen=True)
class Due:
    """A moment, and the zone in which it was set.

    Attributes:
        at: The moment, in UTC.
        zone: Name of a zone (``Europe/Rome``) or an offset (``+01:00``).
    """

    at: datetime
    zone: str

    def __str__(self) -> str:
        return in_zone(self.at, self.zone)


def parse_due(text: str) -> Due:
    """Return the moment that a line says.

    Args:
        text: Date, time and zone; the zone is a name or an offset from UTC.

    Raises:
        TrainkitError: it has no zone, is no date, or that hour is missing or double there, since
            clocks are changed.

    Examples:
        >>> parse_due("2026-12-01 18:00 Europe/Rome").at.isoformat()
        '2026-12-01T17:00:00+00:00'
    """
    found = _LINE.fullmatch(text)
    if not found:
        raise TrainkitError(f"{shown(text, 60)} is no date with time and zone. {_HINT}")
    day, hour, zone = found.groups()
    if zone is None:
        raise TrainkitError(
            f"{shown(text, 60)} has no zone, and trainees sit in several. {_HINT} The clock "
            f"of this machine is at {_offset_here(day, hour)} then."
        )
    try:
        naive = datetime.fromisoformat(f"{day} {hour.zfill(5)}")
        known = _zone(zone)
        return Due(_moment(naive, known, zone), _name(zone))
    except (ValueError, OverflowError) as error:
        raise TrainkitError(f"{shown(text, 60)} is no date: {error}. {_HINT}") from error


def _offset_here(day: str, hour: str) -> str:
    try:
        there = datetime.fromisoformat(f"{day} {hour.zfill(5)}").astimezone()
    except (ValueError, OverflowError):
        return "+00:00"
    return _offset(there)


def _name(zone: str) -> str:
    offset = _OFFSET.fullmatch(zone)
    if offset:
        return f"{offset[1]}{offset[2]}:{offset[3]}"
    return "UTC" if zone == "Z" else zone


def _zone(name: str) -> tzinfo:
    """Return a zone by its name or offset."""
    offset = _OFFSET.fullmatch(name)
    if offset:
        apart = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
        return timezone(apart if offset[1] == "+" else -apart)
    if name in {"UTC", "Z"}:
        return UTC
    known = available_timezones()
    if name not in known:
        raise TrainkitError(f"No time zone is called {shown(name, 40)}.{nearest(name, known)}")
    return ZoneInfo(name)


def _moment(naive: datetime, zone: tzinfo, name: str) -> datetime:
    first, second = (naive.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first == second:
        return first
    what = "comes twice" if first < second else "is left out"
    raise TrainkitError(
        f"On {naive:%d %B %Y} the time {naive:%H:%M} {what} in {name}, since clocks are changed. "
        "Take another hour, or an offset such as +01:00."
    )


def in_zone(at: datetime, zone: str) -> str:
    """Return a moment as it reads in a zone, with the zone.

    Examples:
        >>> in_zone(datetime(2026, 12, 1, 17, tzinfo=UTC), "Europe/Rome")
        '1 December 2026 18:00 Europe/Rome (UTC+01:00)'
    """
    there = at.astimezone(_zone(zone))
    suffix = "UTC" if zone == "UTC" else f"{zone} (UTC{_offset(there)})"
    return f"{there.day} {there:%B %Y %H:%M} {suffix}" if zone[0] not in "+-" else _bare(there)


def _bare(there: datetime) -> str:
    return f"{there.day} {there:%B %Y %H:%M} UTC{_offset(there)}"


def here(at: datetime) -> str:
    """Return a moment as it reads on this machine, with its offset from UTC."""
    return _bare(at.astimezone())


def _offset(there: datetime) -> str:
    sign = there.strftime("%z")
    return f"{sign[:3]}:{sign[3:5]}"


def both(due: Due) -> str:
    """Return a moment in its own zone and, where that differs, as it reads on this machine."""
    own, local = str(due), due.at.astimezone()
    same = local.utcoffset() == due.at.astimezone(_zone(due.zone)).utcoffset()
    return own if same else f"{own}, on this machine {here(due.at)}"

"""Hours of a simulation as dates, watches and darkness; every time carries its zone.

Sources:
    Meeus, J. (1998). *Astronomical Algorithms*, 2nd ed., ch. 25 (the sun's low-precision place).
"""

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from trainkit.errors import TrainkitError

_J2000 = datetime(2000, 1, 1, 12, tzinfo=UTC)
_WATCH_H = 4
_SUNSET_DEG = -0.833
_TWILIGHT_DEG = -6.0


@dataclass(frozen=True)
class Clock:
    """The dates behind the hours of one simulation.

    Attributes:
        start: The moment of hour zero, with its zone.

    Raises:
        TrainkitError: the start has no zone.

    Examples:
        >>> from datetime import timezone
        >>> clock = Clock(datetime(2031, 3, 9, 22, 30, tzinfo=timezone(timedelta(hours=2))))
        >>> clock.at(2.5).isoformat()
        '2031-03-10T01:00:00+02:00'
    """

    start: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is None:
            raise TrainkitError(f"A clock needs a zone: say {self.start.isoformat()}+00:00.")

    def at(self, time_h: float, zone: tzinfo | None = None) -> datetime:
        """Return the date at *time_h*, in the start's zone or another.

        Hours are hours: across the start of summer time an hour is one hour, on both clocks.
        """
        moment = self.start.astimezone(UTC) + timedelta(hours=time_h)
        return moment.astimezone(zone or self.start.tzinfo)

    def hours(self, moment: datetime) -> float:
        """Return the simulation time of *moment*, in hours.

        Raises:
            TrainkitError: the moment has no zone.
        """
        if moment.tzinfo is None:
            raise TrainkitError(f"{moment.isoformat()} needs a zone, such as +00:00.")
        # Python subtracts two dates of one zone by their wall clocks, summer time or not.
        passed = moment.astimezone(UTC) - self.start.astimezone(UTC)
        return passed.total_seconds() / 3600

    def watch(self, time_h: float) -> int:
        """Return the number of the four-hour watch of the local day, 0 to 5."""
        return self.at(time_h).hour // _WATCH_H

    def dark(self, time_h: float, lat_deg: float, lon_deg: float) -> bool:
        """Return whether the sun stands lower than 6 degrees below the horizon there."""
        return sun_altitude_deg(self.at(time_h), lat_deg, lon_deg) < _TWILIGHT_DEG

    def sun_is_up(self, time_h: float, lat_deg: float, lon_deg: float) -> bool:
        """Return whether the sun's upper edge is above the horizon there."""
        return sun_altitude_deg(self.at(time_h), lat_deg, lon_deg) > _SUNSET_DEG


def sun_altitude_deg(moment: datetime, lat_deg: float, lon_deg: float) -> float:
    """Return the altitude of the sun's centre without refraction, in degrees.

    Args:
        moment: A date with its zone.
        lat_deg: Latitude, north positive.
        lon_deg: Longitude, east positive.

    Returns:
        The altitude, good to about 0.02 degrees in this century.
    """
    days = (moment - _J2000) / timedelta(days=1)
    longitude, obliquity = _ecliptic(days)
    right_ascension = math.atan2(math.cos(obliquity) * math.sin(longitude), math.cos(longitude))
    declination = math.asin(math.sin(obliquity) * math.sin(longitude))
    sidereal = math.radians((280.46061837 + 360.98564736629 * days + lon_deg) % 360)
    hour_angle, latitude = sidereal - right_ascension, math.radians(lat_deg)
    sine = math.sin(latitude) * math.sin(declination)
    sine += math.cos(latitude) * math.cos(declination) * math.cos(hour_angle)
    return math.degrees(math.asin(max(-1.0, min(1.0, sine))))


def _ecliptic(days: float) -> tuple[float, float]:
    """Return the sun's apparent longitude and the obliquity of the ecliptic, in radians."""
    anomaly = math.radians((357.52911 + 0.98560028 * days) % 360)
    mean_deg = (280.46646 + 0.98564736 * days) % 360
    centre_deg = 1.914602 * math.sin(anomaly) + 0.019993 * math.sin(2 * anomaly)
    node = math.radians(125.04 - 0.05295376 * days)
    longitude_deg = mean_deg + centre_deg - 0.00569 - 0.00478 * math.sin(node)
    obliquity_deg = 23.439291 - 3.563e-7 * days + 0.00256 * math.cos(node)
    return math.radians(longitude_deg), math.radians(obliquity_deg)

"""Where and when the paper was signed, the clocks of the two States, and the first instant.

Clocks of the exercise have no summer time. Every signature falls so close to midnight that the
other State writes another date, and every count of fifteen days passes the end of a month.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from trainkit.joint.plan.operative import DAYS, day_after
from trainkit.kernel.luck import Luck
from trainkit.lessons.a1.drawing import one, whole

ALDER, BOREA = "Alder", "Borea"
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_LENGTHS = {3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 9: 30, 10: 31, 11: 30}
"""Days of the months of signature; August is left out, since its count ends in the month of the
worked example."""
_PLACES = {
    ALDER: ("Lindhaven", "Ostmere", "Fairholm"),
    BOREA: ("Cape Vey", "Tarnik", "Selmouth"),
}


@dataclass(frozen=True)
class Signing:
    """The signature of the paper.

    Attributes:
        host: State where it was signed.
        place: Town where it was signed.
        at: When, by the clock of that place.
        alder_utc_h: Alder's clock, in hours ahead of UTC.
        borea_utc_h: Borea's clock, in hours ahead of UTC.
    """

    host: str
    place: str
    at: datetime
    alder_utc_h: int
    borea_utc_h: int

    @property
    def other(self) -> str:
        """The State where it was not signed."""
        return BOREA if self.host == ALDER else ALDER

    def clock(self, name: str) -> timezone:
        """Return the clock of a State, or UTC for any other name."""
        hours = {ALDER: self.alder_utc_h, BOREA: self.borea_utc_h}.get(name)
        return UTC if hours is None else timezone(timedelta(hours=hours))


def draw_signing(luck: Luck) -> Signing:
    """Return the signature of a trainee's own variant."""
    host = one(luck, "host", (ALDER, BOREA))
    hours = {ALDER: whole(luck, "clock of Alder", 1, 2), BOREA: whole(luck, "clock of Borea", 3, 4)}
    minute = 5 * whole(luck, "minute of signature", 2, 10)
    hour = 23 if host == ALDER else 0
    at = datetime.combine(_day(luck), time(hour, minute), timezone(timedelta(hours=hours[host])))
    return Signing(host, one(luck, "place", _PLACES[host]), at, hours[ALDER], hours[BOREA])


def _day(luck: Luck) -> date:
    """Return a day whose fifteenth day after lies in the next month, on its day 2 to 12."""
    month = one(luck, "month", tuple(_LENGTHS))
    days = [day for day in range(2, 13) if day != month + 1]
    after = one(luck, "day", days)
    return date(whole(luck, "year", 2031, 2036), month, after + _LENGTHS[month] - DAYS)


def counted(signing: Signing, days: int, clock: str) -> datetime:
    """Return 00:00, by the clock of the place, of the day *days* after the date by *clock*."""
    return day_after(signing.at, signing.clock(clock), days, signing.clock(signing.host))


def first_instant(signing: Signing) -> datetime:
    """Return the instant at which the paper comes into operation, by its covering note."""
    return counted(signing, DAYS, signing.host)


def other_readings(signing: Signing) -> Mapping[str, datetime]:
    """Return what the first instant would be by readings that the covering note excludes."""
    return {
        "the day of signature counted": counted(signing, DAYS - 1, signing.host),
        "one day more": counted(signing, DAYS + 1, signing.host),
        "hour by hour from the signature": signing.at + timedelta(days=DAYS),
        "midnight on the other State's clock": first_instant(signing).replace(
            tzinfo=signing.clock(signing.other)
        ),
        "midnight in UTC": first_instant(signing).replace(tzinfo=UTC),
    }


def written(moment: datetime) -> str:
    """Return a date and time as a log writes it, without its zone.

    Examples:
        >>> written(datetime(2031, 3, 9, 22, 30))
        '9 March 2031, 22:30'
    """
    return f"{day_of(moment)}, {moment:%H:%M}"


def day_of(moment: date) -> str:
    """Return a date in words."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"

"""The paper's signature and the window that the two rooms want, on clocks that change that night.

Both States keep summer time and change at the same instant, on the last Sunday of March and of
October at 01:00 UTC. The first 20:00 by Alder's clock at which the paper is in operation is that of
the Saturday before, so that every window crosses the change.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from trainkit.joint.plan.operative import in_operation_from
from trainkit.kernel.luck import Luck, many_uniform, purpose
from trainkit.lessons.a1.drawing import one, whole

ALDER, BOREA = "Alder", "Borea"
CLOCKS = {ALDER: ZoneInfo("Europe/Vienna"), BOREA: ZoneInfo("Europe/Helsinki")}
"""Rules of clocks that exist, borrowed for the invented States."""
NAMES = {ALDER: "Europe/Vienna", BOREA: "Europe/Helsinki"}
START_HOUR = 20
_PLACES = {ALDER: ("Lindhaven", "Ostmere", "Fairholm"), BOREA: ("Cape Vey", "Tarnik", "Selmouth")}
_MONTHS = (3, 10)
_BESIDE_H = 6.0
LOGS, ACTS = 1_000, 20


@dataclass(frozen=True)
class Window:
    """What is known of the paper and wanted of the plan.

    Attributes:
        host: State where the paper was signed.
        place: Town where it was signed.
        signed: When, by the clock of that place.
        lasts_h: How long the plan is to last, in hours.
    """

    host: str
    place: str
    signed: datetime
    lasts_h: int

    @property
    def other(self) -> str:
        """The State where it was not signed."""
        return BOREA if self.host == ALDER else ALDER

    @property
    def first(self) -> datetime:
        """When the paper comes into operation, on the clock of its host."""
        return in_operation_from(self.signed, CLOCKS[self.host])

    @property
    def start(self) -> datetime:
        """The first 20:00 by Alder's clock at which the paper is in operation."""
        local = self.first.astimezone(CLOCKS[ALDER])
        day = local.date() + timedelta(days=local.time() > time(START_HOUR))
        return datetime.combine(day, time(START_HOUR), CLOCKS[ALDER])

    @property
    def end(self) -> datetime:
        """When the plan ends, by Borea's clock."""
        hours = timedelta(hours=self.lasts_h)
        return (self.start.astimezone(UTC) + hours).astimezone(CLOCKS[BOREA])

    @property
    def wall_clock_end(self) -> datetime:
        """What the end would be by somebody who counts the figures of Borea's clock."""
        return self.start.astimezone(CLOCKS[BOREA]) + timedelta(hours=self.lasts_h)


def draw_window(luck: Luck) -> Window:
    """Return the window of a trainee's own variant."""
    host = one(luck, "e5 host", (ALDER, BOREA))
    change = _last_sunday(whole(luck, "e5 year", 2031, 2037), one(luck, "e5 month", _MONTHS))
    signed_day = change - timedelta(days=16)
    hour, minute = whole(luck, "e5 hour", 9, 16), 5 * whole(luck, "e5 minute", 0, 11)
    signed = datetime.combine(signed_day, time(hour, minute), CLOCKS[host])
    place = one(luck, "e5 place", _PLACES[host])
    return Window(host, place, signed, whole(luck, "e5 lasts", 10, 14))


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def misjudged(seed: int, window: Window, start: datetime, end: datetime) -> NDArray[np.int64]:
    """Return how many acts of each log another window misjudges, shape (LOGS,).

    Twenty joint acts fall evenly from six hours before the right window to six hours after it.

    Args:
        seed: The trainee's visible luck; all windows meet the same acts.
        window: The right window.
        start: Start of the other window.
        end: End of the other window.
    """
    drawn = many_uniform(Luck(seed).key, purpose("e5 thousand logs"), np.arange(LOGS * ACTS), 0)
    done_h = drawn.reshape(LOGS, ACTS) * (window.lasts_h + 2 * _BESIDE_H) - _BESIDE_H
    low_h, high_h = (_hours(window.start, moment) for moment in (start, end))
    inside = (done_h >= low_h) & (done_h < high_h)
    right = (done_h >= 0.0) & (done_h < window.lasts_h)
    counted: NDArray[np.int64] = (inside != right).sum(axis=1)
    return counted


def _hours(start: datetime, moment: datetime) -> float:
    return (moment.astimezone(UTC) - start.astimezone(UTC)) / timedelta(hours=1)

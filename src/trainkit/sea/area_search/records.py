"""The state of a run in arrays, and the pen of the compiled engine."""

import math
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from trainkit.kernel.compiled import shared
from trainkit.kernel.eventlist import FULL, EventList, push
from trainkit.kernel.philox import Key
from trainkit.sea.area_search.kinds import KINDS
from trainkit.sea.area_search.state import Unit

JIBE, WAKE, SHARE = range(3)
"""What may happen: the object turns, a unit's wait ends, an agency is told."""

EVENTS_FULL, LOG_FULL = 1, 2
_WRITTEN, _CODE = 0, 1
_NAMES = [kind.name for kind in KINDS]
NUMBER = {name: place for place, name in enumerate(_NAMES)}
"""Number of each kind of entry."""


class Journal(NamedTuple):
    """Entries of all replications.

    Attributes:
        entries: Records of the logbook, shape (capacity,).
        state: How many are written, and the code of a table that was too small, or 0.
    """

    entries: Any
    state: NDArray[np.int64]


class Run(NamedTuple):
    """All that the handlers of one replication read and change.

    Attributes:
        key: Luck of the replication.
        worlds: One record of `World`.
        things: One record of `Drifter`.
        crafts: Records of `Craft`, shape (units,).
        units: Records of `Unit`, shape (units,).
        tracks: Records of `Track`, shape (legs,).
        informed: Which agency knows, shape (agencies,).
        events: What is to come.
        journal: What has been.
    """

    key: Key
    worlds: Any
    things: Any
    crafts: Any
    units: Any
    tracks: Any
    informed: NDArray[np.int64]
    events: EventList
    journal: Journal


@shared
def write(
    journal: Journal, now_h: float, kind: int, subject: int, facts: tuple[float, ...]
) -> None:
    """Write an entry, or note that there is no room."""
    place = journal.state[_WRITTEN]
    if place == len(journal.entries):
        journal.state[_CODE] = LOG_FULL
        return
    entry = journal.entries[place]
    entry.time_h = now_h
    entry.kind = kind
    entry.subject = subject
    values = entry.facts
    for column in range(len(facts)):
        values[column] = facts[column]
    for column in range(len(facts), len(values)):
        values[column] = math.nan
    journal.state[_WRITTEN] = place + 1


@shared
def written(journal: Journal) -> int:
    """Return how many entries are written."""
    return int(journal.state[_WRITTEN])


@shared
def code(journal: Journal) -> int:
    """Return which table was too small, or 0."""
    return int(journal.state[_CODE])


@shared
def schedule(run: Run, time_h: float, what: int, who: int, token: int) -> None:
    """Schedule an event at *time_h*, or note that there is no room."""
    if push(run.events, time_h, what, who, token) == FULL:
        run.journal.state[_CODE] = EVENTS_FULL


@shared
def wake(run: Run, unit: Unit, me: int, now_h: float, time_h: float) -> None:
    """Let a unit wait; what it waited for before is given up."""
    unit.token += 1
    schedule(run, now_h + time_h, WAKE, me, int(unit.token))


@shared
def fresh(unit: Unit) -> None:
    """Make a unit as it is before the alert."""
    unit.doing = 0
    unit.order = 0
    unit.sorties = 0
    unit.leg = 0
    unit.departed_h = 0.0
    unit.hazard = 0.0
    unit.threshold = 0.0
    unit.finds = 0
    unit.taken = 0
    unit.token = 0

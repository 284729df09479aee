"""All that one replication reads and changes, and the two ways in which a moment tells of itself.

A moment is what happens between two waits. It changes the state, writes entries, and notes who has
to wait anew from now on (`retime`); each engine then lets them wait, in the order of the notes.
"""

import math
from dataclasses import dataclass
from typing import Any

from trainkit.joint.operation.state import Anew
from trainkit.kernel.compiled import inlined, shared
from trainkit.kernel.philox import Key

WEATHER, LIGHT, DEPARTURE, FALSE_ALARM, ORDER, BOAT, UNIT, CASE, ALARM, MESSAGE = range(10)
"""Who waits: the sea, the light, the next departure, false alarm and order; a boat, a unit, a case,
an alert and a message on their way."""

LOG_FULL, EVENTS_FULL, CASES_FULL, ALARMS_FULL, MESSAGES_FULL, ANEW_FULL, DEATHS_FULL = range(1, 8)


@dataclass(slots=True)
class Run:
    """The state of one replication: rows of the classes of `trainkit.joint.operation.state`.

    SimPy holds these lists and tables; the compiled engine one record with the same fields, so that
    a function is given one pointer.

    Attributes:
        key0: Luck of the replication, as `trainkit.kernel.luck.key` gives it.
        key1: The same.
        key2: The same.
        worlds: One `World`.
        nows: One `Now`.
        seas: States of the sea.
        spells: Recorded weather.
        lands: Pieces of land.
        regions: Regions.
        origins: Coasts.
        ports: Ports.
        crafts: What the units are.
        units: What they do.
        boats: Boats, by the number of their case.
        cases: Cases.
        active: Numbers of the cases and boats that are not over.
        deaths: When each person in the water dies; inf for who has been taken out.
        alarms: Alerts on their way.
        messages: Messages on their way.
        desks: One `Desk` a rescue centre.
        orders: Orders to come.
        anew: Who has to wait anew.
        entries: What has been.
        written: How many entries.
        code: Which table was too small, or 0.
    """

    key0: int
    key1: int
    key2: int
    worlds: Any
    nows: Any
    seas: Any
    spells: Any
    lands: Any
    regions: Any
    origins: Any
    ports: Any
    crafts: Any
    units: Any
    boats: Any
    cases: Any
    active: Any
    deaths: Any
    alarms: Any
    messages: Any
    desks: Any
    orders: Any
    anew: Any
    entries: Any
    written: int = 0
    code: int = 0


@inlined
def luck_of(run: Run) -> Key:
    """Return the luck of the replication."""
    # Plain integers: NumPy's would overflow in the generator when the kernel runs uncompiled.
    return int(run.key0), int(run.key1), int(run.key2)


@shared
def write(run: Run, now_h: float, kind: int, subject: int, facts: tuple[float, ...]) -> None:
    """Write an entry, or note that there is no room."""
    place = run.written
    if place >= len(run.entries):
        run.code = LOG_FULL
        return
    entry = run.entries[place]
    entry.time_h = now_h
    entry.kind = kind
    entry.subject = subject
    values = entry.facts
    for column in range(len(facts)):
        values[column] = facts[column]
    for column in range(len(facts), len(values)):
        values[column] = math.nan
    run.written = place + 1


@shared
def overflow(run: Run, table: int) -> None:
    """Note that a table is too small: the run ends and is done again with larger ones."""
    run.code = table


@inlined
def retime(run: Run, what: int, who: int) -> None:
    """Note that *who* waits anew from now on, or begins to."""
    state = run.nows[0]
    if state.queued >= len(run.anew):
        overflow(run, ANEW_FULL)
        return
    note: Anew = run.anew[state.queued]
    note.what = what
    note.who = who
    state.queued += 1


@shared
def activate(run: Run, case: int) -> None:
    """Add a case to those that are not over."""
    if run.cases[case].active == 0:
        run.cases[case].active = 1
        run.active[run.nows[0].n_active] = case
        run.nows[0].n_active += 1


@shared
def deactivate(run: Run, case: int) -> None:
    """Take a case out of those that are not over, in their order."""
    state = run.nows[0]
    if run.cases[case].active == 0:
        return
    run.cases[case].active = 0
    place = 0
    while run.active[place] != case:
        place += 1
    for later in range(place + 1, state.n_active):
        run.active[later - 1] = run.active[later]
    state.n_active -= 1

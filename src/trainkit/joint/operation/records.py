"""All that one replication reads and changes, and the two ways in which a moment tells of itself.

A moment is what happens between two waits. It changes the state, writes entries, and notes who has
to wait anew from now on (`retime`); each engine then lets them wait, in the order of the notes.
"""

import math
from typing import Any, NamedTuple

from trainkit.joint.operation.state import Todo
from trainkit.kernel.compiled import shared
from trainkit.kernel.philox import Key

WEATHER, LIGHT, DEPARTURE, FALSE_ALARM, ORDER, BOAT, UNIT, CASE, ALARM, MESSAGE = range(10)
"""Who waits: the sea, the light, the next departure, false alarm and order; a boat, a unit, a case,
an alert and a message on their way."""

LOG_FULL, EVENTS_FULL, CASES_FULL, ALARMS_FULL, MESSAGES_FULL, TODO_FULL = range(1, 7)
_WRITTEN, _CODE = 0, 1


class Journal(NamedTuple):
    """Entries of all replications.

    Attributes:
        entries: Records of the logbook.
        state: How many are written, and the code of a table that was too small, or 0.
    """

    entries: Any
    state: Any


class Run(NamedTuple):
    """The state of one replication: records of the classes of `trainkit.joint.operation.state`.

    Attributes:
        key: Luck of the replication.
        worlds: One record of `World`.
        nows: One record of `Now`.
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
        deaths: When each person in the water dies, by case * most_persons + person; inf for others.
        alarms: Alerts on their way.
        messages: Messages on their way.
        desks: One record of `Desk` a rescue centre.
        orders: Orders to come.
        todo: Who has to wait anew.
        events: The compiled engine's list of events.
        journal: What has been.
    """

    key: Key
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
    todo: Any
    events: Any
    journal: Journal


@shared
def write(run: Run, now_h: float, kind: int, subject: int, facts: tuple[float, ...]) -> None:
    """Write an entry, or note that there is no room."""
    journal = run.journal
    place = journal.state[_WRITTEN]
    if place >= len(journal.entries):
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
def written(run: Run) -> int:
    """Return how many entries are written."""
    return int(run.journal.state[_WRITTEN])


@shared
def code(run: Run) -> int:
    """Return which table was too small, or 0."""
    return int(run.journal.state[_CODE])


@shared
def overflow(run: Run, table: int) -> None:
    """Note that a table is too small: the run ends and is done again with larger ones."""
    run.journal.state[_CODE] = table


@shared
def retime(run: Run, what: int, who: int) -> None:
    """Note that *who* waits anew from now on, or begins to."""
    state = run.nows[0]
    if state.queued >= len(run.todo):
        overflow(run, TODO_FULL)
        return
    note: Todo = run.todo[state.queued]
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

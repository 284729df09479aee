"""The operation as handlers of events: the compiled counterpart of `processes`."""

import math
from typing import Any

from trainkit.joint.operation import moments
from trainkit.joint.operation.records import (
    ALARM,
    BOAT,
    CASE,
    EVENTS_FULL,
    MESSAGE,
    UNIT,
    Run,
    overflow,
)
from trainkit.kernel.compiled import inlined, shared
from trainkit.kernel.eventlist import FULL, EventList, clear, pop, push, size


@shared
def simulate_one(run: Run, horizon_h: float) -> None:
    """Run one replication until the horizon, or until a table is full."""
    clear(_events(run))
    moments.begin(run)
    _follow_up(run, 0.0, -1, -1)
    while size(_events(run)) > 0 and run.code == 0:
        now_h, what, who, token = pop(_events(run))
        if now_h >= horizon_h:
            return
        if token == _token(run, what, who):
            moments.happen(run, what, who, now_h)
            _wait_on(run, what, who, now_h)
            _follow_up(run, now_h, what, who)


@inlined
def _events(run: Any) -> EventList:
    """Return the list of events, which only the compiled run holds."""
    return EventList(run.heap, run.heap_state)


@inlined
def _wait_on(run: Run, what: int, who: int, now_h: float) -> None:
    """Let who has acted wait for what it does next; an alert and a message are over."""
    if what not in (ALARM, MESSAGE):
        _schedule(run, what, who, now_h)


@shared
def _follow_up(run: Run, now_h: float, what: int, who: int) -> None:
    """Let those wait anew of whom the moment told, but for who has acted."""
    state = run.nows[0]
    for place in range(state.queued):
        note = run.anew[place]
        if note.what != what or note.who != who:
            _schedule(run, int(note.what), int(note.who), now_h)
    state.queued = 0


@shared
def _schedule(run: Run, what: int, who: int, now_h: float) -> None:
    """Give up what *who* waited for, and schedule what it waits for now."""
    token = _token(run, what, who) + 1
    if what == UNIT:
        run.units[who].token = token
    elif what == BOAT:
        run.boats[who].token = token
    elif what == CASE:
        run.cases[who].token = token
    time_h = moments.wait_h(run, what, who)
    if what in (UNIT, BOAT, CASE):
        _push(run, now_h, time_h, what, who, token)
    else:
        _push(run, now_h, time_h, what, who, 0)


@inlined
def _push(run: Run, now_h: float, time_h: float, what: int, who: int, token: int) -> None:
    if not math.isinf(time_h) and push(_events(run), now_h + time_h, what, who, token) == FULL:
        overflow(run, EVENTS_FULL)


@inlined
def _token(run: Run, what: int, who: int) -> int:
    """Return which plan of *who* counts; what is never given up has the plan 0."""
    if what == UNIT:
        return int(run.units[who].token)
    if what == BOAT:
        return int(run.boats[who].token)
    if what == CASE:
        return int(run.cases[who].token)
    return 0

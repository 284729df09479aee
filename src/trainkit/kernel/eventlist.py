"""The compiled engine's future-event list: a binary heap by time, then by order of insertion.

Two events of one time come out as they went in, as in SimPy. A full list is a code that the caller
must act on (run again with a larger one), never a silent cut.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from trainkit.kernel.compiled import inlined, shared

FULL = -1
_SIZE, _SEQUENCE = 0, 1


EVENT = np.dtype(
    [("time_h", "f8"), ("order", "i8"), ("what", "i8"), ("who", "i8"), ("token", "i8")]
)
"""One event to come."""


class EventList(NamedTuple):
    """Events to come.

    Attributes:
        heap: Records (time_h, order of insertion, what, who, token), shape (capacity,). A caller
            drops events whose token says that they belong to a plan given up.
        state: How many there are, and how many were ever inserted.
    """

    heap: Any
    state: NDArray[np.int64]


def event_list(capacity: int) -> EventList:
    """Return an empty list for at most *capacity* events."""
    return EventList(np.zeros(capacity, dtype=EVENT).view(np.recarray), np.zeros(2, dtype=np.int64))


@shared
def clear(events: EventList) -> None:
    """Take out all events."""
    events.state[_SIZE] = 0
    events.state[_SEQUENCE] = 0


@inlined
def size(events: EventList) -> int:
    """Return how many events there are."""
    return int(events.state[_SIZE])


@inlined
def push(events: EventList, time_h: float, what: int, who: int, token: int) -> int:
    """Insert an event; return its place in the order of insertion, or FULL."""
    last = events.state[_SIZE]
    if last == len(events.heap):
        return FULL
    order = events.state[_SEQUENCE]
    place = _sift_up(events, last, time_h)
    event = events.heap[place]
    event.time_h = time_h
    event.order = order
    event.what = what
    event.who = who
    event.token = token
    events.state[_SIZE] = last + 1
    events.state[_SEQUENCE] = order + 1
    return int(order)


@inlined
def pop(events: EventList) -> tuple[float, int, int, int]:
    """Take out the next event, (time_h, what, who, token); the list must not be empty."""
    # Plain integers: NumPy's would overflow in the generator when this runs uncompiled.
    event = events.heap[0]
    first = float(event.time_h), int(event.what), int(event.who), int(event.token)
    last = events.state[_SIZE] - 1
    events.state[_SIZE] = last
    if last > 0:
        place = _sift_down(events, last)
        _move(events, last, place)
    return first


@inlined
def _move(events: EventList, from_: int, to: int) -> None:
    events.heap[to] = events.heap[from_]


@inlined
def _sift_up(events: EventList, place: int, time_h: float) -> int:
    """Make room on the way up for an event that is the last inserted; return the room's place."""
    while place > 0:
        parent = (place - 1) // 2
        if events.heap[parent].time_h <= time_h:
            break
        _move(events, parent, place)
        place = parent
    return place


@inlined
def _sift_down(events: EventList, last: int) -> int:
    """Make room from the top down for the event at *last*; return the room's place."""
    place = 0
    child = 1
    while child < last:
        if child + 1 < last and _sooner(events, child + 1, child):
            child += 1
        if not _sooner(events, child, last):
            break
        _move(events, child, place)
        place = child
        child = 2 * place + 1
    return place


@inlined
def _sooner(events: EventList, one: int, other: int) -> bool:
    if events.heap[one].time_h != events.heap[other].time_h:
        return bool(events.heap[one].time_h < events.heap[other].time_h)
    return bool(events.heap[one].order < events.heap[other].order)

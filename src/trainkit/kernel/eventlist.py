"""The compiled engine's future-event list: a binary heap by time, then by order of insertion.

Two events of one time come out as they went in, as in SimPy. A full list is a code that the caller
must act on (run again with a larger one), never a silent cut.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from trainkit.kernel.compiled import shared

FULL = -1
_SIZE, _SEQUENCE = 0, 1


class EventList(NamedTuple):
    """Events to come, in arrays of shape (capacity,).

    Attributes:
        time_h: When.
        order: The how-manieth event to be inserted.
        what: Number of the kind of event.
        who: Number of whom it concerns.
        token: Which plan it belongs to; a caller drops events of a plan that it has given up.
        state: How many there are, and how many were ever inserted.
    """

    time_h: NDArray[np.float64]
    order: NDArray[np.int64]
    what: NDArray[np.int64]
    who: NDArray[np.int64]
    token: NDArray[np.int64]
    state: NDArray[np.int64]


def event_list(capacity: int) -> EventList:
    """Return an empty list for at most *capacity* events."""
    order, what, who, token = (np.zeros(capacity, dtype=np.int64) for _ in range(4))
    return EventList(np.zeros(capacity), order, what, who, token, np.zeros(2, dtype=np.int64))


@shared
def clear(events: EventList) -> None:
    """Take out all events."""
    events.state[_SIZE] = 0
    events.state[_SEQUENCE] = 0


@shared
def size(events: EventList) -> int:
    """Return how many events there are."""
    return int(events.state[_SIZE])


@shared
def push(events: EventList, time_h: float, what: int, who: int, token: int) -> int:
    """Insert an event; return its place in the order of insertion, or FULL."""
    last = events.state[_SIZE]
    if last == len(events.time_h):
        return FULL
    order = events.state[_SEQUENCE]
    place = _sift_up(events, last, time_h)
    _put(events, place, time_h, order, what, who, token)
    events.state[_SIZE] = last + 1
    events.state[_SEQUENCE] = order + 1
    return int(order)


@shared
def pop(events: EventList) -> tuple[float, int, int, int]:
    """Take out the next event, (time_h, what, who, token); the list must not be empty."""
    # Plain integers: NumPy's would overflow in the generator when this runs uncompiled.
    what, who, token = int(events.what[0]), int(events.who[0]), int(events.token[0])
    first = float(events.time_h[0]), what, who, token
    last = events.state[_SIZE] - 1
    events.state[_SIZE] = last
    if last > 0:
        place = _sift_down(events, last)
        _move(events, last, place)
    return first


@shared
def _put(
    events: EventList, place: int, time_h: float, order: int, what: int, who: int, token: int
) -> None:
    events.time_h[place] = time_h
    events.order[place] = order
    events.what[place] = what
    events.who[place] = who
    events.token[place] = token


@shared
def _move(events: EventList, from_: int, to: int) -> None:
    _put(
        events,
        to,
        events.time_h[from_],
        events.order[from_],
        events.what[from_],
        events.who[from_],
        events.token[from_],
    )


@shared
def _sift_up(events: EventList, place: int, time_h: float) -> int:
    """Make room on the way up for an event that is the last inserted; return the room's place."""
    while place > 0:
        parent = (place - 1) // 2
        if events.time_h[parent] <= time_h:
            break
        _move(events, parent, place)
        place = parent
    return place


@shared
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


@shared
def _sooner(events: EventList, one: int, other: int) -> bool:
    if events.time_h[one] != events.time_h[other]:
        return bool(events.time_h[one] < events.time_h[other])
    return bool(events.order[one] < events.order[other])

"""When a rescue centre may want to decide: what reaches it and asks for an answer."""

from collections.abc import Iterator

from trainkit.exercise.joint.told import line, told
from trainkit.exercise.led import Point
from trainkit.joint.operation import OperationSpec
from trainkit.kernel.logbook import Logbook

_ASKS = {
    "alert_received": "alert",
    "boat_found": "search",
    "search_suspended": "search",
    "handover_requested": "handover",
    "handover_refused": "handover",
}
SORTS = ("alert", "search", "handover")
"""What a pause can be about."""


def points(book: Logbook, spec: OperationSpec, centre: str, until_h: float) -> Iterator[Point]:
    """Yield the moments of a run at which a centre may want to decide, in the order of time."""
    for entry in told(book, spec, centre):
        if entry.kind in _ASKS and entry.time_h <= until_h:
            yield Point(entry.time_h, f"{entry.subject} {line(entry)}", _ASKS[entry.kind])

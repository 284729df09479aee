"""When a rescue centre may want to decide: what reaches it and asks for an answer."""

from collections.abc import Iterator

from trainkit.exercise.joint.told import line, told
from trainkit.exercise.led import Point
from trainkit.joint.operation import OperationSpec
from trainkit.kernel.logbook import Logbook

_ASKS = frozenset(
    {"alert_received", "handover_requested", "handover_refused", "search_suspended", "boat_found"}
)


def points(book: Logbook, spec: OperationSpec, centre: str) -> Iterator[Point]:
    """Yield the moments of a run at which a centre may want to decide, in the order of time."""
    for entry in told(book, spec, centre):
        if entry.kind in _ASKS:
            yield Point(entry.time_h, f"{entry.subject} {line(entry)}")

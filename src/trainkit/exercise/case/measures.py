"""What is compared of two runs of a case: harm first, then people, then the network; no arrests."""

import numpy as np

from trainkit.case.investigation.metrics import METRICS
from trainkit.exercise.led import Measure
from trainkit.kernel.logbook import Logbooks

_COMPARED = (
    *("people_lost", "exploited_days", "victims_found"),
    *("work_duplicated_h", "collisions", "alarms", "admissible", "confiscated_crowns", "red_lines"),
)


def _capacity(books: Logbooks, until_h: float) -> float:
    """Return what the network can still do at an hour, as a share of what it could at first."""
    times = books.entries["time_h"]
    changed = _kind(books, "capacity_changed") & (times <= until_h)
    return float(books.entries["facts"][changed][-1, 0]) if changed.any() else 1.0


def _kind(books: Logbooks, name: str) -> np.typing.NDArray[np.bool_]:
    number = [kind.name for kind in books.kinds].index(name)
    found: np.typing.NDArray[np.bool_] = books.entries["kind"] == number
    return found


def _metric(name: str) -> tuple[str, Measure]:
    metric = next(one for one in METRICS if one.name == name)
    return metric.label, lambda books, _until_h: float(metric.read(books)[0])


MEASURES: dict[str, Measure] = {
    **dict(_metric(name) for name in _COMPARED),
    "Capacity of the network now": _capacity,
}

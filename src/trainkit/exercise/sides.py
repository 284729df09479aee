"""Two runs of one night side by side: the same measures of both, read of their logbooks."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from trainkit.exercise.outcome import unsafe_hours
from trainkit.kernel.logbook import Logbook, Logbooks


@dataclass(frozen=True)
class Side:
    """One measure of two runs.

    Attributes:
        label: What is measured, with its unit.
        one: In the first run.
        other: In the second.
    """

    label: str
    one: float
    other: float


def sides(one: Logbook, other: Logbook, until_h: float) -> tuple[Side, ...]:
    """Return the measures of two runs of one night until an hour."""
    return tuple(
        Side(label, measure(Logbooks.of([one]), until_h), measure(Logbooks.of([other]), until_h))
        for label, measure in MEASURES.items()
    )


def _total(kind: str) -> Callable[[Logbooks, float], float]:
    return lambda books, _: float(books.total(kind, "persons")[0])


def _alert_to_unit_h(books: Logbooks, _until_h: float) -> float:
    came = books.count("unit_on_scene")[0]
    return float(books.total("unit_on_scene", "response_h")[0] / came) if came else float(np.nan)


MEASURES: dict[str, Callable[[Logbooks, float], float]] = {
    "hours in distress, over people": lambda books, until_h: float(unsafe_hours(books, until_h)[0]),
    "people lost": _total("person_lost"),
    "people recovered": _total("persons_recovered"),
    "people in a place of safety": _total("persons_disembarked"),
    "alert to a unit on scene, mean (h)": _alert_to_unit_h,
}

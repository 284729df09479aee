"""What is compared of two nights of a joint operation."""

from collections.abc import Callable

import numpy as np

from trainkit.exercise.joint.outcome import unsafe_hours
from trainkit.exercise.led import Measure
from trainkit.kernel.logbook import Logbooks


def _total(kind: str) -> Callable[[Logbooks, float], float]:
    return lambda books, _: float(books.total(kind, "persons")[0])


def _alert_to_unit_h(books: Logbooks, _until_h: float) -> float:
    came = books.count("unit_on_scene")[0]
    return float(books.total("unit_on_scene", "response_h")[0] / came) if came else float(np.nan)


MEASURES: dict[str, Measure] = {
    "hours in distress, over people": lambda books, until_h: float(unsafe_hours(books, until_h)[0]),
    "people lost": _total("person_lost"),
    "people recovered": _total("persons_recovered"),
    "people in a place of safety": _total("persons_disembarked"),
    "alert to a unit on scene, mean (h)": _alert_to_unit_h,
}

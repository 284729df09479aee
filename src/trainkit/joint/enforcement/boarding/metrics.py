"""What is read of the logbooks of a boarding."""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from trainkit.kernel.logbook import Logbooks
from trainkit.model import Metric

Values = NDArray[np.float64]


def _alive(books: Logbooks) -> Values:
    persons = books.first_fact("boat_sighted", "persons")
    alive: Values = persons - books.total("persons_lost", "persons")
    return alive


def _hours(books: Logbooks) -> Values:
    kinds = ("persons_recovered", "persons_lost", "persons_landed", "care_given")
    hours: Values = sum((books.total(kind, "hours") for kind in kinds), np.zeros(len(books)))
    return hours


def _evidence(books: Logbooks) -> Values:
    return books.total("act_ended", "items")


def _when(books: Logbooks, kind: str) -> Values:
    return books.first_time_h(kind)


def _swamped(books: Logbooks) -> Values:
    return np.minimum(1.0, books.count("boat_swamped"))


METRICS = (
    Metric("persons_alive", "People alive at the end of the night", _alive, "more"),
    Metric(
        "person_hours_in_distress", "Hours that people spend in distress (person h)", _hours, "less"
    ),
    Metric("evidence", "Things found that stand in court", _evidence, "more"),
    Metric("swamped", "The boat is swamped with people on board", _swamped, "less", True),
    Metric(
        "time_to_rescue_h",
        "Time to the first person recovered (h)",
        partial(_when, kind="persons_recovered"),
        "less",
    ),
)

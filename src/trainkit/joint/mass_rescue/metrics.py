"""What is read of the logbooks of a mass rescue."""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from trainkit.joint.mass_rescue.kinds import KINDS, PLACES
from trainkit.kernel.logbook import Logbooks
from trainkit.model import Metric

Values = NDArray[np.float64]
_NAMES = [kind.name for kind in KINDS]
_ON_UNIT = PLACES.index("unit")


def _total(books: Logbooks, kind: str) -> Values:
    return books.total(kind, "persons")


def _summed(books: Logbooks, values: Values) -> Values:
    """Return the sum over the entries of each replication."""
    running = np.concatenate(([0.0], np.cumsum(values)))
    sums: Values = np.diff(running[books.starts])
    return sums


def _of(books: Logbooks, kind: str) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = books.entries["kind"] == _NAMES.index(kind)
    return found


def _fact(books: Logbooks, kind: str, fact: str) -> Values:
    values: Values = books.entries["facts"][:, KINDS[_NAMES.index(kind)].facts.index(fact)]
    return values


def _lost_on_units(books: Logbooks) -> Values:
    lost = _of(books, "person_lost") & (_fact(books, "person_lost", "place") == _ON_UNIT)
    return _summed(books, lost * 1.0)


def _recovered_alive(books: Logbooks) -> Values:
    return _total(books, "persons_recovered") - _lost_on_units(books)


def _lost(books: Logbooks) -> Values:
    return books.count("person_lost")


def person_hours(books: Logbooks, until_h: float) -> Values:
    """Return the person-hours in distress until *until_h*.

    Who is lost, or is never recovered, counts until the end: no death shortens the sum.
    """
    taken = _of(books, "persons_recovered") & (books.entries["time_h"] < until_h)
    saved_h = until_h - books.entries["time_h"]
    persons = np.where(taken, _fact(books, "persons_recovered", "persons"), 0.0)
    everybody = books.first_fact("scene_opened", "persons")
    return everybody * until_h - _summed(books, persons * saved_h)


def _unaccounted(books: Logbooks) -> Values:
    return books.first_fact("stood_down", "unaccounted")


def _first_lifejacket_h(books: Logbooks) -> Values:
    return books.first_time_h("lifejackets_given")


def _capsized(books: Logbooks) -> Values:
    overturned: Values = np.minimum(1.0, books.count("boat_capsized"))
    return overturned


def _in_safety(books: Logbooks) -> Values:
    landed = _of(books, "persons_landed")
    good = np.where(landed, _fact(books, "persons_landed", "place_of_safety"), 0.0)
    persons = np.where(landed, _fact(books, "persons_landed", "persons"), 0.0)
    return _summed(books, good * persons)


HORIZON_H = 24.0
"""Until when person-hours in distress are counted."""

METRICS = (
    Metric("persons_recovered_alive", "Persons recovered alive", _recovered_alive, "more"),
    Metric("persons_lost", "Persons lost", _lost, "less"),
    Metric(
        "person_hours_in_distress",
        "Person-hours in distress in 24 h (h)",
        partial(person_hours, until_h=HORIZON_H),
        "less",
    ),
    Metric("unaccounted_at_stand_down", "Persons unaccounted at stand-down", _unaccounted, "less"),
    Metric(
        "capacity_exceeded",
        "Persons carried beyond the safe capacity",
        partial(_total, kind="capacity_exceeded"),
        "less",
    ),
    Metric(
        "time_to_first_lifejacket_h",
        "Time to the first lifejacket (h)",
        _first_lifejacket_h,
        "less",
    ),
    Metric("boat_capsized", "Boat capsized", _capsized, "less", proportion=True),
    Metric("persons_in_safety", "Persons landed in a place of safety", _in_safety, "more"),
)

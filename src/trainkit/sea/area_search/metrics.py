"""What is read of the logbooks of an area search."""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from trainkit.kernel.logbook import Logbooks
from trainkit.model import Metric
from trainkit.sea.area_search.kinds import KINDS
from trainkit.sea.area_search.spec import AGENCIES

Values = NDArray[np.float64]
_LEG_ENDED = [kind.name for kind in KINDS].index("leg_ended")
_AGENCY = KINDS[_LEG_ENDED].facts.index("agency")
_SEARCHED = KINDS[_LEG_ENDED].facts.index("searched_h")


def _happened(books: Logbooks, kind: str) -> Values:
    return np.minimum(1.0, books.count(kind))


def _when(books: Logbooks, kind: str) -> Values:
    return books.first_time_h(kind)


def _recovered(books: Logbooks, fact: str) -> Values:
    return books.total("persons_recovered", fact)


def _everyone(books: Logbooks) -> Values:
    persons = books.first_fact("object_adrift", "persons")
    all_safe: Values = np.equal(books.total("persons_recovered", "persons"), persons) * 1.0
    return all_safe


def _found_by(books: Logbooks, agency: int) -> Values:
    finder = books.first_fact("contact_detected", "agency")
    found: Values = np.where(np.isnan(finder), np.nan, np.equal(finder, agency))
    return found


def _legs_of(books: Logbooks, agency: int) -> NDArray[np.intp]:
    """Return the places of the ended legs of one agency among the entries."""
    places = np.flatnonzero(books.entries["kind"] == _LEG_ENDED)
    own: NDArray[np.intp] = places[books.entries["facts"][:, _AGENCY][places] == agency]
    return own


def _legs(books: Logbooks, agency: int) -> Values:
    own = _legs_of(books, agency)
    return np.diff(np.searchsorted(own, books.starts)).astype(np.float64)


def _searched_h(books: Logbooks, agency: int) -> Values:
    own = _legs_of(books, agency)
    running = np.concatenate(([0.0], np.cumsum(books.entries["facts"][:, _SEARCHED][own])))
    hours: Values = np.diff(running[np.searchsorted(own, books.starts)])
    return hours


_DETECTED = partial(_happened, kind="contact_detected")
_DETECTED_H = partial(_when, kind="contact_detected")
_RECOVERED_H = partial(_when, kind="persons_recovered")

METRICS = (
    Metric("detected", "Object found", _DETECTED, "more", proportion=True),
    Metric("time_to_detection_h", "Time to detection (h)", _DETECTED_H, "less"),
    Metric("recovered", "Everyone recovered", _everyone, "more", proportion=True),
    Metric("time_to_recovery_h", "Time to first recovery (h)", _RECOVERED_H, "less"),
    Metric("persons_recovered", "Persons recovered", partial(_recovered, fact="persons"), "more"),
    Metric(
        "persons_recovered_alive",
        "Persons recovered alive",
        partial(_recovered, fact="alive"),
        "more",
    ),
    Metric("found_by_alder", "Found first by Alder", partial(_found_by, agency=0), proportion=True),
    *(
        Metric(f"legs_{name.lower()}", f"Legs searched by {name}", partial(_legs, agency=agency))
        for agency, name in enumerate(AGENCIES)
    ),
    *(
        Metric(
            f"searched_{name.lower()}_h",
            f"Time searched by {name} (h)",
            partial(_searched_h, agency=agency),
        )
        for agency, name in enumerate(AGENCIES)
    ),
)

"""What is read of the logbooks of an area search."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from trainkit.kernel.logbook import Logbooks
from trainkit.model import Metric
from trainkit.sea.area_search.kinds import KINDS
from trainkit.sea.area_search.spec import AGENCIES

Values = NDArray[np.float64]
_KINDS = [kind.name for kind in KINDS]


def _happened(kind: str) -> Callable[[Logbooks], Values]:
    return lambda books: np.minimum(1.0, books.count(kind))


def _when(kind: str) -> Callable[[Logbooks], Values]:
    return lambda books: books.first_time_h(kind)


def _recovered(fact: str) -> Callable[[Logbooks], Values]:
    return lambda books: books.total("persons_recovered", fact)


def _everyone(books: Logbooks) -> Values:
    persons = books.first_fact("object_adrift", "persons")
    all_safe: Values = np.equal(books.total("persons_recovered", "persons"), persons) * 1.0
    return all_safe


def _found_by(agency: int) -> Callable[[Logbooks], Values]:
    def read(books: Logbooks) -> Values:
        finder = books.first_fact("contact_detected", "agency")
        found: Values = np.where(np.isnan(finder), np.nan, np.equal(finder, agency))
        return found

    return read


def _legs_of(books: Logbooks, agency: int) -> Logbooks:
    """Return only the ended legs of one agency, as logbooks."""
    kind = _KINDS.index("leg_ended")
    column = KINDS[kind].facts.index("agency")
    entries = books.entries
    mask = (entries["kind"] == kind) & (entries["facts"][:, column] == agency)
    starts = np.concatenate(([0], np.cumsum(mask)))[books.starts].astype(np.intp)
    return Logbooks(books.kinds, books.subjects, entries[mask], starts)


def _legs(agency: int) -> Callable[[Logbooks], Values]:
    return lambda books: _legs_of(books, agency).count("leg_ended")


def _searched_h(agency: int) -> Callable[[Logbooks], Values]:
    return lambda books: _legs_of(books, agency).total("leg_ended", "searched_h")


METRICS = (
    Metric("detected", "Object found", _happened("contact_detected"), "more", proportion=True),
    Metric("time_to_detection_h", "Time to detection (h)", _when("contact_detected"), "less"),
    Metric("recovered", "Everyone recovered", _everyone, "more", proportion=True),
    Metric("time_to_recovery_h", "Time to first recovery (h)", _when("persons_recovered"), "less"),
    Metric("persons_recovered", "Persons recovered", _recovered("persons"), "more"),
    Metric("persons_recovered_alive", "Persons recovered alive", _recovered("alive"), "more"),
    Metric("found_by_alder", "Found first by Alder", _found_by(0), proportion=True),
    *(
        Metric(f"legs_{name.lower()}", f"Legs searched by {name}", _legs(agency))
        for agency, name in enumerate(AGENCIES)
    ),
    *(
        Metric(f"searched_{name.lower()}_h", f"Time searched by {name} (h)", _searched_h(agency))
        for agency, name in enumerate(AGENCIES)
    ),
)

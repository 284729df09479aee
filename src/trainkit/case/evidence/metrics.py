"""What is read of the logbooks of an evidence clock; the formula of each stands in its label."""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from trainkit.case.evidence.clocks import DAY_H
from trainkit.case.evidence.kinds import KINDS
from trainkit.kernel.logbook import Logbooks
from trainkit.model import Metric

Values = NDArray[np.float64]
_PLACES = {kind.name: place for place, kind in enumerate(KINDS)}


def fact(books: Logbooks, kind: str, name: str) -> Values:
    """Return a fact of all entries, as if each were of that kind, shape (entries,)."""
    values: Values = books.entries["facts"][:, KINDS[_PLACES[kind]].facts.index(name)]
    return values


def of_kind(books: Logbooks, kind: str) -> NDArray[np.bool_]:
    """Return which entries are of a kind, shape (entries,)."""
    found: NDArray[np.bool_] = books.entries["kind"] == _PLACES[kind]
    return found


def counted(books: Logbooks, kind: str, keep: NDArray[np.bool_] | None = None) -> Values:
    """Return how many entries of a kind each replication has, of those to *keep*."""
    mask = of_kind(books, kind)
    places = np.flatnonzero(mask if keep is None else mask & keep)
    return np.diff(np.searchsorted(places, books.starts)).astype(np.float64)


def ratio(above: Values, below: Values) -> Values:
    """Return a quotient, nan where there is nothing to divide by."""
    found = np.full(len(below), np.nan)
    np.divide(above, below, out=found, where=below > 0)
    return found


def _summed(books: Logbooks, kind: str, values: Values) -> Values:
    rows = np.where(of_kind(books, kind), values, 0.0)
    running = np.concatenate(([0.0], np.cumsum(rows)))
    sums: Values = np.diff(running[books.starts])
    return sums


def _danger_days(books: Logbooks) -> Values:
    """Return person-days until people were traced; those never traced count to the end."""
    end_h = books.entries["time_h"][books.starts[1:] - 1]
    traced_h = fact(books, "people_traced", "age_h") * fact(books, "people_traced", "persons")
    persons = fact(books, "exhibit_seized", "persons")
    since_h = persons * books.entries["time_h"]
    all_, found = _summed(books, "exhibit_seized", persons), _traced(books)
    open_h = (all_ - found) * end_h - _summed(books, "exhibit_seized", since_h)
    open_h += _summed(books, "people_traced", _since_h(books))
    return ratio((_summed(books, "people_traced", traced_h) + open_h) / DAY_H, all_)


def _traced(books: Logbooks) -> Values:
    return _summed(books, "people_traced", fact(books, "people_traced", "persons"))


def _since_h(books: Logbooks) -> Values:
    age_h = fact(books, "people_traced", "age_h")
    return fact(books, "people_traced", "persons") * (books.entries["time_h"] - age_h)


def _in_time(books: Logbooks) -> Values:
    filed = fact(books, "exhibit_filed", "late_h") <= 0.0
    return ratio(counted(books, "exhibit_filed", filed), counted(books, "exhibit_seized"))


def _admitted(books: Logbooks) -> Values:
    yes = fact(books, "court_ruled", "admitted") == 1.0
    return ratio(counted(books, "court_ruled", yes), counted(books, "exhibit_seized"))


def _refused(books: Logbooks, kind: str, reason: str) -> Values:
    told = KINDS[_PLACES[kind]].choices["reason"].index(reason)
    return counted(books, kind, fact(books, kind, "reason") == told)


def _expired(books: Logbooks) -> Values:
    kinds = ("court_ruled", "call_recorded")
    return sum((_refused(books, kind, "outside_warrant") for kind in kinds), np.zeros(len(books)))


def _calls(books: Logbooks) -> Values:
    yes = fact(books, "call_recorded", "admitted") == 1.0
    made = counted(books, "call_recorded") + counted(books, "call_missed")
    return ratio(counted(books, "call_recorded", yes), made)


def _disclosed(books: Logbooks) -> Values:
    in_time = fact(books, "exculpatory_disclosed", "late_h") <= 0.0
    found = fact(books, "examination_ended", "exculpatory") == 1.0
    due = counted(books, "examination_ended", found)
    return ratio(counted(books, "exculpatory_disclosed", in_time), due)


def _waited(books: Logbooks) -> Values:
    hours = _summed(books, "examination_began", fact(books, "examination_began", "waited_h"))
    return ratio(hours / DAY_H, counted(books, "examination_began"))


METRICS = (
    Metric(
        "danger_days", "Days until people in danger were traced, mean of them", _danger_days, "less"
    ),
    Metric("filed_in_time", "Share of exhibits at the court by their deadline", _in_time, "more"),
    Metric("admitted", "Share of exhibits that the court admitted", _admitted, "more"),
    Metric(
        "custody_breaks",
        "Exhibits lost to a gap in custody",
        partial(_refused, kind="court_ruled", reason="custody"),
        "less",
    ),
    Metric("expired_in_use", "Items obtained outside their warrant", _expired, "less"),
    Metric("calls_usable", "Share of calls heard under a valid order", _calls, "more"),
    Metric("disclosed_in_time", "Share of disclosures in time", _disclosed, "more"),
    Metric("wait_days", "Days in the unit's queue, mean", _waited, "less"),
)

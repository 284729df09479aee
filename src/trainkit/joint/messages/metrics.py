"""What is read of the logbooks of a message exchange; the formula of each stands in its label."""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from trainkit.joint.messages.classes import CLASSES, DISTRESS
from trainkit.joint.messages.kinds import KINDS
from trainkit.joint.messages.rules import inversions
from trainkit.kernel.logbook import Logbooks
from trainkit.model import Metric

Values = NDArray[np.float64]
_PLACES = {kind.name: place for place, kind in enumerate(KINDS)}


def _rows(books: Logbooks, kind: str, **wanted: float) -> NDArray[np.intp]:
    """Return the places of entries of a *kind* whose facts have the *wanted* values."""
    mask = books.entries["kind"] == _PLACES[kind]
    for name, value in wanted.items():
        mask = mask & (_fact(books, kind, name) == value)
    places: NDArray[np.intp] = np.flatnonzero(mask)
    return places


def _fact(books: Logbooks, kind: str, name: str) -> Values:
    values: Values = books.entries["facts"][:, KINDS[_PLACES[kind]].facts.index(name)]
    return values


def _counts(books: Logbooks, places: NDArray[np.intp]) -> Values:
    return np.diff(np.searchsorted(places, books.starts)).astype(np.float64)


def _sums(books: Logbooks, places: NDArray[np.intp], values: Values) -> Values:
    running = np.concatenate(([0.0], np.cumsum(values[places])))
    sums: Values = np.diff(running[np.searchsorted(places, books.starts)])
    return sums


def _ratio(above: Values, below: Values) -> Values:
    found = np.full(len(below), np.nan)
    np.divide(above, below, out=found, where=below > 0)
    return found


def _minutes(books: Logbooks, number: int) -> Values:
    """Return the mean minutes from a fact of a class to the desk that needs it."""
    places = _rows(books, "fact_at_desk", message_class=number, wanted=1.0)
    ages = _fact(books, "fact_at_desk", "age_h")
    return _ratio(60.0 * _sums(books, places, ages), _counts(books, places))


def _never(books: Logbooks, number: int) -> Values:
    known = _rows(books, "fact_known", message_class=number, wanted=1.0)
    at_desk = _rows(books, "fact_at_desk", message_class=number, wanted=1.0)
    return _counts(books, known) - _counts(books, at_desk)


def _in_time(books: Logbooks) -> Values:
    late = _rows(books, "deadline_passed")
    wanted = _rows(books, "fact_known", wanted=1.0)
    return 1.0 - _ratio(_counts(books, late), _counts(books, wanted))


def _complete(books: Logbooks) -> Values:
    at_desk, whole = (
        _rows(books, "fact_at_desk"),
        _rows(books, "fact_at_desk", asked_again=0.0),
    )
    return _ratio(_counts(books, whole), _counts(books, at_desk))


def _minimisation(books: Logbooks) -> Values:
    """Return fields sent / fields needed over the messages that report."""
    ready = [_rows(books, "message_ready", pattern=float(pattern)) for pattern in (0, 1)]
    places = np.sort(np.concatenate(ready))
    sent, needed = (
        _sums(books, places, _fact(books, "message_ready", name))
        for name in ("fields_sent", "fields_needed")
    )
    return _ratio(sent, needed)


def _inverted(books: Logbooks) -> Values:
    return np.array([len(inversions(books[n])) for n in range(len(books))], dtype=np.float64)


def _shared(books: Logbooks, name: str, value: float) -> Values:
    return _counts(books, _rows(books, "personal_data_shared", **{name: value}))


def _count(books: Logbooks, kind: str) -> Values:
    return books.count(kind)


def _repeats(books: Logbooks) -> Values:
    return _ratio(books.count("message_sent"), books.count("message_ready"))


def _overtaken(books: Logbooks) -> Values:
    return _counts(books, _rows(books, "message_arrived", overtaken=1.0))


METRICS = (
    *(
        Metric(
            f"{name}_minutes",
            f"Minutes from a {name} fact to the desk that needs it, mean",
            partial(_minutes, number=number),
            "less",
        )
        for number, name in enumerate(CLASSES)
    ),
    Metric(
        "distress_open",
        "Distress facts that never reached the desk",
        partial(_never, number=DISTRESS),
        "less",
    ),
    Metric("in_time", "Share of wanted facts at the desk by their deadline", _in_time, "more"),
    Metric("complete_first", "Share of facts complete with the first message", _complete, "more"),
    Metric("minimisation", "Fields sent / fields needed (1 is best)", _minimisation),
    Metric("inversions", "Distress messages that waited behind others", _inverted, "less"),
    Metric(
        "unrecorded",
        "Disclosures of personal data without a record",
        partial(_shared, name="recorded", value=0.0),
        "less",
    ),
    Metric(
        "disclosures", "Disclosures of personal data", partial(_count, kind="personal_data_shared")
    ),
    Metric("transmissions", "Transmissions for each message", _repeats, "less"),
    Metric("overtaken", "Messages that a later one overtook", _overtaken, "less"),
    Metric(
        "deadlines_passed", "Deadlines that passed", partial(_count, kind="deadline_passed"), "less"
    ),
)

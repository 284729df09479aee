"""What is read of the logbooks of a sharing desk; the formula of each stands in its label."""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from trainkit.case.sharing.kinds import KINDS
from trainkit.case.sharing.spec import URGENCIES
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


def _sums(books: Logbooks, kind: str, name: str, places: NDArray[np.intp]) -> Values:
    running = np.concatenate(([0.0], np.cumsum(_fact(books, kind, name)[places])))
    sums: Values = np.diff(running[np.searchsorted(places, books.starts)])
    return sums


def _ratio(above: Values, below: Values) -> Values:
    found = np.full(len(below), np.nan)
    np.divide(above, below, out=found, where=below > 0)
    return found


def _minutes(books: Logbooks, number: int) -> Values:
    places = _rows(books, "need_answered", urgency=number)
    hours = _sums(books, "need_answered", "age_h", places)
    return _ratio(60.0 * hours, _counts(books, places))


def _share(books: Logbooks, kind: str, fact: str) -> Values:
    """Return the share of the entries of a kind that have a fact."""
    return _ratio(_counts(books, _rows(books, kind, **{fact: 1.0})), books.count(kind))


def _late(books: Logbooks) -> Values:
    needs = _counts(books, _rows(books, "need_arose", lawful=1.0))
    return _ratio(books.count("deadline_passed"), needs)


def _lawful(books: Logbooks) -> Values:
    """Return the share of the disclosures that have a basis, a mandate and a record before."""
    kind = "personal_data_disclosed"
    good = _rows(books, kind, basis=0.0, entitled=1.0, fitting=1.0, recorded=1.0)
    return _ratio(_counts(books, good), books.count(kind))


def _minimisation(books: Logbooks) -> Values:
    kind = "personal_data_disclosed"
    places = _rows(books, kind)
    needed, sent = (_sums(books, kind, name, places) for name in ("needed_sent", "sent"))
    return _ratio(needed, sent)


def _open(books: Logbooks) -> Values:
    """Return the lawful needs that were never answered."""
    kind = "personal_data_disclosed"
    answered = _counts(books, _rows(books, kind, fitting=1.0))
    return _counts(books, _rows(books, "need_arose", lawful=1.0)) - answered


def _count(books: Logbooks, kind: str) -> Values:
    return books.count(kind)


METRICS = (
    *(
        Metric(
            f"{name}_minutes",
            f"Minutes from a need ({name.replace('_', ' ')}) to its answer, mean",
            partial(_minutes, number=number),
            "less",
        )
        for number, name in enumerate(URGENCIES)
    ),
    Metric("too_late", "Share of lawful needs not answered by their deadline", _late, "less"),
    Metric(
        "lawful_share",
        "Disclosures with basis, mandate and a record before / disclosures",
        _lawful,
        "more",
    ),
    Metric("minimisation", "Needed fields sent / fields sent (1 is best)", _minimisation, "more"),
    Metric(
        "confirmed_in_time",
        "Share of the confirmations in writing that came in time",
        partial(_share, kind="confirmed_in_writing", fact="in_time"),
        "more",
    ),
    Metric("needs_open", "Lawful needs that were never answered", _open, "less"),
    Metric("disclosures", "Disclosures", partial(_count, kind="personal_data_disclosed")),
    Metric("refusals", "Refusals", partial(_count, kind="request_refused")),
)

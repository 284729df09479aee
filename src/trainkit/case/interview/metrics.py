"""What is read of the logbooks of a day of interviews; each label says what is counted."""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from trainkit.case.interview.harm import CAUSES
from trainkit.case.interview.house import FIRST_INTERPRETER
from trainkit.case.interview.log_kinds import KINDS
from trainkit.kernel.logbook import Logbooks
from trainkit.model import Metric

Values = NDArray[np.float64]
_PLACES = {kind.name: place for place, kind in enumerate(KINDS)}


def _fact(books: Logbooks, kind: str, name: str) -> Values:
    values: Values = books.entries["facts"][:, KINDS[_PLACES[kind]].facts.index(name)]
    return values


def _sum(books: Logbooks, kind: str, weights: Values) -> Values:
    """Return the sums of *weights* over the entries of a *kind*, one a replication."""
    of_kind = np.where(books.entries["kind"] == _PLACES[kind], weights, 0.0)
    running = np.concatenate(([0.0], np.cumsum(of_kind)))
    return np.diff(running[books.starts])


def _ratio(above: Values, below: Values) -> Values:
    found = np.full(len(below), np.nan)
    np.divide(above, below, out=found, where=below > 0)
    return found


def harm_by(books: Logbooks, cause: str) -> Values:
    """Return the units of harm of one *cause*, one a replication."""
    right = _fact(books, "harmed", "cause") == CAUSES.index(cause)
    return _sum(books, "harmed", np.where(right, _fact(books, "harmed", "units"), 0.0))


def _total(books: Logbooks, kind: str, fact: str) -> Values:
    return books.total(kind, fact)


def _count(books: Logbooks, kind: str) -> Values:
    return books.count(kind)


def _first_tellings(books: Logbooks, kind: str) -> Values:
    first = _fact(books, kind, "telling") == 1.0
    return _sum(books, kind, np.where(first, 1.0, 0.0))


def _retellings(books: Logbooks) -> Values:
    return books.count("account_began") - _first_tellings(books, "account_began")


def _accuracy(books: Logbooks) -> Values:
    right, wrong = (books.total("account_ended", one) for one in ("correct", "errors"))
    return _ratio(right, right + wrong)


def _passed_over(books: Logbooks) -> Values:
    went_on = _fact(books, "distress_shown", "answer") == 0.0
    return _sum(books, "distress_shown", np.where(went_on, 1.0, 0.0))


def _waited_h(books: Logbooks) -> Values:
    return _ratio(books.total("rights_explained", "waited_h"), books.count("rights_explained"))


def _interpreters_h(books: Logbooks) -> Values:
    """Return the hours that interpreters in the room were held."""
    signs = {"seized": -1.0, "released": 1.0}
    return sum((_held(books, kind, sign) for kind, sign in signs.items()), np.zeros(len(books)))


def _held(books: Logbooks, kind: str, sign: float) -> Values:
    ours = _fact(books, kind, "resource") >= FIRST_INTERPRETER
    return _sum(books, kind, np.where(ours, sign * books.entries["time_h"], 0.0))


METRICS = (
    Metric(
        "harm_units", "Harm of the day, units", partial(_total, kind="harmed", fact="units"), "less"
    ),
    Metric(
        "correct_details",
        "Right details that were told",
        partial(_total, kind="account_ended", fact="correct"),
        "more",
    ),
    Metric("accuracy", "Share of what was told that is right", _accuracy, "more"),
    Metric(
        "heard",
        "People who gave an account on the day",
        partial(_first_tellings, kind="account_began"),
    ),
    Metric("retellings", "Accounts that were told again", _retellings, "less"),
    Metric(
        "declined", "Times that somebody did not want to speak", partial(_count, kind="declined")
    ),
    Metric("not_heard", "Times that the day ended before", partial(_count, kind="not_heard")),
    Metric(
        "distress_shown",
        "Times that distress showed",
        partial(_count, kind="distress_shown"),
        "less",
    ),
    Metric("distress_passed_over", "Times that it was passed over", _passed_over, "less"),
    Metric("waited_h", "Wait for interpreter, interviewer and room, mean (h)", _waited_h, "less"),
    Metric("interpreters_h", "Hours that interpreters in the room were held (h)", _interpreters_h),
)

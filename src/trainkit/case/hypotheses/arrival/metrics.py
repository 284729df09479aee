"""What is read of the logbooks of a team that weighs hypotheses."""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from trainkit.case.hypotheses.arrival.weighing import TELLS
from trainkit.kernel.logbook import Logbook, Logbooks
from trainkit.model import Metric

Values = NDArray[np.float64]


def _closed(books: Logbooks, fact: str) -> Values:
    return books.first_fact("case_closed", fact)


def _each(books: Logbooks, read: object) -> Values:
    return np.array([read(books[n]) for n in range(len(books))])  # type: ignore[operator]


def _facts(book: Logbook, kind: str, fact: str, urgent: bool) -> list[float]:
    """Return a fact of the entries about leads that are urgent, or about those that are not."""
    return [
        float(entry.facts[fact])
        for entry in book.of(kind)
        if (entry.facts["urgent"] == 1.0) is urgent
    ]


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else float("nan")


def _urgent_wait_h(book: Logbook) -> float:
    return _mean(
        [
            wait
            for kind in ("enquiry_began", "lead_left_waiting")
            for wait in _facts(book, kind, "waited_h", urgent=True)
        ]
    )


def _wait_h(book: Logbook) -> float:
    return _mean(_facts(book, "enquiry_began", "waited_h", urgent=False))


def _empty(book: Logbook) -> float:
    told = _facts(book, "enquiry_began", "bits", urgent=False)
    return _mean([float(bits < TELLS) for bits in told])


def _only_leading(book: Logbook) -> float:
    return _mean(_facts(book, "enquiry_began", "only_leading", urgent=False))


def _answered(books: Logbooks) -> Values:
    """Return the share of leads that were answered; nan where none arrived."""
    came = books.count("lead_arrived")
    answered = books.count("enquiry_answered")
    share = np.full(len(books), np.nan)
    np.divide(answered, came, out=share, where=came > 0)
    return share


def _hours_to_stop(books: Logbooks) -> Values:
    return books.first_time_h("enquiries_ended")


METRICS = (
    Metric(
        "urgent_wait_h",
        "Wait of a sign of danger or of a victim, mean (h)",
        partial(_each, read=_urgent_wait_h),
        "less",
    ),
    Metric("loss", "Brier loss of the belief at the end", partial(_closed, fact="loss"), "less"),
    Metric(
        "expected_loss",
        "Brier loss, averaged over what may be true given the answers",
        partial(_closed, fact="expected_loss"),
        "less",
    ),
    Metric("on_truth", "Belief in what is true", partial(_closed, fact="on_truth"), "more"),
    Metric("worked_h", "Hours of work (h)", partial(_closed, fact="worked_h"), "less"),
    Metric("answered", "Share of leads that were answered", _answered, "more"),
    Metric("wait_h", "Wait of an ordinary lead, mean (h)", partial(_each, read=_wait_h), "less"),
    Metric("stopped_h", "Time at which enquiries were ended (h)", _hours_to_stop, "less"),
    Metric(
        "could_not_tell",
        "Share of enquiries whose answer could not have discriminated",
        partial(_each, read=_empty),
        "less",
    ),
    Metric(
        "only_leading",
        "Share of enquiries whose yes only the leading hypothesis expects",
        partial(_each, read=_only_leading),
    ),
)

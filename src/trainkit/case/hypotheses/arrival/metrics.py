"""What is read of the logbooks of a team that weighs hypotheses."""

from collections.abc import Iterable
from functools import partial
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from trainkit.case.hypotheses.arrival.kinds import KINDS
from trainkit.case.hypotheses.arrival.weighing import TELLS
from trainkit.kernel.logbook import Logbooks
from trainkit.model import Metric

Values = NDArray[np.float64]


def _closed(books: Logbooks, fact: str) -> Values:
    return books.first_fact("case_closed", fact)


def _facts(books: Logbooks, kind: str, fact: str, urgent: bool) -> list[list[float]]:
    """Return a fact of the entries about leads that are urgent, or not, run by run."""
    names = [one.name for one in books.kinds]
    known, facts = KINDS[names.index(kind)].facts, books.entries["facts"]
    is_urgent = facts[:, known.index("urgent")] == 1.0
    places = np.flatnonzero((books.entries["kind"] == names.index(kind)) & (is_urgent == urgent))
    values = facts[places, known.index(fact)].tolist()
    ends = np.searchsorted(places, books.starts).tolist()
    return [values[low:high] for low, high in pairwise(ends)]


def _means(runs: Iterable[list[float]]) -> Values:
    return np.array([sum(one) / len(one) if one else float("nan") for one in runs])


def _urgent_wait_h(books: Logbooks) -> Values:
    kinds = "enquiry_began", "lead_left_waiting"
    began, left = (_facts(books, kind, "waited_h", urgent=True) for kind in kinds)
    return _means(one + other for one, other in zip(began, left, strict=True))


def _of_enquiries(books: Logbooks, fact: str) -> Values:
    """Return the mean of a fact of the ordinary enquiries that were begun."""
    return _means(_facts(books, "enquiry_began", fact, urgent=False))


def _empty(books: Logbooks) -> Values:
    runs = _facts(books, "enquiry_began", "bits", urgent=False)
    return _means([float(bits < TELLS) for bits in one] for one in runs)


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
        _urgent_wait_h,
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
    Metric(
        "wait_h",
        "Wait of an ordinary lead, mean (h)",
        partial(_of_enquiries, fact="waited_h"),
        "less",
    ),
    Metric("stopped_h", "Time at which enquiries were ended (h)", _hours_to_stop, "less"),
    Metric(
        "could_not_tell",
        "Share of enquiries whose answer could not have discriminated",
        _empty,
        "less",
    ),
    Metric(
        "only_leading",
        "Share of enquiries whose yes only the leading hypothesis expects",
        partial(_of_enquiries, fact="only_leading"),
    ),
)

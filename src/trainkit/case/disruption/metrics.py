"""What is read of the logbooks of a disruption: never how many were arrested."""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from trainkit.kernel.logbook import Logbook, Logbooks
from trainkit.model import Metric

Values = NDArray[np.float64]
DAYS = (30, 90, 180, 365)
_DAY_H, _WEEK_H = 24.0, 168.0


def capacity_over_time(book: Logbook) -> tuple[Values, Values]:
    """Return when the capacity changed, in hours, and what it was from then on."""
    changes = book.of("capacity_changed")
    times = np.array([entry.time_h for entry in changes])
    return times, np.array([float(entry.facts["capacity"]) for entry in changes])


def capacity_at(book: Logbook, time_h: float) -> float:
    """Return the capacity at a time; nan after the case is closed."""
    closed = book.first("case_closed")
    if closed is not None and time_h > closed.time_h:
        return float("nan")
    times, values = capacity_over_time(book)
    return float(values[np.searchsorted(times, time_h, side="right") - 1])


def began_h(book: Logbook) -> float:
    """Return when the first arrests were made; the opening of the case where there were none."""
    first = book.first("arrests_began")
    return first.time_h if first else 0.0


def expected_harm(book: Logbook) -> float:
    """Return the harm events that were to be expected: the rate times the capacity over time.

    Dangers that nobody acted on count with what they became. It is what `harm_done` counts, less
    the chance of when each happens.
    """
    opened, closed = book.first("case_opened"), book.first("case_closed")
    if opened is None or closed is None:
        return float("nan")
    times, values = capacity_over_time(book)
    weeks = np.diff(np.append(times, closed.time_h)) / _WEEK_H
    left = len(book.of("danger_left")) * float(opened.facts["danger_harm"])
    return float(opened.facts["harm_per_week"]) * float((weeks * values).sum()) + left


def _each(books: Logbooks, read: object) -> Values:
    return np.array([read(books[n]) for n in range(len(books))])  # type: ignore[operator]


def _capacity(books: Logbooks, days: int) -> Values:
    return _each(books, lambda book: capacity_at(book, began_h(book) + days * _DAY_H))


def _impact(books: Logbooks) -> Values:
    return _each(books, lambda book: 1.0 - capacity_at(book, began_h(book)))


def _harm(books: Logbooks) -> Values:
    return _each(books, expected_harm)


def _count(books: Logbooks, kind: str) -> Values:
    return books.count(kind)


def _began(books: Logbooks) -> Values:
    return books.first_time_h("arrests_began") / _WEEK_H


METRICS = (
    *(
        Metric(
            f"capacity_{days}_days",
            f"Capacity {days} days after the first arrests (share of the initial)",
            partial(_capacity, days=days),
            "less",
        )
        for days in DAYS
    ),
    Metric("impact", "Capacity lost on the day of the first arrests", _impact),
    Metric("harm_expected", "Harm events to be expected over the whole case", _harm, "less"),
    Metric("harm", "Harm events over the whole case", partial(_count, kind="harm_done"), "less"),
    Metric(
        "dangers_left",
        "Dangers to life that nobody acted on",
        partial(_count, kind="danger_left"),
        "less",
    ),
    Metric("weeks_to_arrests", "Weeks until the first arrests; nan without any", _began),
    Metric("takeovers", "Posts that were taken over", partial(_count, kind="post_taken_over")),
)

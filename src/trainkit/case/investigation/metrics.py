"""What is read of an investigation: capacity, harm, people protected, law kept; never arrests.

Capacity is what the network can still do, as a share of what it could at the start. Harm goes on
while the case runs and comes first.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from trainkit.case.investigation import readings
from trainkit.kernel.logbook import Logbook, Logbooks
from trainkit.model import Metric

Column = NDArray[np.float64]
DAY_H = 24.0


def capacity_at(days: float) -> Callable[[Logbooks], Column]:
    """Return the reader of the capacity so many days after the case was opened.

    It is nan where the logbook ends more than a quiet day before.
    """
    return _At(days)


class _At:
    """A reader that travels to other processes."""

    def __init__(self, days: float) -> None:
        self.days = days

    def __call__(self, books: Logbooks) -> Column:
        at_h = self.days * DAY_H
        return np.array(
            [
                _capacity(book, at_h) if at_h <= _last_h(book) + DAY_H else np.nan
                for book in readings.each(books)
            ]
        )


def capacity_after(days: float) -> Callable[[Logbooks], Column]:
    """Return the reader of the capacity so many days after the first arrest.

    It is nan where nobody was arrested, or the logbook ends before: a horizon of a year and a first
    arrest on day 90 leave 275 days. Two years, ``horizon_h`` of 17,568, show the 365.
    """
    return _After(days)


class _After:
    """A reader that travels to other processes."""

    def __init__(self, days: float) -> None:
        self.days = days

    def __call__(self, books: Logbooks) -> Column:
        at_h = books.first_time_h("person_arrested") + self.days * DAY_H
        return np.array(
            [
                _capacity(book, one) if one <= _last_h(book) else np.nan
                for book, one in zip(readings.each(books), at_h.tolist(), strict=True)
            ]
        )


def _last_h(book: Logbook) -> float:
    return float(book.entries["time_h"].max(initial=0.0))


def _capacity(book: Logbook, at_h: float) -> float:
    times, values = _steps(book)
    return float(values[np.searchsorted(times, at_h, side="right") - 1])


def _steps(book: Logbook) -> tuple[Column, Column]:
    """Return when the capacity changed and to what, beginning with 1 at hour 0."""
    entries = book.entries[book.entries["kind"] == _kind(book, "capacity_changed")]
    times = np.concatenate([[0.0], entries["time_h"]])
    return times, np.concatenate([[1.0], entries["facts"][:, 0]])


def _kind(book: Logbook, name: str) -> int:
    return [kind.name for kind in book.kinds].index(name)


def capacity_mean(books: Logbooks) -> Column:
    """Return the mean capacity over the first year."""
    return np.array([_mean(book, 365.0 * DAY_H) for book in readings.each(books)])


def _mean(book: Logbook, until_h: float) -> float:
    times, values = _steps(book)
    ends = np.append(np.minimum(times[1:], until_h), until_h)
    lengths = np.clip(ends - np.minimum(times, until_h), 0.0, None)
    return float(np.sum(lengths * values) / until_h)


def recovered(books: Logbooks) -> Column:
    """Return the share of what was lost that the network had again at the end; nan if nothing."""
    return np.array([_recovered(book) for book in readings.each(books)])


def _recovered(book: Logbook) -> float:
    _, values = _steps(book)
    lowest = float(values.min())
    return float((values[-1] - lowest) / (1.0 - lowest)) if lowest < 1.0 else float("nan")


def _total(kind: str, fact: str) -> Callable[[Logbooks], Column]:
    return _Total(kind, fact)


class _Total:
    """A sum of a fact; it travels to other processes."""

    def __init__(self, kind: str, fact: str) -> None:
        self.kind, self.fact = kind, fact

    def __call__(self, books: Logbooks) -> Column:
        return books.total(self.kind, self.fact)


class _Count:
    """A number of entries; it travels to other processes."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __call__(self, books: Logbooks) -> Column:
        return books.count(self.kind)


METRICS = (
    Metric("people_lost", "People lost at sea", _Total("person_lost", "persons"), "less"),
    Metric("exploited_days", "Days of exploitation, over people", readings.exploited_days, "less"),
    Metric("victims_found", "Share of the exploited who were found", readings.found_share, "more"),
    Metric("victims_score", "Victims recognised: recall thrice precision, 0 below the floor",
           readings.victims_score, "more"),
    *(
        Metric(f"capacity_{days}", f"Capacity of the network on day {days}", _At(days), "less")
        for days in (30, 90, 180, 365)
    ),
    *(
        Metric(f"capacity_after_{days}",
               f"Capacity {days} days after the first arrest, if run as long",
               _After(days), "less")
        for days in (30, 90, 180, 365)
    ),
    Metric("capacity_mean", "Mean capacity over the year", capacity_mean, "less"),
    Metric("recovered", "Share of what was lost that came back by the end", recovered, "less"),
    Metric("organisers_convicted", "Organisers convicted on what a court may hear",
           readings.convicted_members, "more"),
    Metric("lost_to_law", "Cases lost to speciality, dual criminality or an expulsion",
           readings.lost_to_law, "less"),
    Metric("bystanders_arrested", "People with no part in it arrested",
           readings.bystanders_charged, "less"),
    Metric("admissible", "Share of the items that a court may hear",
           readings.admissible_share, "more"),
    Metric("custody_broken", "Breaks of custody", _Count("custody_broken"), "less"),
    Metric("orders_expired", "Orders that expired in use", _Count("order_expired_in_use"), "less"),
    Metric("work_duplicated_h", "Work done twice (h)", _Total("work_duplicated", "work_h"), "less"),
    Metric("collisions", "Collisions of the two teams", _Count("teams_collided"), "less"),
    Metric("sources_burned", "Sources given away by the partner", _Count("source_burned"), "less"),
    Metric("alarms", "Times that the network noticed", _Count("alarm_raised"), "less"),
    Metric("bits_tested", "Bits gained on rival explanations",
           _Total("hypothesis_tested", "bits"), "more"),
    Metric("tests_that_tell", "Enquiries that could tell explanations apart",
           readings.tests_that_tell, "more"),
    Metric("confirming", "Share of the enquiries that were chosen to confirm",
           readings.confirming_share, "less"),
    Metric("prompt_enquiries", "Reasoned financial enquiries that yielded within 72 h",
           readings.prompt_enquiries, "more"),
    Metric("branches_reviewed", "Share of terrorist-financing branches reviewed in their term",
           readings.branches_reviewed, "more"),
    Metric("branches_wrong", "People kept in that branch without a foundation",
           readings.branches_wrong, "less"),
    Metric("freezes_held_crowns", "Freezes that survived review (crowns)",
           readings.freezes_held, "more"),
    Metric("confiscated_crowns", "Confiscated (crowns)",
           _Total("assets_confiscated", "crowns"), "more"),
    Metric("minimisation", "Needed fields among those sent to the partner",
           readings.minimisation, "more"),
    Metric("red_lines", "Breaches of red lines", readings.red_line_breaches, "less"),
)  # fmt: skip

"""What is read of an investigation: capacity, harm, people protected, law kept; never arrests.

Capacity is what the network can still do, as a share of what it could at the start. Harm goes on
while the case runs and comes first.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from trainkit.case.finance.enquiry import WANTED_H
from trainkit.case.investigation import redlines
from trainkit.kernel.logbook import Logbook, Logbooks
from trainkit.model import Metric
from trainkit.redlines import breaches

Column = NDArray[np.float64]
DAY_H = 24.0


def capacity_at(days: float) -> Callable[[Logbooks], Column]:
    """Return the reader of the capacity so many days after the case was opened."""
    return _At(days)


class _At:
    """A reader that travels to other processes."""

    def __init__(self, days: float) -> None:
        self.days = days

    def __call__(self, books: Logbooks) -> Column:
        return np.array([_capacity(book, self.days * DAY_H) for book in _each(books)])


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


def _each(books: Logbooks) -> list[Logbook]:
    return [books[number] for number in range(len(books))]


def capacity_mean(books: Logbooks) -> Column:
    """Return the mean capacity over the first year."""
    return np.array([_mean(book, 365.0 * DAY_H) for book in _each(books)])


def _mean(book: Logbook, until_h: float) -> float:
    times, values = _steps(book)
    ends = np.append(np.minimum(times[1:], until_h), until_h)
    lengths = np.clip(ends - np.minimum(times, until_h), 0.0, None)
    return float(np.sum(lengths * values) / until_h)


def recovered(books: Logbooks) -> Column:
    """Return the share of what was lost that the network had again at the end; nan if nothing."""
    return np.array([_recovered(book) for book in _each(books)])


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


def exploited_days(books: Logbooks) -> Column:
    """Return the days of exploitation that came to an end, over people."""
    return books.total("exploitation_ended", "days")


def found_share(books: Logbooks) -> Column:
    """Return the share of the exploited who were found; nan where nobody was exploited."""
    began, found = books.count("exploitation_began"), books.total("exploitation_ended", "found")
    return _share(found, began)


def admissible_share(books: Logbooks) -> Column:
    """Return the share of the items that a court may hear; nan where there is none."""
    items = books.count("item_obtained")
    heard = books.total("item_obtained", "evidence")
    return _share(heard, items)


def _share(some: Column, of: Column) -> Column:
    shares: Column = np.divide(some, of, out=np.full(len(of), np.nan), where=of > 0)
    return shares


def prompt_enquiries(books: Logbooks) -> Column:
    """Return how many reasoned financial enquiries yielded within 72 h."""
    return np.array([_prompt(book) for book in _each(books)])


def _prompt(book: Logbook) -> float:
    answers = [entry.facts for entry in book.of("enquiry_answered")]
    return float(sum(f["yielded"] == 1.0 and float(f["after_h"]) <= WANTED_H for f in answers))


def freezes_held(books: Logbooks) -> Column:
    """Return the crowns whose freeze survived its review."""
    return np.array(
        [
            sum(float(e.facts["crowns"]) for e in book.of("freeze_reviewed") if e.facts["held"])
            for book in _each(books)
        ],
        dtype=np.float64,
    )


def convicted_members(books: Logbooks) -> Column:
    """Return how many organisers were convicted on admissible evidence."""
    return np.array([_convicted(book) for book in _each(books)], dtype=np.float64)


def _convicted(book: Logbook) -> int:
    return sum(
        entry.facts["result"] == "convicted" and entry.facts["rank"] in {"boss", "executive"}
        for entry in book.of("trial_ended")
    )


def bystanders_charged(books: Logbooks) -> Column:
    """Return how many people with no part in it were arrested."""
    return books.count("person_arrested") - books.total("person_arrested", "member")


def red_line_breaches(books: Logbooks) -> Column:
    """Return how many breaches of red lines there were."""
    read = [number for number, kind in enumerate(books.kinds) if kind.name in redlines.READ]
    return np.array([_breached(book, read) for book in _each(books)], dtype=np.float64)


def _breached(book: Logbook, read: list[int]) -> int:
    """Return the breaches in the entries that the rules read; the others are many."""
    entries = book.entries[np.isin(book.entries["kind"], read)]
    return len(breaches(redlines.RULES, Logbook(book.kinds, book.subjects, entries)))


METRICS = (
    Metric("people_lost", "People lost at sea", _Total("person_lost", "persons"), "less"),
    Metric("exploited_days", "Days of exploitation, over people", exploited_days, "less"),
    Metric("victims_found", "Share of the exploited who were found", found_share, "more"),
    *(
        Metric(f"capacity_{days}", f"Capacity of the network on day {days}", _At(days), "less")
        for days in (30, 90, 180, 365)
    ),
    Metric("capacity_mean", "Mean capacity over the year", capacity_mean, "less"),
    Metric("recovered", "Share of what was lost that came back by the end", recovered, "less"),
    Metric("organisers_convicted", "Organisers convicted on what a court may hear",
           convicted_members, "more"),
    Metric("bystanders_arrested", "People with no part in it arrested", bystanders_charged, "less"),
    Metric("admissible", "Share of the items that a court may hear", admissible_share, "more"),
    Metric("custody_broken", "Breaks of custody", _Count("custody_broken"), "less"),
    Metric("orders_expired", "Orders that expired in use", _Count("order_expired_in_use"), "less"),
    Metric("work_duplicated_h", "Work done twice (h)", _Total("work_duplicated", "work_h"), "less"),
    Metric("collisions", "Collisions of the two teams", _Count("teams_collided"), "less"),
    Metric("alarms", "Times that the network noticed", _Count("alarm_raised"), "less"),
    Metric("bits_tested", "Bits gained on rival explanations",
           _Total("hypothesis_tested", "bits"), "more"),
    Metric("prompt_enquiries", "Reasoned financial enquiries that yielded within 72 h",
           prompt_enquiries, "more"),
    Metric("freezes_held_crowns", "Freezes that survived review (crowns)", freezes_held, "more"),
    Metric("confiscated_crowns", "Confiscated (crowns)",
           _Total("assets_confiscated", "crowns"), "more"),
    Metric("red_lines", "Breaches of red lines", red_line_breaches, "less"),
)  # fmt: skip

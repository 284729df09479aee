"""What is read of the logbooks of an operation: lives and hours in distress first.

Interceptions and boardings are no measure of success. What ends after the horizon is not counted;
its share is small where the horizon is long against a passage.
"""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from trainkit.joint.operation.kinds import NUMBER, SOURCES
from trainkit.kernel.logbook import Logbooks
from trainkit.model import Metric

_MANY = 1 << 32
Values = NDArray[np.float64]


def _total(books: Logbooks, kind: str, fact: str) -> Values:
    return books.total(kind, fact)


def _count(books: Logbooks, kind: str) -> Values:
    return books.count(kind)


def _person_hours(books: Logbooks) -> Values:
    """Return hours in distress summed over people: recovered, lost, cast ashore."""
    hours = books.total("persons_recovered", "person_hours")
    for kind in ("person_lost", "boat_landed"):
        hours = hours + books.total(kind, "person_hours")
    return hours


def _share_lost(books: Logbooks) -> Values:
    lost = books.total("person_lost", "persons")
    people = books.total("boat_departed", "persons")
    return _ratio(lost, people)


def _ratio(part: Values, whole: Values) -> Values:
    share: Values = np.divide(part, whole, out=np.full(len(whole), np.nan), where=whole > 0)
    return share


def _mean(books: Logbooks, kind: str, fact: str) -> Values:
    return _ratio(books.total(kind, fact), books.count(kind))


def _mean_of_first(books: Logbooks, kind: str, fact: str) -> Values:
    """Return the mean of a fact over the first entry of a kind for each case that has it."""
    number, column = NUMBER[kind], _column(books, kind, fact)
    facts = books.entries["facts"]
    places = np.flatnonzero((books.entries["kind"] == number) & ~np.isnan(facts[:, column]))
    replication = np.searchsorted(books.starts, places, side="right") - 1
    keys = replication * _MANY + facts[places, _column(books, kind, "case")].astype(np.int64)
    _, first = np.unique(keys, return_index=True)
    count = np.bincount(replication[first], minlength=len(books)).astype(np.float64)
    values = facts[places[first], column]
    total: Values = np.bincount(replication[first], values, len(books)).astype(np.float64)
    return _ratio(total, count)


def _column(books: Logbooks, kind: str, fact: str) -> int:
    return books.kinds[NUMBER[kind]].facts.index(fact)


def _false_alarms(books: Logbooks) -> Values:
    """Return how many alerts had no boat behind them."""
    number, column = NUMBER["alert_received"], _column(books, "alert_received", "source")
    false = books.entries["facts"][:, column] == SOURCES.index("false")
    places = np.flatnonzero((books.entries["kind"] == number) & false)
    return np.diff(np.searchsorted(places, books.starts)).astype(np.float64)


def _invalid_boardings(books: Logbooks) -> Values:
    return books.count("boarding_began") - books.total("boarding_began", "valid")


def _accepted(books: Logbooks) -> Values:
    return _ratio(books.count("handover_accepted"), books.count("handover_requested"))


METRICS = (
    Metric("lost", "People lost", partial(_total, kind="person_lost", fact="persons"), "less"),
    Metric(
        "person_hours_in_distress_h", "Hours in distress, over people (h)", _person_hours, "less"
    ),
    Metric("share_lost", "People lost, of those who left", _share_lost, "less"),
    Metric(
        "recovered",
        "People recovered",
        partial(_total, kind="persons_recovered", fact="persons"),
    ),
    Metric(
        "ashore",
        "People brought to a place of safety",
        partial(_total, kind="persons_disembarked", fact="persons"),
    ),
    Metric(
        "landed",
        "People who landed by themselves",
        partial(_total, kind="boat_landed", fact="persons"),
    ),
    Metric("departed", "Boats that left", partial(_count, kind="boat_departed")),
    Metric("distressed", "Boats in distress", partial(_count, kind="distress_began")),
    Metric(
        "alert_h",
        "First alert to a centre after distress began, mean (h)",
        partial(_mean_of_first, kind="alert_received", fact="distress_h"),
        "less",
    ),
    Metric(
        "first_unit_h",
        "From alert to the first unit on scene, mean (h)",
        partial(_mean_of_first, kind="unit_on_scene", fact="response_h"),
        "less",
    ),
    Metric(
        "recovery_h",
        "From alert to people aboard, mean (h)",
        partial(_mean, kind="persons_recovered", fact="waited_h"),
        "less",
    ),
    Metric(
        "message_h",
        "Message sent to message read, mean (h)",
        partial(_mean, kind="message_received", fact="age_h"),
        "less",
    ),
    Metric("searches_suspended", "Searches suspended", partial(_count, kind="search_suspended")),
    Metric("sightings", "Boats sighted by patrols", partial(_count, kind="boat_sighted")),
    Metric(
        "capsized", "Boats capsized at an approach", partial(_count, kind="boat_capsized"), "less"
    ),
    Metric("merchants_asked", "Merchant ships asked", partial(_count, kind="merchant_asked")),
    Metric(
        "handovers_accepted",
        "Hand-overs accepted, of those asked for",
        _accepted,
    ),
    Metric("averted", "Departures averted by a warning", partial(_count, kind="departure_averted")),
    Metric(
        "displaced",
        "Departures that a warning displaced",
        partial(_count, kind="departure_displaced"),
        "less",
    ),
    Metric("boardings", "Boardings under way", partial(_count, kind="boarding_began")),
    Metric(
        "boardings_without_plan", "Joint boardings without a valid plan", _invalid_boardings, "less"
    ),
    Metric(
        "alerts_kept_waiting",
        "Alerts kept waiting by a boarding",
        partial(_count, kind="alert_kept_waiting"),
        "less",
    ),
    Metric("false_alarms", "Alerts without a boat", _false_alarms),
    Metric("cases_closed", "Cases closed", partial(_count, kind="case_closed")),
)

"""The desk as a queue: Pollaczek and Khinchine, Cobham, preemptive resume, Little, against runs.

Arrivals are Poisson and reading is exponential with a mean of one hour, so that rates are loads.
"""

import math

import numpy as np
import pytest
from tests.joint.messages.conftest import books, exchange, logbook, metric, traffic

from trainkit.joint.messages.rules import RULES, inversions

LOADS = {"distress": 0.2, "incident": 0.3, "risk": 0.2}
RESIDUAL_H = sum(LOADS.values())
"""Mean work that an arrival finds in hand: half the second moment of reading, times the rate."""
LONG_H, RUNS = 1500.0, 12
"""So long that standard errors are below 8 in 100, which `assert_near` demands."""


def sojourns_h(queue, loads, **changed):
    """Return means and standard errors of the hours from fact to end of reading, by class."""
    streams = [traffic(name, rate) for name, rate in loads.items()]
    found = books(exchange(*streams, queue=queue, watch_h=LONG_H, **changed), RUNS, 300.0)
    hours = {name: metric(f"{name}_minutes", found) / 60.0 for name in loads}
    return {
        name: (values.mean(), values.std(ddof=1) / math.sqrt(RUNS))
        for name, values in hours.items()
    }


def assert_near(found, theory_h):
    for name, hours in theory_h.items():
        mean, error = found[name]
        assert abs(mean - hours) < 4 * error, (name, mean, hours, error)
        assert error < 0.08 * hours


@pytest.mark.slow
def test_first_come_first_served_meets_m_m_1():
    load = sum(LOADS.values())

    found = sojourns_h("first_come", LOADS)

    assert_near(found, dict.fromkeys(LOADS, 1.0 / (1.0 - load)))


@pytest.mark.slow
def test_by_class_meets_cobham_s_means_of_non_preemptive_priority():
    found = sojourns_h("by_class", LOADS)

    sums = np.concatenate(([0.0], np.cumsum(list(LOADS.values()))))
    waits_h = RESIDUAL_H / ((1 - sums[:-1]) * (1 - sums[1:]))
    assert_near(found, dict(zip(LOADS, 1.0 + waits_h, strict=True)))


@pytest.mark.slow
def test_two_classes_meet_the_means_of_preemptive_resume():
    high, low = 0.3, 0.4

    found = sojourns_h("preemptive", {"distress": high, "risk": low})

    theory_h = {
        "distress": 1.0 / (1.0 - high),
        "risk": (1.0 + (high + low) / (1.0 - high - low)) / (1.0 - high),
    }
    assert_near(found, theory_h)


@pytest.mark.slow
def test_below_distress_the_classes_wait_as_non_preemptive_customers_of_a_desk_with_absences():
    found = sojourns_h("preemptive", LOADS)

    alone = 1.0 / (1.0 - LOADS["distress"])
    total_h = sum(LOADS.values()) / (1.0 - sum(LOADS.values()))
    mean, error = found["distress"]
    assert abs(mean - alone) < 4 * error
    number = sum(rate * found[name][0] for name, rate in LOADS.items())
    spread = math.sqrt(sum((rate * found[name][1]) ** 2 for name, rate in LOADS.items()))
    assert abs(number - total_h) < 4 * spread  # the number at an M/M/1 desk, whatever the order


def at_desk(book, times_h):
    """Return how many messages are at the reading desk at each of the times."""
    arrived = np.array([entry.time_h for entry in book.of("message_arrived")])
    read = np.array([entry.time_h for entry in book.of("message_read")])
    return np.searchsorted(arrived, times_h) - np.searchsorted(np.sort(read), times_h)


@pytest.mark.slow
def test_little_s_law_holds_at_the_desk():
    streams = [traffic(name, rate) for name, rate in LOADS.items()]
    numbers, ages_h, rates = [], [], []
    for place in range(6):
        book = logbook(exchange(*streams, watch_h=LONG_H), place)
        facts = book.of("fact_at_desk")
        numbers.append(at_desk(book, np.arange(50.0, LONG_H, 0.25)).mean())
        ages_h.append(np.mean([entry.facts["age_h"] for entry in facts]))
        rates.append(len(facts) / LONG_H)

    np.testing.assert_allclose(numbers, np.multiply(rates, ages_h), rtol=0.06)


def test_a_distress_message_never_waits_behind_another_where_it_sets_aside():
    streams = [traffic(name, 2 * rate) for name, rate in LOADS.items()]

    for officers in (1, 2):
        book = logbook(exchange(*streams, officers=officers, watch_h=100.0, queue="preemptive"))
        assert book.of("job_set_aside")
        assert inversions(book) == []
        assert [line for rule in RULES for line in rule(book)] == []


def test_a_distress_message_that_waits_is_red_line_1_with_the_minutes_it_waited():
    streams = [traffic("risk", 0.8), traffic("distress", 0.1)]

    book = logbook(exchange(*streams, watch_h=100.0, queue="by_class"))

    waits = inversions(book)
    assert waits
    lines = [line for rule in RULES for line in rule(book)]
    assert {line.rule for line in lines} == {"R1"}
    for entry, other, held_h in waits:
        taken = next(
            one for one in book.of("job_taken_up") if one.facts["message"] == entry.facts["message"]
        )
        assert other == "risk"
        assert 0.0 < held_h <= taken.time_h - entry.time_h + 1e-9


def test_work_that_was_set_aside_is_finished_and_takes_its_whole_time():
    streams = [traffic("risk", 0.5), traffic("distress", 0.3)]

    book = logbook(exchange(*streams, watch_h=200.0))

    worked_h, began_h = {}, {}
    for entry in book:
        job = entry.facts.get("message"), entry.facts.get("job")
        if entry.kind == "job_taken_up":
            began_h[job] = entry.time_h
        elif entry.kind in {"job_set_aside", "job_done"}:
            worked_h[job] = worked_h.get(job, 0.0) + entry.time_h - began_h[job]
    alone = logbook(exchange(*streams, officers=20, watch_h=200.0))
    reading_h = {
        (end.facts["message"], "read"): end.time_h - begin.time_h
        for begin in alone.of("job_taken_up")
        for end in alone.of("job_done")
        if begin.facts["message"] == end.facts["message"]
    }
    assert set(worked_h) == set(reading_h)
    for job, hours in worked_h.items():
        assert hours == pytest.approx(reading_h[job])

"""Without geography, units are the servers of M/M/c and cases its customers.

Units stand by where the boats leave, need no notice and no rest, carry everyone, and take an
exponential time; alerts are departures delayed each by its own time, so a Poisson process too.
What is left of the sea adds less than a thousandth of an hour.
"""

import math

import numpy as np
import pytest
from scipy import stats
from tests.joint.operation.waters import by_case, facts, operation, run, times, unit

SEA_H = 1e-3
WARM_H, UNTIL_H, RUNS = 60.0, 660.0, 8


def erlang_c(servers, load):
    """Return the chance of waiting in M/M/c, from the sum itself."""
    terms = [load**k / math.factorial(k) for k in range(servers)]
    last = load**servers / math.factorial(servers) * servers / (servers - load)
    return last / (sum(terms) + last)


def queue(servers, per_h, service_h):
    units = tuple(
        unit(f"Skua {number}", flies=True, recovery_per_h=10.0 / service_h)
        for number in range(servers)
    )
    return operation(units=units, departures_per_day=24.0 * per_h)


@pytest.fixture(scope="module", params=[(1, 0.6, 0.8), (3, 1.8, 1.0)], ids=["M/M/1", "M/M/3"])
def served(request):
    """Arrivals an hour, servers, mean service, and the logbooks of independent runs."""
    servers, per_h, service_h = request.param
    spec = queue(servers, per_h, service_h)
    return servers, per_h, service_h, [run(spec, UNTIL_H, replication=n) for n in range(RUNS)]


def waits(book):
    """Return the waits of the cases that were opened after the warm-up, and left to be served."""
    return np.array(
        [
            entry.facts["response_h"]
            for entry in book.of("unit_on_scene")
            if WARM_H <= entry.time_h - entry.facts["response_h"] < UNTIL_H - WARM_H
        ]
    )


def meets(values, theory):
    """Return whether the means of independent runs are those of theory, four sigma wide."""
    error = np.std(values, ddof=1) / math.sqrt(len(values))
    return abs(np.mean(values) - theory) < 4.0 * error + SEA_H


@pytest.mark.slow
def test_the_mean_wait_for_a_unit_is_erlangs(served):
    servers, per_h, service_h, books = served
    load = per_h * service_h
    theory_h = erlang_c(servers, load) * service_h / (servers - load)

    found = [waits(book).mean() for book in books]

    assert meets(found, theory_h)
    assert np.std(found, ddof=1) / math.sqrt(RUNS) < 0.2 * theory_h


@pytest.mark.slow
def test_the_share_of_cases_that_wait_at_all_is_erlangs(served):
    servers, per_h, service_h, books = served

    assert meets([(waits(b) > SEA_H).mean() for b in books], erlang_c(servers, per_h * service_h))


@pytest.mark.slow
def test_the_time_aboard_is_the_exponential_service(served):
    _, _, service_h, books = served
    book = books[0]
    on_scene, aboard = by_case(book, "unit_on_scene"), by_case(book, "persons_recovered")

    taken_h = [aboard[case].time_h - on_scene[case].time_h for case in aboard]

    assert stats.kstest(taken_h, "expon", args=(0.0, service_h)).pvalue > 1e-3


def waiting(book):
    """Return hours x cases that waited, from the times of two kinds of entry alone."""
    told, came = by_case(book, "alert_received"), by_case(book, "unit_on_scene")
    steps = [(entry.time_h, 1) for entry in told.values()]
    steps += [(entry.time_h, -1) for entry in came.values()]
    area, number, since = 0.0, 0, 0.0
    for time_h, step in sorted(steps):
        area += number * (time_h - since)
        number, since = number + step, time_h
    return area + number * (UNTIL_H - since)


@pytest.mark.slow
def test_little_holds_for_the_cases_that_wait(served):
    """L = lambda W, the waits told by the entries against the queue counted by their times."""
    for book in served[-1]:
        told, came = by_case(book, "alert_received"), by_case(book, "unit_on_scene")
        unserved_h = sum(UNTIL_H - told[case].time_h for case in set(told) - set(came))
        waited_h = facts(book, "unit_on_scene", "response_h").sum()

        assert waiting(book) == pytest.approx(waited_h + unserved_h, rel=1e-9)


@pytest.mark.slow
def test_the_queue_is_as_long_as_littles_law_and_erlang_say(served):
    servers, per_h, service_h, books = served
    load = per_h * service_h
    length = erlang_c(servers, load) * load / (servers - load)

    # The runs begin with nobody waiting, and a tenth of their time is allowed for that.
    found = [waiting(book) / UNTIL_H for book in books]

    error = np.std(found, ddof=1) / math.sqrt(RUNS)
    assert 0.9 * length - 4.0 * error < np.mean(found) < length + 4.0 * error


@pytest.mark.slow
def test_alerts_are_a_poisson_process(served):
    _, per_h, _, books = served
    gaps = np.concatenate([np.diff(times(book, "alert_received")) for book in books])

    assert stats.kstest(gaps, "expon", args=(0.0, 1.0 / per_h)).pvalue > 1e-3


def test_distress_is_served_before_an_earlier_alert_that_is_not_distress():
    """One unit is busy; who waits in distress goes first, though the other waited longer."""
    one = unit(flies=True, recovery_per_h=1.0)
    slow = {"distress_mean_h": 20.0, "escalate_mean_h": 48.0}
    spec = operation(units=(one,), departures_per_day=12.0, **slow)
    book = run(spec, 200.0)
    phases = {}
    jumped = 0
    open_cases = {}
    for entry in book:
        case = entry.facts.get("case")
        if entry.kind == "alert_received":
            open_cases.setdefault(case, entry.time_h)
        elif entry.kind == "phase_declared":
            phases[case] = entry.facts["phase"]
        elif entry.kind == "unit_tasked":
            graver = [c for c in open_cases if phases[c] == "distress"]
            assert phases[case] == "distress" or not graver
            earlier = [c for c in open_cases if open_cases[c] < open_cases[case]]
            jumped += bool(earlier)
            del open_cases[case]
    assert jumped > 0

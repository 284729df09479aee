"""The queue for interpreters against M/M/c, Cobham and Little.

Everybody is met in a Poisson stream, wants to speak, and is heard for an exponential time of mean 1
hour by one of several interpreters; the horizon of the run is set far behind the last of them.
"""

import dataclasses
import math

import numpy as np
import pytest

PEOPLE, RUNS = 1000, 8
"""So many that the standard error is below 15 in 100, which `assert_near` demands."""


def day(plain, load, interpreters, **changed):
    groups = plain.parameters.groups
    return dataclasses.replace(
        plain.vary(
            {
                "groups.0.people": PEOPLE,
                "groups.0.between_h": 1.0 / load,
                "interpreters.0.people": interpreters,
                "account_h": 1.0,
                **changed,
            }
        ),
        horizon_h=50_000.0,
    ), groups


def waits(books, subject="", read=np.mean):
    """Return the mean wait of each replication, without the first tenth of the people."""
    found = []
    for place in range(len(books)):
        entries = [e for e in books[place].of("rights_explained") if e.subject.startswith(subject)]
        late = entries[len(entries) // 10 :]
        found.append(read(np.array([e.facts["waited_h"] for e in late])))
    return np.array(found)


def assert_near(values, theory):
    error = values.std(ddof=1) / math.sqrt(len(values))
    assert abs(values.mean() - theory) < 4 * error, (values.mean(), theory, error)
    assert error < 0.15 * theory


def erlang_chance(servers, load):
    """Return the chance of waiting in M/M/c, summed term by term."""
    terms = [load**n / math.factorial(n) for n in range(servers)]
    full = load**servers / math.factorial(servers) / (1 - load / servers)
    return full / (sum(terms) + full)


@pytest.mark.slow
@pytest.mark.parametrize(("load", "interpreters"), [(0.6, 1), (1.4, 2), (2.1, 3)])
def test_waiting_for_an_interpreter_meets_m_m_c(plain, books, load, interpreters):
    scenario, _ = day(plain, load, interpreters)

    found = books(scenario, RUNS)

    chance = erlang_chance(interpreters, load)
    assert_near(waits(found), chance / (interpreters - load))
    at_all = waits(found, read=lambda hours: (hours > 0.0).mean())
    assert_near(at_all, chance)
    assert at_all.std(ddof=1) / math.sqrt(RUNS) < 0.06 * chance


@pytest.mark.slow
def test_children_first_meets_cobham_s_means(plain, books):
    """Two classes of loads 0.3 and 0.4 at one interpreter, who finishes what is begun."""
    high, low = 0.3, 0.4
    group = plain.parameters.groups[0]
    young = group.model_copy(
        update={"name": "young", "child": True, "people": 700, "between_h": 1 / high}
    )
    others = group.model_copy(update={"name": "others", "people": 930, "between_h": 1 / low})
    scenario = dataclasses.replace(
        plain.vary({"groups": (young, others), "account_h": 1.0, "order": "need_first"}),
        horizon_h=50_000.0,
    )

    found = books(scenario, RUNS)

    work = high + low
    assert_near(waits(found, subject="young"), work / (1 - high))
    assert_near(waits(found, subject="others"), work / ((1 - high) * (1 - work)))


@pytest.mark.slow
def test_little_s_law_holds_for_those_who_wait(plain, books):
    """People who wait, on average over time, are their rate times their mean wait: exactly."""
    scenario, _ = day(plain, 0.7, 1)
    book = books(scenario, 1)[0]

    asked = np.sort([e.time_h for e in book.of("requested") if e.facts["resource"] == 4])
    taken = np.sort([e.time_h for e in book.of("seized") if e.facts["resource"] == 4])
    waited = sum(e.facts["waited_h"] for e in book.of("rights_explained"))
    times = np.concatenate([asked, taken])
    order = np.argsort(times, kind="stable")
    steps = np.concatenate([np.ones(len(asked)), -np.ones(len(taken))])[order]
    waiting = np.cumsum(steps)[:-1]

    area = float(np.sum(waiting * np.diff(times[order])))

    assert area == pytest.approx(waited, rel=1e-9)


def test_an_interpreter_who_comes_later_hears_nobody_before(plain, books):
    scenario = plain.vary({"interpreters.0.from_h": 3.0, "groups.0.people": 5})

    book = books(scenario, 1)[0]

    assert len(book.of("account_began")) == 5
    assert book.first("account_began").time_h == pytest.approx(3.0)


def test_the_hours_of_interpreters_are_those_of_explaining_account_and_pauses(
    authored, books, metric
):
    """One who needs an interpreter, no distress: 0.5 to explain, 1 to tell, one pause of 0.15."""
    scenario = authored.vary({"distress_per_h": 0.0, "willing": 1.0, "interviewers": 9, "rooms": 9})

    found = books(scenario, 3)

    heard = [
        sum(not e.subject.startswith("tug") for e in found[n].of("account_began")) for n in range(3)
    ]
    np.testing.assert_allclose(metric("interpreters_h", found), 1.65 * np.array(heard))

"""The desk as a queue: Pollaczek and Khinchine, Cobham, preemptive resume, Little, against runs."""

import math

import numpy as np
import pytest
from tests.case.sharing.conftest import books, desk, logbook, metric, need

LOADS = {"danger_to_life": 0.15, "urgent": 0.25, "routine": 0.3}
LONG_H, RUNS = 3000.0, 10


def sojourns_h(loads=LOADS, **changed):
    """Return mean and standard error of the hours from need to answer, by urgency."""
    needs = [need(name, rate) for name, rate in loads.items()]
    found = books(desk(*needs, watch_h=LONG_H, **changed), RUNS)
    hours = {name: metric(f"{name}_minutes", found) / 60.0 for name in loads}
    return {
        name: (values.mean(), values.std(ddof=1) / math.sqrt(RUNS))
        for name, values in hours.items()
    }


def assert_near(found, theory_h):
    for name, hours in theory_h.items():
        mean, error = found[name]
        assert abs(mean - hours) < 4 * error, (name, mean, hours, error)
        assert error < 0.12 * hours


def cobham_h(loads, second_moment):
    """Mean hours at the desk, by class, for checks of a mean of one hour."""
    sums = np.concatenate(([0.0], np.cumsum(list(loads.values()))))
    begun_h = 0.5 * sums[-1] * second_moment
    waits_h = begun_h / ((1 - sums[:-1]) * (1 - sums[1:]))
    return dict(zip(loads, 1.0 + waits_h, strict=True))


@pytest.mark.slow
def test_by_urgency_meets_cobham_with_exponential_checks():
    assert_near(sojourns_h(), cobham_h(LOADS, second_moment=2.0))


@pytest.mark.slow
def test_by_urgency_meets_cobham_with_lognormal_checks():
    sigma = 0.5

    found = sojourns_h(law="lognormal", sigma=sigma)

    assert_near(found, cobham_h(LOADS, second_moment=math.exp(sigma * sigma)))


@pytest.mark.slow
def test_as_they_come_meets_pollaczek_and_khinchine():
    sigma, load = 0.5, sum(LOADS.values())

    found = sojourns_h(order="first_come", law="lognormal", sigma=sigma)

    wait_h = 0.5 * load * math.exp(sigma * sigma) / (1.0 - load)
    assert_near(found, dict.fromkeys(LOADS, 1.0 + wait_h))


@pytest.mark.slow
def test_a_life_that_sets_aside_meets_preemptive_resume():
    high, low = 0.25, 0.4

    found = sojourns_h({"danger_to_life": high, "routine": low}, order="preemptive")

    theory_h = {
        "danger_to_life": 1.0 / (1.0 - high),
        "routine": (1.0 + (high + low) / (1.0 - high - low)) / (1.0 - high),
    }
    assert_near(found, theory_h)


@pytest.mark.slow
def test_little_s_law_holds_at_the_desk():
    numbers, hours, rates = [], [], []
    for place in range(5):
        needs = [need(name, rate) for name, rate in LOADS.items()]
        book = logbook(desk(*needs, watch_h=LONG_H), place)
        came, done = (
            np.sort([entry.time_h for entry in book.of(kind)])
            for kind in ("job_queued", "job_done")
        )
        times_h = np.arange(50.0, LONG_H, 0.25)
        inside = np.searchsorted(came, times_h) - np.searchsorted(done, times_h)
        numbers.append(inside.mean())
        hours.append(np.mean([entry.facts["age_h"] for entry in book.of("need_answered")]))
        rates.append(len(came) / LONG_H)

    np.testing.assert_allclose(numbers, np.multiply(rates, hours), rtol=0.06)


@pytest.mark.slow
@pytest.mark.parametrize(("refusal", "mended"), [("reasoned", 0.95), ("bare", 0.4)])
def test_a_fault_is_refused_a_geometric_number_of_times(refusal, mended):
    told = {"refusal": refusal, "check_mean_h": 0.001, "return_mean_h": 0.1}

    found = books(desk(need("routine", 2.0, faulty=0.5), watch_h=500.0, **told), 6)

    needs, refused = (found.count(kind).sum() for kind in ("need_arose", "request_refused"))
    assert refused / needs == pytest.approx(0.5 / mended, rel=0.06)

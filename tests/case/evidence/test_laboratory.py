"""The laboratory as a queue: Erlang, Pollaczek and Khinchine, Cobham, Little, against runs.

Arrivals are Poisson and a mean examination is a day, so that rates are loads.
"""

import math

import numpy as np
import pytest
from scipy import stats
from tests.case.evidence.clockwork import books, clock, exhibit, logbook

from trainkit.case.evidence.laboratory import (
    STATE_MEDIAN_DAYS,
    STATE_SIGMA,
    share_within,
    wait_many,
    wait_one,
    waiting_chance,
    waits_by_rank,
)
from trainkit.errors import TrainkitError

DAYS, WARM, RUNS = 1000.0, 100.0, 8
"""Long enough that the standard error is below 12 in 100, which `assert_near` demands."""


def waits(spec, days):
    """Return the waits in days of each run, without the warm-up, by exhibit."""
    found = {one.name: [] for one in spec.exhibits}
    for n in range(RUNS):
        book = logbook(spec, n, days)
        for name, runs in found.items():
            began = [e for e in book.of("examination_began", name) if e.time_h > 24 * WARM]
            runs.append(np.array([one.facts["waited_h"] / 24 for one in began]))
    return list(found.values())


def waited(spec, days=DAYS):
    """Return the mean wait in days of each run, by exhibit."""
    return [np.array([run.mean() for run in runs]) for runs in waits(spec, days)]


def assert_near(found, theory):
    error = found.std(ddof=1) / math.sqrt(len(found))
    assert abs(found.mean() - theory) < 4 * error, (found.mean(), theory, error)
    assert error < 0.12 * theory


@pytest.mark.slow
@pytest.mark.parametrize(("examiners", "days"), [(1, DAYS), (3, 600.0)])
def test_the_unit_meets_erlang_with_one_examiner_and_with_three(examiners, days):
    rate = 0.75 * examiners

    (runs,) = waits(clock(exhibit(rate_per_day=rate), examiners=examiners), days)

    assert_near(np.array([run.mean() for run in runs]), wait_many(examiners, rate, 1.0))
    at_all = np.array([(run > 0.0).mean() for run in runs])
    assert_near(at_all, waiting_chance(examiners, rate))
    assert at_all.std(ddof=1) / math.sqrt(RUNS) < 0.05 * at_all.mean()


@pytest.mark.slow
@pytest.mark.parametrize(("law", "sigma"), [("lognormal", 0.8), ("fixed", 0.0)])
def test_the_unit_meets_pollaczek_and_khinchine_with_any_law(law, sigma):
    variation = math.sqrt(math.expm1(sigma**2))

    found = waited(clock(exhibit(rate_per_day=0.7), examine_law=law, examine_sigma=sigma))

    assert_near(found[0], wait_one(0.7, 1.0, variation))


@pytest.mark.slow
def test_ranks_meet_cobham_s_means_and_what_is_in_hand_is_finished():
    rates = (0.2, 0.3, 0.25)
    flows = [exhibit(f"rank {n}", rate, rank=n) for n, rate in enumerate(rates)]
    spec = clock(*flows, examine_law="lognormal", examine_sigma=0.6)
    variation = math.sqrt(math.expm1(0.6**2))

    theory = waits_by_rank(rates, (1.0,) * 3, (variation,) * 3)

    for found, wait in zip(waited(spec, 2 * DAYS), theory, strict=True):
        assert_near(found, wait)


@pytest.mark.slow
def test_as_they_come_all_ranks_wait_alike_and_the_mean_over_all_is_conserved():
    rates = (0.4, 0.35)
    flows = [exhibit(f"rank {n}", rate, rank=n) for n, rate in enumerate(rates)]

    for order, theory in (
        ("first_come", [wait_one(0.75, 1.0, 1.0)] * 2),
        ("by_rank", waits_by_rank(rates, (1.0, 1.0), (1.0, 1.0))),
    ):
        for found, wait in zip(waited(clock(*flows, order=order)), theory, strict=True):
            assert_near(found, wait)
        total = sum(rate * wait for rate, wait in zip(rates, theory, strict=True))
        assert total == pytest.approx(0.75 * wait_one(0.75, 1.0, 1.0))  # Kleinrock's law


@pytest.mark.slow
def test_little_s_law_holds_at_the_laboratory():
    for n in range(4):
        book = logbook(clock(exhibit(rate_per_day=0.7)), n, DAYS)
        arrived = np.array([one.time_h for one in book.of("requested")])
        ended = np.array([one.time_h for one in book.of("examination_ended")])
        at_h = np.arange(24 * WARM, 24 * DAYS, 6.0)
        number = (np.searchsorted(arrived, at_h) - np.searchsorted(ended, at_h)).mean()
        stay_days = (ended - arrived[: len(ended)]).mean() / 24

        assert number == pytest.approx(len(ended) / DAYS * stay_days, rel=0.06)


def test_one_examiner_of_erlang_is_the_one_of_pollaczek_and_cobham_s_single_rank():
    for rate in (0.1, 0.5, 0.9):
        one = wait_one(rate, 1.0, 1.0)

        assert wait_many(1, rate, 1.0) == pytest.approx(one)
        assert waits_by_rank([rate], [1.0], [1.0])[0] == pytest.approx(one)
        assert waiting_chance(1, rate) == pytest.approx(rate)


def test_erlang_s_chance_of_waiting_is_that_of_its_sum():
    """C(3, 2) = (8/6 · 3) / (1 + 2 + 2 + 8/6 · 3) = 4/9, from the definition."""
    assert waiting_chance(3, 2.0) == pytest.approx(4.0 / 9.0)


def test_a_laboratory_that_is_given_too_much_has_no_mean_wait():
    with pytest.raises(TrainkitError, match="is given 120 % of the work that it can do"):
        wait_one(1.2, 1.0, 1.0)


def test_the_state_laboratory_s_law_passes_through_the_published_shares():
    law = stats.lognorm(STATE_SIGMA, scale=STATE_MEDIAN_DAYS)

    assert law.cdf(365 / 4) == pytest.approx(0.60)
    assert law.cdf(365) == pytest.approx(0.99)
    for days in (10.0, 77.0, 200.0):
        assert share_within(days) == pytest.approx(law.cdf(days))
    assert share_within(0.0) == 0.0


@pytest.mark.slow
def test_of_the_state_laboratory_s_exhibits_sixty_in_a_hundred_come_within_three_months():
    book = logbook(clock(exhibit(rate_per_day=3.0, where="state_laboratory")), 0, 3000.0)
    seized_h = {one.facts["exhibit"]: one.time_h for one in book.of("exhibit_seized")}
    early = [at for at in seized_h.values() if at < 24 * 1500]  # all of these have come back
    done = {one.facts["exhibit"]: one.time_h for one in book.of("examination_ended")}
    days = np.array([(done[n] - at) / 24 for n, at in seized_h.items() if at < 24 * 1500])

    assert len(days) == len(early) > 4000
    for low, high, share in ((0, 91.25, 0.60), (91.25, 365, 0.39), (365, 1e9, 0.01)):
        found = ((days > low) & (days <= high)).mean()
        assert abs(found - share) < 4 * math.sqrt(share * (1 - share) / len(days))


def test_what_is_seized_is_filed_ruled_on_once_and_nothing_is_lost():
    spec = clock(
        exhibit("a", 0.2, where="unit"),
        exhibit("b", 0.1, where="none", translated=True),
        exhibit("c", 0.1, where="state_laboratory", carrier="officer"),
        arrivals_days=300.0,
        courier_h=20.0,
        officer_h=8.0,
    )

    for book in (logbook(spec, n, 3000.0) for n in range(5)):
        numbers = [one.facts["exhibit"] for one in book.of("exhibit_seized")]
        assert numbers == list(range(len(numbers)))
        for kind in ("exhibit_filed", "court_ruled"):
            assert sorted(one.facts["exhibit"] for one in book.of(kind)) == numbers
        assert len(book.of("seized")) == len(book.of("released"))


def test_more_examiners_never_make_an_exhibit_later_in_the_same_luck():
    flow = exhibit(rate_per_day=0.6)
    few, many = (books(clock(flow, examiners=n), 1, 400.0)[0] for n in (1, 2))

    first = {one.facts["exhibit"]: one.time_h for one in few.of("examination_ended")}
    second = {one.facts["exhibit"]: one.time_h for one in many.of("examination_ended")}

    assert set(first) <= set(second)
    assert all(second[n] <= first[n] + 1e-9 for n in first)

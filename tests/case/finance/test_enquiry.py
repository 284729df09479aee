"""The unit's desk is a queue: M/M/c waits, Little's law, and what a missing reason costs."""

import math

import numpy as np
import pytest

from trainkit.case.finance.enquiry import Desk, Enquiry, answers
from trainkit.errors import TrainkitError
from trainkit.kernel.distributions import Exponential, Fixed
from trainkit.kernel.luck import Luck


def erlang_c(servers, load):
    """Return the chance of having to wait in M/M/c, written out from the textbook."""
    terms = [load**n / math.factorial(n) for n in range(servers)]
    last = load**servers / math.factorial(servers) * servers / (servers - load)
    return last / (sum(terms) + last)


@pytest.mark.parametrize(("servers", "a_day"), [(1, 1.6), (2, 3.6), (3, 5.0)])
def test_the_mean_wait_is_that_of_m_m_c(servers, a_day):
    """Twenty years in twenty replications, within three standard errors."""
    desk = Desk(servers, a_day, Exponential(10.0))
    horizon_h, warm_h = 24.0 * 400, 24.0 * 35
    means = []
    for replication in range(20):
        found = answers(desk, [], Luck(11, replication), horizon_h)
        settled = [one for one in found.values() if one.sent_h > warm_h]
        means.append(np.mean([one.taken_h - one.sent_h for one in settled]))

    load = a_day * 10.0 / 24.0
    expected = erlang_c(servers, load) * 10.0 / (servers - load)

    assert desk.load == pytest.approx(load / servers)
    assert np.mean(means) == pytest.approx(expected, abs=3 * np.std(means, ddof=1) / 20**0.5)


def test_little_s_law_holds_at_the_desk():
    desk, horizon_h = Desk(2, 3.6, Exponential(10.0)), 24.0 * 2_000
    found = list(answers(desk, [], Luck(5), horizon_h).values())
    grid = np.linspace(1_000, horizon_h - 1_000, 4_000)
    sent = np.sort([one.sent_h for one in found])
    done = np.sort([one.answered_h for one in found])

    there = np.mean(np.searchsorted(sent, grid) - np.searchsorted(done, grid))
    stay_h = np.mean([one.answered_h - one.sent_h for one in found])

    assert there == pytest.approx(len(found) / horizon_h * stay_h, rel=0.05)


def test_a_reason_saves_the_way_back():
    desk = Desk(1, 0.0, Fixed(10.0), sent_back_h=4.0, written_h=8.0)

    asked = answers(desk, [Enquiry(0, 5.0, "A", "three payers, one day")], Luck(1), 500.0)
    bare = answers(desk, [Enquiry(0, 5.0, "A")], Luck(1), 500.0)

    assert (asked[0].answered_h, asked[0].sent_back) == (15.0, False)
    assert (bare[0].answered_h, bare[0].sent_back) == (5.0 + 4.0 + 8.0 + 10.0, True)
    assert asked[0].in_time
    assert bare[0].in_time


def test_what_is_urgent_goes_to_the_head_of_the_line_and_sets_nothing_aside():
    desk = Desk(1, 0.0, Fixed(10.0))
    line = [Enquiry(n, 0.0, "A", "why", urgent=n == 2) for n in range(3)]

    found = answers(desk, line, Luck(1), 500.0)

    assert [found[n].taken_h for n in range(3)] == [0.0, 20.0, 10.0]


def test_an_enquiry_of_ours_does_not_move_the_luck_of_others():
    desk, one = Desk(3, 2.0), Enquiry(7, 40.0, "A", "why")
    without = answers(desk, [], Luck(3), 2_000.0)
    beside = answers(desk, [one], Luck(3), 2_000.0)

    assert {(n, a.sent_h) for n, a in without.items()} <= {(n, a.sent_h) for n, a in beside.items()}


def test_within_three_days_is_in_time_and_later_is_not():
    desk = Desk(1, 0.0, Fixed(72.0))

    line = [Enquiry(0, 0.0, "A", "why"), Enquiry(1, 0.0, "B", "why")]

    found = answers(desk, line, Luck(1), 500.0)

    assert [found[n].in_time for n in range(2)] == [True, False]


def test_what_is_not_answered_by_the_horizon_is_not_told():
    assert answers(Desk(1, 0.0, Fixed(10.0)), [Enquiry(0, 95.0, "A", "why")], Luck(1), 100.0) == {}


@pytest.mark.parametrize(
    "line", [[Enquiry(0, 0.0, "A"), Enquiry(0, 1.0, "B")], [Enquiry(-3, 0.0, "A")],
             [Enquiry(1, -1.0, "A")], [Enquiry(1, float("nan"), "A")]],
)  # fmt: skip
def test_an_enquiry_that_cannot_be_is_refused(line):
    with pytest.raises(TrainkitError, match=r"Give each its own|Send it at 0"):
        answers(Desk(), line, Luck(1), 100.0)


def test_a_desk_has_somebody_at_it():
    with pytest.raises(TrainkitError, match="one analyst or more"):
        Desk(n_analysts=0)

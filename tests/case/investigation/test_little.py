"""Little's law at a team's desk: who waits is counted by looking in, not from the waits written."""

from math import factorial

import numpy as np
import pytest
import simpy

from trainkit.case.investigation.desk import Desk

STAFF, RATE, N = 3, 2.1, 30_000


class Pen:
    """Keeps what is written."""

    def __init__(self):
        self.rows = []

    def write(self, kind, subject, **facts):
        self.rows.append(facts)


@pytest.fixture(scope="module")
def watched():
    """Return waits in hours, and how many wait and work at hours that know nothing of the desk."""
    rng, env, pen = np.random.default_rng(11), simpy.Environment(), Pen()
    desk, inside, counts = Desk(env, pen, 0, "Alder team", STAFF), [0], []

    def one(work_h, priority):
        inside[0] += 1
        yield from desk.serve(work_h, priority)
        inside[0] -= 1

    def arrivals():
        drawn = zip(rng.exponential(1 / RATE, N), rng.exponential(1, N), rng.random(N), strict=True)
        for gap_h, work_h, unit in drawn:
            yield env.timeout(gap_h)
            env.process(one(work_h, int(unit < 0.8)))

    def look_in():
        while True:
            yield env.timeout(rng.exponential(0.2))
            counts.append(inside[0])

    env.process(look_in())
    env.run(until=env.process(arrivals()))
    return pen.rows, np.array(counts)


def test_those_at_the_desk_are_its_rate_times_their_time_there(watched):
    rows, counts = watched
    time_h = np.mean([row["waited_h"] + row["work_h"] for row in rows])

    assert counts.mean() == pytest.approx(RATE * time_h, rel=0.03)


def test_those_who_wait_are_as_many_as_erlang_says_whatever_their_priorities(watched):
    _, counts = watched
    rest = RATE**STAFF / factorial(STAFF) * STAFF / (STAFF - RATE)
    waits = rest / (sum(RATE**n / factorial(n) for n in range(STAFF)) + rest)

    found = np.maximum(counts - STAFF, 0).mean()

    # who is first in turn does not change how many there are: rho / (1 - rho) times the chance
    assert found == pytest.approx(waits * RATE / (STAFF - RATE), rel=0.12)
    assert (counts >= STAFF).mean() == pytest.approx(waits, rel=0.05)

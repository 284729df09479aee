import numpy as np
import pytest
import simpy

from trainkit.kernel.luck import Luck
from trainkit.kernel.resources import KINDS, Resource
from trainkit.kernel.writer import Writer


def queue(arrival_rate, service_rate, servers, customers, seed=11):
    """Run an M/M/c queue until all are served, and return its logbook."""
    env, luck = simpy.Environment(), Luck(seed)
    names = tuple(f"boat-{number}" for number in range(customers))
    writer = Writer(env, KINDS, names)
    desk = Resource(env, writer, 0, servers)

    def boat(number):
        with desk.request(names[number]) as place:
            yield from place.wait()
            yield env.timeout(luck.exponential("service", number, mean=1 / service_rate))

    def arrivals():
        for number in range(customers):
            yield env.timeout(luck.exponential("arrivals", number, mean=1 / arrival_rate))
            env.process(boat(number))

    env.process(arrivals())
    env.run()
    return writer.logbook()


def waits_h(book):
    asked = {entry.subject: entry.time_h for entry in book.of("requested")}
    return np.array([entry.time_h - asked[entry.subject] for entry in book.of("seized")])


@pytest.mark.parametrize(
    ("servers", "mean_wait_h"),
    [(1, 0.6 / (1 - 0.6)), (2, 0.6**2 / (1 - 0.6**2))],
)
def test_the_mean_wait_of_a_queue_meets_theory(servers, mean_wait_h):
    """M/M/1: rho/(mu - lambda) with mu = 1; M/M/2: rho^2/(1 - rho^2), Erlang C."""
    book = queue(0.6 * servers, 1.0, servers, customers=30_000)

    batches = waits_h(book)[1000:].reshape(29, 1000).mean(axis=1)

    error_h = batches.std(ddof=1) / np.sqrt(29)
    assert abs(batches.mean() - mean_wait_h) < 4 * error_h


def test_little_s_law_holds_between_the_entries():
    book = queue(0.8, 1.0, 1, customers=5000)

    asked = np.array([entry.time_h for entry in book.of("requested")])
    left = np.sort([entry.time_h for entry in book.of("released")])
    steps = np.sort(np.concatenate((asked, left)))
    inside = [np.sum(asked <= t) - np.sum(left <= t) for t in steps[:-1]]
    area = float(np.sum(np.array(inside) * np.diff(steps)))

    mean_stay_h = float(np.mean(left.sum() / 5000 - asked.sum() / 5000))
    assert area == pytest.approx(5000 * mean_stay_h, rel=1e-9)


def test_distress_is_served_before_those_who_came_earlier():
    env = simpy.Environment()
    writer = Writer(env, KINDS, ("first", "routine", "distress"))
    desk = Resource(env, writer, 0)

    def boat(name, at_h, priority):
        yield env.timeout(at_h)
        with desk.request(name, priority) as place:
            yield from place.wait()
            yield env.timeout(1.0)

    env.process(boat("first", 0.0, 1))
    env.process(boat("routine", 0.1, 1))
    env.process(boat("distress", 0.2, 0))
    env.run()

    served = [entry.subject for entry in writer.logbook().of("seized")]
    assert served == ["first", "distress", "routine"]


def test_who_leaves_the_queue_has_abandoned_it():
    env = simpy.Environment()
    writer = Writer(env, KINDS, ("first", "impatient"))
    desk = Resource(env, writer, 0)

    def stays():
        with desk.request("first") as place:
            yield from place.wait()
            yield env.timeout(2.0)

    def leaves():
        with desk.request("impatient") as place:
            waiting = env.process(place.wait())
            yield waiting | env.timeout(0.5)

    env.process(stays())
    env.process(leaves())
    env.run(until=1.0)

    assert writer.logbook().first("abandoned").subject == "impatient"

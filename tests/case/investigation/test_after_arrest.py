"""What the network can do is read so many days after the first arrest, not only after the start."""

import math

import pytest
import simpy

from trainkit.case.investigation import MODEL
from trainkit.experiments import replicate
from trainkit.kernel.logbook import Logbooks
from trainkit.kernel.writer import Writer

READ = {metric.name: metric.read for metric in MODEL.metrics}


def book(year, *steps, until_days=400.0):
    """Return a logbook of arrests (a number of days) and of capacities (days and a share)."""
    env = simpy.Environment()
    writer = Writer(env, MODEL.kinds, MODEL.subjects(year.parameters))

    def tell():
        for days, capacity in steps:
            yield env.timeout(days * 24.0 - env.now)
            if capacity is None:
                told = {"rank": "aide", "role": "skipper", "member": 1.0}
                writer.write("person_arrested", "actor 1", **told)
            else:
                writer.write("capacity_changed", "network", capacity=capacity)
        yield env.timeout(until_days * 24.0 - env.now)
        writer.write("deferral_reported", "Alder team")

    env.process(tell())
    env.run()
    return Logbooks.of([writer.logbook()])


def test_recovery_is_read_from_the_first_arrest_on(year):
    told = book(year, (100.0, None), (100.0, 0.4), (150.0, 0.7), (250.0, 0.9))

    after = {days: float(READ[f"capacity_after_{days}"](told)[0]) for days in (30, 90, 180)}

    assert after == pytest.approx({30: 0.4, 90: 0.7, 180: 0.9})
    assert READ["capacity_90"](told)[0] == 1.0


def test_two_years_show_what_the_network_can_do_a_year_after_the_first_arrest(year):
    """The first arrests of this plan come on day 30, so that a year leaves 336 days after them."""
    case = year.vary(MODEL.policies["low_level_arrests"](year.parameters))
    one = replicate(case, n=3, seed=5, progress=False)
    two = replicate(case.vary("horizon_h", 2 * case.horizon_h), n=3, seed=5, progress=False)

    assert all(map(math.isnan, one.values("capacity_after_365")))
    assert not any(map(math.isnan, two.values("capacity_after_365")))
    assert one.values("capacity_after_180") == pytest.approx(two.values("capacity_after_180"))
    assert (two.values("capacity_after_365") <= 1.0).all()


def test_what_lies_behind_the_end_or_before_any_arrest_is_missing_and_not_guessed(year):
    late = book(year, (100.0, None), (100.0, 0.4), until_days=200.0)
    nobody = book(year, (50.0, 0.9))

    assert READ["capacity_after_90"](late)[0] == pytest.approx(0.4)
    assert math.isnan(READ["capacity_after_180"](late)[0])
    assert READ["capacity_180"](late)[0] == pytest.approx(0.4)
    assert math.isnan(READ["capacity_365"](late)[0])
    assert math.isnan(READ["capacity_after_30"](nobody)[0])

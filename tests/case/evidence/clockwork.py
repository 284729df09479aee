"""Small evidence clocks, and running them."""

import simpy

from trainkit.case.evidence.model import MODEL
from trainkit.case.evidence.spec import ClockSpec, ExhibitSpec
from trainkit.kernel.logbook import Logbooks
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer

PLAIN = {
    "courier_h": 0.0,
    "officer_h": 0.0,
    "post_h": 0.0,
    "courier_gap": 0.0,
    "officer_gap": 0.0,
    "post_gap": 0.0,
    "translate_days": 0.0,
    "disclose_h": 0.0,
    "examine_days": 1.0,
    "examine_law": "exponential",
}
"""A clock that is a laboratory with a queue and nothing else; a mean examination is a day."""


def exhibit(name="telephones", rate_per_day=0.0, **changed):
    told = {"name": name, "rate_per_day": rate_per_day, "carrier": "post"}
    return ExhibitSpec(**{**told, **changed})


def clock(*exhibits, **changed):
    return ClockSpec(**{"exhibits": exhibits, **PLAIN, **changed})


def logbook(spec, replication=0, days=1000.0):
    env = simpy.Environment()
    writer = Writer(env, MODEL.kinds, MODEL.subjects(spec))
    MODEL.start(env, spec, Luck(1946, replication), writer)
    env.run(until=24.0 * days)
    return writer.logbook()


def books(spec, n, days=1000.0):
    return Logbooks.of([logbook(spec, place, days) for place in range(n)])


def metric(name, found):
    return next(one for one in MODEL.metrics if one.name == name).read(found)

"""Small exchanges of two desks, and running them."""

import simpy

from trainkit.joint.messages import MODEL, DeskSpec, ExchangeSpec, TrafficSpec
from trainkit.kernel.logbook import Logbooks
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer

PLAIN = {
    "compose_median_h": 0.0,
    "translate_median_h": 0.0,
    "read_mean_h": 1.0,
    "reading_law": "exponential",
    "repeat_h": 0.0,
    "delay_h": 0.0,
    "loss": 0.0,
    "ack_timeout_h": 1e6,
    "voice_after_h": 1e6,
}
"""An exchange that is a queue of readers and nothing else."""


def traffic(message_class="incident", rate_per_h=1.0, **changed):
    told = {
        "name": f"{message_class} traffic",
        "message_class": message_class,
        "sender": "RCC Alder",
        "recipient": "RCC Borea",
        "rate_per_h": rate_per_h,
        "sent": ("position", "time"),
        "needed": ("position", "time"),
    }
    return TrafficSpec(**{**told, **changed})


def exchange(*streams, officers=1, **changed):
    desks = (
        DeskSpec(name="RCC Alder", state="Alder", officers=4, translators=1),
        DeskSpec(name="RCC Borea", state="Alder", officers=officers, translators=1),
    )
    return ExchangeSpec(**{"desks": desks, "traffic": streams, **PLAIN, **changed})


def logbook(spec, replication=0, drain_h=200.0):
    env = simpy.Environment()
    writer = Writer(env, MODEL.kinds, MODEL.subjects(spec))
    MODEL.start(env, spec, Luck(1946, replication), writer)
    env.run(until=spec.watch_h + drain_h)
    return writer.logbook()


def books(spec, n, drain_h=200.0):
    return Logbooks.of([logbook(spec, place, drain_h) for place in range(n)])


def metric(name, found):
    return next(one for one in MODEL.metrics if one.name == name).read(found)

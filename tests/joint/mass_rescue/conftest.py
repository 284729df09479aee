"""Rescues small enough to know the answer, and a way to run one."""

from dataclasses import dataclass

import pytest
import simpy

from trainkit.joint.mass_rescue import (
    MODEL,
    MassRescueSpec,
    PlaceSpec,
    SourceSpec,
    UnitSpec,
    WeatherSpec,
)
from trainkit.kernel.logbook import Logbooks
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer

SPEC, UNIT = MassRescueSpec, UnitSpec


def spec(units=(), sea_m=1.0, **values):
    """Return a rescue in a steady sea; nobody is taken for dead and nothing capsizes by itself."""
    usual = {
        "weather": (WeatherSpec(from_h=0.0, sea_m=sea_m),),
        "sources": (SourceSpec(name="a list", at_h=0.0, persons=100),),
        "places": (PlaceSpec(name="harbour", room=500),),
        "units": tuple(units),
        "children": 0,
        "injured": 0,
        "approach_risk": 0.0,
        "founder_per_h": 0.0,
    }
    return MassRescueSpec(**{**usual, **values})


def unit(name="a vessel", **values):
    """Return a unit that is on scene at once and has no limit."""
    usual = {
        "arrive_h": 0.0,
        "on_scene_h": 72.0,
        "capacity": 2000,
        "safe_calm": 2000,
        "safe_rough": 2000,
        "place": "harbour",
    }
    return UnitSpec(name=name, **{**usual, **values})


def run(found, luck=None, until_h=24.0):
    """Return the logbook of one run."""
    env = simpy.Environment()
    writer = Writer(env, MODEL.kinds, MODEL.subjects(found))
    MODEL.start(env, found, luck or Luck(7), writer)
    env.run(until=until_h)
    return writer.logbook()


def many(found, n, until_h=24.0):
    """Return the logbooks of *n* replications."""
    return Logbooks.of([run(found, Luck(1946, place), until_h) for place in range(n)])


def metric(books, name):
    """Return a metric of the model by its name."""
    return next(one for one in MODEL.metrics if one.name == name).read(books)


@dataclass(frozen=True)
class Rescue:
    """What tests call."""

    spec = staticmethod(spec)
    unit = staticmethod(unit)
    run = staticmethod(run)
    many = staticmethod(many)
    metric = staticmethod(metric)


@pytest.fixture(scope="session")
def rescue():
    """Makers and runners of small rescues."""
    return Rescue()

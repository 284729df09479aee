"""Faults put into the compiled engine of an operation are caught by comparing logbooks.

Each mutant is the twin built anew from altered source and run as plain Python; SimPy stays as it
is. A fault in a moment would be in both engines: `test_shared_faults` puts such faults in.
"""

import importlib.util
import sys
from importlib import import_module

import numpy as np
import pytest
from tests.joint.operation.compiled_faults import TWIN
from tests.joint.operation.waters import many

from trainkit.errors import TrainkitError
from trainkit.joint.operation import OrderSpec
from trainkit.kernel import compiled
from trainkit.scenarios import load

REBUILT = (
    "trainkit.kernel.eventlist",
    "trainkit.joint.operation.handlers",
    "trainkit.joint.operation.batch",
)


class Row(np.record):
    """A record whose fields come before what NumPy calls by the same name, such as ``real``."""

    def __getattribute__(self, name):
        fields = np.void.__getattribute__(self, "dtype").fields
        if name not in fields:
            return np.void.__getattribute__(self, name)
        value = np.void.__getattribute__(self, "getfield")(*fields[name][:2])
        return value.view((Row, value.dtype)) if value.dtype.names else value


@pytest.fixture
def twin(monkeypatch):
    """Return a function that builds the twin from altered source, as plain Python."""
    monkeypatch.setattr(compiled, "_SHARED", [])

    def build(module, old, new):
        for name in REBUILT:
            fresh = _built(name, (old, new) if name.endswith(f".{module}") else ("", ""))
            monkeypatch.setitem(sys.modules, name, fresh)
            parent, _, child = name.rpartition(".")
            monkeypatch.setattr(import_module(parent), child, fresh, raising=False)
        monkeypatch.setattr(fresh, "compiled", lambda: _plain(fresh.run_replications))
        monkeypatch.setattr(fresh, "_MOST_ENTRIES", 1 << 15)  # a mutant that never ends is caught
        monkeypatch.setattr(fresh, "_MOST_SCALE", 1)
        return fresh

    return build


def _built(name, change):
    spec = importlib.util.find_spec(name)
    source = spec.loader.get_source(name)
    assert change[0] in source, f"{name} no longer holds: {change[0]}"
    fresh = importlib.util.module_from_spec(spec)
    exec(compile(source.replace(*change), spec.origin, "exec"), fresh.__dict__)  # noqa: S102, our own source
    return fresh


def _plain(run_replications):
    def run(runs, before, *rest):
        rows = (table.view(np.ndarray).view((Row, table.dtype)) for table in (runs, before))
        return run_replications(*rows, *rest)

    return run


def configurations():
    """Yield (specification, horizon_h, replications): few, and chosen to meet every event kind."""
    season = load("trainkit/joint-season")
    busy = {"departures_per_day": 16.0, "doubt_mean_h": 8.0, "distress_mean_h": 2.0}
    yield season.vary({**busy, "sharing": "tasking"}).parameters, 30.0, 2  # ends at a sunrise
    yield season.vary({**busy, "sharing": "alerts", "first_sea": 2}).parameters, 30.0, 2
    orders = (
        OrderSpec(time_h=8.0, order="patrol", area_x_nm=40.0, area_y_nm=-20.0),
        OrderSpec(time_h=20.0, order="sharing", word="tasking"),
    )
    yield season.vary({**busy, "orders": orders}).parameters, 24.0, 2


@pytest.fixture(scope="module")
def right():
    return [
        (spec, horizon_h, many(spec, horizon_h, n, seed=11))
        for spec, horizon_h, n in configurations()
    ]


def unlike(twin, right):
    return any(_differs(twin, *case) for case in right)


def _differs(twin, spec, horizon_h, books):
    try:
        mutant = twin.simulate(spec, 11, 0, len(books), horizon_h)
    except (IndexError, ZeroDivisionError, ValueError, TrainkitError):
        return True
    return mutant.entries.tobytes() != books.entries.tobytes()


@pytest.mark.slow
def test_without_a_fault_nothing_differs(twin, right):
    assert not unlike(twin("batch", "", ""), right)


@pytest.mark.long
@pytest.mark.parametrize("fault", TWIN)
def test_the_fault_is_caught(twin, right, fault):
    assert unlike(twin(*TWIN[fault]), right)

"""The two engines give one logbook, bit for bit."""

import os
import subprocess
import sys

import numpy as np
import pytest
from tests.sea.area_search.configurations import drawn_spec, simpy_books, tied

from trainkit.errors import TrainkitError
from trainkit.kernel import compiled
from trainkit.model import declarations
from trainkit.scenarios import load
from trainkit.sea.area_search import MODEL, SearchSpec, batch

N = 4
DRAWN = 60
ALL_DRAWN = 600


def differing(spec, n=N, horizon_h=24.0, seed=7):
    """Return what differs between the engines, in words; nothing when they agree."""
    plain, fast = simpy_books(spec, seed, n, horizon_h), batch.simulate(spec, seed, 0, n, horizon_h)
    if plain.starts.tolist() != fast.starts.tolist():
        return "the numbers of records"
    if plain.entries.tobytes() != fast.entries.tobytes():
        return "the records"
    metrics = [m.name for m in MODEL.metrics if m.read(plain).tobytes() != m.read(fast).tobytes()]
    return ", ".join(metrics)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(DRAWN))
def test_drawn_configurations_give_the_same_records(number):
    assert differing(drawn_spec(number)) == ""


@pytest.mark.long
@pytest.mark.parametrize("number", range(DRAWN, ALL_DRAWN))
def test_many_drawn_configurations_give_the_same_records(number):
    assert differing(drawn_spec(number), n=10, horizon_h=48.0) == ""


def ends():
    scenario = load("trainkit/two-agency-search")
    for row in declarations(scenario.parameters):
        values = row.choices or (row.low, row.high)
        yield from ((row.name, value) for value in values if value is not None)


@pytest.mark.slow
def test_every_parameter_at_its_ends_gives_the_same_records():
    scenario, found, refused = load("trainkit/two-agency-search"), [], []

    for name, value in ends():
        try:
            text = differing(scenario.vary(name, value).parameters, n=2)
        except TrainkitError:
            refused.append((name, value))
        else:
            found += [(name, value, text)] if text else []

    assert found == []
    assert all(
        name.endswith(("track_spacing_nm", "_length_nm", "_width_nm")) for name, _ in refused
    )


def test_a_refused_plan_is_refused_by_both_engines_in_the_same_words():
    scenario = load("trainkit/two-agency-search").vary("units.2.track_spacing_nm", 20.0)
    spec = scenario.vary("units.2.area_length_nm", 10.0).parameters

    said = []
    for engine in (
        lambda: simpy_books(spec, 1, 1, 5.0),
        lambda: batch.simulate(spec, 1, 0, 1, 5.0),
    ):
        with pytest.raises(TrainkitError) as caught:
            engine()
        said.append(str(caught.value))

    assert said[0] == said[1]
    assert "leaves no track" in said[0]


def test_events_of_one_time_come_in_one_order():
    assert differing(tied(), n=30, horizon_h=12.0) == ""


def test_a_replication_is_the_same_alone_and_among_others():
    spec = load("trainkit/two-agency-search").parameters

    many, one = batch.simulate(spec, 9, 0, 8, 24.0), batch.simulate(spec, 9, 5, 1, 24.0)

    assert one[0].records() == many[5].records()


def test_tables_that_are_too_small_are_made_larger(monkeypatch):
    spec = load("trainkit/two-agency-search").parameters
    right = batch.simulate(spec, 9, 0, 8, 24.0)

    monkeypatch.setattr(batch, "_FIRST_EVENTS", 1)
    monkeypatch.setattr(batch, "_FIRST_ENTRIES", 1)
    small = batch.simulate(spec, 9, 0, 8, 24.0)

    assert small.entries.tobytes() == right.entries.tobytes()


def test_a_search_without_units_is_a_drift():
    spec = SearchSpec(units=(), jibe_chance=0.5)

    assert differing(spec) == ""


def test_a_seed_of_64_bits_is_the_same_in_both_engines():
    assert differing(drawn_spec(3), seed=2**64 - 1) == ""


def test_without_numba_the_compiled_engine_says_so(monkeypatch):
    compiled._numba.cache_clear()
    compiled._kept.cache_clear()
    monkeypatch.setitem(sys.modules, "numba", None)

    with pytest.raises(compiled.CompiledUnavailableError) as caught:
        batch.simulate(drawn_spec(1), 1, 0, 1, 5.0)

    compiled._numba.cache_clear()
    assert "SimPy instead" in str(caught.value)


PLAIN = """
import sys
sys.path.insert(0, {root!r})
import numba
from tests.sea.area_search.configurations import drawn_spec
from trainkit.sea.area_search import batch
assert numba.config.DISABLE_JIT
print(batch.simulate(drawn_spec(5), 7, 0, 3, 24.0).entries.tobytes().hex())
"""


@pytest.mark.slow
def test_the_kernel_runs_as_plain_python_for_a_debugger(pytestconfig):
    environment = {**os.environ, "NUMBA_DISABLE_JIT": "1"}
    program = PLAIN.format(root=str(pytestconfig.rootpath))

    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )

    right = simpy_books(drawn_spec(5), 7, 3, 24.0).entries
    assert np.frombuffer(bytes.fromhex(done.stdout), dtype=right.dtype).tobytes() == right.tobytes()

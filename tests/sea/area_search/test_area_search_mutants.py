"""Faults put into the compiled engine's source are caught by comparing traces.

Each mutant is the twin built anew from altered source and run as plain Python; SimPy stays as it
is. A fault in a function that both engines share would be in both: those answer to theory
(`test_area_search_theory`), and are mutated here in the twin alone.
"""

import importlib.util
import sys
from importlib import import_module

import pytest
from tests.sea.area_search.configurations import drawn_spec, simpy_books, tied

from trainkit.errors import TrainkitError
from trainkit.kernel import compiled
from trainkit.scenarios import load

PACKAGE = "trainkit.sea.area_search"
REBUILT = (
    "trainkit.kernel.eventlist",
    *(
        f"{PACKAGE}.{name}"
        for name in (
            *("casualty", "detection", "voyage", "rescue", "records"),
            *("pen", "moves", "handlers", "batch"),
        )
    ),
)

CAUGHT = {
    "events of one time in the wrong order": (
        "eventlist",
        "events.heap[one].order < events.heap[other].order",
        "events.heap[one].order > events.heap[other].order",
    ),
    "an event at the horizon is let in": ("handlers", "now_h >= horizon_h", "now_h > horizon_h"),
    "waits given up are not dropped": (
        "handlers",
        "elif run.units[who].token == token:",
        "else:",
    ),
    "the other agency is never told": (
        "handlers",
        "        schedule(run, now_h + run.worlds[0].sharing_delay_h, SHARE, 1 - agency, 0)\n",
        "",
    ),
    "the wrong agency is told": ("handlers", "SHARE, 1 - agency", "SHARE, agency"),
    "orders reach units of the other agency": (
        "handlers",
        "run.crafts[me].agency == agency and rescue",
        "run.crafts[me].agency != agency and rescue",
    ),
    "who searches does not heed that the object turned": (
        "handlers",
        "            moves.look_out(run, me, now_h)\n",
        "            pass\n",
    ),
    "who flies to the object does not follow its turn": (
        "handlers",
        "            moves.respond(run, me, now_h)\n",
        "            pass\n",
    ),
    "the hazard before a turn is forgotten": (
        "handlers",
        "            voyage.look_back(run.units[me], run.crafts[me], now_h)\n",
        "",
    ),
    "the object turns once only": ("handlers", "    _await_turn(run, now_h)\n", ""),
    "a leg too many": ("voyage", "(unit.leg + 1) %", "(unit.leg + 2) %"),
    "endurance is ignored": (
        "voyage",
        "left_h = craft.endurance_h - craft.reserve_h - (now_h",
        "left_h = 1000.0 - (now_h",
    ),
    "patterns do not move with the drift": (
        "voyage",
        "unit.vx_kn = track.vx_kn + world.datum_vx_kn",
        "unit.vx_kn = track.vx_kn",
    ),
    "the object drifts to the wrong side": (
        "casualty",
        "thing.steady_vx_kn - world.down_y",
        "thing.steady_vx_kn + world.down_y",
    ),
    "the nearest unit is the farthest": ("rescue", "time_h < best_h", "time_h > best_h"),
    "of two equals the second is sent": ("rescue", "time_h < best_h", "time_h <= best_h"),
    "units that cannot recover are sent": ("rescue", "and craft.can_recover and", "and"),
    "capacity is not counted": (
        "rescue",
        "places += crafts[number].survivor_capacity",
        "places += 99",
    ),
    "the same people are taken twice": ("rescue", "thing.persons_left -= unit.taken", "pass"),
    "the luck of the first sortie serves for all": ("voyage", "int(unit.sorties), 1.0", "1, 1.0"),
    "the logbook names the wrong unit": ("pen", "_LEG, FIRST_UNIT + me", "_LEG, FIRST_UNIT"),
    "a replication meets the luck of the one before": ("batch", "first + place)", "first)"),
}

NOT_CAUGHT = {
    "who is recalled forgets the hazard so far": (
        "handlers",
        "        voyage.look_back(unit, run.crafts[me], now_h)\n        pen",
        "        pen",
    ),
    "the finder is not left out of its own orders": ("handlers", "me != finder and ", ""),
}
"""Equivalent. A recalled unit never searches again, and a new sortie begins with no hazard. The
finder is on its way by then: one that responds heeds no order; one that must refuel first would
begin the same way home again, which only a unit far from fuel could show."""


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
        monkeypatch.setattr(fresh, "kernel", lambda function: function)
        monkeypatch.setattr(fresh, "_MOST_ENTRIES", 1 << 14)  # a mutant that never ends is caught
        return fresh

    return build


def _built(name, change):
    spec = importlib.util.find_spec(name)
    source = spec.loader.get_source(name)
    assert change[0] in source, f"{name} no longer holds: {change[0]}"
    fresh = importlib.util.module_from_spec(spec)
    exec(compile(source.replace(*change), spec.origin, "exec"), fresh.__dict__)  # noqa: S102, our own source
    return fresh


def configurations():
    """Yield (specification, horizon_h, replications): few, and chosen to meet every event kind."""
    yield tied(), 12.0, 6
    yield load("trainkit/two-agency-search").vary("jibe_chance", 0.5).parameters, 24.0, 6
    yield load("trainkit/two-agency-search").vary("persons", 40).parameters, 24.0, 3
    yield from ((drawn_spec(number), 24.0, 3) for number in (0, 1, 2, 4, 5, 8, 9))


@pytest.fixture(scope="module")
def right():
    return [
        (spec, horizon_h, simpy_books(spec, 11, n, horizon_h))
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


@pytest.mark.slow
@pytest.mark.parametrize("fault", CAUGHT)
def test_the_fault_is_caught(twin, right, fault):
    assert unlike(twin(*CAUGHT[fault]), right)


@pytest.mark.long
@pytest.mark.parametrize("fault", NOT_CAUGHT)
def test_the_fault_changes_no_record(twin, right, fault):
    assert not unlike(twin(*NOT_CAUGHT[fault]), right)

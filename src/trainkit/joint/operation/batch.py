"""Many replications of an operation in the compiled engine: the twin of `processes`."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.errors import TrainkitError
from trainkit.joint.operation import fleet, tables
from trainkit.joint.operation.handlers import simulate_one
from trainkit.joint.operation.kinds import KINDS, subjects
from trainkit.joint.operation.spec import OperationSpec
from trainkit.joint.operation.state import Alarm, Anew, Boat, Case, Craft, Message, Unit
from trainkit.joint.operation.world import (
    Desk,
    Land,
    Now,
    Order,
    Origin,
    Port,
    Region,
    Sea,
    Spell,
    World,
)
from trainkit.kernel.compiled import kernel, shared
from trainkit.kernel.eventlist import EVENT
from trainkit.kernel.logbook import Logbooks, entry_type
from trainkit.kernel.luck import key
from trainkit.kernel.record import record_type, records

OUT_FULL = 100
"""The code of all entries together being more than there is room for."""


_MOST_SCALE = 1 << 12
_MOST_ENTRIES = 1 << 26  # about 4 GB


def _run_type(scale: int) -> np.dtype[Any]:
    """Return the record that is one run; what a run fills has *scale* times its usual room."""
    tables: list[tuple[str, Any, int]] = [
        ("worlds", record_type(World), 1),
        ("nows", record_type(Now), 1),
        ("seas", record_type(Sea), 6),
        ("spells", record_type(Spell), 64),
        ("lands", record_type(Land), 16),
        ("regions", record_type(Region), 16),
        ("origins", record_type(Origin), 16),
        ("ports", record_type(Port), 32),
        ("crafts", record_type(Craft), 48),
        ("units", record_type(Unit), 48),
        ("desks", record_type(Desk), 3),
        ("orders", record_type(Order), 256),
        ("boats", record_type(Boat), 512 * scale),
        ("cases", record_type(Case), 512 * scale),
        ("active", np.dtype("i8"), 512 * scale),
        ("deaths", np.dtype("f8"), 4096 * scale),
        ("alarms", record_type(Alarm), 1024 * scale),
        ("messages", record_type(Message), 1024 * scale),
        ("anew", record_type(Anew), 1024 * scale),
        ("heap", EVENT, 1024 * scale),
        ("heap_state", np.dtype("i8"), 2),
        ("entries", entry_type(KINDS), 8192 * scale),
    ]
    plain = [(name, "i8") for name in ("key0", "key1", "key2", "written", "code")]
    return np.dtype([*plain, *((name, kind, (rows,)) for name, kind, rows in tables)])


def simulate(spec: OperationSpec, seed: int, first: int, n: int, horizon_h: float) -> Logbooks:
    """Return the logbooks of *n* replications, the same as SimPy's to the last bit.

    Args:
        spec: Parameters of the operation.
        seed: Seed of the experiment, 64 bits.
        first: Number of the first replication.
        n: How many.
        horizon_h: When each ends.

    Raises:
        CompiledUnavailableError: numba does not load here.
        TrainkitError: a run has more events than a machine can hold, or more units, ports or orders
            than the compiled engine has room for.
    """
    run_many, names = compiled(), subjects(spec)
    room, scale = _room(spec, n, horizon_h), 1
    while scale <= _MOST_SCALE and room <= _MOST_ENTRIES:
        run, entries = _stage(spec, seed, first, scale), np.empty(room, dtype=entry_type(KINDS))
        starts = np.zeros(n + 1, dtype=np.intp)
        before = _stage(spec, seed, first, scale)
        full = run_many(run, before, entries, first, n, float(horizon_h), starts)
        if not full:
            return Logbooks(KINDS, names, entries[: starts[-1]], starts)
        room *= 4 if full == OUT_FULL else 1
        scale *= 1 if full == OUT_FULL else 8
    raise TrainkitError(
        f"{n:,} replications of this operation fill a table of more than {_MOST_ENTRIES:,} rows. "
        "Run fewer at a time, or over a shorter horizon."
    )


def _room(spec: OperationSpec, n: int, horizon_h: float) -> int:
    """Return how many entries to expect, a little more than most runs have."""
    cases = (spec.departures_per_day + spec.false_alarms_per_day) * horizon_h / 24.0
    return int(max(1, n) * (256 + 24 * cases + 0.2 * horizon_h * len(spec.units)))


def compiled() -> Callable[..., Any]:
    """Return the compiled kernel.

    Raises:
        CompiledUnavailableError: numba does not load here.
    """
    return kernel(run_replications)


def run_replications(
    runs: Any,
    before: Any,
    entries: Any,
    first: int,
    n: int,
    horizon_h: float,
    starts: NDArray[np.intp],
) -> int:
    """Run *n* replications one after the other; return the code of a full table, or 0.

    Args:
        runs: One record of a run.
        before: The same, as each replication begins with it.
        entries: Filled with the entries of all replications.
        first: Number of the first replication.
        n: How many.
        horizon_h: When each ends.
        starts: Filled with where each begins among the entries, shape (n + 1,).
    """
    run, start = runs[0], before[0]
    for place in range(n):
        _set_back(run, start, first + place)
        simulate_one(run, horizon_h)
        if run.code != 0:
            return int(run.code)
        begins = starts[place]
        if begins + run.written > len(entries):
            return OUT_FULL
        for line in range(run.written):
            entries[begins + line] = run.entries[line]
        starts[place + 1] = begins + run.written
    return 0


@shared
def _set_back(run: Any, start: Any, replication: int) -> None:
    """Set a run back to its beginning, with the luck of a replication."""
    run.key2 = replication
    run.written = 0
    run.worlds[0] = start.worlds[0]
    run.nows[0] = start.nows[0]
    for number in range(run.worlds[0].n_ports):
        run.ports[number] = start.ports[number]
    for number in range(run.worlds[0].n_units):
        run.crafts[number] = start.crafts[number]
        run.units[number] = start.units[number]
    for number in range(len(run.desks)):
        run.desks[number].busy_until_h = 0.0


def _stage(spec: OperationSpec, seed: int, first: int, scale: int) -> Any:
    """Return one record of a run, as a replication begins with it."""
    runs = np.zeros(1, dtype=_run_type(scale))
    seas = tables.seas(spec)
    now = Now(n_seas=len(seas), slowest=min(sea.speed_factor for sea in seas))
    rows: list[tuple[str, list[Any], type[Any]]] = [
        ("worlds", [tables.world(spec)], World),
        ("nows", [now], Now),
        ("seas", seas, Sea),
        ("spells", tables.spells(spec), Spell),
        ("lands", tables.lands(spec), Land),
        ("regions", tables.regions(spec), Region),
        ("origins", tables.origins(spec), Origin),
        ("ports", tables.ports(spec), Port),
        ("crafts", fleet.crafts(spec), Craft),
        ("units", fleet.units(spec), Unit),
        ("orders", tables.orders(spec), Order),
    ]
    for name, table, kind in rows:
        _fill(runs, name, table, kind)
    for number, word in enumerate(key(seed, first)):
        runs[f"key{number}"] = word
    return runs.view(np.recarray)


def _fill(runs: NDArray[Any], name: str, rows: list[Any], kind: type[Any]) -> None:
    room = runs[name].shape[1]
    if len(rows) > room:
        raise TrainkitError(
            f"The compiled engine has room for {room} {name}, and there are {len(rows)}. Use "
            "engine='simpy', or fewer."
        )
    if rows:
        runs[name][0, : len(rows)] = records(rows, kind)

"""Many replications of an operation in the compiled engine: the twin of `processes`."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.errors import TrainkitError
from trainkit.joint.operation import records as places
from trainkit.joint.operation import tables
from trainkit.joint.operation.handlers import simulate_one
from trainkit.joint.operation.kinds import KINDS, subjects
from trainkit.joint.operation.records import Journal, Run
from trainkit.joint.operation.spec import OperationSpec
from trainkit.joint.operation.state import (
    Alarm,
    Boat,
    Case,
    Craft,
    Desk,
    Land,
    Message,
    Now,
    Order,
    Origin,
    Port,
    Region,
    Sea,
    Spell,
    Todo,
    Unit,
    World,
)
from trainkit.kernel.compiled import kernel
from trainkit.kernel.eventlist import event_list
from trainkit.kernel.logbook import Logbooks, entry_type
from trainkit.kernel.luck import key
from trainkit.kernel.record import record_type, records

_MOST = 1 << 26


@dataclass(frozen=True)
class Sizes:
    """Lengths of the tables that a run fills; one that is full is enlarged and the run repeated."""

    entries: int
    events: int = 512
    cases: int = 256
    alarms: int = 1024
    messages: int = 1024
    todo: int = 1024

    def enlarged(self, code: int) -> "Sizes":
        """Return the sizes with four times the table that was full."""
        name = _TABLES[code]
        return replace(self, **{name: 4 * getattr(self, name)})


_TABLES = {
    places.LOG_FULL: "entries",
    places.EVENTS_FULL: "events",
    places.CASES_FULL: "cases",
    places.ALARMS_FULL: "alarms",
    places.MESSAGES_FULL: "messages",
    places.TODO_FULL: "todo",
}


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
        TrainkitError: a run has more events than a machine can hold.
    """
    run_many, names = compiled(), subjects(spec)
    sizes = Sizes(entries=_entries(spec, n, horizon_h))
    while max(vars(sizes).values()) <= _MOST:
        run, entries = _state(spec, seed, first, sizes)
        starts = np.zeros(n + 1, dtype=np.intp)
        full = run_many(run, *_stage(spec), first, n, float(horizon_h), starts)
        if not full:
            return Logbooks(KINDS, names, entries[: starts[-1]], starts)
        sizes = sizes.enlarged(full)
    raise TrainkitError(
        f"{n:,} replications of this operation fill a table of more than {_MOST:,} rows. Run fewer "
        "at a time, or over a shorter horizon."
    )


def _entries(spec: OperationSpec, n: int, horizon_h: float) -> int:
    """Return how many entries to expect, a little more than most runs have."""
    cases = (spec.departures_per_day + spec.false_alarms_per_day) * horizon_h / 24.0
    return int(max(1, n) * (256 + 24 * cases + 0.5 * horizon_h * len(spec.units)))


@cache
def compiled() -> Callable[..., Any]:
    """Return the compiled kernel.

    Raises:
        CompiledUnavailableError: numba does not load here.
    """
    return kernel(run_replications)


def run_replications(
    run: Run,
    worlds: Any,
    nows: Any,
    ports: Any,
    crafts: Any,
    units: Any,
    first: int,
    n: int,
    horizon_h: float,
    starts: NDArray[np.intp],
) -> int:
    """Run *n* replications one after the other; return the code of a full table, or 0.

    Args:
        run: State and tables.
        worlds: The world before hour 0; like the four that follow it is what each run begins with.
        nows: What is so at hour 0.
        ports: The ports.
        crafts: What the units are.
        units: What they do.
        first: Number of the first replication.
        n: How many.
        horizon_h: When each ends.
        starts: Filled with where each begins in the journal, shape (n + 1,).
    """
    for place in range(n):
        run.worlds[0] = worlds[0]
        run.nows[0] = nows[0]
        for number in range(len(ports)):
            run.ports[number] = ports[number]
        for number in range(len(units)):
            run.crafts[number] = crafts[number]
            run.units[number] = units[number]
        for number in range(len(run.desks)):
            run.desks[number].busy_until_h = 0.0
        simulate_one(_with_luck(run, first + place), horizon_h)
        if run.journal.state[1] != 0:
            return int(run.journal.state[1])
        starts[place + 1] = run.journal.state[0]
    return 0


@places.shared
def _with_luck(run: Run, replication: int) -> Run:
    return Run(
        (run.key[0], run.key[1], replication),
        run.worlds,
        run.nows,
        run.seas,
        run.spells,
        run.lands,
        run.regions,
        run.origins,
        run.ports,
        run.crafts,
        run.units,
        run.boats,
        run.cases,
        run.active,
        run.deaths,
        run.alarms,
        run.messages,
        run.desks,
        run.orders,
        run.todo,
        run.events,
        run.journal,
    )


def _stage(spec: OperationSpec) -> tuple[Any, ...]:
    """Return what each replication begins with."""
    seas = tables.seas(spec)
    now = Now(n_seas=len(seas), slowest=min(sea.speed_factor for sea in seas))
    return (
        records([tables.world(spec)], World),
        records([now], Now),
        records(tables.ports(spec), Port),
        records(tables.crafts(spec), Craft),
        records(tables.units(spec), Unit),
    )


def _empty(kind: type[Any], rows: int) -> Any:
    return np.zeros(rows, dtype=record_type(kind)).view(np.recarray)


def _state(spec: OperationSpec, seed: int, first: int, sizes: Sizes) -> tuple[Run, NDArray[Any]]:
    """Return the state of a run, and the record array that its journal fills."""
    entries = np.empty(sizes.entries, dtype=entry_type(KINDS))
    worlds, nows, ports, crafts, units = _stage(spec)
    run = Run(
        key=key(seed, first),
        worlds=worlds,
        nows=nows,
        seas=records(tables.seas(spec), Sea),
        spells=records(tables.spells(spec), Spell),
        lands=records(tables.lands(spec), Land),
        regions=records(tables.regions(spec), Region),
        origins=records(tables.origins(spec), Origin),
        ports=ports,
        crafts=crafts,
        units=units,
        boats=_empty(Boat, sizes.cases),
        cases=_empty(Case, sizes.cases),
        active=np.zeros(sizes.cases, dtype=np.int64),
        deaths=np.full(sizes.cases * spec.most_persons, math.inf),
        alarms=_empty(Alarm, sizes.alarms),
        messages=_empty(Message, sizes.messages),
        desks=_empty(Desk, 3),
        orders=records(tables.orders(spec), Order),
        todo=_empty(Todo, sizes.todo),
        events=event_list(sizes.events),
        journal=Journal(entries.view(np.recarray), np.zeros(2, dtype=np.int64)),
    )
    return run, entries

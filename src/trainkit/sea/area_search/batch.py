"""Many replications of an area search in the compiled engine: the twin of `processes`."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.errors import TrainkitError
from trainkit.kernel.compiled import kernel
from trainkit.kernel.eventlist import event_list
from trainkit.kernel.logbook import Logbooks, entry_type
from trainkit.kernel.luck import key
from trainkit.kernel.record import records
from trainkit.sea.area_search.handlers import simulate_one
from trainkit.sea.area_search.kinds import KINDS, subjects
from trainkit.sea.area_search.plan import fleet, world
from trainkit.sea.area_search.records import EVENTS_FULL, Journal, Run, code, written
from trainkit.sea.area_search.spec import SearchSpec
from trainkit.sea.area_search.state import Craft, Drifter, Track, Unit, World

_FIRST_EVENTS = 64
_FIRST_ENTRIES = 256  # a replication
_MOST_EVENTS = 1 << 24
_MOST_ENTRIES = 1 << 26  # about 4 GB


def simulate(spec: SearchSpec, seed: int, first: int, n: int, horizon_h: float) -> Logbooks:
    """Return the logbooks of *n* replications, the same as SimPy's to the last bit.

    Args:
        spec: Parameters of the search.
        seed: Seed of the experiment, 64 bits.
        first: Number of the first replication.
        n: How many.
        horizon_h: When each ends.

    Raises:
        CompiledUnavailableError: numba does not load here.
        TrainkitError: a run has more events than a machine can hold.
    """
    run_many = compiled()
    names = subjects(spec)
    n_events, n_entries = _FIRST_EVENTS, _FIRST_ENTRIES * max(1, n)
    while n_events <= _MOST_EVENTS and n_entries <= _MOST_ENTRIES:
        run, entries = _tables(spec, seed, first, n_events, n_entries)
        starts = np.zeros(n + 1, dtype=np.intp)
        full = run_many(run, first, n, float(horizon_h), starts)
        if not full:
            return Logbooks(KINDS, names, entries[: starts[-1]], starts)
        n_events *= 4 if full == EVENTS_FULL else 1
        n_entries *= 1 if full == EVENTS_FULL else 4
    raise TrainkitError(
        f"{n:,} replications of this search fill more than {_MOST_ENTRIES:,} entries of a logbook, "
        f"or {_MOST_EVENTS:,} events at once. Run fewer at a time, or over a shorter horizon."
    )


def compiled() -> Callable[..., Any]:
    """Return the compiled kernel.

    Raises:
        CompiledUnavailableError: numba does not load here.
    """
    return kernel(run_replications)


def run_replications(
    run: Run, first: int, n: int, horizon_h: float, starts: NDArray[np.intp]
) -> int:
    """Run *n* replications one after the other; return the code of a full table, or 0.

    Args:
        run: State and tables.
        first: Number of the first replication.
        n: How many.
        horizon_h: When each ends.
        starts: Filled with where each begins in the journal, shape (n + 1,).
    """
    for place in range(n):
        key = (run.key[0], run.key[1], first + place)
        simulate_one(
            Run(
                key,
                run.worlds,
                run.things,
                run.crafts,
                run.units,
                run.tracks,
                run.informed,
                run.events,
                run.journal,
            ),
            horizon_h,
        )
        if code(run.journal) != 0:
            return code(run.journal)
        starts[place + 1] = written(run.journal)
    return 0


def _tables(
    spec: SearchSpec, seed: int, first: int, n_events: int, n_entries: int
) -> tuple[Run, NDArray[Any]]:
    """Return the state of a run, and the record array that its journal fills."""
    crafts, tracks = fleet(spec)
    entries = np.empty(n_entries, dtype=entry_type(KINDS))
    run = Run(
        key(seed, first),
        records([world(spec)], World),
        records([Drifter()], Drifter),
        records(crafts, Craft),
        records([Unit() for _ in crafts], Unit),
        records(tracks, Track),
        np.zeros(2, dtype=np.int64),
        event_list(n_events),
        Journal(entries.view(np.recarray), np.zeros(2, dtype=np.int64)),
    )
    return run, entries

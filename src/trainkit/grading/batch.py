"""Grading many submissions at once: scored in processes, handed back one by one to one writer.

A process that dies takes only its own submission with it: what it had in hand is graded again,
each in a process of its own.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Generator, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, ProcessPoolExecutor, wait
from functools import cache
from pathlib import Path

from trainkit.experiments.plan import workers
from trainkit.grading.academy import Academy
from trainkit.grading.bench import Bench, bench_of
from trainkit.grading.marking import Marked, marked
from trainkit.grading.result import Result

_FEW = 8
"""Up to so many are graded here: processes take a second to begin."""

_DIED = (
    "The process that graded it ended before it was done: the machine may be short of memory. "
    "Grade it again; if it stays so, look at what it holds."
)


def marked_all(
    bench: Bench, owners: Sequence[str], before: Mapping[str, Result]
) -> Generator[Marked, None, None]:
    """Yield submissions as they are graded, in any order.

    Args:
        bench: What grades the notebook.
        owners: Whose submissions.
        before: Results that stand, by owner.
    """
    if len(owners) <= _FEW or workers() == 1:
        yield from (marked(bench, owner, before.get(owner)) for owner in owners)
        return
    lost: list[str] = []
    yield from _pooled(bench, owners, before, workers(), lost)
    for owner in lost:
        again: list[str] = []
        yield from _pooled(bench, [owner], before, 1, again)
        yield from (Marked(one, problem=_DIED) for one in again)


def _pooled(
    bench: Bench,
    owners: Sequence[str],
    before: Mapping[str, Result],
    processes: int,
    lost: list[str],
) -> Generator[Marked, None, None]:
    """Yield what processes of one pool have graded; when one dies, *lost* gets what is left."""
    spawn = multiprocessing.get_context("spawn")
    where = (bench.academy.folder, bench.notebook)
    due = list(reversed(owners))
    waiting: dict[Future[Marked], str] = {}
    pool = ProcessPoolExecutor(processes, mp_context=spawn, initializer=_begin)
    try:
        while due or waiting:
            while due and len(waiting) < 4 * processes:
                owner = due.pop()
                waiting[pool.submit(_marked, *where, owner, before.get(owner))] = owner
            yield from _ready(waiting)
    except BrokenExecutor:
        lost += [*waiting.values(), *reversed(due)]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _ready(waiting: dict[Future[Marked], str]) -> Iterator[Marked]:
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in done:
        found = future.result()
        del waiting[future]
        yield found


def _begin() -> None:
    """Leave Ctrl-C to the process that the user started, and end when that one does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _marked(folder: Path, notebook: str, owner: str, before: Result | None) -> Marked:
    return marked(_bench(folder, notebook), owner, before)


@cache
def _bench(folder: Path, notebook: str) -> Bench:
    return bench_of(Academy(folder), notebook)

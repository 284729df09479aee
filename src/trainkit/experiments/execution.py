"""Running tasks here, in threads, in processes, or on anyone's executor."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import (
    BrokenExecutor,
    Executor,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
    as_completed,
)
from contextlib import contextmanager
from typing import Any, Literal

from trainkit.errors import TrainkitError, shown
from trainkit.experiments.plan import Table, Task, table, workers

Where = Executor | Literal["threads", "processes"] | None


def finished(
    tasks: Sequence[Task], executor: Where = None, progress: bool | None = None
) -> Iterator[tuple[Task, Table]]:
    """Yield each task with its table, as it is done.

    Args:
        tasks: What to run.
        executor: Any `concurrent.futures.Executor`; ``"threads"`` or ``"processes"`` for one of
            ours; None for threads with the compiled engine and this thread with SimPy.
        progress: Whether to show a bar; None shows it on a terminal after a second.

    Raises:
        TrainkitError: there is no such executor, or a worker died.
    """
    with _bar(sum(task.n for task in tasks), progress) as bar:
        for task, done in _run(tasks, executor):
            bar.update(task.n)
            yield task, done


def _run(tasks: Sequence[Task], executor: Where) -> Iterator[tuple[Task, Table]]:
    if executor is None and not _threaded(tasks):
        yield from ((task, table(task)) for task in tasks)
        return
    try:
        with _pool(executor) as pool:
            yield from _parallel(tasks, pool)
    except BrokenExecutor as error:
        raise TrainkitError(
            f"A worker process ended before its work was done ({error}). In a script, put what "
            "runs under `if __name__ == '__main__':`, because every worker reads the script first. "
            "Otherwise the machine may be short of memory: use fewer workers, or executor=None."
        ) from error


def _threaded(tasks: Sequence[Task]) -> bool:
    return len(tasks) > 1 and tasks[0].engine == "compiled"


def _parallel(tasks: Sequence[Task], pool: Executor) -> Iterator[tuple[Task, Table]]:
    waiting = {pool.submit(table, task): task for task in tasks}
    try:
        for future in as_completed(list(waiting)):
            yield waiting.pop(future), future.result()
    finally:
        for future in waiting:
            future.cancel()


@contextmanager
def _pool(executor: Where) -> Iterator[Executor]:
    if isinstance(executor, Executor):
        yield executor
        return
    with _own(executor) as own:
        yield own


def _own(executor: Any) -> Executor:
    if executor in {None, "threads"}:
        return ThreadPoolExecutor(workers())
    if executor == "processes":
        spawn = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(workers(), mp_context=spawn, initializer=_ignore_interrupt)
    raise TrainkitError(
        f"executor = {shown(executor)} is none: give 'threads', 'processes', or an Executor of "
        "concurrent.futures."
    )


def _ignore_interrupt() -> None:
    """Leave Ctrl-C to the process that was started by the user."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _bar(total: int, progress: bool | None) -> Any:
    from tqdm import tqdm

    silent = progress is False or (progress is None and "NBGRADER_EXECUTION" in os.environ)
    disable = True if silent else (None if progress is None else False)
    return tqdm(
        total=total, delay=1, disable=disable, file=sys.stderr, unit=" replications", leave=False
    )

"""One grading at a time in an academy: a second one waits, and says so."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy

_LOCK = ".grading.lock"


@contextmanager
def own_turn(academy: Academy) -> Iterator[None]:
    """Keep other gradings of an academy out; the lock goes with the process, however it ends.

    Raises:
        TrainkitError: the folder cannot be locked.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(academy.folder / _LOCK, is_singleton=True)
    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            told = f"Another grading is under way in {academy.folder}: waiting for it to end."
            print(told, file=sys.stderr, flush=True)
            lock.acquire()
    except (OSError, NotImplementedError) as error:
        raise TrainkitError(
            f"{academy.folder} cannot be locked for grading: {error}. Keep the academy on a disk "
            "of your own machine, where you may write."
        ) from error
    try:
        yield
    finally:
        lock.release()

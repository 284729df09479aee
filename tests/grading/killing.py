"""Grades an academy and is killed at a moment, for test_killed.py; a program of its own.

    python killing.py ACADEMY MOMENT

A moment is a count of files opened, renamed or removed and of statements sent to the gradebook, so
that it can lie between any two of them. With moment 0 it ends, and prints how many there were.
"""

import os
import signal
import sys
from itertools import count
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine import Engine

from trainkit.grading.academy import open_academy
from trainkit.grading.pipeline import grade

_FILES = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree")
_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)  # Windows ends a process at once for either


def watched(moment):
    """Count what happens, kill this process at a moment, and return how to ask for the count."""
    number = count(1)

    def step(*_):
        if next(number) == moment:
            os.kill(os.getpid(), _KILL)

    sys.addaudithook(lambda name, _: step() if name in _FILES else None)
    for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
        event.listen(Engine, name, step)
    return lambda: next(number) - 1


if __name__ == "__main__":
    academy = open_academy(Path(sys.argv[1]))
    so_far = watched(int(sys.argv[2]))
    grade(academy, "T1", feedback=False, progress=False)
    print(so_far())

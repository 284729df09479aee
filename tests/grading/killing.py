"""Kills gradings at drawn moments, for test_killed.py; run as a program of its own.

    python killing.py FOLDER SEED N

FOLDER holds ``academy``; each killed grading leaves a copy in ``killed-<n>``. A moment is a count
of files opened, renamed or removed and of statements sent to the gradebook, so that it can lie
between any two of them. Each grading is a fork of this process, killed with SIGKILL from within.
"""

import os
import random
import shutil
import signal
import sys
from itertools import count
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine import Engine

from trainkit.grading.academy import open_academy
from trainkit.grading.pipeline import grade

_FILES = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree")


def watched(at, total):
    """Count what happens, and kill this process at one moment; write the count at the end."""
    number = count(1)

    def step(*_):
        now = next(number)
        if now == at:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(lambda name, _: step() if name in _FILES else None)
    for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
        event.listen(Engine, name, step)
    return lambda: total.write_text(str(next(number)), encoding="ascii")


def graded(folder, at, total):
    """Grade in a process of its own; return whether it was killed."""
    child = os.fork()
    if child == 0:
        done = watched(at, total)
        grade(open_academy(folder), "T1", feedback=False, progress=False)
        done()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def main(folder, seed, n):
    total = folder / "moments"
    graded(shutil.copytree(folder / "academy", folder / "whole"), 0, total)
    moments = int(total.read_text(encoding="ascii"))
    drawn = random.Random(seed)
    for number in range(n):
        copy = shutil.copytree(folder / "academy", folder / f"killed-{number}")
        assert graded(copy, drawn.randrange(1, moments), total), number


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))

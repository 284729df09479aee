"""Writing an answers file: a line is appended whole, or not at all.

Earlier versions stay: that is the decision log, the time on task, and what a trainee sees again
when the notebook is reopened.
"""

import errno
import os
from collections.abc import Callable
from datetime import datetime
from io import FileIO
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError, shown
from trainkit.kernel.chain import canonical, link
from trainkit.lessons.reading import read
from trainkit.lessons.records import EVENTS, FIRST, Record

Clock = Callable[[], datetime]
_LONGEST_LINE = 150_000


def now() -> datetime:
    """Return the time of this machine with its zone."""
    return datetime.now().astimezone()


def append(
    path: Path, task: str, event: str, value: Any = None, reason: str = "", clock: Clock = now
) -> Record:
    """Append a record to an answers file and return it; it is on the disk when this returns.

    Args:
        path: The file, made when it is missing.
        task: Id of the task; empty for the whole notebook.
        event: One of `EVENTS`.
        value: What JSON can hold.
        reason: The trainee's own words.
        clock: Gives the time with its zone.

    Raises:
        TrainkitError: the value is no JSON, or the file cannot be written; what was in the file
            before is still there.
    """
    if event not in EVENTS:
        raise TrainkitError(f"No event is called '{event}'. They are {', '.join(EVENTS)}.")
    records = read(path).records
    record = Record(
        sequence=len(records),
        task=task,
        event=event,
        value=value,
        reason=reason,
        at=clock().isoformat(timespec="seconds"),
        hash="",
    )
    line = _linked(record, records[-1].hash if records else FIRST)
    _write(path, (canonical(line) + "\n").encode())
    return Record(**record.content, hash=line["hash"])


def _linked(record: Record, previous: str) -> dict[str, Any]:
    try:
        line = link(record.content, previous)
        size = len(canonical(line).encode())
    except (TypeError, ValueError, RecursionError) as error:
        raise TrainkitError(
            f"The answer {shown(record.value)} cannot be saved: it holds something that is "
            "neither a number, a text, nor a record of them. Nothing was lost."
        ) from error
    if size > _LONGEST_LINE:
        raise TrainkitError("The answer is too long to be saved. Shorten it and save again.")
    return line


def _write(path: Path, line: bytes) -> None:
    try:
        with path.open("ab+", buffering=0) as file:
            _append(file, line)
    except OSError as error:
        raise TrainkitError(_advice(path, error)) from error


def _append(file: FileIO, line: bytes) -> None:
    """Write *line* after the last whole one; take back what was written when it cannot be."""
    size = file.seek(0, os.SEEK_END)
    whole = (b"\n" if _cut_off(file, size) else b"") + line
    try:
        _require_all(file.write(whole), len(whole))
        os.fsync(file.fileno())
    except OSError:
        file.truncate(size)
        raise


def _require_all(written: int, wanted: int) -> None:
    if written != wanted:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _cut_off(file: FileIO, size: int) -> bool:
    if size == 0:
        return False
    file.seek(size - 1)
    return file.read(1) != b"\n"


def _advice(path: Path, error: OSError) -> str:
    kept = "What was saved before is still there."
    if error.errno == errno.ENOSPC:
        return f"The disk is full: your answer could not be saved. {kept} Make room and save again."
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return (
            f"Your answer could not be saved: {path} may not be written. {kept} Another program "
            "may hold the file open, or the folder is read-only: close it, or copy the folder to "
            "a place of your own, and save again."
        )
    return f"Your answer could not be saved in {path}: {error.strerror}. {kept} Save again."

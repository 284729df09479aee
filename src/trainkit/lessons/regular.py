"""Taking bytes of a file that a trainee wrote: regular files only, below a limit, no link."""

import os
import stat
from pathlib import Path

_JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT


def regular_bytes(path: Path, largest: int) -> bytes:
    """Return the content of a regular file.

    Args:
        path: The file.
        largest: Most bytes that are taken.

    Raises:
        FileNotFoundError: it is not there.
        OSError: it cannot be read.
        ValueError: it is a link, no regular file, or larger.
    """
    if stat.S_ISLNK(path.lstat().st_mode):
        raise ValueError("it is a link to another file")
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise ValueError("it is no regular file")
        if found.st_size > largest:
            raise ValueError(f"it has {found.st_size:,} bytes; {largest:,} are allowed")
        return file.read(largest)


def is_link(path: Path) -> bool:
    """Return whether a path is a link: a symbolic one, or a junction of Windows."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) == _JUNCTION

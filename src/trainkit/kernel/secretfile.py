"""Files of secrets: made once, for their owner alone, and in no checkout.

On Windows the modes of a file say nothing: there the access list of the user's own settings folder
protects a secret, and who keeps it elsewhere sees to that.
"""

import os
import stat
from pathlib import Path

_OTHERS = stat.S_IRWXO
_GROUP = stat.S_IRWXG


def write_secret(path: Path, key: bytes) -> None:
    """Write a key to a new file that its owner alone may read, down to the disk.

    Raises:
        FileExistsError: there is such a file.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii", newline="\n") as file:
        file.write(key.hex() + "\n")
        file.flush()
        os.fsync(file.fileno())


def readers(path: Path) -> str:
    """Return who may use a key beside its owner: ``everybody``, ``its group`` or nobody (empty).

    Raises:
        OSError: there is no such file.
    """
    if os.name == "nt":
        return ""
    mode = path.stat().st_mode
    if mode & _OTHERS:
        return "everybody"
    return "its group" if mode & _GROUP else ""


def mending(path: Path) -> str:
    """Return the command that leaves a key to its owner alone."""
    return f"chmod 600 '{path}'"


def checkout_of(path: Path) -> Path | None:
    """Return the checkout of git in which a path lies; None when it lies in none."""
    return next((above for above in path.resolve().parents if (above / ".git").exists()), None)

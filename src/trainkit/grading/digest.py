"""Hashes that say what gave a mark: the submission, the release, the keys, the course key."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from trainkit.grading.academy import Academy
from trainkit.grading.coursekey import fingerprint
from trainkit.grading.keys import Keys
from trainkit.lessons.records import FILE
from trainkit.lessons.regular import regular_bytes

_LARGEST_BYTES = 20_000_000


def bytes_digest(files: Mapping[str, bytes], notebook: str) -> str:
    """Return the hash of a submission from its files, by name; what is missing counts as missing.

    Examples:
        >>> bytes_digest({"T1.ipynb": b"{}"}, "T1") == bytes_digest({}, "T1")
        False
    """
    found = hashlib.sha256()
    for name in (f"{notebook}.ipynb", FILE):
        content = files.get(name, FileNotFoundError.__name__.encode())
        found.update(name.encode() + b"\0" + content + b"\0")
    return found.hexdigest()


def submission_digest(folder: Path, notebook: str) -> str:
    """Return the hash of a submission: its notebook and its answers, whatever they hold."""
    names = (f"{notebook}.ipynb", FILE)
    return bytes_digest({name: _taken(folder / name) for name in names}, notebook)


def _taken(path: Path) -> bytes:
    try:
        return regular_bytes(path, _LARGEST_BYTES)
    except (OSError, ValueError) as error:
        return type(error).__name__.encode()


def made_by(academy: Academy, keys: Keys) -> dict[str, str]:
    """Return what gives a mark beside the submission: release, keys, fingerprint of the secret."""
    release = hashlib.sha256(academy.release(keys.notebook).read_bytes()).hexdigest()
    return {
        "release": release,
        "keys": keys.digest,
        "course_key": fingerprint(academy.course_key),
    }

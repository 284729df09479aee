"""The course keys of an academy: the current one, and those that it took the place of.

Older keys lie beside the current file, ``<name>.<number>.<fingerprint>.key``; number 1 was the
first. What was graded under an older key keeps its marks and is explained under that key; what is
new or changed is graded under the current one. Pseudonyms come from the first key, so that they
outlast a rotation.
"""

import re
import secrets
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from trainkit.errors import TrainkitError
from trainkit.grading.academy import CONFIG, Academy
from trainkit.grading.coursekey import fingerprint, read_secret
from trainkit.grading.journal import note
from trainkit.kernel.secretfile import write_secret

_OLDER = re.compile(r"\.(?P<number>[1-9]\d*)\.(?P<fingerprint>[0-9a-f]{16})\.key")


def fingerprints(academy: Academy) -> tuple[str, ...]:
    """Return the fingerprints of all keys: the current one first, then from new to old.

    Raises:
        TrainkitError: the current key cannot be read.
    """
    current = fingerprint(academy.course_key)
    return tuple(dict.fromkeys([current, *(name for _, name, _ in reversed(_older(academy)))]))


def key_of(academy: Academy, wanted: str) -> bytes:
    """Return the key of a fingerprint.

    Args:
        academy: The academy.
        wanted: The fingerprint, as ``made_by["course_key"]`` of a result gives it.

    Raises:
        TrainkitError: the academy has no such key, or its file cannot be read.
    """
    current = academy.course_key
    if fingerprint(current) == wanted:
        return current
    for _, name, path in _older(academy):
        if name == wanted:
            return _read(academy, path, name)
    raise TrainkitError(
        f"The course key {wanted} is not beside {academy.course_key_file}: bring its file "
        f"*.{wanted}.key back from your copy. Without it marks that it gave cannot be explained."
    )


def first_key(academy: Academy) -> bytes:
    """Return the key that the academy began with: pseudonyms come from it.

    Raises:
        TrainkitError: it was moved away, or cannot be read.
    """
    older = _older(academy)
    if not older:
        return academy.course_key
    number, name, path = older[0]
    if number != 1:
        raise TrainkitError(
            f"The first course key is not beside {academy.course_key_file}; pseudonyms come from "
            "it. Bring its file *.1.*.key back from your copy."
        )
    return _read(academy, path, name)


def _read(academy: Academy, path: Path, name: str) -> bytes:
    found = read_secret(path, academy.folder / CONFIG)
    if fingerprint(found) != name:
        raise TrainkitError(
            f"{path} does not hold the course key that its name says. Bring the file back from "
            "your copy."
        )
    return found


def _older(academy: Academy) -> list[tuple[int, str, Path]]:
    """Return number, fingerprint and file of each older key, the first one first."""
    current = academy.course_key_file
    found = []
    for path in current.parent.glob("*.key"):
        named = _OLDER.fullmatch(path.name.removeprefix(current.stem))
        if path.name.startswith(current.stem) and named:
            found.append((int(named["number"]), named["fingerprint"], path))
    return sorted(found)


def rotate(academy: Academy, book: Any, reason: str, who: str) -> tuple[str, str]:
    """Put a new key in the place of the current one, which is kept; the caller commits.

    Args:
        academy: The academy.
        book: Its open gradebook, whose journal gets the fingerprints and the reason.
        reason: Why.
        who: Who does it.

    Returns:
        The fingerprints of the key before and of the new one.

    Raises:
        TrainkitError: no reason is given, the current key cannot be read, or another rotation is
            under way.
    """
    if not reason.strip():
        raise TrainkitError("A new course key needs a reason, for the journal: say it in --reason.")
    path = academy.course_key_file
    try:
        with FileLock(path.with_name(f"{path.name}.lock"), timeout=0):
            return _rotated(academy, book, reason, who)
    except Timeout as error:
        raise TrainkitError(
            f"Another command makes a new course key beside {path} right now. Look at the journal "
            "before you give this one again."
        ) from error


def _rotated(academy: Academy, book: Any, reason: str, who: str) -> tuple[str, str]:
    before, new = academy.course_key, secrets.token_bytes(32)
    names = (fingerprint(before), fingerprint(new))
    note(
        book,
        "key_rotated",
        who,
        content={"from": names[0], "to": names[1], "reason": reason.strip()},
    )
    _keep(academy, before)
    _replace(academy.course_key_file, new)
    return names


def _keep(academy: Academy, key: bytes) -> None:
    older, name = _older(academy), fingerprint(key)
    if name not in [kept for _, kept, _ in older]:  # a rotation that was stopped kept it already
        number = 1 + max((number for number, _, _ in older), default=0)
        path = academy.course_key_file
        write_secret(path.with_name(f"{path.stem}.{number}.{name}.key"), key)


def _replace(path: Path, key: bytes) -> None:
    draft = path.with_name(f"{path.name}.part")
    draft.unlink(missing_ok=True)
    write_secret(draft, key)
    draft.replace(path)

"""Putting a submission into an academy: the original is kept, and nothing is lost."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.digest import bytes_digest
from trainkit.grading.replacing import replace_files
from trainkit.grading.submitted import same_trainee
from trainkit.grading.taking import LARGEST_NOTEBOOK, Taken
from trainkit.lessons.records import FILE
from trainkit.lessons.regular import regular_bytes

_STAMP, _LARGEST_STAMP = "timestamp.txt", 1_000
_FORMAT = "%Y-%m-%d %H:%M:%S.%f UTC"  # nbgrader's
_SHOWN = "%d %B %Y %H:%M UTC"
_LATER = (
    "these files were imported before, and others that came later count; to have these back, "
    "empty {folder} and import them again"
)
Placed = Literal["imported", "unchanged", "replaced"]


def place(
    academy: Academy, notebook: str, owner: str, taken: Taken, source: str
) -> tuple[Placed, list[str]]:
    """Put a submission where nbgrader grades it.

    Args:
        academy: The academy.
        notebook: Id of the notebook.
        owner: Id of the trainee.
        taken: Its bytes.
        source: Where it came from.

    Returns:
        What was done, and what an instructor should know of it.

    Raises:
        TrainkitError: it cannot be written.
    """
    try:
        return _placed(academy, notebook, owner, taken, source)
    except OSError as error:
        raise TrainkitError(
            f"The submission of {owner} cannot be written to {academy.folder}: {error.strerror}. "
            "Make room or mend the rights, and import again; what was there is still there."
        ) from error


def _placed(
    academy: Academy, notebook: str, owner: str, taken: Taken, source: str
) -> tuple[Placed, list[str]]:
    folder, kept = _folder(academy, notebook, owner), originals(academy, notebook, owner)
    old = _there(folder, notebook)
    known = (kept / taken.digest[:16]).is_dir()
    if old and known and bytes_digest(old, notebook) != taken.digest:
        return "unchanged", [_LATER.format(folder=folder)]
    with _kept(kept, taken.digest, taken.files, source):
        if old and bytes_digest(old, notebook) == taken.digest:
            return "unchanged", []
        notes = _told(kept, notebook, old, folder, taken) if old else []
        _write(folder, taken)
    return "replaced" if old else "imported", notes


def _told(
    kept: Path, notebook: str, old: Mapping[str, bytes], folder: Path, taken: Taken
) -> list[str]:
    """Keep what is replaced, and return what is to be known of it."""
    digest = bytes_digest(old, notebook)
    with _kept(kept, digest, old, "the academy"):
        notes = [f"it took the place of other files, which are kept in {kept / digest[:16]}"]
    before = _time(folder / _STAMP)
    if taken.at and before and taken.at < before:
        notes.append(
            f"it is older than what it replaced: {taken.at:{_SHOWN}} before {before:{_SHOWN}}; to "
            f"have the other back, empty {folder} and import that again"
        )
    return notes


def originals(academy: Academy, notebook: str, owner: str) -> Path:
    """Return the folder in which what came in of a trainee is kept, by hash."""
    return academy.folder / "inbox" / "originals" / notebook / owner


def _folder(academy: Academy, notebook: str, owner: str) -> Path:
    """Return where the submission goes; a folder of the same trainee, spelled otherwise, stays."""
    there = [path.name for path in (academy.folder / "submitted").glob("*")]
    spelled = same_trainee(owner, there)
    folder = academy.of("submitted", spelled[0] if spelled else owner, notebook)
    if len(spelled) > 1 or folder.is_symlink() or folder.parent.is_symlink():
        raise TrainkitError(
            f"{folder.parent} is a link, or there are several folders of '{owner}' "
            f"({', '.join(spelled)}). Keep one real folder, and import again."
        )
    return folder


def _there(folder: Path, notebook: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name in (f"{notebook}.ipynb", FILE):
        if (folder / name).exists():
            try:
                found[name] = regular_bytes(folder / name, 10 * LARGEST_NOTEBOOK)
            except ValueError as error:
                raise TrainkitError(f"{folder / name}: {error}. Move it away first.") from error
    return found


@contextmanager
def _kept(kept: Path, digest: str, files: Mapping[str, bytes], source: str) -> Iterator[None]:
    """Keep files under their hash, once; not when what is done meanwhile fails.

    What is kept counts as taken in, so it appears only when the submission is in its place.
    """
    final = kept / digest[:16]
    if final.is_dir():
        yield
        return
    draft = kept / f"{digest[:16]}.{os.getpid()}.part"
    try:
        _draft(draft, digest, files, source)
        yield
        draft.rename(final)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _draft(draft: Path, digest: str, files: Mapping[str, bytes], source: str) -> None:
    draft.mkdir(parents=True, exist_ok=True)
    origin = {
        "source": source,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "sha256": digest,
        "files": {name: hashlib.sha256(found).hexdigest() for name, found in files.items()},
    }
    for name, found in files.items():
        (draft / name).write_bytes(found)
    (draft / "origin.json").write_text(json.dumps(origin, indent=1) + "\n", encoding="utf-8")


def _write(folder: Path, taken: Taken) -> None:
    stamp = {_STAMP: f"{taken.at:{_FORMAT}}\n".encode()} if taken.at else {}
    files = {**taken.files, **stamp}
    replace_files(folder, files, {FILE, _STAMP} - set(files))


def _time(stamp: Path) -> datetime | None:
    """Return the time in nbgrader's time stamp; None without one that can be read."""
    try:
        text = regular_bytes(stamp, _LARGEST_STAMP).decode().strip()
        return datetime.strptime(text, _FORMAT).replace(tzinfo=UTC)
    except (OSError, ValueError):
        return None

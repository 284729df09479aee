"""Putting a submission into an academy: the original is kept, and nothing is lost."""

import hashlib
import json
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.digest import bytes_digest
from trainkit.grading.submitted import same_trainee
from trainkit.grading.taking import LARGEST_NOTEBOOK, Taken
from trainkit.lessons.records import FILE
from trainkit.lessons.regular import regular_bytes

_STAMP = "timestamp.txt"
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
    _keep(kept, taken.digest, taken.files, source)
    if old and bytes_digest(old, notebook) == taken.digest:
        return "unchanged", []
    if old and known:
        return "unchanged", [_LATER.format(folder=folder)]
    was = _keep(kept, bytes_digest(old, notebook), old, "the academy") if old else None
    _write(folder, taken)
    if was:
        return "replaced", [f"it took the place of other files, which are kept in {was}"]
    return "imported", []


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


def _keep(kept: Path, digest: str, files: Mapping[str, bytes], source: str) -> Path:
    """Keep files under their hash, once, and return where."""
    final = kept / digest[:16]
    if final.is_dir():
        return final
    draft = kept / f"{digest[:16]}.{os.getpid()}.part"
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
    return draft.rename(final)


def _write(folder: Path, taken: Taken) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    files = {**taken.files, **({_STAMP: _stamp(taken.at)} if taken.at else {})}
    for name, content in files.items():
        draft = folder / f".{name}.part"
        draft.write_bytes(content)
        draft.replace(folder / name)
    for name in {FILE, _STAMP} - set(files):
        (folder / name).unlink(missing_ok=True)


def _stamp(at: datetime) -> bytes:
    """Return nbgrader's time stamp."""
    return f"{at:%Y-%m-%d %H:%M:%S.%f} UTC\n".encode()

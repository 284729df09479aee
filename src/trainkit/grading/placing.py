"""Putting a submission into an academy: the original is kept, and nothing is lost."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
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

_STAMP = "timestamp.txt"
_FORMAT = "%Y-%m-%d %H:%M:%S.%f UTC"  # nbgrader's
_OTHERS = (
    "these files were imported before, and others count; to have these back, empty {folder} and "
    "import them again"
)
Placed = Literal["imported", "unchanged", "replaced", "kept"]
Stays = Callable[[str], str]


def _never(_digest: str) -> str:
    return ""


def place(
    academy: Academy,
    notebook: str,
    owner: str,
    taken: Taken,
    source: str,
    at: datetime | None = None,
    stays: Stays = _never,
) -> tuple[Placed, list[str]]:
    """Put a submission where nbgrader grades it.

    Args:
        academy: The academy.
        notebook: Id of the notebook.
        owner: Id of the trainee.
        taken: Its bytes.
        source: Where it came from.
        at: When it counts as handed in; nbgrader knows no time when left out.
        stays: Why the submission of a hash that is there still counts; empty where this one does.

    Returns:
        What was done, and what an instructor should know of it.

    Raises:
        TrainkitError: it cannot be written.
    """
    try:
        return _placed(academy, notebook, owner, taken, source, at, stays)
    except OSError as error:
        raise TrainkitError(
            f"The submission of {owner} cannot be written to {academy.folder}: {error.strerror}. "
            "Make room or mend the rights, and import again; what was there is still there."
        ) from error


def _placed(
    academy: Academy,
    notebook: str,
    owner: str,
    taken: Taken,
    source: str,
    at: datetime | None,
    stays: Stays,
) -> tuple[Placed, list[str]]:
    folder, kept = _folder(academy, notebook, owner), originals(academy, notebook, owner)
    old = _there(folder, notebook)
    same = bool(old) and bytes_digest(old, notebook) == taken.digest
    if old and not same and (kept / taken.digest[:16]).is_dir():
        return "unchanged", [_OTHERS.format(folder=folder)]
    with _kept(kept, taken.digest, taken.files, source):
        if same:
            return "unchanged", []
        why = stays(bytes_digest(old, notebook)) if old else ""
        if why:
            return "kept", [f"{why}; so it does not count and is kept in {kept}"]
        notes = _told(kept, notebook, old) if old else []
        _write(folder, taken, at)
    return "replaced" if old else "imported", notes


def _told(kept: Path, notebook: str, old: Mapping[str, bytes]) -> list[str]:
    """Keep what is replaced, and return what is to be known of it."""
    digest = bytes_digest(old, notebook)
    with _kept(kept, digest, old, "the academy"):
        return [f"it took the place of other files, which are kept in {kept / digest[:16]}"]


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


def _write(folder: Path, taken: Taken, at: datetime | None) -> None:
    stamp = {_STAMP: f"{at:{_FORMAT}}\n".encode()} if at else {}
    files = {**taken.files, **stamp}
    replace_files(folder, files, {FILE, _STAMP} - set(files))

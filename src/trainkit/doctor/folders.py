"""Folders: may they be written, how much room is left, how long may a path be."""

import os
import shutil
import tempfile
from pathlib import Path

from trainkit.doctor.finding import Finding, Status

_GB = 1_000_000_000
_LONGEST_BELOW = 120
"""Characters below an academy: a step, a trainee's id of 64, a notebook and a file."""
_WINDOWS_LIMIT = 259


def nearest_folder(path: Path) -> Path:
    """Return the folder itself, or the nearest one above it that is there."""
    return next((place for place in (path, *path.parents) if place.is_dir()), Path.cwd())


def writable(subject: str, path: Path, without: Status, advice: str) -> Finding:
    """Return whether a folder, or the one in which it would be made, can be written.

    Args:
        subject: What the folder is for.
        path: The folder; it need not be there.
        without: Status when it cannot be written.
        advice: What to do then.
    """
    place = nearest_folder(path)
    told = f"{path} can be written" if place == path else f"{path} can be made"
    try:
        with tempfile.TemporaryFile(dir=place) as file:
            file.write(b"x")
            file.flush()
    except OSError as error:
        reason = error.strerror or str(error)
        return Finding(subject, without, f"{place} cannot be written ({reason})", advice)
    return Finding(subject, "ok", told)


def free_space(path: Path, free: int | None = None) -> Finding:
    """Return whether there is room for an academy; *free* is in bytes, None to look."""
    try:
        left = shutil.disk_usage(nearest_folder(path)).free if free is None else free
    except OSError as error:
        return Finding("free disk", "warn", f"it cannot be measured ({error})", "Look yourself.")
    found = f"{left / _GB:.1f} GB free where {path} is"
    if left < _GB // 2:
        return Finding("free disk", "fail", found, "Make room: half a GB is the least.")
    if left < 2 * _GB:
        return Finding("free disk", "warn", found, "Make room before a cohort is graded.")
    return Finding("free disk", "ok", found)


def path_length(path: Path | str, long_paths: bool) -> Finding:
    """Return whether paths below the academy fit into Windows' limit.

    Args:
        path: The academy's folder.
        long_paths: Whether this Windows allows long paths.
    """
    left = _WINDOWS_LIMIT - len(str(path))
    found = f"{left} of {_WINDOWS_LIMIT} characters are left below {path}"
    if long_paths:
        return Finding("path length", "ok", "this Windows allows long paths")
    if left >= _LONGEST_BELOW:
        return Finding("path length", "ok", found)
    advice = f"{_LONGEST_BELOW} are needed: take a folder near the top of the drive."
    return Finding("path length", "fail" if left < _LONGEST_BELOW // 2 else "warn", found, advice)


def letter_case(path: Path) -> Finding:
    """Return whether the file system tells ADA from ada; both are fine, and it is good to know."""
    try:
        with tempfile.NamedTemporaryFile(dir=nearest_folder(path), prefix="trainkit-a") as file:
            same = os.path.exists(file.name.replace("trainkit-a", "TRAINKIT-A"))  # noqa: PTH110
    except OSError as error:
        reason = error.strerror or str(error)
        return Finding("letter case", "warn", f"it cannot be tried ({reason})", "Mend that first.")
    if not same:
        return Finding("letter case", "ok", "ADA and ada are two names")
    advice = "Give no two trainees ids that differ only in capitals."
    return Finding("letter case", "ok", "ADA and ada are one name", advice)

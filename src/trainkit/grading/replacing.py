"""Replacing files of a folder: all of them, or none."""

import shutil
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory


def replace_files(folder: Path, files: Mapping[str, bytes], gone: Collection[str]) -> None:
    """Write files into a folder and take others away; on an error, all is as it was before.

    Other files of the folder stay. New and old bytes are written aside first, so that a full disk
    is found before anything has changed.

    Args:
        folder: Made when it is not there.
        files: Bytes by name.
        gone: Names that are not to be there afterwards.

    Raises:
        OSError: it cannot be done.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".part-", dir=folder, ignore_cleanup_errors=True) as place:
            _replace(folder, Path(place), files, gone)
    except BaseException:
        for made in (folder, folder.parent):
            with suppress(OSError):  # it is not empty: it holds what was there
                made.rmdir()
        raise


def _replace(folder: Path, place: Path, files: Mapping[str, bytes], gone: Collection[str]) -> None:
    new, old, names = place / "new", place / "old", [*files, *gone]
    for aside in (new, old):
        aside.mkdir()
    for name, content in files.items():
        (new / name).write_bytes(content)
    for name in names:
        with suppress(FileNotFoundError):
            shutil.copy2(folder / name, old / name, follow_symlinks=False)
    try:
        for name in names:
            _move(new, folder, name)
    except BaseException:
        for name in names:
            _move(old, folder, name)
        raise


def _move(source: Path, target: Path, name: str) -> None:
    """Put a file where another is, in one step; where there is none, take the other away."""
    if (source / name).exists() or (source / name).is_symlink():
        (source / name).replace(target / name)
    else:
        (target / name).unlink(missing_ok=True)

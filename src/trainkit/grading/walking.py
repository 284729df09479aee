"""The files of a folder, none followed; what cannot be looked at is told as a problem."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from trainkit.grading.containers import Item
from trainkit.lessons.regular import is_link, regular_bytes

_DEEPEST = 20


def walked(root: Path) -> Iterator[Item]:
    """Give the files of a folder and of all folders in it.

    Args:
        root: The folder, resolved.
    """
    unread: list[Item] = []

    def keep(error: OSError) -> None:
        told = f"the folder cannot be read ({error.strerror})"
        unread.append(_refused(Path(error.filename), root, told))

    for place, folders, names in os.walk(root, onerror=keep):
        here = Path(place)
        links = [name for name in folders if is_link(here / name)]
        deep = folders if len(here.relative_to(root).parts) >= _DEEPEST else []
        yield from (_refused(here / name, root, "it is a link to another folder") for name in links)
        yield from (_refused(here / name, root, "it lies too deep") for name in deep)
        folders[:] = [name for name in sorted(folders) if name not in {*links, *deep}]
        yield from (_file(here / name, root) for name in sorted(names))
    yield from unread


def _refused(path: Path, root: Path, problem: str) -> Item:
    def read(largest: int) -> bytes:
        raise ValueError(f"{problem}; none of {largest:,} bytes was read")

    return Item(path.relative_to(root).parts or (root.name,), read, problem)


def _file(path: Path, root: Path) -> Item:
    def read(largest: int) -> bytes:
        content = regular_bytes(path, largest)
        if path.parent.resolve() != path.parent:
            raise ValueError("its folder was exchanged for a link while it was read")
        return content

    return Item(path.relative_to(root).parts, read, _problem(path))


def _problem(path: Path) -> str:
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        return f"it went away while the folder was read ({error.strerror})"
    if stat.S_ISLNK(mode):
        return "it is a link to another file"
    return "" if stat.S_ISREG(mode) else "it is no regular file"

"""What lies in a folder or a ZIP of submissions, looked at without unpacking or following anything.

No file is ever written under a name that a ZIP gives, and none is read beyond a limit; links,
names that lead elsewhere and whatever unpacks to far more than it is are named as problems.
"""

import io
import lzma
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from trainkit.errors import TrainkitError, shown
from trainkit.lessons.regular import regular_bytes

_MOST_FILES = 20_000
_LARGEST_ZIP = 200_000_000
_MOST_RATIO, _SMALL_BYTES = 200, 1_000_000
_ENCRYPTED = 0x1
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
)


@dataclass(frozen=True)
class Item:
    """One file.

    Attributes:
        parts: Names of its folders and its own.
        read: Returns its bytes, at most so many; raises OSError or ValueError with the reason.
        problem: Why it cannot be taken, as a sentence's end; empty when it can.
    """

    parts: tuple[str, ...]
    read: Callable[[int], bytes]
    problem: str = ""

    @property
    def name(self) -> str:
        """Its own name."""
        return self.parts[-1]


@dataclass(frozen=True)
class Container:
    """A folder or a ZIP.

    Attributes:
        source: What it is called, for the reader.
        owner: Whose the files at its top are.
        items: Its files.
        problem: Why it cannot be read; empty when it can.
    """

    source: str
    owner: str
    items: tuple[Item, ...] = ()
    problem: str = ""


@contextmanager
def opened(path: Path) -> Iterator[list[Container]]:
    """Give the containers at a path: the folder or ZIP itself, and the ZIPs that lie in it.

    Args:
        path: A folder or a ZIP file.

    Raises:
        TrainkitError: there is neither.
    """
    path = path.expanduser().resolve()
    if not path.is_dir() and not path.is_file():
        raise TrainkitError(f"There is nothing to import: {path} is neither a folder nor a ZIP.")
    with ExitStack() as stack:
        first = _folder(path) if path.is_dir() else _zip(stack, path, path.name, path.stem)
        if first.problem:
            raise TrainkitError(f"{path} cannot be imported: {first.problem}.")
        inner = [_inner(stack, first, item) for item in _zips(first)]
        yield [first, *inner, *(_too_deep(one, item) for one in inner for item in _zips(one))]


def _zips(container: Container) -> list[Item]:
    found = [item for item in container.items if item.name.lower().endswith(".zip")]
    return [item for item in found if not _is_own(item)]


def _is_own(item: Item) -> bool:
    """Return whether a file is bookkeeping of an operating system or of Jupyter."""
    return any(part.startswith(".") or part == "__MACOSX" for part in item.parts)


def _folder(path: Path) -> Container:
    items: list[Item] = []
    for place, folders, names in os.walk(path):
        linked = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in sorted([*names, *linked]):
            if len(items) >= _MOST_FILES:
                return Container(path.name, path.name, (), f"it has over {_MOST_FILES:,} files")
            items.append(_file(Path(place) / name, path))
    return Container(path.name, path.name, tuple(items))


def _file(path: Path, root: Path) -> Item:
    def read(largest: int) -> bytes:
        return regular_bytes(path, largest)

    mode = path.lstat().st_mode
    problem = "it is no regular file" if not stat.S_ISREG(mode) else ""
    problem = "it is a link to another file" if stat.S_ISLNK(mode) else problem
    return Item(path.relative_to(root).parts, read, problem)


def _inner(stack: ExitStack, outer: Container, item: Item) -> Container:
    source, owner = _named(outer, item)
    if item.problem:
        return Container(source, owner, (), item.problem)
    try:
        return _zip(stack, io.BytesIO(item.read(_LARGEST_ZIP)), source, owner)
    except (OSError, ValueError) as error:
        return Container(source, owner, (), str(error))


def _too_deep(outer: Container, item: Item) -> Container:
    source, owner = _named(outer, item)
    return Container(source, owner, (), "it is a ZIP inside a ZIP: unpack it once")


def _named(outer: Container, item: Item) -> tuple[str, str]:
    """Return the source and the owner of a ZIP that lies in a container."""
    source = f"{outer.source}/{'/'.join(item.parts)}"
    return source, item.parts[-2] if len(item.parts) > 1 else Path(item.name).stem


def _zip(stack: ExitStack, file: Path | io.BytesIO, source: str, owner: str) -> Container:
    try:
        archive = stack.enter_context(zipfile.ZipFile(file))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        return Container(source, owner, (), f"it is no ZIP that can be read ({error})")
    members = [one for one in archive.infolist() if not one.is_dir()]
    if len(members) > _MOST_FILES:
        return Container(source, owner, (), f"it has over {_MOST_FILES:,} files")
    return Container(source, owner, tuple(_member(archive, one) for one in members))


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Item:
    def read(largest: int) -> bytes:
        return _unpacked(archive, member, largest)

    parts = tuple(member.filename.replace("\\", "/").split("/"))
    return Item(
        tuple(part for part in parts if part not in {"", "."}) or ("?",),
        read,
        _problem(member, parts),
    )


def _problem(member: zipfile.ZipInfo, parts: tuple[str, ...]) -> str:
    if ".." in parts or parts[0] == "" or ":" in parts[0]:
        return f"its name {shown(member.filename, 60)} leads out of the ZIP"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "it is a link to another file"
    if member.flag_bits & _ENCRYPTED:
        return "it is locked with a password"
    ratio = member.file_size / max(member.compress_size, 1)
    if member.file_size > _SMALL_BYTES and ratio > _MOST_RATIO:
        return f"it unpacks to {ratio:.0f} times its size"
    return ""


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, largest: int) -> bytes:
    try:
        with archive.open(member) as file:
            found = file.read(largest + 1)
    except _DAMAGED as error:
        raise ValueError(f"it cannot be unpacked ({error})") from error
    if len(found) > largest:
        raise ValueError(f"it has more than {largest:,} bytes")
    return found

"""A folder or a ZIP of submissions opened, and the ZIPs that lie in it."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from trainkit.errors import TrainkitError
from trainkit.grading.containers import Container, Item, contained, is_own
from trainkit.grading.unzipping import bomb, members
from trainkit.grading.walking import walked

_LARGEST_ZIP, _ALL_ZIPS = 200_000_000, 500_000_000
"""Bytes of one inner ZIP, and of all of them together: they are held in memory."""
_MOST_MEMBERS = 200_000


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
        first = _first(stack, path)
        if first.problem:
            raise TrainkitError(f"{path} cannot be imported: {first.problem}.")
        inner = list(_inner(stack, first))
        yield [first, *inner, *(_too_deep(one, item) for one in inner for item in _zips(one))]


def _first(stack: ExitStack, path: Path) -> Container:
    if path.is_dir():
        return contained(path.name, path.name, walked(path))
    return _zip(stack, path, path.name, path.stem)


def _zips(container: Container) -> list[Item]:
    found = [item for item in container.items if item.name.lower().endswith(".zip")]
    return [item for item in found if not is_own(item)]


def _inner(stack: ExitStack, outer: Container) -> Iterator[Container]:
    left = _ALL_ZIPS
    for item in _zips(outer):
        source, owner = _named(outer, item)
        try:
            content = b"" if item.problem else item.read(min(_LARGEST_ZIP, left))
        except (OSError, ValueError) as error:
            yield Container(source, owner, (), str(error))
            continue
        left -= len(content)
        inside = _zip(stack, io.BytesIO(content), source, owner)
        yield Container(source, owner, (), item.problem) if item.problem else inside


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
    if len(archive.infolist()) > _MOST_MEMBERS:
        return Container(source, owner, (), f"it has over {_MOST_MEMBERS:,} files")
    problem = bomb(archive)
    whole = contained(source, owner, members(archive))
    return Container(source, owner, (), problem) if problem else whole

"""Released notebooks, from a folder or a ZIP file; only what is a notebook is taken."""

import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from trainkit.errors import TrainkitError, nearest, shown

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}")
_LARGEST_BYTES, _LARGEST_BESIDE_BYTES = 20_000_000, 100_000
_BESIDE = frozenset({"README.txt", "release.json"})


@dataclass(frozen=True)
class Release:
    """Released notebooks.

    Attributes:
        place: Where they were found.
        notebooks: Bytes of each notebook, by its id.
        beside: Bytes of the small files in the folder of each notebook, by id and name.
    """

    place: Path
    notebooks: Mapping[str, bytes]
    beside: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)

    def files(self, notebook: str) -> dict[str, bytes]:
        """Return a notebook and what lies beside it, by name."""
        own = {f"{notebook}.ipynb": self.notebooks[notebook]}
        return {**self.beside.get(notebook, {}), **own}

    def chosen(self, names: Iterable[str]) -> dict[str, bytes]:
        """Return the notebooks of these names; all when none is named.

        Args:
            names: Ids, in any case, with a course before them or not: ``E1``, ``e/e1``.

        Raises:
            TrainkitError: there is no such notebook here.
        """
        wanted = [self._known(name) for name in names] or list(self.notebooks)
        return {name: self.notebooks[name] for name in wanted}

    def _known(self, name: str) -> str:
        short = name.replace("\\", "/").rstrip("/").rpartition("/")[2].removesuffix(".ipynb")
        for known in self.notebooks:
            if known.lower() == short.lower():
                return known
        there = f" It holds {', '.join(self.notebooks)}."
        hint = nearest(short.upper(), self.notebooks)
        raise TrainkitError(
            f"No notebook called {shown(short)} is released in {self.place}."
            f"{hint or there} An instructor "
            "releases a notebook with `trainkit build`."
        )


def released(place: Path) -> Release:
    """Return the notebooks of a release.

    Args:
        place: A folder or a ZIP file with notebooks, each in a folder of its name
            (``E1/E1.ipynb``) or on its own.

    Raises:
        TrainkitError: there is no such place, it cannot be read, or it holds no notebook.
    """
    try:
        found = _zipped(place) if place.is_file() else _unpacked(place)
    except (OSError, ValueError, zipfile.BadZipFile, zlib.error, RuntimeError) as error:
        raise TrainkitError(
            f"The release {place} cannot be read: {error}. Name a folder or a ZIP file with "
            "released notebooks, and fetch it anew if it was cut off on its way."
        ) from error
    notebooks = {name: path for path in found if (name := name_of(path))}
    if not notebooks:
        raise TrainkitError(
            f"No released notebook is in {place}. An instructor releases one with `trainkit "
            "build`; `trainkit demo` makes an academy with two."
        )
    own = {name: found[path] for name, path in sorted(notebooks.items())}
    return Release(place, own, {name: _beside(path, found) for name, path in notebooks.items()})


def _beside(notebook: str, found: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the small files in the folder of a notebook, by name."""
    folder = PurePosixPath(notebook).parent
    small = [path for path in found if not name_of(path)]
    own = [path for path in small if PurePosixPath(path).parent == folder]
    return {PurePosixPath(path).name: found[path] for path in own}


def _unpacked(place: Path) -> dict[str, bytes]:
    """Return the bytes of what a release can hold, by its path in a folder."""
    if not place.is_dir():
        raise FileNotFoundError("there is no such folder or file")
    files = [path for path in (*place.glob("*"), *place.glob("*/*")) if path.is_file()]
    named = [(path.relative_to(place).as_posix(), path) for path in files]
    return {name: _small(name, path.read_bytes()) for name, path in named if _largest(name)}


def _zipped(place: Path) -> dict[str, bytes]:
    """Return the bytes of what a release can hold, by its path in a ZIP."""
    with zipfile.ZipFile(place) as archive:
        named = [(member.filename.replace("\\", "/"), member) for member in archive.infolist()]
        return {
            name: _small(name, archive.open(member).read(_largest(name) + 1))
            for name, member in named
            if _largest(name)
        }


def _largest(name: str) -> int:
    """Return the most bytes that are taken of a file; 0 for one that is no part of a release."""
    if name_of(name):
        return _LARGEST_BYTES
    return _LARGEST_BESIDE_BYTES if PurePosixPath(name).name in _BESIDE else 0


def _small(name: str, content: bytes) -> bytes:
    if len(content) > _largest(name):
        raise ValueError(f"{shown(name)} has more than {_largest(name):,} bytes")
    return content


def name_of(path: str) -> str:
    """Return the id of a notebook from its path in a release; empty when it is no notebook.

    Examples:
        >>> name_of("release/E1/E1.ipynb"), name_of("E1/notes.txt"), name_of("E1/other.ipynb")
        ('E1', '', '')
    """
    parts = PurePosixPath(path.replace("\\", "/"))
    known = parts.suffix == ".ipynb" and _ID.fullmatch(parts.stem)
    own = parts.parent.name in {"", parts.stem}
    return parts.stem if known and own else ""

"""Released notebooks, from a folder or a ZIP file; only what is a notebook is taken."""

import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from trainkit.errors import TrainkitError, nearest, shown

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}")
_LARGEST_BYTES = 20_000_000


@dataclass(frozen=True)
class Release:
    """Released notebooks.

    Attributes:
        place: Where they were found.
        notebooks: Bytes of each notebook, by its id.
    """

    place: Path
    notebooks: Mapping[str, bytes]

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
    if not found:
        raise TrainkitError(
            f"No released notebook is in {place}. An instructor releases one with `trainkit "
            "build`; `trainkit demo` makes an academy with two."
        )
    return Release(place, dict(sorted(found.items())))


def _unpacked(place: Path) -> dict[str, bytes]:
    if not place.is_dir():
        raise FileNotFoundError("there is no such folder or file")
    files = [path for path in (*place.glob("*.ipynb"), *place.glob("*/*.ipynb")) if path.is_file()]
    named = [(name_of(path.relative_to(place).as_posix()), path) for path in files]
    return {name: _small(path.read_bytes()) for name, path in named if name}


def _zipped(place: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(place) as archive:
        named = [(name_of(member.filename), member) for member in archive.infolist()]
        return {
            name: _small(archive.open(member).read(_LARGEST_BYTES + 1))
            for name, member in named
            if name
        }


def _small(content: bytes) -> bytes:
    if len(content) > _LARGEST_BYTES:
        raise ValueError(f"a notebook has more than {_LARGEST_BYTES:,} bytes")
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

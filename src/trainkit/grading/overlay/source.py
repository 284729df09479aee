"""The file of an overlay: found, read as TOML, and quoted by line when something in it is wrong."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError, nearest
from trainkit.lessons.regular import regular_bytes

FOLDER = "overlay"
_LARGEST_BYTES = 1_000_000
_QUOTED = re.compile(r"'([^']+)'")


@dataclass(frozen=True)
class Source:
    """An overlay as it stands in its file.

    Attributes:
        path: The file.
        text: What it holds.
        content: The same, read.
    """

    path: Path
    text: str
    content: Mapping[str, Any]

    @contextmanager
    def at(self, header: str, number: int = 1) -> Iterator[None]:
        """Say the file and the line of what is refused inside.

        Args:
            header: Where it stands: a header such as ``[points]`` or ``[[task]]``.
            number: The how-manieth of that header.
        """
        try:
            yield
        except TrainkitError as error:
            if str(error).startswith(str(self.path)):
                raise
            line = self._line(header, number, str(error))
            where = f"{self.path}, line {line}" if line else str(self.path)
            raise TrainkitError(f"{where}: {error}") from error

    def _line(self, header: str, number: int, told: str) -> int:
        """Return the line of the first thing that *told* quotes and that stands there; or 0."""
        lines = self.text.splitlines()
        first, last = _block(lines, header, number)
        for quoted in _QUOTED.findall(told):
            for place in range(first, last):
                if re.search(rf"(?<!\w){re.escape(quoted)}(?!\w)", lines[place]):
                    return place + 1
        return first + 1 if header in "".join(lines[first : first + 1]) else 0


def _block(lines: list[str], header: str, number: int) -> tuple[int, int]:
    """Return the first line of a table and the line behind it; all lines where it is not found.

    Tables inside it belong to it: ``[[task.field]]`` to ``[[task]]``.
    """
    name = header.strip("[]")
    heads = [place for place, line in enumerate(lines) if line.strip().startswith("[")]
    own = [place for place in heads if lines[place].partition("#")[0].strip() == header]
    if len(own) < number:
        return 0, len(lines)
    first = own[number - 1]
    inside = re.compile(rf"\s*\[\[?{re.escape(name)}\.")
    after = [place for place in heads if place > first and not inside.match(lines[place])]
    return first, min(after, default=len(lines))


def source_path(folder: Path, notebook: str) -> Path | None:
    """Return the file that changes a notebook, however its name is spelled; None without one.

    Args:
        folder: The academy's folder.
        notebook: Id of the notebook.

    Raises:
        TrainkitError: there are several.
    """
    found = [path for path in files(folder) if path.stem.lower() == notebook.lower()]
    if len(found) > 1:
        raise TrainkitError(
            f"{', '.join(map(str, found))} are all of {notebook}. Keep one of them, called "
            f"{notebook}.toml."
        )
    return found[0] if found else None


def files(folder: Path) -> list[Path]:
    """Return the files of all overlays of an academy's folder."""
    return sorted(path for path in (folder / FOLDER).glob("*") if path.suffix.lower() == ".toml")


def require_known_files(folder: Path, notebooks: Iterable[str]) -> None:
    """Refuse an overlay of a notebook that there is not: its author believes that it works.

    Raises:
        TrainkitError: the first; with the notebook that may be meant.
    """
    known = {one.lower(): one for one in notebooks}
    for path in files(folder):
        if path.stem.lower() not in known:
            hint = nearest(path.stem.upper(), known.values())
            raise TrainkitError(
                f"{path} changes a notebook '{path.stem}', and there is none.{hint} Rename the "
                "file, or give it another ending than .toml."
            )


def read_source(path: Path) -> Source:
    """Return what an overlay's file holds.

    Raises:
        TrainkitError: it cannot be read, or is no TOML; TOML's own error names the line.
    """
    try:
        text = regular_bytes(path, _LARGEST_BYTES).decode("utf-8-sig").replace("\r\n", "\n")
        return Source(path, text, tomllib.loads(text))
    except (OSError, ValueError, RecursionError) as error:
        raise TrainkitError(f"The overlay {path} cannot be read: {error}.") from error

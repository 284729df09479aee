"""What lies in a folder or a ZIP of submissions, as files that can be asked for their bytes.

No file is ever written under a name that a ZIP gives, and none is read beyond a limit; links,
names that lead elsewhere and whatever unpacks to far more than it is are named as problems.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

MOST_FILES = 100_000
_MOST_OTHERS = 50
_WANTED = (".ipynb", ".jsonl", ".json", ".txt", ".zip")


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


def contained(source: str, owner: str, items: Iterable[Item]) -> Container:
    """Return a container with its files; of what nobody asks for only so many a folder.

    A trainee's thousands of strange files would otherwise hold up the whole class.

    Args:
        source: What it is called.
        owner: Whose the files at its top are.
        items: All its files.
    """
    kept = _thinned(items)
    if len(kept) > MOST_FILES:
        return Container(source, owner, (), f"it has over {MOST_FILES:,} files")
    return Container(source, owner, tuple(kept))


def _thinned(items: Iterable[Item]) -> list[Item]:
    found: list[Item] = []
    others: dict[tuple[str, ...], int] = defaultdict(int)
    for item in items:
        if not item.name.lower().endswith(_WANTED):
            others[item.parts[:-1]] += 1
        if others[item.parts[:-1]] <= _MOST_OTHERS or item.name.lower().endswith(_WANTED):
            found.append(item)
    return found


def is_own(item: Item) -> bool:
    """Return whether a file is bookkeeping of an operating system or of Jupyter."""
    return any(part.startswith(".") or part == "__MACOSX" for part in item.parts)

"""The files of an academy: which are one person's, and what becomes of each."""

import os
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from trainkit.grading.academy import Academy
from trainkit.grading.cohort.pages import MARK
from trainkit.grading.exchange.folders import academy_folders
from trainkit.grading.exporting.writing import write_whole
from trainkit.grading.founding import FOLDERS
from trainkit.grading.moderation.packing import PAGE
from trainkit.grading.privacy.archives import UNREADABLE, tells, tells_of, without_person
from trainkit.grading.privacy.lines import IN_LINES, lines_without
from trainkit.grading.privacy.sqlite import is_sqlite
from trainkit.grading.privacy.whose import Sought
from trainkit.lessons.records import FILE
from trainkit.lessons.regular import is_link

COURSE = ("source", "release", "overlay")
Fate = Literal["delete", "submission", "lines", "members", "stays"]


@dataclass(frozen=True)
class Held:
    """A file that tells of the person.

    Attributes:
        path: The file.
        fate: delete; submission (the notebook beside it too); lines or members are taken out of
            it; stays, because it is another's or nobody knows how it is written.
        why: Why it stays.
    """

    path: Path
    fate: Fate
    why: str = ""


def held_files(academy: Academy, sought: Sought) -> list[Held]:
    """Return the files that tell of a person; databases are looked at by their rows."""
    found = []
    for root, path in all_files(academy):
        held = _held(path, path.relative_to(root).parts, sought)
        found += [held] if held else []
    return found


def all_files(academy: Academy) -> Iterator[tuple[Path, Path]]:
    """Give root and path of the files in the academy and its exchange, but not the course's."""
    exchange = academy_folders(academy).root
    roots = [academy.folder]
    if exchange.is_dir() and not exchange.resolve().is_relative_to(academy.folder):
        roots.append(exchange)
    for root in roots:
        for place, folders, names in os.walk(root):
            here = Path(place)
            if here == academy.folder:
                folders[:] = [name for name in folders if name not in COURSE]
            if not folders and not names:
                yield root, here
            links = [name for name in folders if is_link(here / name)]
            folders[:] = sorted(set(folders) - set(links))
            yield from ((root, here / name) for name in sorted([*names, *links]))


def _held(path: Path, parts: tuple[str, ...], sought: Sought) -> Held | None:
    owner = sought.owner(parts)
    if owner == "own":
        return Held(path, "delete")
    if is_link(path) or not path.is_file() or is_sqlite(path):
        return None
    try:
        return _by_content(path, path.read_bytes(), owner == "other", sought)
    except (OSError, *UNREADABLE) as error:
        return Held(path, "stays", f"it cannot be read ({error})")


def _by_content(path: Path, content: bytes, other: bool, sought: Sought) -> Held | None:
    if zipfile.is_zipfile(path):
        return _of_zip(path, content, other, sought)
    if not sought.person.in_bytes(content):
        return None
    if other:
        return Held(path, "stays", "it is another trainee's, who wrote this name")
    return Held(path, *_fate(path, content))


def _of_zip(path: Path, content: bytes, other: bool, sought: Sought) -> Held | None:
    if path.suffix.lower() == ".zip" and not other and tells(content, sought):
        return Held(path, "members")
    if tells_of(content, sought):
        return Held(path, "stays", "it is packed, and another trainee's or of an unknown kind")
    return None


def _fate(path: Path, content: bytes) -> tuple[Fate, str]:
    if path.name == FILE:
        return "submission", ""
    if path.suffix.lower() in IN_LINES:
        return "lines", ""
    if path.name == PAGE or MARK.encode() in content[:2000]:
        return "delete", ""
    return "stays", "nobody but you knows how it is written: look at it"


def remove(held: Held, sought: Sought) -> None:
    """Do to a file what is its fate; folders that are empty then go too.

    Raises:
        OSError: it is open elsewhere, or may not be written.
    """
    path = held.path
    if held.fate == "submission":
        for name in (*path.parent.glob("*.ipynb"), path):
            _delete(name)
    elif held.fate == "delete":
        _delete(path)
    elif held.fate != "stays":
        _rewrite(path, held.fate, sought)
    _tidy(path.parent)


def _delete(path: Path) -> None:
    if path.is_dir() and not is_link(path):
        path.rmdir()
        return
    try:
        path.unlink(missing_ok=True)
    except PermissionError:  # Windows: nbgrader makes what it writes read-only
        path.chmod(0o600)
        path.unlink()


def _rewrite(path: Path, fate: Fate, sought: Sought) -> None:
    content = path.read_bytes()
    if fate == "lines":
        new = lines_without(content, path.suffix.lower(), sought.person)
    else:
        new = without_person(content, sought)
    write_whole(path, new) if new or fate == "lines" else _delete(path)


def _tidy(folder: Path) -> None:
    """Remove empty folders, for their names tell too; the academy's own stay."""
    while folder.is_dir() and folder.name not in FOLDERS and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent

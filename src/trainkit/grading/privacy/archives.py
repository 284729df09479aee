"""ZIPs that hold several trainees: written again without what is one person's."""

import io
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import PurePosixPath

from trainkit.grading.privacy.whose import Sought

UNREADABLE = (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError)
_LARGEST = 2_000_000_000


def without_person(content: bytes, sought: Sought) -> bytes:
    """Return a ZIP without the person's files; empty where no other file would be left.

    A file is the person's by its path, or by what it holds; then so is what lies in the same
    folder beside it, because a notebook does not say whose it is.

    Raises:
        zipfile.BadZipFile: it cannot be read, or is larger than 2 GB unpacked.
    """
    kept = _kept(content, sought)
    if not kept:
        return b""
    new = io.BytesIO()
    with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, data in kept:
            archive.writestr(info, data)
    return new.getvalue()


def tells(content: bytes, sought: Sought) -> bool:
    """Return whether anything in a ZIP is the person's, or would have to be taken out of it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = sum(not one.is_dir() for one in archive.infolist())
    kept = _kept(content, sought)
    before = _members(content)
    return len(kept) < files or any(before[one.filename] != data for one, data in kept)


def _members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        infos = [one for one in archive.infolist() if not one.is_dir()]
        if sum(one.file_size for one in infos) > _LARGEST:
            raise zipfile.BadZipFile("it is larger than 2 GB unpacked")
        return {one.filename: archive.read(one) for one in infos}


def _kept(content: bytes, sought: Sought) -> list[tuple[zipfile.ZipInfo, bytes]]:
    members = _members(content)
    gone = {
        PurePosixPath(name).parent for name, data in members.items() if _named(name, data, sought)
    }
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        infos = [one for one in archive.infolist() if not one.is_dir()]
    left = [
        (one, _inner(one.filename, members[one.filename], sought))
        for one in infos
        if PurePosixPath(one.filename).parent not in gone
        and sought.owner(_parts(one.filename)) != "own"
    ]
    return [(one, data) for one, data in left if data or not members[one.filename]]


def _named(name: str, data: bytes, sought: Sought) -> bool:
    """Return whether what a file holds, and nothing in its path, says that it is the person's."""
    return not sought.owner(_parts(name)) and not _packed(data) and sought.person.in_bytes(data)


def _inner(name: str, data: bytes, sought: Sought) -> bytes:
    other = sought.owner(_parts(name)) == "other"
    return without_person(data, sought) if _packed(data) and not other else data


def _packed(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04")


def _parts(name: str) -> Sequence[str]:
    return PurePosixPath(name.replace("\\", "/")).parts


def tells_of(content: bytes, sought: Sought) -> bool:
    """Return whether the name stands anywhere in a ZIP, whosever file it is in."""
    return any(
        sought.person.in_text(name)
        or sought.person.in_bytes(data)
        or (_packed(data) and tells_of(data, sought))
        for name, data in _members(content).items()
    )

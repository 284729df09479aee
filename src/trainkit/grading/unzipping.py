"""The members of a ZIP, none written anywhere; what cannot be taken is told as a problem."""

import lzma
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator

from trainkit.errors import shown
from trainkit.grading.containers import Item

_MOST_RATIO, _SMALL_BYTES = 200, 1_000_000
_MOST_WHOLE_RATIO, _SMALL_WHOLE_BYTES = 50, 500_000_000
_ENCRYPTED = 0x1
_DRIVE = re.compile(r"[A-Za-z]:")
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
)


def members(archive: zipfile.ZipFile) -> Iterator[Item]:
    """Give the files in a ZIP, by the names that it says."""
    for member in archive.infolist():
        if not member.is_dir() and not member.filename.endswith("\\"):
            yield _member(archive, member)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Item:
    def read(largest: int) -> bytes:
        return _unpacked(archive, member, largest)

    parts = tuple(part for part in _parts(member) if part not in {"", "."})
    return Item(parts or ("?",), read, _problem(member))


def _parts(member: zipfile.ZipInfo) -> list[str]:
    return member.filename.replace("\\", "/").split("/")


def bomb(archive: zipfile.ZipFile) -> str:
    """Return why a ZIP as a whole would unpack to far more than it is; empty when it would not."""
    sound = [member for member in archive.infolist() if not _problem(member)]
    packed = sum(member.compress_size for member in sound)
    if packed > archive.start_dir:
        return "its files lie over one another"
    whole = sum(member.file_size for member in sound)
    if whole > _SMALL_WHOLE_BYTES and whole > _MOST_WHOLE_RATIO * packed:
        return f"it unpacks to {whole // max(packed, 1)} times its size"
    return ""


def _problem(member: zipfile.ZipInfo) -> str:
    parts = _parts(member)
    if ".." in parts or parts[0] == "" or _DRIVE.match(parts[0]):
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

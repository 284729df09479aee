"""Writing ZIPs: the same bytes from the same files, and no file over another."""

import io
import os
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from trainkit.errors import TrainkitError

_FIRST, _LAST = (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 23, 59, 58)


def zipped(files: Mapping[str, bytes], at: tuple[int, ...]) -> bytes:
    """Return a ZIP of files; the same bytes from the same files and time.

    Args:
        files: Bytes by name.
        at: Year to second; taken to the nearest that a ZIP can hold, 1980 to 2107.
    """
    packed = io.BytesIO()
    year, month, day, hour, minute, second = min(max(at, _FIRST), _LAST)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, (year, month, day, hour, minute, second))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, content)
    return packed.getvalue()


def write_file(path: Path, content: bytes, *, again: bool = False) -> None:
    """Write a file whole or not at all; over another one only with *again*.

    Raises:
        TrainkitError: it is there already, or cannot be written.
    """
    if path.exists() and not again:
        raise TrainkitError(
            f"{path} is there already and is not overwritten. Name another file with --out."
        )
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise TrainkitError(f"{path} cannot be written: {error.strerror}.") from error

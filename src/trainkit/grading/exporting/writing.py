"""Writing a file of an export: whole or not at all, and no cell that a spreadsheet would run."""

import csv
import io
import os
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError

_FORMULA = tuple("=+-@\t\r\n")
"""Also behind spaces and signs that are not shown, and in full width: spreadsheets run these."""


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as CSV under the names of their columns."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([harmless(name) for name in columns])
    writer.writerows([harmless(row[name]) for name in columns] for row in rows)
    return text.getvalue()


def harmless(value: Any) -> Any:
    """Return a value as a spreadsheet takes it for what it is; a text is never a formula.

    Examples:
        >>> harmless("=1+1"), harmless("\uff1d1"), harmless(-2.5), harmless(None)
        ("'=1+1", "'＝1", -2.5, '')
    """
    if value is None:
        return ""
    if isinstance(value, str) and _first_shown(value).startswith(_FORMULA):
        return f"'{value}"
    return value


def _first_shown(text: str) -> str:
    """Return a text's first sign that is shown, or that begins a cell, in its plain width."""
    signs = (one for one in text if one in _FORMULA or not (one.isspace() or _is_hidden(one)))
    return unicodedata.normalize("NFKC", next(signs, ""))


def _is_hidden(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cf"}


def write_whole(path: Path, content: bytes, mode: int = 0o666) -> None:
    """Write a file in one step, over the one before.

    Args:
        path: The file.
        content: Its bytes.
        mode: Who may read and write it, before the mask of the process.

    Raises:
        TrainkitError: it cannot be written; what was there before is there still.
    """
    draft = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        draft.unlink(missing_ok=True)
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        draft.replace(path)
    except OSError as error:
        raise TrainkitError(
            f"The export cannot be written to {path}: {error.strerror}. Name another file with "
            "--to, in a folder that is there and that you may write."
        ) from error
    finally:
        if draft.is_file():
            draft.unlink()

"""The text and the rows of a table as Excel and its kin save it: encodings and separators."""

import csv
import io
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass

from trainkit.errors import TrainkitError

_SEPARATORS = ",;\t"
_TURKISH = frozenset(b"\xd0\xdd\xde\xf0\xfd\xfe")
"""Bytes that are Turkish letters in cp1254 and Icelandic ones in cp1252; all others agree."""


@dataclass(frozen=True)
class Line:
    """A row of a table.

    Attributes:
        number: The line of the file on which it ends, from 1.
        cells: Its cells, without blanks at their ends.
    """

    number: int
    cells: tuple[str, ...]


def decoded(content: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16, or a Western or Turkish code page of Windows.

    Raises:
        TrainkitError: it is text in none of them.

    Examples:
        >>> decoded("Yıldız".encode("cp1254")), decoded("Niccolò".encode("cp1252"))
        ('Yıldız', 'Niccolò')
    """
    for encoding in _encodings(content):
        try:
            return content.decode(encoding)
        except UnicodeError:
            continue
    raise TrainkitError(
        "It is no text that can be read. Save it from your spreadsheet as 'CSV UTF-8', and try "
        "again."
    )


def _encodings(content: bytes) -> list[str]:
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return ["utf-16"]
    if content.startswith(BOM_UTF8):
        return ["utf-8-sig"]
    if b"\0" in content:
        return ["utf-16-le" if content[1:2] == b"\0" else "utf-16-be"]
    return ["utf-8", "cp1254" if _TURKISH & set(content) else "cp1252"]


def lines(text: str) -> Iterator[Line]:
    """Return the rows of a table that are not blank; the separator is that of its first line.

    Args:
        text: The table; Excel's own first line, ``sep=;``, is understood.

    Raises:
        TrainkitError: a row cannot be read.
    """
    first = text.partition("\n")[0].strip()
    told = first.lower().removeprefix("sep=") if first.lower().startswith("sep=") else ""
    separator = told or max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator[:1], strict=True)
    try:
        for cells in reader:
            row = tuple(cell.strip() for cell in cells)
            if any(row) and not (told and reader.line_num == 1):
                yield Line(reader.line_num, row)
    except csv.Error as error:
        raise TrainkitError(
            f"Line {reader.line_num} cannot be read as a row of a table: {error}. Look for a "
            "quotation mark that is not closed, and try again."
        ) from error

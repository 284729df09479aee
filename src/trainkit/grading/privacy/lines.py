"""Tables, logs and lists: what tells of one person is taken out, the rest stays as it is."""

import csv
import re
from collections.abc import Iterator

from trainkit.grading.privacy.person import Person

IN_LINES = frozenset({".csv", ".log", ".txt", ".jsonl"})
_ENTRY = re.compile(r"^(?=\d{4}-\d\d-\d\d[ T])", re.MULTILINE)


def lines_without(content: bytes, suffix: str, person: Person) -> bytes:
    """Return a file of lines without those that tell of a person; the others byte for byte.

    Args:
        content: The file, in UTF-8.
        suffix: One of `IN_LINES`: a row of a table and an entry of a log may have several lines.
        person: Who is taken out.
    """
    text = content.decode("utf-8", "surrogateescape")
    kept = (one for one in _blocks(text, suffix) if not person.in_text(one))
    return "".join(kept).encode("utf-8", "surrogateescape")


def _blocks(text: str, suffix: str) -> Iterator[str]:
    if suffix == ".log":
        yield from _ENTRY.split(text)
    elif suffix == ".csv":
        yield from _rows(text)
    else:
        yield from text.splitlines(keepends=True)


def _rows(text: str) -> Iterator[str]:
    lines = text.splitlines(keepends=True)
    reader, start = csv.reader(lines), 0
    for _ in reader:
        yield "".join(lines[start : reader.line_num])
        start = reader.line_num

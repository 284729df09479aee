"""Reads a file of edges: two columns, or three with a weight; comments and empty lines apart."""

import csv
import dataclasses
from collections.abc import Iterator
from pathlib import Path

from trainkit.case.measures.edges import EdgeList, edge_list
from trainkit.errors import TrainkitError, shown

Row = tuple[int, list[str]]

_HEADINGS = frozenset(
    ["dst", "from", "id1", "id2", "node1", "node2", "source", "src", "target", "to", "weight"]
)


def read_edges(
    path: Path | str, *, delimiter: str | None = None, comment: str = "#", header: bool = False
) -> EdgeList:
    """Return the edges of a text file.

    Args:
        path: The file, in UTF-8.
        delimiter: What parts the columns; without it comma, semicolon or tab where the first row
            has one, and else any blanks.
        comment: What begins a comment, which reaches to the end of its line.
        header: Whether the first row names the columns.

    Returns:
        The edges; nodes are whole numbers where all are, and else texts as they stand.

    Raises:
        TrainkitError: the file cannot be read, a row has not two or three columns, or a weight is
            no number. The line is named.
    """
    lines = _lines(Path(path))
    told = [(number, line.split(comment, 1)[0]) for number, line in enumerate(lines, start=1)]
    filled = [(number, line) for number, line in told if line.strip()]
    rows = list(_split(filled, delimiter))
    _require_header_told(rows, header, path)
    triples = [_triple(row, path) for row in rows[header:]]
    found = edge_list(_numbered(triples))
    return dataclasses.replace(found, comments=len(lines) - len(filled))


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise TrainkitError(
            f"{path} cannot be read: {error.strerror}. Check its name and place."
        ) from None
    except UnicodeDecodeError:
        raise TrainkitError(
            f"{path} is not text in UTF-8. Save it as UTF-8 and try again."
        ) from None


def _split(filled: list[tuple[int, str]], delimiter: str | None) -> Iterator[Row]:
    mark = delimiter or next((m for m in ",;\t" if filled and m in filled[0][1]), None)
    for number, line in filled:
        if mark is None:
            yield number, line.split()
        else:
            yield number, [field.strip() for field in next(csv.reader([line], delimiter=mark))]


def _require_header_told(rows: list[Row], header: bool, path: Path | str) -> None:
    if header or not rows:
        return
    if {field.lower() for field in rows[0][1]} <= _HEADINGS:
        raise TrainkitError(
            f"Line {rows[0][0]} of {path} reads like the names of columns: "
            f"{', '.join(rows[0][1])}. Say header=True, or they would be taken for nodes."
        )


def _triple(row: Row, path: Path | str) -> tuple[str, str, float]:
    number, fields = row
    if len(fields) not in (2, 3) or "" in fields:
        raise TrainkitError(
            f"Line {number} of {path} has {len(fields)} columns: {shown(' '.join(fields))}. A row "
            "is two nodes, or two nodes and a weight. Correct it, or name the delimiter."
        )
    if len(fields) == 2:
        return fields[0], fields[1], 1.0
    try:
        return fields[0], fields[1], float(fields[2])
    except ValueError:
        raise TrainkitError(
            f"Line {number} of {path} has the weight {shown(fields[2])}, which is no number. "
            "Correct it, or leave the third column out."
        ) from None


def _numbered(triples: list[tuple[str, str, float]]) -> list[tuple[str | int, str | int, float]]:
    """Turn the nodes into numbers if all of them are, written as numbers are written."""
    names = {node for first, second, _ in triples for node in (first, second)}
    if not all(_is_number(name) for name in names):
        return list(triples)
    return [(int(first), int(second), weight) for first, second, weight in triples]


def _is_number(name: str) -> bool:
    try:
        return str(int(name)) == name
    except ValueError:
        return False

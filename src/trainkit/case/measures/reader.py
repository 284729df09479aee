"""Reads a file of edges: two columns, or three with a weight; comments and empty lines apart."""

import csv
import dataclasses
import unicodedata
from pathlib import Path

import numpy as np

from trainkit.case.measures.arrays import taken_in
from trainkit.case.measures.columns import Row, split
from trainkit.case.measures.edges import EdgeList, edge_list, weight_of
from trainkit.errors import TrainkitError, shown

_HEADINGS = frozenset(
    ["dst", "from", "id1", "id2", "node1", "node2", "source", "src", "target", "to", "weight"]
)
_MISSING = frozenset({"NaN", "nan", "<NA>"})
Triple = tuple[str, str, float]


def read_edges(
    path: Path | str,
    *,
    delimiter: str | None = None,
    comment: str | None = "#",
    header: bool = False,
) -> EdgeList:
    """Return the edges of a text file.

    Args:
        path: The file, in UTF-8. Letters that are written in two ways, with an accent of their own
            or one put to them, are read as the same.
        delimiter: What parts the columns; without it the one of tab, semicolon, comma or blanks
            that gives every row two or three columns, in this order.
        comment: What begins a comment, which reaches to the end of its line; None where there are
            none and the sign may stand in a name.
        header: Whether the first row names the columns.

    Returns:
        The edges; nodes are whole numbers where all are, and else texts as they stand.

    Raises:
        TrainkitError: the file cannot be read, a row has not two or three columns, a node is
            missing, or a weight is no number. The line is named.
    """
    _require_signs(delimiter, comment)
    lines = _lines(path)
    told = [
        (number, line.split(comment, 1)[0] if comment else line)
        for number, line in enumerate(lines, start=1)
    ]
    filled = [(number, line) for number, line in told if line.strip()]
    rows = _split(filled, delimiter, path)
    _require_header_told(rows, header, path)
    triples = [_triple(row, path) for row in rows[int(header) :]]
    return dataclasses.replace(_listed(triples), comments=len(lines) - len(filled))


def _require_signs(delimiter: str | None, comment: str | None) -> None:
    if comment == "" or (delimiter is not None and len(delimiter) != 1):
        raise TrainkitError(
            f"delimiter = {shown(delimiter)} and comment = {shown(comment)}: a delimiter is one "
            "sign, a comment begins with one or more. Give None to have the delimiter found."
        )


def _lines(path: Path | str) -> list[str]:
    text = unicodedata.normalize("NFC", _text(path)).replace("\ufeff", "")
    if "\0" in text:
        raise TrainkitError(f"{path} is not text in UTF-8. Save it as UTF-8 and try again.")
    return text.removesuffix("\n").split("\n") if text else []


def _text(path: Path | str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError as error:
        raise TrainkitError(
            f"{path} cannot be read: {error.strerror}. Check its name and place."
        ) from None
    except UnicodeDecodeError:
        raise TrainkitError(
            f"{path} is not text in UTF-8. Save it as UTF-8 and try again."
        ) from None
    except (TypeError, ValueError):
        raise TrainkitError(
            f"A file is named by its path, not by {shown(path)}. Rows at hand are edges already."
        ) from None


def _split(
    filled: list[Row], delimiter: str | None, path: Path | str
) -> list[tuple[int, list[str]]]:
    try:
        return split(filled, delimiter)
    except csv.Error as error:
        raise TrainkitError(
            f"{path} cannot be parted into columns: {error}. Look for a quotation mark that is "
            "not closed, or name the delimiter."
        ) from None


def _require_header_told(rows: list[tuple[int, list[str]]], header: bool, path: Path | str) -> None:
    if header or not rows:
        return
    if {field.lower() for field in rows[0][1]} <= _HEADINGS:
        raise TrainkitError(
            f"Line {rows[0][0]} of {path} reads like the names of columns: "
            f"{', '.join(rows[0][1])}. Say header=True, or they would be taken for nodes."
        )


def _triple(row: tuple[int, list[str]], path: Path | str) -> Triple:
    number, fields = row
    where = f"Line {number} of {path}"
    if len(fields) not in (2, 3) or "" in fields:
        raise TrainkitError(
            f"{where} has {len(fields)} columns: {shown(' '.join(fields))}. A row "
            "is two nodes, or two nodes and a weight. Correct it, or name the delimiter."
        )
    if not _MISSING.isdisjoint(fields[:2]):
        raise TrainkitError(
            f"{where} lacks a node: {shown(' '.join(fields))}. Name both ends, or take the row out."
        )
    return fields[0], fields[1], _weight(fields[2], where) if len(fields) == 3 else 1.0


def _weight(field: str, where: str) -> float:
    try:
        return weight_of(float(field), where)
    except ValueError:
        raise TrainkitError(
            f"{where} has the weight {shown(field)}, which is no number. Write it as 0.5, or leave "
            "the third column out."
        ) from None


def _listed(triples: list[Triple]) -> EdgeList:
    """Turn the nodes into numbers if all of them are, written as numbers are written."""
    names = {node for first, second, _ in triples for node in (first, second)}
    numbers = {name: _number(name) for name in names}
    if None in numbers.values():
        return edge_list(triples)
    rows = [(numbers[first], numbers[second], weight) for first, second, weight in triples]
    try:
        ends = np.array([row[:2] for row in rows], dtype=np.int64).reshape(-1, 2)
    except OverflowError:  # a number of twenty digits
        return edge_list(rows)
    found = taken_in(ends, np.array([row[2] for row in rows]))
    return edge_list(rows) if found is None else EdgeList(*found)


def _number(name: str) -> int | None:
    try:
        return int(name) if str(int(name)) == name else None
    except ValueError:
        return None

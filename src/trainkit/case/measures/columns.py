"""Parts the rows of a text into columns; finds by which sign they are parted."""

import csv

Row = tuple[int, str]
Parted = tuple[int, list[str]]

_BLANKS = " "
_SIGNS = ("\t", ";", ",", _BLANKS)


def split(rows: list[Row], delimiter: str | None) -> list[Parted]:
    """Return the fields of each row; a name in quotation marks may hold the delimiter.

    Args:
        rows: Numbers of lines, and the lines.
        delimiter: What parts the columns; without it the first of tab, semicolon, comma and blanks
            by which every row has two or three, and else the first by which the first row has.
    """
    if delimiter is not None:
        return _by(delimiter, rows)
    for sign in _SIGNS:
        found = _fitting(sign, rows)
        if found is not None:
            return found
    return _by(next((one for one in _SIGNS if _fits(_fields(one, rows[0][1]))), _BLANKS), rows)


def _fitting(sign: str, rows: list[Row]) -> list[Parted] | None:
    """Return the rows as a sign parts them; None from the first that it does not part well."""
    found = []
    for number, line in rows:
        fields = _fields(sign, line)
        if not _fits(fields):
            return None
        found.append((number, fields))
    return found


def _fits(fields: list[str]) -> bool:
    return len(fields) in (2, 3) and "" not in fields


def _by(sign: str, rows: list[Row]) -> list[Parted]:
    return [(number, _fields(sign, line)) for number, line in rows]


def _fields(sign: str, line: str) -> list[str]:
    if sign == _BLANKS:
        if '"' not in line:
            return line.split()
        line = " ".join(line.split())
    found = next(csv.reader([line], delimiter=sign, skipinitialspace=True))
    return [field.strip() for field in found]

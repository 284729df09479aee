"""A table in words and in HTML: what a pause shows where there are no widgets, and no network."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import zip_longest
from textwrap import wrap

_CELL = "text-align:left; padding:2px 10px; vertical-align:top; white-space:normal"
_WIDE = 44
"""Letters in a line of a cell of text; the rest goes below."""


@dataclass(frozen=True)
class Table:
    """A table.

    Attributes:
        caption: What it shows, with units.
        head: Names of its columns.
        rows: Cells, row by row.

    Examples:
        >>> print(Table("People", ("actor", "items"), (("actor 3", "2"),)))
        People
        actor   | items
        actor 3 | 2
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __str__(self) -> str:
        """Return it in words, column below column."""
        if not self.rows:
            return f"{self.caption}: nothing."
        lines = [line for row in (self.head, *self.rows) for line in _wrapped(row)]
        wide = [max(len(line[place]) for line in lines) for place in range(len(self.head))]
        return "\n".join([self.caption, *(_line(line, wide) for line in lines)])

    def _repr_html_(self) -> str:
        said = f'<caption style="text-align:left"><b>{escape(self.caption)}</b></caption>'
        if not self.rows:
            return f"<table>{said}<tbody><tr><td>nothing</td></tr></tbody></table>"
        body = "".join(_html("td", row) for row in self.rows)
        head = _html("th", self.head)
        return f"<table>{said}<thead>{head}</thead><tbody>{body}</tbody></table>"


def html(table: Table) -> str:
    """Return a table as a page shows it; what it says is escaped."""
    return table._repr_html_()


def _wrapped(cells: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the lines that a row takes."""
    return list(zip_longest(*(wrap(cell, _WIDE) or [""] for cell in cells), fillvalue=""))


def _line(cells: Sequence[str], wide: Sequence[int]) -> str:
    filled = (cell.ljust(width) for cell, width in zip(cells, wide, strict=True))
    return " | ".join(filled).rstrip()


def _html(tag: str, cells: Sequence[str]) -> str:
    scope = ' scope="col"' if tag == "th" else ""
    each = "".join(f'<{tag}{scope} style="{_CELL}">{escape(cell)}</{tag}>' for cell in cells)
    return f"<tr>{each}</tr>"

"""How commands show what they found: JSON for scripts, aligned columns for readers."""

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

from trainkit.errors import printable

_WRITTEN_OUT = 1e15


def show_json(content: Any) -> None:
    """Print *content* as JSON; what is no number becomes null."""
    print(json.dumps(_plain(content), indent=2, ensure_ascii=True, allow_nan=False))


def _plain(content: Any) -> Any:
    if isinstance(content, Mapping):
        return {str(key): _plain(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_plain(value) for value in content]
    if hasattr(content, "item"):
        return _plain(content.item())
    if isinstance(content, float) and not math.isfinite(content):
        return None
    return content


def show_table(rows: Sequence[Mapping[str, Any]]) -> None:
    """Print *rows* in columns, each under its key."""
    for line in table_lines(rows):
        print(line)


def table_lines(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return *rows* as lines of aligned columns, the first with the keys.

    Examples:
        >>> table_lines([{"metric": "detected", "n": 20}])
        ['metric     n', 'detected  20']
    """
    if not rows:
        return []
    keys = list(rows[0])
    cells = [keys, *([cell(row[key]) for key in keys] for row in rows)]
    widths = [max(len(line[place]) for line in cells) for place in range(len(keys))]
    right = [all(isinstance(row[key], int | float) for row in rows) for key in keys]
    return [_line(line, widths, right) for line in cells]


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = [
        text.rjust(width) if numeric else text.ljust(width)
        for text, width, numeric in zip(cells, widths, right, strict=True)
    ]
    return "  ".join(padded).rstrip()


def cell(value: Any) -> str:
    """Return a value as a reader sees it: four figures, a dash for what is missing.

    Large numbers are written out, without separators as they may be numbers of items.

    Examples:
        >>> cell(0.123456), cell(168412.7), cell(float("nan")), cell(None)
        ('0.1235', '168413', '-', '-')
    """
    if value is None:
        return "-"
    if isinstance(value, float):
        if 9999.5 <= abs(value) < _WRITTEN_OUT:
            return f"{value:.0f}"
        return "-" if math.isnan(value) else f"{value:.4g}"
    return printable(str(value))

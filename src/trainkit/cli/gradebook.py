"""How the gradebook is shown: one row a submission, in no more than a hundred columns."""

from collections.abc import Iterable, Sequence
from textwrap import fill
from typing import Any

from trainkit.cli.output import show_table
from trainkit.errors import printable

_WIDE = 100
_LONGEST_ID = 20
_ONLY_JSON = {"notes", "capped"}


def shown_rows(rows: Iterable[Any]) -> list[dict[str, Any]]:
    """Return rows of `trainkit.grading.report` as tables and JSON show them."""
    return [
        {
            "notebook": row.notebook,
            "trainee": row.trainee,
            "state": row.state,
            "raw": row.raw,
            "out_of": row.out_of,
            "percent": row.percent,
            "final": row.final,
            "red_lines": ", ".join(row.red_lines),
            "capped": "yes" if row.capped else "no",
            "to_mark": row.manual_waiting,
            "passed": {None: "open", True: "yes", False: "no"}[row.passed],
            "notes": list(row.notes),
        }
        for row in rows
    ]


def show_marks(rows: Sequence[Any], most: int | None = None) -> None:
    """Print rows as a table, and the notes beneath it.

    Args:
        rows: Rows of `trainkit.grading.report`.
        most: How many rows and notes are printed at most, those that need a look first; all when
            left out.
    """
    chosen = sorted(rows, key=_ordinary)[:most] if most and len(rows) > most else list(rows)
    show_table([_cells(row) for row in shown_rows(chosen)])
    if len(chosen) < len(rows):
        say(f"{len(rows) - len(chosen)} more rows are not shown: --html or --csv has them all.")
    notes = [f"{row.trainee}: {note}" for row in chosen for note in row.notes]
    for note in notes[:most]:
        say(note)
    if most and len(notes) > most:
        say(f"{len(notes) - most} more notes are not shown: --html or --json has them all.")


def _ordinary(row: Any) -> tuple[bool, bool, float]:
    """Return what orders rows: failed ones first, then red lines, then low marks."""
    return row.final is not None, not row.red_lines, row.final or 0.0


def _cells(row: dict[str, Any]) -> dict[str, Any]:
    name = row["trainee"]
    short = name if len(name) <= _LONGEST_ID else f"{name[: _LONGEST_ID - 3]}..."
    return {key: part for key, part in (row | {"trainee": short}).items() if key not in _ONLY_JSON}


def say(text: str) -> None:
    """Print a sentence in lines of a hundred columns; nothing in it steers the terminal."""
    print(fill(printable(text), _WIDE, subsequent_indent="  ", break_long_words=False))

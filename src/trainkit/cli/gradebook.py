"""How the gradebook is shown: one row a submission."""

from collections.abc import Iterable
from typing import Any

from trainkit.cli.output import show_table
from trainkit.errors import printable


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


def show_marks(rows: Any) -> None:
    """Print rows as a table, and the notes beneath it."""
    show_table([{k: v for k, v in row.items() if k != "notes"} for row in shown_rows(rows)])
    for row in rows:
        for note in row.notes:
            print(printable(f"{row.trainee}: {note}"))

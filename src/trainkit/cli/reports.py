"""Longer reports for readers: a scenario described, the end of a logbook."""

from collections.abc import Mapping, Sequence
from textwrap import fill
from typing import Any

from trainkit.cli.output import cell, show_json, show_table
from trainkit.errors import printable

_LAST = 15
_WIDE = 100


def show_description(content: Mapping[str, Any]) -> None:
    """Print what `trainkit.scenarios.describe` returned."""
    print(f"{content['name']}: {content['title']}")
    print(f"Model {content['model']}: {content['model_title']}")
    print(f"Horizon {content['horizon_h']:g} h, seed {content['seed']}")
    if content["content_note"]:
        print(f"Content note: {content['content_note']}")
    print("\nParameters")
    for row in content["parameters"]:
        _show_parameter(row)
    print("\nMetrics")
    show_table(content["metrics"])
    if content["policies"]:
        print(f"\nPolicies to compare: {', '.join(content['policies'])}")
    if content["briefing"]:
        print(f"\n{content['briefing'].rstrip()}")


def _show_parameter(row: Mapping[str, Any]) -> None:
    """Print a parameter: name, value, role and bounds, and below them meaning and provenance."""
    low, high = cell(row["low"]), cell(row["high"])
    allowed = " | ".join(row["choices"]) or ("" if low == high == "-" else f"{low} to {high}")
    bounds = f"{row['role']}, {allowed}" if allowed else row["role"]
    head = " ".join(filter(None, (row["name"], "=", cell(row["value"]), row["unit"])))
    print(fill(f"{head} ({bounds})", _WIDE, subsequent_indent="        "))
    for text in map(printable, filter(None, (row["meaning"], row["provenance"]))):
        print(fill(text, _WIDE, initial_indent="    ", subsequent_indent="    "))


def show_findings(what: str, seed: int, n: int, rows: Sequence[Mapping[str, Any]]) -> None:
    """Print a table of findings with what it rests on, and the statement of every export."""
    from trainkit.kernel.chain import STATEMENT

    print(f"{what}: {n} replications, seed {seed}, 95 % intervals")
    show_table(rows)
    print(STATEMENT)


def show_results(head: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> None:
    """Print findings as JSON, with the statement of every export."""
    from trainkit.kernel.chain import STATEMENT

    show_json({"statement": STATEMENT, **head, "rows": rows})


def show_logbook(book: Any, replication: int) -> None:
    """Print the last entries of a logbook, a line each."""
    entries = list(book)
    print(f"Logbook of replication {replication}: {len(entries)} entries")
    if len(entries) > _LAST:
        print(f"... {len(entries) - _LAST} before")
    for entry in entries[-_LAST:]:
        facts = ", ".join(f"{name} {cell(value)}" for name, value in entry.facts.items())
        line = f"{entry.time_h:9.3f} h  {entry.subject}: {entry.kind.replace('_', ' ')}  {facts}"
        print(line.rstrip())
    print()

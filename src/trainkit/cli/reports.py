"""Longer reports for readers: a scenario described, the end of a logbook."""

from collections.abc import Mapping, Sequence
from typing import Any

from trainkit.cli.output import cell, show_json, show_table

_LAST = 15


def show_description(content: Mapping[str, Any]) -> None:
    """Print what `trainkit.scenarios.describe` returned."""
    print(f"{content['name']}: {content['title']}")
    print(f"Model {content['model']}: {content['model_title']}")
    print(f"Horizon {content['horizon_h']:g} h, seed {content['seed']}")
    if content["content_note"]:
        print(f"Content note: {content['content_note']}")
    print("\nParameters")
    show_table([_parameter(row) for row in content["parameters"]])
    print("\nMetrics")
    show_table(content["metrics"])
    if content["policies"]:
        print(f"\nPolicies to compare: {', '.join(content['policies'])}")
    if content["briefing"]:
        print(f"\n{content['briefing'].rstrip()}")


def _parameter(row: Mapping[str, Any]) -> dict[str, str]:
    low, high = cell(row["low"]), cell(row["high"])
    allowed = " | ".join(row["choices"]) or ("" if low == high == "-" else f"{low} to {high}")
    return {
        "name": row["name"],
        "value": cell(row["value"]),
        "unit": row["unit"],
        "allowed": allowed,
        "role": row["role"],
        "meaning": row["meaning"],
        "provenance": row["provenance"],
    }


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

"""The master scenario events list: what is put to the players, when, and what is expected of them.

It lies beside a scenario as ``msel.csv``. The clock is that of the scenario; ``t_rel_min`` counts
from the start of the exercise. Texts of other languages have columns of their own.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from trainkit.errors import TrainkitError

COLUMNS = (
    "id",
    "t_rel_min",
    "shown_clock",
    "from",
    "audience",
    "channel",
    "text_en",
    "text_it",
    "text_tr",
    "trigger",
    "expected_action",
    "within_min",
    "outcome_ids",
    "points",
    "red_line",
    "controller_note",
    "status",
    "approved_by_a",
    "approved_by_b",
)
TRIGGERS = ("time", "event", "expectation failed")


@dataclass(frozen=True)
class Inject:
    """One line of the list.

    Attributes:
        id: Its id.
        t_rel_min: Minutes after the start of the exercise.
        shown_clock: The clock that is shown with it.
        sender: Who seems to send it.
        audience: Who reads it.
        channel: How it comes.
        text: What it says.
        expected_action: What a good player does.
        within_min: Minutes within which that is expected.
        red_line: Red line that a wrong action crosses; empty for none.
    """

    id: str
    t_rel_min: int
    shown_clock: str
    sender: str
    audience: str
    channel: str
    text: str
    expected_action: str
    within_min: int
    red_line: str


def injects(folder: Path | None) -> tuple[Inject, ...]:
    """Return the events list beside a scenario, in the order of time; empty where there is none.

    Raises:
        TrainkitError: a column or a value is not as it must be.
    """
    path = folder / "msel.csv" if folder else None
    if path is None or not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = [_inject(row, f"{path.name}, line {line}") for line, row in enumerate(rows, start=2)]
    _require_own_ids(found, path.name)
    return tuple(sorted(found, key=lambda one: one.t_rel_min))


def _inject(row: Mapping[str, str], where: str) -> Inject:
    missing = [name for name in COLUMNS if row.get(name) is None]
    if missing:
        raise TrainkitError(f"{where} lacks '{missing[0]}'. Its columns are {', '.join(COLUMNS)}.")
    for name in ("id", "from", "audience", "channel", "text_en", "expected_action"):
        if not row[name].strip():
            raise TrainkitError(f"{where}: '{name}' is empty. Say it in a few words.")
    if row["trigger"] not in TRIGGERS:
        raise TrainkitError(
            f"{where}: the trigger '{row['trigger']}' is unknown. It is {', '.join(TRIGGERS)}."
        )
    return Inject(
        id=row["id"],
        t_rel_min=_minutes(row, "t_rel_min", where),
        shown_clock=row["shown_clock"],
        sender=row["from"],
        audience=row["audience"],
        channel=row["channel"],
        text=row["text_en"],
        expected_action=row["expected_action"],
        within_min=_minutes(row, "within_min", where),
        red_line=row["red_line"],
    )


def _minutes(row: Mapping[str, str], name: str, where: str) -> int:
    if not row[name].isdecimal():
        raise TrainkitError(
            f"{where}: '{name}' is '{row[name]}'. Give whole minutes after the start, 0 or more."
        )
    return int(row[name])


def _require_own_ids(found: Iterable[Inject], where: str) -> None:
    seen: set[str] = set()
    for one in found:
        if one.id in seen:
            raise TrainkitError(f"{where} has two events '{one.id}'. Give each its own id.")
        seen.add(one.id)

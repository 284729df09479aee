"""How a task of an academy's own is scored: its criteria, its red lines, its best answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from trainkit.errors import TrainkitError, nearest
from trainkit.grading.overlay.parts import Part, parts_of
from trainkit.lessons import tables
from trainkit.lessons.declared import field_named, option
from trainkit.lessons.field import Allocation, Choice, Field, Instant, Number, Position, problems
from trainkit.lessons.plain import in_words
from trainkit.lessons.score import RedLine, Score
from trainkit.lessons.tables import Table, require_keys
from trainkit.lessons.task import Answer, Task
from trainkit.redlines import RULES

PRIVATE = ("score", "red_line")
"""Keys of a task that never leave the academy."""
_DECISION = 0  # the only entry of the log of such a task: the decision itself


@dataclass(frozen=True)
class Crossing:
    """An option that crosses a red line."""

    field: str
    choice: str
    line: RedLine


@dataclass(frozen=True)
class Sheet:
    """How one task is scored.

    Attributes:
        task: The task.
        table: The task's table, with what is private.
        parts: Its criteria.
        crossings: Its options that cross a red line.
    """

    task: Task
    table: Table
    parts: tuple[Part, ...]
    crossings: tuple[Crossing, ...]

    def score(self, answer: Answer) -> Score:
        """Return the score of an answer of good form."""
        said = [f"{one.label}: {in_words(one, answer[one.name])}" for one in self.task.fields]
        return Score(
            tuple(part.criterion(answer) for part in self.parts),
            tuple(one.line for one in self.crossings if answer[one.field] == one.choice),
            f"Decided: {'; '.join(said)}.",
        )

    def reference(self) -> dict[str, Any]:
        """Return an answer that earns all points."""
        best: dict[str, Any] = {}
        for part in self.parts:
            for name, value in part.rule.reference().items():
                merged = {**best.get(name, {}), **value} if isinstance(value, Mapping) else value
                best[name] = merged
        return {one.name: _filled(one, best.get(one.name)) for one in self.task.fields}


def sheet_of(task: Task, table: Table) -> Sheet:
    """Return how a task is scored.

    Args:
        task: The task.
        table: Its table, with what is private.

    Raises:
        TrainkitError: its score does not fit its fields, or nobody could earn all points.
    """
    found = Sheet(
        task,
        table,
        parts_of(task, tables.tables(table, "score")),
        tuple(_crossing(task, one) for one in tables.tables(table, "red_line")),
    )
    _require_reachable(found)
    return found


def _crossing(task: Task, table: Table) -> Crossing:
    require_keys(table, ("field", "choice", "rule", "text"), "A red line")
    found, rule = field_named(task.fields, tables.text(table, "field")), tables.text(table, "rule")
    if not isinstance(found, Choice):
        raise TrainkitError(f"A red line stands on an option, and '{found.name}' is no choice.")
    if rule not in RULES:
        known = "; ".join(f"{name} {meaning}" for name, meaning in RULES.items())
        raise TrainkitError(f"There is no rule '{rule}'.{nearest(rule, RULES)} There are: {known}.")
    line = RedLine(rule, _DECISION, tables.text(table, "text"))
    return Crossing(found.name, option(found, tables.text(table, "choice")), line)


def _require_reachable(sheet: Sheet) -> None:
    """Refuse a score whose best answer is impossible, loses points, or looks like a slip."""
    best = sheet.reference()
    wrong: Sequence[str] = problems(sheet.task.fields, best)
    if wrong:
        raise TrainkitError(f"The best answer of '{sheet.task.id}' is impossible. {wrong[0]}")
    score = sheet.score(best)
    if score.points < sheet.task.points - 1e-6 or score.red_lines:
        raise TrainkitError(
            f"No answer earns all points of '{sheet.task.id}': its scores contradict one another, "
            "or its best answer crosses a red line."
        )
    slips = [slip.hint for slip in sheet.task.slips if slip.shows(None, best)]
    if slips:
        raise TrainkitError(f"The best answer of '{sheet.task.id}' shows the slip '{slips[0]}'.")


def _filled(field: Field, value: Any) -> Any:
    """Return a value of good form, where nothing or a part of it is scored."""
    if isinstance(field, Allocation):
        return {**dict.fromkeys(field.cells, 0), **(value or {})}
    return _anything(field) if value is None else value


def _anything(field: Field) -> Any:
    match field:
        case Number():
            return field.low
        case Choice():
            return field.options[0][0]
        case Position():
            return {"x_nm": field.low_nm, "y_nm": field.low_nm}
    return "2025-01-31T18:30+02:00" if isinstance(field, Instant) else "because"

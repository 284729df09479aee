"""Lessons in words alone: how an answer is typed, what is set, what a check says.

Everything that a control shows has its sentence here, for front ends without widgets, for readers
of screens and for the decision log.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from trainkit.errors import shown
from trainkit.lessons.field import Allocation, Choice, Field, Instant, Number, Position, Text
from trainkit.lessons.records import Answers
from trainkit.lessons.task import Task

_LARGEST_SHOWN = 1e300  # a whole number may be larger than any number with a point


def how_to_type(task: Task) -> str:
    """Return how the answer of a task is typed, with the form of each field and no value."""
    fields = ", ".join(f'"{field.name}": {_form(field)}' for field in task.fields)
    lines = [f"{task.title}. {task.question}"]
    lines += [f"  {field.label}: {allowed(field)}" for field in task.fields]
    lines += ["Type your answer in a new cell, then check and commit it:"]
    lines += [f'  answer("{task.id}", {{{fields}}}, reason="why")']
    lines += [f'  check("{task.id}")', f'  commit("{task.id}")']
    return "\n".join(lines)


def _form(field: Field) -> str:
    match field:
        case Number():
            return "..."
        case Allocation():
            return "{" + ", ".join(f'"{cell}": ...' for cell in field.cells) + "}"
        case Position():
            return '{"x_nm": ..., "y_nm": ...}'
        case Instant():
            return '"YYYY-MM-DDThh:mm+hh:mm"'
    return '"..."'


def allowed(field: Field) -> str:
    """Return in words what a field may hold: its unit, bounds, sum and steps."""
    match field:
        case Number():
            whole = "a whole number" if field.whole else "a number"
            return f"{whole} from {field.low:g} to {field.high:g} {field.unit}".rstrip()
        case Choice():
            return " | ".join(f"{value} ({label})" for value, label in field.options)
        case Allocation():
            return f"{field.unit} for each cell, {field.total:g} in all, in steps of {field.step:g}"
        case Position():
            return f"east and north, {field.low_nm:g} to {field.high_nm:g} NM"
        case Instant():
            return "date and time with the zone, as 2025-01-31T18:30+02:00"
        case Text():
            return f"at most {field.max_words} words"


def set_now(task: Task, value: Any) -> str:
    """Return in words what an answer holds; what is not set is said so."""
    if not isinstance(value, Mapping):
        return "Set now: nothing."
    parts = [f"{field.label}: {in_words(field, value.get(field.name))}" for field in task.fields]
    return f"Set now: {'; '.join(parts)}."


def in_words(field: Field, value: Any) -> str:
    """Return the value of a field as its reader says it.

    Examples:
        >>> in_words(Number("speed_kn", "Speed", "kn", 0, 40), 12.0)
        '12 kn'
    """
    if value is None or value == "":
        return "not set"
    match field, value:
        case Number(), _ if _is_number(value):
            return f"{value:.10g} {field.unit}".rstrip()
        case Choice(), str():
            return dict(field.options).get(value, value)
        case Allocation(), Mapping():
            given = ", ".join(f"{cell} {_figure(value.get(cell))}" for cell in field.cells)
            return f"{given} ({_sum(value.values()):g} of {field.total:g} {field.unit})"
        case Position(), Mapping():
            return f"{_figure(value.get('x_nm'))} NM east, {_figure(value.get('y_nm'))} NM north"
    return value[:2_000] if isinstance(value, str) else shown(value, 2_000)


def _figure(value: Any) -> str:
    return f"{value:g}" if _is_number(value) else "-"


def _is_number(value: Any) -> bool:
    known = isinstance(value, int | float) and not isinstance(value, bool)
    return known and abs(value) < _LARGEST_SHOWN


def _sum(values: Iterable[Any]) -> float:
    return sum(float(value) for value in values if _is_number(value))


def checked(task: Task, problems: list[str], slips: list[str], committed: bool) -> str:
    """Return what a check says of an answer: form and known slips, criterion by criterion."""
    lines = [f"{task.title}: what can be checked before you commit"]
    lines += [f"  to do   {problem}" for problem in problems]
    lines += [f"  look    {hint}" for hint in slips]
    if not problems:
        lines += [f"  in form {field.label}" for field in task.fields]
    if committed:
        lines.append("Your first committed answer counts; this is practice.")
    elif problems:
        lines.append("Not ready to commit yet.")
    else:
        lines.append("Ready to commit. Whether it was the better decision shows after commit.")
    return "\n".join(lines)


def log_table(answers: Answers, tasks: Mapping[str, Task]) -> list[list[str]]:
    """Return the decision log as rows of time, task, event, what was set, and the reason."""
    return [
        [
            record.at.replace("T", " "),
            tasks[record.task].title if record.task in tasks else record.task or "-",
            record.event,
            _told(tasks.get(record.task), record.value),
            record.reason,
        ]
        for record in answers.records
    ]


def _told(task: Task | None, value: Any) -> str:
    if isinstance(value, Mapping) and task and set(value) & {field.name for field in task.fields}:
        return set_now(task, value).removeprefix("Set now: ")
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {part}" for name, part in value.items())[:2_000]
    return "" if value is None else str(value)[:2_000]

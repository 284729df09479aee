"""Tasks declared as data: what an academy adds to a notebook without Python.

A task is a table with a list of fields and of slips. Each kind of field is one of
`trainkit.lessons.field`; what it may hold is read off its dataclass, so that it is declared once.

    {"id": "e1_channel", "title": "Channel", "question": "On which channel?", "points": 5,
     "field": [{"kind": "choice", "name": "channel", "label": "Channel",
                "options": {"vhf16": "VHF 16", "vhf72": "VHF 72"}}]}
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from typing import Any, get_type_hints

from trainkit.errors import TrainkitError, nearest
from trainkit.lessons import field as kinds
from trainkit.lessons import tables
from trainkit.lessons.tables import Table, require_different, require_keys
from trainkit.lessons.task import Answer, Slip, Task

KINDS: Mapping[str, type[kinds.Field]] = {
    "number": kinds.Number,
    "choice": kinds.Choice,
    "allocation": kinds.Allocation,
    "position": kinds.Position,
    "instant": kinds.Instant,
    "text": kinds.Text,
}
MOST_HINTS = 3
_TASK = ("id", "title", "question", "points", "after", "outcomes", "hints", "reveal")
PUBLIC = (*_TASK, "manual", "rubric", "field", "slip")
"""Keys of a task that a trainee's machine needs; nothing else of a task leaves an academy."""
_COMMITTED = "Your answer is committed. How it was marked comes with the feedback."


@dataclass(frozen=True)
class Own:
    """A task of an academy's own.

    Attributes:
        task: The task.
        after: Id of the task that it follows.
        reveal: What is said after commit.
    """

    task: Task
    after: str
    reveal: str


def own_task(table: Table) -> Own:
    """Return the task that a table declares.

    Raises:
        TrainkitError: something is missing, unknown or of the wrong type; names it in quotes.
    """
    require_keys(table, PUBLIC, "A task")
    manual = tables.flag(table, "manual")
    asked = tuple(_field(one) for one in tables.tables(table, "field"))
    _require_fitting(manual, asked, table)
    require_different([one.name for one in asked], "field")
    task = Task(
        id=tables.name(table, "id"),
        title=tables.text(table, "title"),
        question=tables.text(table, "question"),
        points=tables.points(table, "points"),
        fields=asked,
        hints=hints(table),
        slips=tuple(_slip(one, asked) for one in tables.tables(table, "slip")),
        outcomes=tables.texts(table, "outcomes"),
        manual=manual,
        rubric=tables.text(table, "rubric") if manual else "",
    )
    reveal = tables.text(table, "reveal") if "reveal" in table else _COMMITTED
    return Own(task, tables.name(table, "after"), reveal)


def hints(table: Table) -> tuple[str, ...]:
    """Return the hints of a task.

    Raises:
        TrainkitError: there are more than a form can show.
    """
    found = tables.texts(table, "hints")
    if len(found) > MOST_HINTS:
        raise TrainkitError(f"'hints' holds {len(found)} texts; there is room for {MOST_HINTS}.")
    return found


def _require_fitting(manual: bool, asked: Sequence[kinds.Field], table: Table) -> None:
    if manual and (asked or "slip" in table):
        raise TrainkitError("A task with 'manual = true' is a written answer: it has no fields.")
    if not manual and "rubric" in table:
        raise TrainkitError("A 'rubric' is for a task with 'manual = true'.")
    if not manual and not asked:
        raise TrainkitError("The task has no [[task.field]]: say what is answered, or 'manual'.")


def _field(table: Table) -> kinds.Field:
    kind = tables.text(table, "kind")
    if kind not in KINDS:
        hint = nearest(kind, KINDS) or f" There are {', '.join(KINDS)}."
        raise TrainkitError(f"There is no kind of field '{kind}'.{hint}")
    known = {one.name: one for one in fields(KINDS[kind])}
    require_keys(table, ["kind", "purpose", *known], f"A field of the kind {kind}")
    types = get_type_hints(KINDS[kind])
    given = {
        key: _READ[types[key]](table, key)
        for key, one in known.items()
        if key in table or one.default is MISSING
    }
    found = KINDS[kind](**{**given, "name": tables.name(table, "name")})
    _require_possible(found)
    return found


def _words(table: Table, key: str) -> str:
    """Return a text; the unit of a ratio is empty."""
    return "" if key == "unit" and table.get(key) == "" else tables.text(table, key)


def _cells(table: Table, key: str) -> tuple[str, ...]:
    found = tables.texts(table, key)
    if not found:
        raise TrainkitError(f"'{key}' is missing: name what the amount is shared out over.")
    return found


_READ: Mapping[Any, Callable[[Table, str], Any]] = {
    str: _words,
    float: tables.number,
    float | None: tables.number,
    int: tables.whole,
    bool: tables.flag,
    tuple[str, ...]: _cells,
    tuple[tuple[str, str], ...]: tables.options,
}
"""How a value is read, by the type that a field's dataclass gives it."""


def _require_possible(found: kinds.Field) -> None:
    """Refuse a field that no answer fits, or only one."""
    match found:
        case kinds.Number():
            low, high = found.low, found.high
        case kinds.Position():
            low, high = found.low_nm, found.high_nm
        case kinds.Allocation():
            low, high = 0.0, min(found.total, found.step)
        case kinds.Choice():
            low, high = 1.0, float(len(found.options))
        case kinds.Text():
            low, high = 0.0, float(found.max_words)
        case _:
            return
    if not low < high:
        raise TrainkitError(
            f"The field '{found.name}' leaves nothing to decide: give bounds with the lower one "
            "first, a total and a step above 0, two options or more."
        )


def _slip(table: Table, asked: Sequence[kinds.Field]) -> Slip:
    """Return a slip: an option, or a range of a number, that a hint is given for."""
    require_keys(table, ("field", "choice", "low", "high", "hint"), "A slip")
    one = field_named(asked, tables.text(table, "field"))
    return Slip(f"{one.name}, as declared", _shows(one, table), tables.text(table, "hint"))


def _shows(one: kinds.Field, table: Table) -> Callable[[Any, Answer], bool]:
    if isinstance(one, kinds.Choice):
        chosen = option(one, tables.text(table, "choice"))
        return lambda _, answer: bool(answer[one.name] == chosen)
    if isinstance(one, kinds.Number):
        low, high = tables.number(table, "low"), tables.number(table, "high")
        return lambda _, answer: bool(low <= answer[one.name] <= high)
    raise TrainkitError(f"A slip looks at a number or a choice, and '{one.name}' is neither.")


def field_named(asked: Sequence[kinds.Field], wanted: str) -> kinds.Field:
    """Return the field of a name.

    Raises:
        TrainkitError: there is none.
    """
    known = {one.name: one for one in asked}
    if wanted not in known:
        raise TrainkitError(f"The task has no field '{wanted}'.{nearest(wanted, known)}")
    return known[wanted]


def option(one: kinds.Choice, wanted: str) -> str:
    """Return an option of a choice.

    Raises:
        TrainkitError: the choice has no such option.
    """
    known = [value for value, _ in one.options]
    if wanted not in known:
        hint = nearest(wanted, known) or f" There are {', '.join(known)}."
        raise TrainkitError(f"The choice {one.name} has no option '{wanted}'.{hint}")
    return wanted

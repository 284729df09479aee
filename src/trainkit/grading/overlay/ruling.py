"""From a ``[[task.score]]`` to its rule, held against the fields of the task.

What it looks at decides what it may say:

* a choice: ``best``, and ``shares`` of other options;
* a number, hours (``sum_of`` cells), a place, a time: ``best``, ``within``, ``bands``;
* several choices with the same options (``fields``): ``order``, or ``set`` in any order.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from trainkit.errors import TrainkitError, nearest
from trainkit.grading.overlay.rules import ByDistance, ByOption, BySeveral, Rule
from trainkit.lessons import tables
from trainkit.lessons.declared import field_named, option
from trainkit.lessons.field import Allocation, Choice, Field, Text
from trainkit.lessons.tables import Table, require_keys
from trainkit.lessons.task import Task

COMMON = ("name", "points", "life", "right", "part", "wrong")
"""Keys of every score."""


def rule_of(task: Task, table: Table) -> tuple[Rule, str]:
    """Return the rule of a score, and what it looks at in words.

    Raises:
        TrainkitError: the score does not fit the fields of the task.
    """
    if "fields" in table:
        fields = [_choice_named(task, one) for one in tables.texts(table, "fields")]
        return _several(fields, table), " and ".join(one.label for one in fields)
    found = field_named(task.fields, tables.text(table, "field"))
    if isinstance(found, Choice):
        return _choice(found, table), found.label
    return _distance(found, table), found.label


def _choice(field: Choice, table: Table) -> ByOption:
    require_keys(table, ("field", "best", "shares", "says", *COMMON), "The score of a choice")
    for one in tables.table_of(table, "says"):
        option(field, one)
    given = tables.table_of(table, "shares")
    shares = {option(field, one): _share(given, one) for one in given}
    return ByOption(field, {**shares, option(field, tables.text(table, "best")): 1.0})


def _share(table: Table, key: str) -> float:
    found = tables.number(table, key)
    if not 0 <= found < 1:
        raise TrainkitError(f"The share of '{key}' is {found:g}: give 0 or more and less than 1.")
    return found


def _distance(field: Field, table: Table) -> ByDistance:
    if isinstance(field, Choice | Text):
        raise TrainkitError(
            f"'{field.name}' is a text, which nobody can score by rule: leave it out, or make a "
            "task of its own with 'manual = true' and a rubric."
        )
    summed = isinstance(field, Allocation)
    known = ("field", "best", "within", "bands", *(["sum_of"] if summed else []), *COMMON)
    require_keys(table, known, f"The score of {field.name}")
    cells = _cells(field, tables.texts(table, "sum_of")) if isinstance(field, Allocation) else ()
    return ByDistance(field, _best(field, table), _bands(table), cells)


def _cells(field: Allocation, names: Sequence[str]) -> tuple[str, ...]:
    if not names:
        raise TrainkitError(f"'sum_of' is missing: name cells of '{field.name}' to be summed.")
    for one in names:
        if one not in field.cells:
            raise TrainkitError(f"'{field.name}' has no cell '{one}'.{nearest(one, field.cells)}")
    return tuple(names)


def _best(field: Field, table: Table) -> Any:
    """Return the best value; it must be one that a trainee can give."""
    if isinstance(field, Allocation):
        return tables.number(table, "best")
    found = table.get("best")
    wrong = field.problems(found)
    if wrong:
        raise TrainkitError(f"'{found}' is no 'best', since no trainee can answer it. {wrong[0]}")
    return found


def _bands(table: Table) -> tuple[tuple[float, float], ...]:
    """Return the full share up to ``within``, then less and less."""
    within = tables.number({"within": 0, **table}, "within")
    found = [(within, 1.0)]
    for band in tables.tables(table, "bands"):
        require_keys(band, ("within", "share"), "A band")
        found.append((tables.number(band, "within"), _share(band, "share")))
    rises = all(one[0] < then[0] and one[1] > then[1] for one, then in pairwise(found))
    if within < 0 or not rises:
        raise TrainkitError("The 'bands' go outwards: each is wider and earns less than before.")
    return tuple(found)


def _several(fields: Sequence[Choice], table: Table) -> BySeveral:
    require_keys(table, ("fields", "order", "set", *COMMON), "The score of several choices")
    key = "order" if "order" in table else "set"
    wanted = tables.texts(table, key)
    if len(wanted) != len(fields) or len(wanted) < 2 or ("order" in table and "set" in table):
        raise TrainkitError(
            f"'{key}' names {len(wanted)} options for {len(fields)} fields: give either 'order' or "
            "'set', with as many options as fields, two or more."
        )
    for one in wanted:
        for field in fields:
            option(field, one)
    return BySeveral(tuple(fields), wanted, key == "order")


def _choice_named(task: Task, name: str) -> Choice:
    found = field_named(task.fields, name)
    if not isinstance(found, Choice):
        raise TrainkitError(f"'{name}' is no choice, and 'fields' names choices.")
    return found

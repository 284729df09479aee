"""Nobody is picked by what they are: what a field of an academy's own may be named by.

As in scenarios and rules, a protected characteristic is refused by its name (red line R3). An
option may name one where choosing it is the breach that the task teaches: it crosses R3.
"""

from collections.abc import Iterator

from trainkit.errors import TrainkitError
from trainkit.grading.overlay.sheet import Sheet
from trainkit.guard import require_lawful_features
from trainkit.lessons import tables
from trainkit.lessons.field import Allocation, Choice, Field
from trainkit.lessons.tables import Table

_RULE = "R3"


def require_lawful(sheet: Sheet) -> None:
    """Refuse fields and options that are named by a protected characteristic.

    Args:
        sheet: How the task is scored; a field of its table may say ``purpose = "protection"``.

    Raises:
        TrainkitError: the first that is; quotes it.
    """
    taught = {(one.field, one.choice) for one in sheet.crossings if one.line.rule == _RULE}
    for field, given in zip(sheet.task.fields, tables.tables(sheet.table, "field"), strict=True):
        purpose = _purpose(given)
        for feature in _features(field, taught):
            require_lawful_features([feature], f"The field '{field.name}'", purpose)


def _purpose(table: Table) -> str:
    found = tables.text({"purpose": "enforcement", **table}, "purpose")
    if found not in {"enforcement", "protection"}:
        raise TrainkitError(f"The 'purpose' {found} is neither enforcement nor protection.")
    return found


def _features(field: Field, taught: set[tuple[str, str]]) -> Iterator[str]:
    yield from (field.name, field.label)
    if isinstance(field, Allocation):
        yield from field.cells
    if isinstance(field, Choice):
        for value, label in field.options:
            if (field.name, value) not in taught:
                yield from (value, label)

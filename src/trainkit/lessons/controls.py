"""One labelled control for each kind of field; nothing is set before the trainee sets it.

Numbers are typed and not slid: the handle of an ipywidgets slider has no accessible name.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from trainkit.lessons.field import Allocation, Choice, Field, Instant, Number, Position, Text
from trainkit.lessons.pieces import line

_STYLE = {"description_width": "initial"}
_WIDE = {"width": "auto", "max_width": "46em"}
_MOST_RADIOS = 8
_FITTING = "repeat(auto-fill, minmax(13em, 1fr))"


@dataclass(frozen=True)
class Control:
    """A control of one field.

    Attributes:
        field: What it sets.
        widget: What is shown.
        read: Returns the value that is set, or None.
        write: Sets a value.
        inputs: The widgets whose change changes the value.
    """

    field: Field
    widget: Any
    read: Callable[[], Any]
    write: Callable[[Any], None]
    inputs: tuple[Any, ...]

    def observe(self, changed: Callable[[], None]) -> None:
        """Call *changed* whenever the value may have changed."""
        for one in self.inputs:
            one.observe(lambda _: changed(), "value")


def control(field: Field) -> Control:
    """Return the control of a field."""
    match field:
        case Number():
            return _number(field)
        case Choice():
            return _choice(field)
        case Allocation():
            return _allocation(field)
        case Position():
            return _position(field)
        case Instant() | Text():
            return _text(field)


def figure(text: str) -> float | int | str | None:
    """Return the number that a trainee typed; the text itself when it is none.

    Examples:
        >>> figure("2,5"), figure("12"), figure(""), figure("twelve")
        (2.5, 12, None, 'twelve')
    """
    typed = text.strip().replace(",", ".")
    if not typed:
        return None
    for kind in (int, float):
        try:
            value = kind(typed)
        except ValueError:
            continue
        if math.isfinite(float(typed)):
            return value
    return text.strip()


def _shown(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.12g}"
    return "" if value is None else str(value)


def _number(field: Number) -> Control:
    unit = f" ({field.unit})" if field.unit else ""
    entry = line(f"{field.label}{unit}", f"{field.low:g} to {field.high:g}")

    def write(value: Any) -> None:
        entry.value = _shown(value)

    return Control(field, entry, lambda: figure(entry.value), write, (entry,))


def _choice(field: Choice) -> Control:
    from ipywidgets import HTML, Dropdown, RadioButtons, VBox

    options = [(label, value) for value, label in field.options]
    many = len(options) > _MOST_RADIOS
    kind = Dropdown if many else RadioButtons
    picker = kind(options=options, value=None, description=field.label, style=_STYLE, layout=_WIDE)
    known = {value for value, _ in field.options}

    def write(value: Any) -> None:
        picker.value = value if isinstance(value, str) and value in known else None

    shown = VBox([HTML(""), picker]) if many else picker
    return Control(field, shown, lambda: picker.value, write, (picker,))


def _allocation(field: Allocation) -> Control:
    from ipywidgets import HTML, GridBox, VBox

    width = {"min_width": "0"} if field.columns else {}
    entries = {cell: line(f"{cell} ({field.unit})", "0", **width) for cell in field.cells}
    head = HTML()

    def read() -> Any:
        values = {cell: figure(entry.value) for cell, entry in entries.items()}
        if all(value is None for value in values.values()):
            return None
        return {cell: 0 if value is None else value for cell, value in values.items()}

    def write(value: Any) -> None:
        for cell, entry in entries.items():
            entry.value = _shown(value.get(cell)) if isinstance(value, Mapping) else ""

    def total() -> None:
        head.value = _running_sum(field, read() or {})

    grid = GridBox(list(entries.values()), layout=_grid(field))
    made = Control(field, VBox([head, grid]), read, write, tuple(entries.values()))
    made.observe(total)
    total()
    return made


def _grid(field: Allocation) -> dict[str, str]:
    """Return the layout of the cells: rows and columns as on the chart, where the field has any."""
    columns = f"repeat({field.columns}, minmax(0, 1fr))" if field.columns else _FITTING
    return {"grid_template_columns": columns, "grid_gap": "0 8px", "max_width": "46em"}


def _running_sum(field: Allocation, value: Mapping[str, Any]) -> str:
    from html import escape

    given = sum(part for part in value.values() if isinstance(part, int | float))
    left = field.total - given
    say = f"{left:g} left" if left >= 0 else f"{-left:g} too many: take some back"
    return (
        f"<b>{escape(field.label)}</b>: {given:g} of {field.total:g} {escape(field.unit)} given "
        f"out, {say}"
    )


def _position(field: Position) -> Control:
    from ipywidgets import VBox

    hint = f"{field.low_nm:g} to {field.high_nm:g}; west and south are negative"
    axes = {"x_nm": "NM east of the reference point", "y_nm": "NM north of the reference point"}
    entries = {axis: line(f"{field.label}: {words}", hint) for axis, words in axes.items()}

    def read() -> Any:
        values = {axis: figure(entry.value) for axis, entry in entries.items()}
        return values if any(value is not None for value in values.values()) else None

    def write(value: Any) -> None:
        for axis, entry in entries.items():
            entry.value = _shown(value.get(axis)) if isinstance(value, Mapping) else ""

    inputs = tuple(entries.values())
    return Control(field, VBox(list(inputs)), read, write, inputs)


def _text(field: Instant | Text) -> Control:
    from ipywidgets import Textarea

    if isinstance(field, Instant):
        entry = line(field.label, "as 2025-01-31T18:30+02:00")
    else:
        hint = f"at most {field.max_words} words"
        entry = Textarea(
            description=field.label,
            placeholder=hint,
            style=_STYLE,
            layout={**_WIDE, "height": "8em"},
            continuous_update=False,
        )

    def write(value: Any) -> None:
        entry.value = _shown(value)

    return Control(field, entry, lambda: entry.value.strip() or None, write, (entry,))

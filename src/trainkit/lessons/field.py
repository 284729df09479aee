"""The fields of an answer, and what is wrong with a value: form only, never the answer.

A value is whatever JSON may hold, from a control or from a stranger; no value raises.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from trainkit.errors import nearest

_LONGEST_TEXT = 20_000


@dataclass(frozen=True)
class Number:
    """A number with its unit and bounds, both included."""

    name: str
    label: str
    unit: str
    low: float
    high: float
    step: float | None = None
    whole: bool = False

    def problems(self, value: Any) -> list[str]:
        """Return what is wrong with *value*, in sentences."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            return [f"{self.label}: give a number in {self.unit or 'figures'}."]
        if not _finite(value) or not self.low <= value <= self.high:
            bounds = f"{self.low:g} to {self.high:g} {self.unit}".strip()
            return [f"{self.label}: {bounds} is possible."]
        if self.whole and value != int(value):
            return [f"{self.label}: give a whole number."]
        return []


@dataclass(frozen=True)
class Choice:
    """One of several options, each a value and what the reader sees."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]

    def problems(self, value: Any) -> list[str]:
        """Return what is wrong with *value*, in sentences."""
        values = [option for option, _ in self.options]
        if isinstance(value, str) and value in values:
            return []
        hint = nearest(value, values) if isinstance(value, str) else ""
        return [f"{self.label}: choose one of {', '.join(values)}.{hint}"]


@dataclass(frozen=True)
class Allocation:
    """An amount shared out over cells; the sum may not pass the total.

    With *columns* the cells are shown in rows of so many, as they lie on the chart: the first cell
    is its north-western corner.
    """

    name: str
    label: str
    unit: str
    cells: tuple[str, ...]
    total: float
    step: float
    columns: int = 0

    def problems(self, value: Any) -> list[str]:
        """Return what is wrong with *value*, in sentences."""
        if not isinstance(value, Mapping):
            return [f"{self.label}: give an amount in {self.unit} for each of the cells."]
        strange = [str(cell)[:40] for cell in value if cell not in self.cells]
        missing = [cell for cell in self.cells if cell not in value]
        if strange or missing:
            return [f"{self.label}: {self._cells(strange, missing)}"]
        amounts = [value[cell] for cell in self.cells]
        if not all(_is_amount(amount) for amount in amounts):
            return [f"{self.label}: amounts are numbers of {self.unit}, zero or more."]
        given = sum(map(float, amounts))  # whole numbers may be too large to be shown
        if given > self.total + 1e-9:
            spent = f"{given:g} of {self.total:g} {self.unit}"
            return [f"{self.label}: {spent} are given out; take some back."]
        return []

    def _cells(self, strange: list[str], missing: list[str]) -> str:
        if missing:
            return f"nothing is said of {', '.join(missing)} (0 is an answer)."
        return f"there is no cell '{strange[0]}'.{nearest(strange[0], self.cells)}"


@dataclass(frozen=True)
class Position:
    """A place on the chart: east and north of the reference point, in nautical miles."""

    name: str
    label: str
    low_nm: float
    high_nm: float

    def problems(self, value: Any) -> list[str]:
        """Return what is wrong with *value*, in sentences."""
        if not isinstance(value, Mapping) or set(value) != {"x_nm", "y_nm"}:
            return [f"{self.label}: give east (x_nm) and north (y_nm) in nautical miles."]
        inside = all(
            _is_number(value[axis]) and self.low_nm <= value[axis] <= self.high_nm
            for axis in ("x_nm", "y_nm")
        )
        bounds = f"{self.low_nm:g} to {self.high_nm:g} NM"
        return [] if inside else [f"{self.label}: the chart reaches from {bounds} each way."]


@dataclass(frozen=True)
class Instant:
    """A date and time with its offset from UTC, as ISO 8601 writes it."""

    name: str
    label: str

    def problems(self, value: Any) -> list[str]:
        """Return what is wrong with *value*, in sentences."""
        moment = _moment(value)
        if moment is None:
            return [f"{self.label}: write it as 2025-01-31T18:30+02:00."]
        return [] if moment.tzinfo else [f"{self.label}: say the zone, such as +02:00."]


@dataclass(frozen=True)
class Text:
    """A few words of the trainee's own."""

    name: str
    label: str
    max_words: int

    def problems(self, value: Any) -> list[str]:
        """Return what is wrong with *value*, in sentences."""
        if not isinstance(value, str) or not value.strip():
            return [f"{self.label}: write something."]
        words = len(value.split()) if len(value) <= _LONGEST_TEXT else self.max_words + 1
        if words > self.max_words:
            return [f"{self.label}: at most {self.max_words} words."]
        return []


Field = Number | Choice | Allocation | Position | Instant | Text


def problems(fields: tuple[Field, ...], value: Any) -> list[str]:
    """Return what is wrong with the form of an answer, in sentences; nothing when it is complete.

    Examples:
        >>> problems((Number("speed_kn", "Speed", "kn", 0, 40),), {"speed_kn": 90})
        ['Speed: 0 to 40 kn is possible.']
    """
    if not isinstance(value, Mapping):
        return ["An answer is a record of named fields."]
    names = [field.name for field in fields]
    found = [
        f"There is no field '{str(name)[:40]}'.{nearest(str(name)[:40], names)}"
        for name in value
        if name not in names
    ]
    for field in fields:
        if field.name in value:
            found += field.problems(value[field.name])
        else:
            found.append(f"{field.label}: not answered yet.")
    return found


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and _finite(value)


def _finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


def _is_amount(value: Any) -> bool:
    return _is_number(value) and value >= 0


def _moment(value: Any) -> datetime | None:
    if not isinstance(value, str):
        return None
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None

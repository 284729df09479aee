"""What a course file says: title, notebooks in order, rules for passing and for being late.

title = "Coast guards together"
notebooks = ["E1"]

[marks]              # all may be left out
pass = 60
manual_share = 0.5
red_line_cap = 40

[late]
penalty_per_day = 0
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError, nearest

_MARKS = {"pass": 60.0, "manual_share": 0.5, "red_line_cap": 40.0}
_LATE = {"penalty_per_day": 0.0}


@dataclass(frozen=True)
class Rules:
    """When a notebook is passed.

    Attributes:
        pass_mark: Final mark of 100 that is needed.
        manual_share: Share of the manual points that is needed.
        red_line_cap: Final mark of 100 that a red line allows at most.
        penalty_per_day: Points of 100 taken off for each day begun after the due date.
    """

    pass_mark: float = _MARKS["pass"]
    manual_share: float = _MARKS["manual_share"]
    red_line_cap: float = _MARKS["red_line_cap"]
    penalty_per_day: float = _LATE["penalty_per_day"]


USUAL = Rules()


@dataclass(frozen=True)
class Course:
    """A course.

    Attributes:
        id: Its folder.
        title: Its title.
        notebooks: Ids of its notebooks, in order.
        rules: When they are passed.
    """

    id: str
    title: str
    notebooks: tuple[str, ...]
    rules: Rules = USUAL


def load_course(folder: Path) -> Course:
    """Return the course in a folder.

    Raises:
        TrainkitError: its ``course.toml`` is missing, cannot be read or says something unknown.
    """
    path = folder / "course.toml"
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise TrainkitError(f"The course file {path} cannot be read: {error}.") from error
    title, notebooks = content.get("title"), content.get("notebooks")
    if not isinstance(title, str) or not isinstance(notebooks, list) or not _is_names(notebooks):
        raise TrainkitError(f"{path} needs a title and a list of notebooks, such as ['E1'].")
    marks = _numbers(path, content, "marks", _MARKS)
    late = _numbers(path, content, "late", _LATE)
    rules = Rules(
        marks["pass"], marks["manual_share"], marks["red_line_cap"], late["penalty_per_day"]
    )
    return Course(folder.name, title, tuple(notebooks), rules)


def _is_names(value: list[Any]) -> bool:
    return bool(value) and all(isinstance(one, str) for one in value)


def _numbers(
    path: Path, content: Mapping[str, Any], table: str, known: Mapping[str, float]
) -> dict[str, float]:
    given = content.get(table, {})
    for name, value in given.items() if isinstance(given, dict) else [(table, given)]:
        if name not in known:
            raise TrainkitError(f"{path}: [{table}] has no '{name}'.{nearest(name, known)}")
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 100:
            raise TrainkitError(f"{path}: {table}.{name} is a number from 0 to 100.")
    return {**known, **given}

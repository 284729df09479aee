"""What a course file says: title, notebooks in order, rules for passing and for handing in.

title = "Coast guards together"
notebooks = ["E1"]

[marks]              # all may be left out
pass = 60
manual_share = 0.5
red_line_cap = 40

[late]               # behind the due date, with its extension
penalty_per_day = 0
grace_minutes = 0
refuse_after_days = 7    # left out: never

[resubmission]
allowed = "latest"       # which of several counts: "latest" or "first"
until = "always"         # "due": behind the due date nothing takes the place of what came before

[moderation]             # second markers of written answers
share = 0.2
fewest = 5               # answers marked twice at least, where there are as many
kappa = 0.7
third_above = 1          # a third marker decides where two are more levels apart than this
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError, nearest

_MARKS = {"pass": 60.0, "manual_share": 0.5, "red_line_cap": 40.0}
_LATE = {"penalty_per_day": 0.0, "grace_minutes": 0.0, "refuse_after_days": math.inf}
_RESUBMISSION = {"allowed": ("latest", "first"), "until": ("always", "due")}
_MODERATION = {"share": 0.2, "fewest": 5.0, "kappa": 0.7, "third_above": 1.0}
_HIGHEST = {
    "grace_minutes": 10_080.0,
    "refuse_after_days": 3_650.0,
    "share": 1.0,
    "kappa": 1.0,
    "third_above": 4.0,
}


@dataclass(frozen=True)
class Moderation:
    """How much a second person marks, and when a third decides.

    Attributes:
        share: Share of the written answers that is marked twice.
        fewest: How many are marked twice at least.
        kappa: Weighted kappa that two markers should reach.
        third_above: Levels on one criterion, above which two markers disagree.
    """

    share: float = _MODERATION["share"]
    fewest: float = _MODERATION["fewest"]
    kappa: float = _MODERATION["kappa"]
    third_above: float = _MODERATION["third_above"]


@dataclass(frozen=True)
class Rules:
    """When a notebook is passed, what being late costs, and which of several submissions counts.

    Attributes:
        pass_mark: Final mark of 100 that is needed.
        manual_share: Share of the manual points that is needed.
        red_line_cap: Final mark of 100 that a red line allows at most.
        penalty_per_day: Points of 100 taken off for each day begun after the due date.
        grace_minutes: Minutes after the due date that count as in time.
        refuse_after_days: Days after the due date, behind which a submission brings no mark.
        resubmission: Which of several submissions counts: "latest" or "first".
        resubmit_until: "due" where none takes the place of another behind the due date; "always".
        moderation: How much a second person marks, and when a third decides.
    """

    pass_mark: float = _MARKS["pass"]
    manual_share: float = _MARKS["manual_share"]
    red_line_cap: float = _MARKS["red_line_cap"]
    penalty_per_day: float = _LATE["penalty_per_day"]
    grace_minutes: float = _LATE["grace_minutes"]
    refuse_after_days: float = _LATE["refuse_after_days"]
    resubmission: str = _RESUBMISSION["allowed"][0]
    resubmit_until: str = _RESUBMISSION["until"][0]
    moderation: Moderation = Moderation()


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
    return Course(folder.name, title, tuple(notebooks), _rules(path, content))


def _rules(path: Path, content: Mapping[str, Any]) -> Rules:
    marks = _numbers(path, content, "marks", _MARKS)
    late = _numbers(path, content, "late", _LATE)
    again = _choices(path, content, "resubmission", _RESUBMISSION)
    return Rules(
        marks["pass"],
        marks["manual_share"],
        marks["red_line_cap"],
        **late,
        resubmission=again["allowed"],
        resubmit_until=again["until"],
        moderation=Moderation(**_numbers(path, content, "moderation", _MODERATION)),
    )


def _is_names(value: list[Any]) -> bool:
    return bool(value) and all(isinstance(one, str) for one in value)


def _numbers(
    path: Path, content: Mapping[str, Any], table: str, known: Mapping[str, float]
) -> dict[str, float]:
    given = _given(path, content, table, known)
    for name, value in given.items():
        highest = _HIGHEST.get(name, 100.0)
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not 0 <= value <= highest:
            raise TrainkitError(f"{path}: {table}.{name} is a number from 0 to {highest:g}.")
    return {**known, **given}


def _choices(
    path: Path, content: Mapping[str, Any], table: str, known: Mapping[str, tuple[str, ...]]
) -> dict[str, str]:
    given = _given(path, content, table, known)
    for name, value in given.items():
        if value not in known[name]:
            raise TrainkitError(f"{path}: {table}.{name} is one of {', '.join(known[name])}.")
    return {**{name: words[0] for name, words in known.items()}, **given}


def _given(
    path: Path, content: Mapping[str, Any], table: str, known: Mapping[str, Any]
) -> dict[str, Any]:
    given = content.get(table, {})
    if not isinstance(given, dict):
        raise TrainkitError(
            f"{path} has no '{table}' with one value: [{table}] is a table with {', '.join(known)}."
        )
    for name in given:
        if name not in known:
            raise TrainkitError(f"{path}: [{table}] has no '{name}'.{nearest(name, known)}")
    return given

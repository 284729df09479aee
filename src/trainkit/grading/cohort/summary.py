"""A cohort in a few sentences: how many, how good, who needs a look."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from trainkit.grading.cohort.gathering import Cohort
from trainkit.grading.cohort.wording import counted

_STATES = {
    "graded": "graded",
    "partly": "graded in part",
    "waiting": "graded and waiting for a marker",
    "failed": "not graded, by an error",
    "refused": "refused",
    "missing": "not handed in",
}
_NO_LINE = "No red line stands"


@dataclass(frozen=True)
class Summary:
    """A cohort in numbers.

    Attributes:
        members: How many are enrolled or handed in.
        states: How many of them are in each state that occurs.
        quartiles: Lower quartile, median and upper quartile of the final marks; None without any.
        provisional: How many of these marks are not final, as answers wait for a marker.
        passed: How many passed; those whose answers wait are not counted.
        red_lines: Red lines that stand, and those lifted on appeal.
        appeals: Red lines whose appeal waits for a decision.
        stuck: Ids of those who may need help.
    """

    members: int
    states: dict[str, int]
    quartiles: tuple[float, float, float] | None
    provisional: int
    passed: int
    red_lines: tuple[int, int]
    appeals: int
    stuck: tuple[str, ...]


def summary(cohort: Cohort, facts: Mapping[str, list[str]]) -> Summary:
    """Return a cohort in numbers.

    Args:
        cohort: The cohort.
        facts: What `trainkit.grading.cohort.stuck` found, by trainee.
    """
    rows = [one.row for one in cohort.members]
    marks = [row.final for row in rows if row.final is not None]
    lines = Counter(line.state for one in cohort.members for line in one.row.lines)
    low, middle, high = np.quantile(marks, (0.25, 0.5, 0.75)) if marks else (0.0, 0.0, 0.0)
    return Summary(
        len(rows),
        dict(Counter(row.state for row in rows)),
        (float(low), float(middle), float(high)) if marks else None,
        sum(row.state == "waiting" for row in rows),
        sum(row.passed is True for row in rows),
        (lines.total() - lines["lifted"], lines["lifted"]),
        lines["appealed"],
        tuple(facts),
    )


def sentences(found: Summary) -> list[str]:
    """Return a cohort in sentences."""
    told = [_counted(found)]
    if set(found.states) <= {"missing"}:
        return told
    return [*told, _marks(found), _lines(found), _help(found)]


def _counted(found: Summary) -> str:
    if not found.members:
        return "Nobody is enrolled and nobody has handed in."
    parts = [
        f"{found.states[name]} {words}" for name, words in _STATES.items() if name in found.states
    ]
    return f"{counted(found.members, 'trainee', 'trainees')}: {', '.join(parts)}."


def _marks(found: Summary) -> str:
    if found.quartiles is None:
        return "There are no marks yet."
    low, middle, high = found.quartiles
    told = f"Final mark: median {middle:.1f}, the middle half from {low:.1f} to {high:.1f}."
    if found.provisional:
        return f"{told} {_provisional(found)}"
    return f"{told} {found.passed} passed."


def _provisional(found: Summary) -> str:
    are = counted(found.provisional, "of them is", "of them are")
    return f"{are} provisional: written answers wait."


def _lines(found: Summary) -> str:
    (stand, lifted), waiting = found.red_lines, found.appeals
    told = [counted(stand, "red line stands", "red lines stand") if stand else _NO_LINE]
    told += [f"{lifted} lifted on appeal"] if lifted else []
    told += [_appeals(waiting)] if waiting else []
    return f"{'; '.join(told)}."


def _appeals(waiting: int) -> str:
    return f"{counted(waiting, 'appeal waits', 'appeals wait')} for a decision"


def _help(found: Summary) -> str:
    if not found.stuck:
        return "Nobody is stuck by the rule of this report."
    return f"May need help ({len(found.stuck)}): {', '.join(found.stuck)}."

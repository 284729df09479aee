"""What the rows of one answer on a form say: a mark, nothing yet, or why they cannot be taken."""

from collections.abc import Sequence
from dataclasses import replace

from trainkit.errors import nearest, shown
from trainkit.grading.moderation.desk import Desk
from trainkit.grading.moderation.form import Line, criteria_of, level_of
from trainkit.grading.moderation.marks import Mark
from trainkit.grading.moderation.standing import WHOLE, waits_for_third
from trainkit.grading.rubric import LEVELS


class RowError(Exception):
    """Why the rows of an answer are not taken."""


def mark_of_rows(desk: Desk, handed: Mark, lines: Sequence[Line]) -> Mark | None:
    """Return the mark that the rows of one answer give; None while no level is filled in.

    Args:
        desk: The desk of its notebook.
        handed: The mark that was handed out on the form.
        lines: The rows with its id.

    Raises:
        RowError: a row is wrong or missing.
    """
    _require_own(desk, handed, lines)
    if not any(line.level for line in lines):
        return None
    levels = {line.criterion: _level(line) for line in lines}
    missing = [name for name in criteria_of(desk, handed.task) if name not in levels]
    if missing:
        raise RowError(
            f"{handed.form}: the row of '{missing[0]}' is missing; each criterion needs its level."
        )
    comment = " ".join(dict.fromkeys(line.comment for line in lines if line.comment))
    points = _points(desk, handed.task, levels)
    return replace(handed, levels=levels, points=points, comment=comment)


def _require_own(desk: Desk, handed: Mark, lines: Sequence[Line]) -> None:
    asked, seen = criteria_of(desk, handed.task), set[str]()
    for line in lines:
        if line.notebook and line.notebook != desk.notebook:
            raise RowError(
                f"line {line.number}: {line.form} is an answer to {desk.notebook}, and the row "
                f"says {shown(line.notebook, 40)}."
            )
        if line.criterion not in asked:
            raise RowError(
                f"line {line.number}: the scale has no {shown(line.criterion, 60)}."
                f"{nearest(line.criterion, asked)}"
            )
        if line.criterion in seen:
            raise RowError(f"line {line.number}: '{line.criterion}' stands there twice.")
        seen.add(line.criterion)


def _level(line: Line) -> int:
    level = level_of(line.level)
    if level is None:
        said = f"is {shown(line.level, 40)}" if line.level else "is empty"
        raise RowError(
            f"line {line.number}: the level of '{line.criterion}' {said}; it is a whole number "
            f"from 0 to {LEVELS - 1}."
        )
    return level


def _points(desk: Desk, task: str, levels: dict[str, int]) -> float:
    rubric, out_of = desk.rubrics.get(task), desk.out_of[task]
    if rubric is None:
        return round(out_of * levels[WHOLE] / (LEVELS - 1), 2)
    return round(sum(one.points(levels[one.name], out_of) for one in rubric.criteria), 2)


def require_allowed(desk: Desk, given: Mark, *, replacing: bool) -> None:
    """Raise why a whole mark is not taken; nothing when it is.

    Raises:
        RowError: the answer has changed, somebody else must give the mark, or it stands already.
    """
    first, now = desk.mark(given.key, "first"), desk.handed(given.key, given.role)
    if now is None or now.form != given.form:
        raise RowError(
            f"{given.form}: the answer or its marks have changed since the form was written. Hand "
            f"it out again: `trainkit moderate allocate {desk.notebook}`."
        )
    if given.role != "first" and first is not None and first.marker == given.marker:
        raise RowError(
            f"{given.form}: {given.marker} gave the first mark of this answer; a {given.role} mark "
            "needs another person."
        )
    if now.points is not None and not replacing:
        raise RowError(
            f"{given.form}: {given.marker} has marked it before with other levels, and those "
            "stand. Say --replace to put these in their place."
        )
    if given.role == "third":
        _require_decision(desk, given)
    elif desk.mark(given.key, "third"):
        raise RowError(f"{given.form}: a third marker has decided; nothing before it changes.")


def _require_decision(desk: Desk, given: Mark) -> None:
    if not given.comment:
        raise RowError(
            f"{given.form}: a third marker gives the reason in the column of comments, in any of "
            "the answer's rows."
        )
    if not waits_for_third(desk, given.key) and not desk.mark(given.key, "third"):
        raise RowError(f"{given.form}: the two markers agree now; no third mark is needed.")

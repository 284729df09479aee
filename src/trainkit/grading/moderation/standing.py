"""Which mark stands: the first where two agree, the third where they do not.

The first marker's mark stands while nobody has marked again, and where both are at most one level
apart on every criterion: a mean of two would be a mark that nobody gave. Where they are further
apart the answer waits, and the third marker's mark decides whatever the two others gave.
"""

import math
from typing import Any

from trainkit.grading.moderation.answers import Key
from trainkit.grading.moderation.desk import Desk, grade_of
from trainkit.grading.moderation.marks import Mark
from trainkit.grading.rubric import LEVELS

WHOLE = "the whole answer"
"""What is compared where a marker gave points and no levels."""


def whole_level(points: float, out_of: float) -> int:
    """Return the level of the whole scale that points come nearest to.

    Examples:
        >>> whole_level(18, 30), whole_level(30, 30)
        (2, 4)
    """
    share = min(max(points / out_of, 0.0), 1.0) if out_of else 0.0
    return math.floor((LEVELS - 1) * share + 0.5)


def compared(desk: Desk, key: Key) -> dict[str, tuple[int, int]]:
    """Return the levels of the first and the second marker by criterion; none before both are in.

    Where one of them gave points alone, the whole answer is compared.
    """
    first, second = desk.mark(key, "first"), desk.mark(key, "second")
    if first is None or second is None:
        return {}
    both = [name for name in first.levels if name in second.levels]
    if both:
        return {name: (first.levels[name], second.levels[name]) for name in both}
    out_of = desk.out_of[key[1]]
    one, other = (whole_level(mark.points or 0.0, out_of) for mark in (first, second))
    return {WHOLE: (one, other)}


def disagreements(desk: Desk, key: Key) -> dict[str, tuple[int, int]]:
    """Return the criteria on which the two are further apart than the course allows."""
    return {
        name: levels
        for name, levels in compared(desk, key).items()
        if abs(levels[0] - levels[1]) > desk.rules.third_above
    }


def waits_for_third(desk: Desk, key: Key) -> bool:
    """Return whether an answer waits for a third marker."""
    return desk.mark(key, "third") is None and bool(disagreements(desk, key))


def standing(desk: Desk, key: Key) -> Mark | None:
    """Return the mark that stands; None while nobody has marked."""
    return desk.mark(key, "third") or desk.mark(key, "first")


def settle(book: Any, desk: Desk, key: Key) -> None:
    """Write the mark that stands into nbgrader's gradebook, where formgrader shows it.

    While an answer waits for a third marker it is one that needs a marker there, too. The caller
    commits.
    """
    mark, grade = standing(desk, key), grade_of(book, desk.notebook, key)
    if mark is None:
        return
    grade.manual_score = mark.points
    grade.needs_manual_grade = waits_for_third(desk, key)
    if mark.form and mark.comment:
        comment = book.find_comment(key[1], desk.notebook, desk.notebook, key[0])
        comment.manual_comment = mark.comment

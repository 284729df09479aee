"""How far the marking of a notebook is: who has marked what, how well they agree, what waits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from trainkit.grading.academy import Academy
from trainkit.grading.moderation.agreement import Agreement, agreement
from trainkit.grading.moderation.answers import Key
from trainkit.grading.moderation.comments import Comment, bank, unknown_codes
from trainkit.grading.moderation.desk import LEVELS_SAID, Desk, desk_of, grade_of
from trainkit.grading.moderation.marks import Mark
from trainkit.grading.moderation.standing import (
    compared,
    disagreements,
    standing,
    waits_for_third,
)
from trainkit.grading.nbgrader_use import gradebook


@dataclass(frozen=True)
class Work:
    """What one marker has on the desk in one role."""

    marker: str
    role: str
    marked: int
    open: int


@dataclass(frozen=True)
class Waiting:
    """An answer that waits for a third marker, with the levels that are too far apart."""

    trainee: str
    task: str
    apart: Mapping[str, tuple[int, int]]
    third: str


@dataclass(frozen=True)
class Status:
    """How far the marking is.

    Attributes:
        notebook: Id of the notebook.
        answers: How many written answers there are.
        unmarked: How many of them have no first mark.
        work: What each marker has marked and has still to mark.
        agreement: How well first and second markers agree.
        target: Weighted kappa that they should reach.
        waiting: Answers that wait for a third marker.
        told: What to know besides.
    """

    notebook: str
    answers: int
    unmarked: int
    work: Sequence[Work]
    agreement: Agreement
    target: float
    waiting: Sequence[Waiting]
    told: Sequence[str]


def status_of(academy: Academy, notebook: str) -> Status:
    """Return how far the marking of a notebook is.

    Raises:
        TrainkitError: the notebook was not released, or was not graded.
    """
    with gradebook(academy) as book:
        desk = desk_of(academy, book, notebook)
        told = [*_stale(desk), *_changed(desk, book), *_unknown(desk, bank(academy))]
    return Status(
        desk.notebook,
        len(desk.answers),
        sum(desk.mark(key, "first") is None for key in desk.answers),
        _work(desk),
        agreement([list(compared(desk, key).values()) for key in desk.answers]),
        desk.rules.kappa,
        [_waiting(desk, key) for key in desk.answers if waits_for_third(desk, key)],
        told,
    )


def _work(desk: Desk) -> list[Work]:
    places = sorted({(one.role, one.marker) for one in desk.marks})
    return [
        Work(
            marker,
            role,
            sum(one.points is not None for one in _own(desk, marker, role)),
            sum(one.points is None for one in _own(desk, marker, role)),
        )
        for role, marker in places
    ]


def _own(desk: Desk, marker: str, role: str) -> list[Mark]:
    return [one for one in desk.marks if one.marker == marker and one.role == role]


def _waiting(desk: Desk, key: Key) -> Waiting:
    third = desk.handed(key, "third")
    return Waiting(*key, disagreements(desk, key), third.marker if third else "")


def _stale(desk: Desk) -> list[str]:
    due = [one for one in desk.stale if desk.mark(one.key, one.role) is None]
    if not due:
        return []
    whose = ", ".join(sorted({f"{one.task} of {one.trainee}" for one in due}))
    told = f"{len(due)} marks are of words that were changed afterwards, and count no more"
    return [f"{told} ({whose}). Mark those answers again."]


def _unknown(desk: Desk, known: Mapping[str, Comment]) -> list[str]:
    return [
        f"{one.task} of {one.trainee}: {told}"
        for one in desk.marks
        for told in unknown_codes(LEVELS_SAID.sub("", one.comment), known)
    ]


def _changed(desk: Desk, book: Any) -> list[str]:
    """Return a sentence on each mark that formgrader holds otherwise than it was decided here."""
    told = []
    for key in desk.answers:
        mark = standing(desk, key)
        points = grade_of(book, desk.notebook, key).manual_score
        if mark and mark.form and points is not None and abs(points - (mark.points or 0)) > 0.005:
            told.append(
                f"{key[1]} of {key[0]}: formgrader holds {points:g} points, and the {mark.role} "
                f"mark of {mark.marker} is {mark.points:g}. The gradebook counts."
            )
    return told

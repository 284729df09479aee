"""Saying who gave the first marks that stand in formgrader: nbgrader does not keep it."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any

from trainkit.errors import TrainkitError, nearest
from trainkit.grading.academy import Academy
from trainkit.grading.moderation.desk import Desk, desk_of
from trainkit.grading.moderation.marks import (
    UNKNOWN,
    Mark,
    forget_mark,
    marker_name,
    write_mark,
)
from trainkit.grading.nbgrader_use import gradebook


@dataclass(frozen=True)
class Named:
    """First marks that have a marker now.

    Attributes:
        marks: Those marks.
        problems: Why others stay as they are.
    """

    marks: list[Mark] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def name_first_marker(
    academy: Academy, notebook: str, marker: str, trainees: Collection[str] = ()
) -> Named:
    """Say who gave the first marks that formgrader holds and that are nobody's yet.

    Args:
        academy: The academy.
        notebook: Id of the notebook.
        marker: Who gave them.
        trainees: Whose answers; all when empty.

    Raises:
        TrainkitError: nobody of that name has written an answer, or the marker's name cannot be
            used.
    """
    name, found = marker_name(marker), Named()
    with gradebook(academy) as book:
        desk = desk_of(academy, book, notebook)
        _require_known(trainees, {key[0] for key in desk.answers})
        for mark in (one for one in desk.marks if one.role == "first" and one.marker == UNKNOWN):
            if not trainees or mark.trainee in trainees:
                _name_one(book, desk, mark, name, found)
        book.db.commit()
    return found


def _name_one(book: Any, desk: Desk, mark: Mark, name: str, found: Named) -> None:
    """Give one mark its marker; an open form of the same person for the same answer is taken back.

    Who has given a later mark of the answer cannot have given the first.
    """
    others = [one for one in desk.marks if one.key == mark.key and one.marker == name]
    given = next((one for one in others if one.points is not None), None)
    if given:
        found.problems.append(
            f"{mark.task} of {mark.trainee}: {name} gave the {given.role} mark, and cannot have "
            "given the first."
        )
        return
    for old in (*others, mark):
        forget_mark(book, old)
    found.marks.append(replace(mark, marker=name))
    write_mark(book, found.marks[-1])


def _require_known(trainees: Collection[str], known: Collection[str]) -> None:
    for one in trainees:
        if one not in known:
            raise TrainkitError(f"'{one}' has written no answer here.{nearest(one, known)}")

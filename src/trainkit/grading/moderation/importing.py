"""Taking in the forms of markers: each answer by itself, a bad row stops no other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trainkit.errors import nearest, shown
from trainkit.grading import journal
from trainkit.grading.academy import Academy
from trainkit.grading.moderation.comments import bank, unknown_codes
from trainkit.grading.moderation.desk import Desk, desk_of
from trainkit.grading.moderation.form import Line, read_form
from trainkit.grading.moderation.marks import Mark, read_marks, write_mark
from trainkit.grading.moderation.rows import RowError, mark_of_rows, require_allowed
from trainkit.grading.moderation.standing import settle, waits_for_third
from trainkit.grading.nbgrader_use import gradebook


@dataclass(frozen=True)
class Imported:
    """What a form brought.

    Attributes:
        taken: Marks that are new.
        unchanged: Ids of answers whose marks were there already, the same.
        open: Ids of answers that have no level yet.
        waiting: Ids of answers that wait for a third marker now.
        problems: What was not taken, and why.
        remarks: What stands out in marks that were taken.
    """

    taken: list[Mark] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def import_marks(academy: Academy, path: Path, *, replacing: bool = False) -> Imported:
    """Take in a form; every answer that is whole is taken, and the others are named.

    Args:
        academy: The academy.
        path: The form that came back.
        replacing: Put other levels over those that the same marker gave before.

    Raises:
        TrainkitError: the file is no form.
    """
    answers = _by_answer(read_form(path))
    found, desks = Imported(), dict[str, Desk]()
    with gradebook(academy) as book:
        known = {one.form: one for one in read_marks(book) if one.form}
        for form, lines in answers.items():
            try:
                handed = _handed(known, form, lines)
                if handed.notebook not in desks:
                    desks[handed.notebook] = desk_of(academy, book, handed.notebook)
                desk = desks[handed.notebook]
                desks[handed.notebook] = _with_one(book, desk, handed, lines, found, replacing)
            except RowError as error:
                found.problems.append(str(error))
        book.db.commit()
    comments = bank(academy)
    said = (told for one in found.taken for told in unknown_codes(one.comment, comments))
    found.remarks.extend(dict.fromkeys(said))
    return found


def _by_answer(lines: Iterable[Line]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        if line.form or line.criterion or line.level:
            found.setdefault(line.form, []).append(line)
    return found


def _handed(known: Mapping[str, Mark], form: str, lines: list[Line]) -> Mark:
    if form not in known:
        raise RowError(
            f"line {lines[0].number}: no form was handed out with the id {shown(form, 40)}; ids "
            f"stay as they were written.{nearest(form, known)}"
        )
    return known[form]


def _with_one(
    book: Any, desk: Desk, handed: Mark, lines: list[Line], found: Imported, replacing: bool
) -> Desk:
    """Take in one answer, and return the desk with it."""
    given = mark_of_rows(desk, handed, lines)
    if given is None:
        found.open.append(handed.form)
        return desk
    if given == handed:
        found.unchanged.append(handed.form)
        return desk
    require_allowed(desk, given, replacing=replacing)
    write_mark(book, given)
    after = desk.with_marks([given])
    settle(book, after, given.key)
    if given.role == "third":
        _note(book, after, given)
    found.taken.append(given)
    if waits_for_third(after, given.key):
        found.waiting.append(given.form)
    return after


def _note(book: Any, desk: Desk, third: Mark) -> None:
    """Write the third marker's decision into the journal, beside what it decided between."""
    two = {role: desk.mark(third.key, role) for role in ("first", "second")}
    content = {
        "task": third.task,
        "levels": dict(third.levels),
        "points": third.points,
        "reason": third.comment,
        **{
            role: {"marker": one.marker, "levels": dict(one.levels), "points": one.points}
            for role, one in two.items()
            if one
        },
    }
    journal.note(book, "third_mark_decided", third.marker, third.trainee, third.notebook, content)

"""Enrolling trainees in an academy, from a list; who submits without being in it is pointed out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from trainkit.grading.journal import entries, note
from trainkit.grading.naming import owner_of
from trainkit.grading.roster import Person, Roster

KIND = "enrolled"
_FIELDS = ("last_name", "first_name", "email")


@dataclass(frozen=True)
class Enrolled:
    """What enrolling does to one trainee.

    Attributes:
        person: The trainee, as the gradebook has it afterwards.
        state: added; updated; unchanged.
        told: What is changed, in a sentence; empty when nothing is.
    """

    person: Person
    state: Literal["added", "updated", "unchanged"]
    told: str = ""


def enrol(book: Any, roster: Roster, who: str, *, dry_run: bool = False) -> list[Enrolled]:
    """Enrol the trainees of a list, and return what was done, by id; the caller commits.

    Args:
        book: nbgrader's open gradebook.
        roster: The list; an empty cell leaves what the gradebook has.
        who: Who enrols them.
        dry_run: Only say what would be done.
    """
    there = {owner_of(student.id): student for student in book.students}
    listed = _listed(book)
    found = [_enrolled(person, there.get(person.id)) for person in roster.people]
    for one in [] if dry_run else found:
        _write(book, one, there.get(one.person.id))
        if one.state != "unchanged" or one.person.id not in listed:
            note(book, KIND, who, one.person.id, content={"state": one.state})
    return sorted(found, key=lambda one: one.person.id)


def _enrolled(person: Person, student: Any) -> Enrolled:
    if student is None:
        return Enrolled(person, "added")
    before = Person(person.id, *(getattr(student, name) or "" for name in _FIELDS))
    given = {name: getattr(person, name) for name in _FIELDS if getattr(person, name)}
    after = replace(before, **given)
    changes = [name for name in _FIELDS if getattr(before, name) != getattr(after, name)]
    told = "; ".join(_change(name, before, after) for name in changes)
    return Enrolled(after, "updated" if changes else "unchanged", told)


def _change(name: str, before: Person, after: Person) -> str:
    was, now = getattr(before, name) or "empty", getattr(after, name)
    return f"{name.replace('_', ' ')} was {was}, is {now} now"


def _write(book: Any, one: Enrolled, student: Any) -> None:
    from nbgrader.api import Student

    values = {name: getattr(one.person, name) or None for name in _FIELDS}
    if student is None:
        book.db.add(Student(id=one.person.id, **values))
    for name, value in values.items() if student is not None else ():
        setattr(student, name, value)


def _listed(book: Any) -> set[str]:
    """Return the ids that a list enrolled."""
    return {entry.trainee for entry in entries(book) if entry.kind == KIND}


def not_enrolled(book: Any, trainees: Iterable[str]) -> list[str]:
    """Return those of *trainees* whom no list enrolled; nobody where there was no list at all.

    nbgrader makes a student of everybody who submits, so its students say nothing of this.

    Args:
        book: nbgrader's open gradebook.
        trainees: Ids, or names of folders.

    Returns:
        Names as they were given.
    """
    listed = _listed(book)
    return [name for name in trainees if owner_of(name) not in listed] if listed else []


def counted(found: Iterable[Enrolled]) -> Mapping[str, int]:
    """Return how many were added, updated and unchanged."""
    states = [one.state for one in found]
    return {state: states.count(state) for state in ("added", "updated", "unchanged")}

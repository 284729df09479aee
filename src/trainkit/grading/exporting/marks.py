"""The marks that an export shows: chosen, provisional ones held back, under ids or pseudonyms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from trainkit.errors import TrainkitError, nearest
from trainkit.grading.academy import Academy
from trainkit.grading.booked import Booked, booked
from trainkit.grading.exporting.pseudonyms import academy_pseudonyms
from trainkit.grading.report import Row, notebook_rows


@dataclass(frozen=True)
class Chosen:
    """What is exported.

    Attributes:
        notebooks: Ids of notebooks; all when empty.
        trainees: Ids of trainees; all when empty.
        pseudonyms: Whether names, addresses and ids give way to pseudonyms.
        provisional: Whether marks that wait for a marker count as final.
    """

    notebooks: tuple[str, ...] = ()
    trainees: tuple[str, ...] = ()
    pseudonyms: bool = False
    provisional: bool = False


@dataclass(frozen=True)
class Person:
    """A trainee as an export names one.

    Attributes:
        name: The id, or the pseudonym.
        first_name: Empty under a pseudonym, as are the next two.
        last_name: Family name.
        email: Address.
    """

    name: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""


@dataclass(frozen=True)
class Mark:
    """The mark of one trainee in one notebook.

    Attributes:
        person: Whose.
        row: The row of the report; its final mark is None where it is held back.
        booked: What nbgrader's gradebook holds of it; None where nothing came.
    """

    person: Person
    row: Row
    booked: Booked | None

    @property
    def at(self) -> datetime | None:
        """When it was handed in; None when nobody knows."""
        return self.booked.timestamp if self.booked else None


@dataclass(frozen=True)
class Marks:
    """What an export shows.

    Attributes:
        marks: By notebook and name.
        notebooks: Ids of the notebooks.
        held_back: How many marks wait for a marker and are not shown as final.
    """

    marks: tuple[Mark, ...]
    notebooks: tuple[str, ...]
    held_back: int


def chosen_marks(academy: Academy, book: Any, chosen: Chosen) -> Marks:
    """Return the marks that are asked for.

    Args:
        academy: The academy.
        book: Its open gradebook.
        chosen: Which, and under which names.

    Raises:
        TrainkitError: a notebook or a trainee that is named is not in the gradebook.
    """
    notebooks = _known(chosen.notebooks, [one.name for one in book.assignments], "notebook")
    students = {one.id: one for one in book.students}
    wanted = _known(chosen.trainees, sorted(students), "trainee")
    aliases = academy_pseudonyms(academy, students) if chosen.pseudonyms else {}
    people = {name: _person(students[name], aliases) for name in wanted}
    found = [one for name in notebooks for one in _of_notebook(academy, book, name, people)]
    held = [one for one in found if one.row.manual_waiting and not chosen.provisional]
    marks = [_held_back(one) if one in held else one for one in found]
    return Marks(tuple(marks), tuple(notebooks), len(held))


def _known(wanted: Sequence[str], there: Sequence[str], what: str) -> list[str]:
    for name in wanted:
        if name not in there:
            raise TrainkitError(f"The gradebook knows no {what} '{name}'.{nearest(name, there)}")
    return list(dict.fromkeys(wanted)) if wanted else list(there)


def _person(student: Any, aliases: Mapping[str, str]) -> Person:
    if aliases:
        return Person(aliases[student.id])
    return Person(
        student.id, student.first_name or "", student.last_name or "", student.email or ""
    )


def _of_notebook(
    academy: Academy, book: Any, notebook: str, people: Mapping[str, Person]
) -> list[Mark]:
    """Return the marks in a notebook by the name that is shown, so that its order tells no more."""
    rows = {row.trainee: row for row in notebook_rows(academy, book, notebook)}
    there = booked(book, notebook)
    found = [
        Mark(person, rows.get(name, Row(notebook, name, "missing")), there.get(name))
        for name, person in people.items()
    ]
    return sorted(found, key=lambda one: one.person.name)


def _held_back(one: Mark) -> Mark:
    return replace(one, row=replace(one.row, final=None, passed=None))

"""All that is known of a cohort in one notebook, read once for table, pictures and pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.errors import TrainkitError, nearest, shown
from trainkit.grading.academy import Academy
from trainkit.grading.booked import Booked, booked
from trainkit.grading.course import Rules
from trainkit.grading.exporting.marks import Person
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.overlay import lesson_of
from trainkit.grading.report import Row, reports, rules_of
from trainkit.grading.result import Result, read_results
from trainkit.grading.submitted import same_trainee
from trainkit.lessons.reading import read
from trainkit.lessons.records import FILE, Answers
from trainkit.lessons.task import Lesson, Reveal, Task


@dataclass(frozen=True)
class Member:
    """One trainee in one notebook.

    Attributes:
        row: The row of the gradebook; missing where nothing came in.
        person: Who it is.
        booked: Grades of the cells; None where nothing came in.
        result: What scoring found; None where nothing was scored.
        answers: Records of the answers file that was handed in.
    """

    row: Row
    person: Person
    booked: Booked | None = None
    result: Result | None = None
    answers: Answers = field(default_factory=Answers)

    @property
    def trainee(self) -> str:
        """Id of the trainee."""
        return self.row.trainee

    @property
    def scored(self) -> bool:
        """Whether there are points of this member."""
        return self.row.final is not None

    def points(self, task: Task) -> float:
        """Return the points of a task; nan while it waits for a marker or is not there."""
        grade = self.booked.grades.get(task.id) if self.booked else None
        return grade.points if grade and not grade.waits else np.nan

    def out_of(self, task: Task) -> float:
        """Return the most that can be reached in a task, as the gradebook has it."""
        grade = self.booked.grades.get(task.id) if self.booked else None
        return grade.out_of if grade else float(task.points)

    def share(self, task: Task) -> float:
        """Return the share of the points of a task, 0 to 1; nan as `points`."""
        most = self.out_of(task)
        return self.points(task) / most if most else np.nan

    def found(self, task: Task) -> Mapping[str, Any]:
        """Return what scoring found in a task; empty where nothing was scored."""
        return self.result.tasks.get(task.id, {}) if self.result else {}


@dataclass(frozen=True)
class Cohort:
    """All trainees in one notebook.

    Attributes:
        lesson: The lesson.
        rules: Rules of its course.
        members: All who are enrolled or handed in, by id.
    """

    lesson: Lesson
    rules: Rules
    members: tuple[Member, ...]

    @cached_property
    def scored(self) -> tuple[Member, ...]:
        """Those who have points; what is computed rests on them."""
        return tuple(one for one in self.members if one.scored)

    @cached_property
    def points(self) -> NDArray[np.float64]:
        """Points, shape (scored members, tasks); nan where a task waits for a marker."""
        return _table(self.scored, self.lesson.tasks, Member.points)

    @cached_property
    def shares(self) -> NDArray[np.float64]:
        """Shares of the points, shape and gaps as `points`."""
        return _table(self.scored, self.lesson.tasks, Member.share)


def _table(members: Sequence[Member], tasks: Sequence[Task], of: Any) -> NDArray[np.float64]:
    cells = [[of(member, task) for task in tasks] for member in members]
    return np.array(cells, dtype=np.float64).reshape(len(members), len(tasks))


def cohorts(academy: Academy, notebook: str | None = None) -> list[Cohort]:
    """Return all that is known of a cohort, notebook by notebook.

    Args:
        academy: The academy.
        notebook: Id of one notebook; all when left out.

    Raises:
        TrainkitError: the gradebook does not know the notebook.
    """
    rows = reports(academy, notebook)
    with gradebook(academy) as book:
        names = [notebook] if notebook else sorted(one.name for one in book.assignments)
        people = _people(book)
        return [
            _cohort(academy, book, name, people, [row for row in rows if row.notebook == name])
            for name in names
        ]


def _cohort(
    academy: Academy, book: Any, notebook: str, people: Mapping[str, Person], found: Sequence[Row]
) -> Cohort:
    rows = {row.trainee: row for row in found}
    grades, results = booked(book, notebook), read_results(book, notebook)
    members = tuple(
        Member(
            rows.get(name, Row(notebook, name, "missing")),
            people[name],
            grades.get(name),
            results.get(name),
            _answers(academy, notebook, name) if name in rows else Answers(),
        )
        for name in sorted(people)
    )
    return Cohort(_lesson(academy, notebook), rules_of(academy, notebook), members)


def _lesson(academy: Academy, notebook: str) -> Lesson:
    """Return a lesson as the academy has it; without tasks where it is not installed any more."""
    try:
        return lesson_of(academy, notebook)
    except TrainkitError:
        title = "(its lesson is not installed on this machine)"
        return Lesson(notebook, "", title, 0, {}, (), lambda _: None, lambda *_: Reveal(""))


def _answers(academy: Academy, notebook: str, trainee: str) -> Answers:
    return read(academy.of("submitted", trainee, notebook) / FILE)


def _people(book: Any) -> dict[str, Person]:
    from nbgrader.api import Student
    from sqlalchemy import select

    names = (Student.id, Student.last_name, Student.first_name, Student.email)
    return {
        row.id: Person(row.id, row.first_name or "", row.last_name or "", row.email or "")
        for row in book.db.execute(select(*names))
    }


def alone(cohort: Cohort, trainee: str) -> Cohort:
    """Return a cohort of which one member is left; of none where it has no such trainee."""
    return replace(cohort, members=tuple(one for one in cohort.members if one.trainee == trainee))


def member_named(cohorts: Sequence[Cohort], name: str) -> str:
    """Return the id of a member, however it is spelled.

    Args:
        cohorts: Where to look.
        name: What was typed.

    Raises:
        TrainkitError: nobody has that id, or more than one.
    """
    known = sorted({one.trainee for cohort in cohorts for one in cohort.members})
    found = [name] if name in known else same_trainee(name, known)
    if len(found) != 1:
        raise TrainkitError(f"The gradebook knows no trainee {shown(name)}.{nearest(name, known)}")
    return found[0]

"""All that is known of a cohort in one notebook, read once for table, pictures and pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.booked import Booked, booked
from trainkit.grading.cohort.incoming import incoming, row_of
from trainkit.grading.course import Rules
from trainkit.grading.exporting.marks import Person
from trainkit.grading.handins import HandIn
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.overlay import lesson_of
from trainkit.grading.report import Row, reports, rules_of
from trainkit.grading.result import Result, read_results
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
        hand_ins: What came in by file, by time, with what was noted then.
    """

    row: Row
    person: Person
    booked: Booked | None = None
    result: Result | None = None
    answers: Answers = field(default_factory=Answers)
    hand_ins: tuple[HandIn, ...] = ()

    @property
    def trainee(self) -> str:
        """Id of the trainee."""
        return self.row.trainee

    @property
    def present(self) -> bool:
        """Whether anything came of this member, taken in or refused."""
        return bool(self.booked or self.hand_ins)

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

    @property
    def unread(self) -> bool:
        """Whether an answers file came of which nothing could be read: it shows no decision."""
        return bool(self.answers.flaws) and not self.answers.records

    def assessed(self, task: Task) -> float:
        """Return the points of a task as they tell of the trainee: nan where nothing was read."""
        return np.nan if self.unread and not task.manual else self.points(task)

    def assessed_share(self, task: Task) -> float:
        """Return the share of the points of a task; nan as `assessed`."""
        return np.nan if np.isnan(self.assessed(task)) else self.share(task)

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
        nobodys: What came in under a name that is no trainee's id, and was refused.
    """

    lesson: Lesson
    rules: Rules
    members: tuple[Member, ...]
    nobodys: tuple[HandIn, ...] = ()

    @cached_property
    def scored(self) -> tuple[Member, ...]:
        """Those who have points; what is computed rests on them."""
        return tuple(one for one in self.members if one.scored)

    @cached_property
    def points(self) -> NDArray[np.float64]:
        """Points, shape (scored members, tasks); nan where a task tells nothing, or not yet."""
        return _table(self.scored, self.lesson.tasks, Member.assessed)

    @cached_property
    def shares(self) -> NDArray[np.float64]:
        """Shares of the points, shape and gaps as `points`."""
        return _table(self.scored, self.lesson.tasks, Member.assessed_share)


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
    came = incoming(book, notebook)
    members = tuple(
        Member(
            row_of(rows, notebook, name, came.of(name)),
            people.get(name, Person(name)),
            grades.get(name),
            results.get(name),
            _answers(academy, notebook, name) if name in rows else Answers(),
            came.of(name),
        )
        for name in sorted({*people, *came.strangers(people)})
    )
    lesson, rules = _lesson(academy, notebook), rules_of(academy, notebook)
    return Cohort(lesson, rules, members, came.nobodys)


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

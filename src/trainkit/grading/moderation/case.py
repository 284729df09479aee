"""The case beside an answer for a marker who must not know whose it is."""

from collections.abc import Mapping
from typing import Any

from trainkit.grading.academy import Academy
from trainkit.grading.moderation.answers import content
from trainkit.grading.moderation.blind import without_names
from trainkit.grading.moderation.desk import Desk
from trainkit.grading.moderation.figure import figure_html, outcomes
from trainkit.grading.moderation.marks import Mark
from trainkit.grading.overlay import lesson_of
from trainkit.grading.rebuilding import RECORDS
from trainkit.grading.result import Result, read_result
from trainkit.grading.scoring import Scored
from trainkit.grading.wording import context_html
from trainkit.lessons.records import Answers, Record
from trainkit.lessons.score import Criterion, Measure, Score
from trainkit.lessons.seeds import visible_luck
from trainkit.lessons.task import Lesson, Task

_NAMELESS = frozenset({"started"})
"""Events whose record holds the trainee's id."""


def case_html(academy: Academy, book: Any, desk: Desk, mark: Mark) -> str:
    """Return what a marker reads beside an answer: case, figure, outcomes, decision log; no name.

    Args:
        academy: The academy.
        book: Its open gradebook.
        desk: The desk of the notebook.
        mark: The mark that is handed out.
    """
    lesson = lesson_of(academy, desk.notebook)
    result = read_result(book, desk.notebook, mark.trainee)
    scored = _scored(lesson, result) if result else []
    situation = lesson.situation(visible_luck(lesson.course, mark.trainee, lesson.id))
    answers = _decisions(academy, desk.notebook, mark.trainee)
    context = context_html(lesson, scored, answers, lesson.brief(situation))
    return without_names(f"{figure_html(outcomes(scored))}{context}", names_of(book, mark.trainee))


def names_of(book: Any, trainee: str) -> list[str]:
    """Return what a trainee is called in an open gradebook."""
    student = book.find_student(trainee)
    return [trainee, *filter(None, (student.first_name, student.last_name, student.email))]


def _decisions(academy: Academy, notebook: str, trainee: str) -> Answers:
    path = academy.of("autograded", trainee, notebook) / f"{notebook}.ipynb"
    records = content(path)["metadata"].get(RECORDS, {}).get("answers", [])
    kept = (Record(**one) for one in records if one["event"] not in _NAMELESS)
    return Answers(tuple(kept))


def _scored(lesson: Lesson, result: Result) -> list[Scored]:
    found = ((task, result.tasks.get(task.id)) for task in lesson.tasks)
    return [_one(task, kept) for task, kept in found if kept]


def _one(task: Task, kept: Mapping[str, Any]) -> Scored:
    score = Score(tuple(map(_criterion, kept["criteria"])), (), kept["outcome"])
    return Scored(task, kept["state"], kept["points"], score, kept["told"])


def _criterion(kept: Mapping[str, Any]) -> Criterion:
    measure = Measure(**kept["measure"]) if kept["measure"] else None
    names = ("name", "fraction", "points", "message", "life")
    return Criterion(**{name: kept[name] for name in names}, measure=measure)

"""The case beside an answer for a marker who must not know whose it is."""

from typing import Any

from trainkit.grading.academy import Academy
from trainkit.grading.moderation.answers import content
from trainkit.grading.moderation.blind import without_names
from trainkit.grading.moderation.desk import Desk
from trainkit.grading.moderation.figure import figure_html, outcomes
from trainkit.grading.moderation.marks import Mark
from trainkit.grading.overlay import lesson_of
from trainkit.grading.rebuilding import RECORDS
from trainkit.grading.result import read_result, scored_of
from trainkit.grading.wording import context_html
from trainkit.lessons.records import Answers, Record
from trainkit.lessons.seeds import visible_luck

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
    kept = result.tasks if result else {}
    lines = result.red_lines if result else ()
    scored = [scored_of(task, kept[task.id], lines) for task in lesson.tasks if task.id in kept]
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

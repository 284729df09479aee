"""Scoring a submission: the committed answer of each task, in the owner's own variant and luck.

An error of ours never costs a trainee anything: the task is held for the instructor, loudly.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from trainkit.errors import TrainkitError, shown
from trainkit.grading.keys import Keys, Scoring
from trainkit.grading.seeds import hidden_luck
from trainkit.kernel.luck import Luck
from trainkit.lessons.field import problems
from trainkit.lessons.practice import require_graded_work
from trainkit.lessons.records import Answers
from trainkit.lessons.score import Score
from trainkit.lessons.seeds import visible_luck
from trainkit.lessons.task import Lesson, Situation, Task
from trainkit.lessons.trainee import trainee_id

State = Literal["scored", "unanswered", "refused", "held", "manual"]


@dataclass(frozen=True)
class Scored:
    """What one task earned.

    Attributes:
        task: The task.
        state: scored; unanswered; refused (its form is not complete); held (an error of ours, for
            the instructor); manual (marked by hand).
        points: Points, 0 to those of the task.
        score: The score by criterion, when it was scored.
        told: Why there is no score, for the reader.
        rests_on: Hash of what the mark rests on, but for the secret.
        course_key: Fingerprint of the secret in whose luck it was scored.
    """

    task: Task
    state: State
    points: float = 0.0
    score: Score = field(default_factory=Score)
    told: str = ""
    rests_on: str = ""
    course_key: str = ""


def score_answers(
    lesson: Lesson,
    keys: Keys,
    course_key: bytes,
    owner: str,
    answers: Answers,
    kept: Mapping[str, Scored] | None = None,
) -> list[Scored]:
    """Return what each task of a submission earned.

    Args:
        lesson: The lesson.
        keys: How it is scored.
        course_key: The academy's secret.
        owner: Whose submission it is, by the gradebook; never what the file claims.
        answers: The records of the submission.
        kept: Scores that stand, by task; the others are simulated.

    Raises:
        TrainkitError: it is practice work, the owner's id cannot be used, or the variant cannot be
            made.
    """
    require_graded_work(answers, lesson.id)
    luck = hidden_luck(course_key, lesson.course, owner, lesson.id)
    stands = kept or {}

    @cache
    def situation() -> Situation:
        return lesson.situation(visible_luck(lesson.course, owner, lesson.id))

    return [
        stands.get(task.id) or _scored(task, keys, situation, luck, answers)
        for task in lesson.tasks
    ]


def _scored(
    task: Task, keys: Keys, situation: Callable[[], Situation], luck: Luck, answers: Answers
) -> Scored:
    if task.manual:
        return Scored(task, "manual")
    committed = answers.committed(task.id)
    if committed is None:
        return Scored(task, "unanswered", told=_unanswered(task, answers))
    wrong = problems(task.fields, committed.value)
    if wrong:
        told = f"The committed answer has not the form that was asked. {' '.join(wrong)}"
        return Scored(task, "refused", told=told)
    return _by_key(task, keys.scoring[task.id], situation(), committed.value, luck)


def _unanswered(task: Task, answers: Answers) -> str:
    if answers.latest(task.id):
        return "An answer was saved and never committed; only a committed answer counts."
    return "No answer was committed."


def _by_key(task: Task, scoring: Scoring, situation: Situation, value: Any, luck: Luck) -> Scored:
    try:
        score = scoring(situation, value, luck)
        points = _points(task, score)
    except Exception as error:  # keys are code and may fail in any way
        told = f"This task could not be scored, by an error of ours: {shown(error, 300)}."
        return Scored(task, "held", told=f"{told} Your instructor marks it by hand.")
    return Scored(task, "scored", points, score)


def _points(task: Task, score: Score) -> float:
    """Return the points once and for all: two decimals, from 0 to those of the task."""
    there = sum(criterion.points for criterion in score.criteria)
    if abs(there - task.points) > 1e-6:
        raise TrainkitError(f"its criteria have {there:g} points and the task {task.points}")
    return min(max(round(float(score.points), 2), 0.0), float(task.points))


def oddities(lesson: Lesson, owner: str, answers: Answers) -> list[str]:
    """Return what an instructor should know of an answers file; nothing of it costs points."""
    known = {"", *(task.id for task in lesson.tasks)}
    found = [str(flaw) for flaw in answers.flaws]
    strange = sorted({record.task for record in answers.records} - known)
    found += [f"there is no task '{task[:40]}' in {lesson.id}" for task in strange[:20]]
    others = [name for name in answers.trainees if not _same(name, owner)]
    found += [f"the answers name the trainee {shown(one, 60)}, not '{owner}'" for one in others[:5]]
    if answers.notebook and answers.notebook != lesson.id:
        found.append(f"the answers were begun for {shown(answers.notebook, 60)}")
    return found


def _same(name: str, owner: str) -> bool:
    try:
        return trainee_id(name) == trainee_id(owner)
    except TrainkitError:
        return False

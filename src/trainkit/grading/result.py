"""What scoring found in one submission, kept in the gradebook's database for all that shows it."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import delete, insert, select

from trainkit.grading.scoring import Scored
from trainkit.grading.tables import RESULTS
from trainkit.lessons.score import Criterion, Measure, RedLine, Score
from trainkit.lessons.task import Lesson, Task


@dataclass(frozen=True)
class Result:
    """What scoring found.

    Attributes:
        tasks: By task id: ``state``, ``points``, ``out_of``, ``outcome``, ``told``, ``criteria``:
            each with ``name``, ``earned``, ``points``, ``fraction``, ``message``, ``life`` and
            ``measure`` (``value``, ``baseline``, ``reference``, ``unit``; None without one);
            ``rests_on`` and ``course_key`` as in `Scored`.
        red_lines: Red lines: ``task``, ``rule``, ``event``, ``text``.
        notes: What an instructor should know.
        made_by: Versions and hashes: what gave these marks.
    """

    tasks: Mapping[str, Mapping[str, Any]]
    red_lines: tuple[Mapping[str, Any], ...]
    notes: tuple[str, ...]
    made_by: Mapping[str, str]

    @property
    def held(self) -> list[str]:
        """Tasks that could not be scored, by an error of ours."""
        return [name for name, task in self.tasks.items() if task["state"] == "held"]


def result_of(scored: Sequence[Scored], notes: Sequence[str], made_by: Mapping[str, str]) -> Result:
    """Return the result of a submission."""
    lines = tuple(
        {"task": one.task.id, "rule": line.rule, "event": line.event, "text": line.text}
        for one in scored
        for line in one.score.red_lines
    )
    tasks = {one.task.id: _task(one) for one in scored}
    return Result(tasks, lines, tuple(notes), made_by)


def _task(one: Scored) -> dict[str, Any]:
    return {
        "state": one.state,
        "points": one.points,
        "out_of": one.task.points,
        "outcome": one.score.outcome,
        "told": one.told,
        "rests_on": one.rests_on,
        "course_key": one.course_key,
        "criteria": [
            {**asdict(criterion), "earned": one.score.earned(criterion)}
            for criterion in one.score.criteria
        ],
    }


def scored_before(
    lesson: Lesson, before: Result, rests_on: Mapping[str, str], course_keys: Collection[str]
) -> dict[str, Scored]:
    """Return the scores that stand, by task: nothing that they rest on has changed.

    Args:
        lesson: The lesson.
        before: The result before.
        rests_on: What the mark of each task would rest on now.
        course_keys: Fingerprints of the academy's secrets, older ones too.
    """
    return {
        task.id: scored_of(task, before.tasks[task.id], before.red_lines)
        for task in lesson.tasks
        if _stands(before.tasks.get(task.id, {}), rests_on[task.id], course_keys)
    }


def _stands(found: Mapping[str, Any], rests_on: str, course_keys: Collection[str]) -> bool:
    same = found.get("rests_on") == rests_on and found.get("course_key") in course_keys
    return same and found.get("state") != "held"


def scored_of(task: Task, found: Mapping[str, Any], lines: Iterable[Mapping[str, Any]]) -> Scored:
    """Return what one task earned, from what a result keeps of it.

    Args:
        task: The task.
        found: Its entry in the tasks of a result.
        lines: The red lines of the result.
    """
    own = [line for line in lines if line["task"] == task.id]
    score = Score(
        tuple(map(_criterion, found["criteria"])),
        tuple(RedLine(line["rule"], line["event"], line["text"]) for line in own),
        found["outcome"],
    )
    names = ("state", "points", "told", "rests_on", "course_key")
    return Scored(task, score=score, **{name: found[name] for name in names})


def _criterion(found: Mapping[str, Any]) -> Criterion:
    names = ("name", "fraction", "points", "message", "life")
    measure = Measure(**found["measure"]) if found["measure"] else None
    return Criterion(**{name: found[name] for name in names}, measure=measure)


def write_result(book: Any, notebook: str, trainee: str, result: Result) -> None:
    """Put a result into an open gradebook, over the one before; the caller commits."""
    where = (RESULTS.c.notebook == notebook, RESULTS.c.trainee == trainee)
    content = json.dumps(asdict(result), ensure_ascii=True)
    book.db.execute(delete(RESULTS).where(*where))
    row = {"notebook": notebook, "trainee": trainee, "content": content}
    book.db.execute(insert(RESULTS).values(**row))


def read_result(book: Any, notebook: str, trainee: str) -> Result | None:
    """Return a result from an open gradebook, or None where none was written."""
    return read_results(book, notebook, trainee).get(trainee)


def read_results(book: Any, notebook: str, trainee: str | None = None) -> dict[str, Result]:
    """Return the results of a notebook by trainee: of one, or of all."""
    found = select(RESULTS.c.trainee, RESULTS.c.content).where(RESULTS.c.notebook == notebook)
    chosen = found if trainee is None else found.where(RESULTS.c.trainee == trainee)
    return {row.trainee: _result(json.loads(row.content)) for row in book.db.execute(chosen)}


def _result(content: Mapping[str, Any]) -> Result:
    return Result(
        content["tasks"],
        tuple(content["red_lines"]),
        tuple(content["notes"]),
        content["made_by"],
    )

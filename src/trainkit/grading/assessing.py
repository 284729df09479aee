"""From a rebuilt submission to points, reasons and what a marker reads, in its cells.

A task whose answer, declaration, keys and secret are those of the mark before keeps that mark, so
a changed answer or scale touches nothing else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from trainkit.grading import cells
from trainkit.grading.bench import Bench
from trainkit.grading.moderation.figure import figure_html, outcomes
from trainkit.grading.overlay.unseen import held_where_unseen
from trainkit.grading.rebuilding import RECORDS, records_of
from trainkit.grading.result import Result, result_of, scored_before
from trainkit.grading.scoring import Scored, oddities, score_answers
from trainkit.grading.wording import (
    FIGURE_SUFFIX,
    NOTES_CELL,
    RUBRIC_SUFFIX,
    SAMPLES_SUFFIX,
    context_html,
    head_html,
    notes_html,
    original_html,
    rubric_html,
    scored_html,
)
from trainkit.kernel.chain import digest_of
from trainkit.lessons.records import Answers
from trainkit.lessons.seeds import visible_luck
from trainkit.lessons.task import Task


def assessed(bench: Bench, owner: str, notebook: Any, before: Result | None = None) -> Result:
    """Score a rebuilt submission, write points and reasons into its cells, return the result.

    Args:
        bench: What grades the notebook.
        owner: Whose submission it is, by the gradebook.
        notebook: The rebuilt notebook; it is changed.
        before: The result that stands; its marks are kept where nothing they rest on has changed.
    """
    answers, flaws, submission = records_of(notebook)
    found = _scored(bench, owner, answers, _texts(notebook), before)
    scored = held_where_unseen(found, notebook.metadata[RECORDS]["unseen"])
    notes = [*flaws, *oddities(bench.lesson, owner, answers)]
    _write(bench, notebook, scored, _beside(bench, owner, scored, answers))
    _head(notebook, scored, [*notes, *bench.missing])
    return result_of(scored, notes, {**bench.made_by, "submission": submission})


def _texts(notebook: Any) -> dict[str, str]:
    """Return what stands in the written tasks, by task."""
    return {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in notebook.cells
        if cells.is_graded(cell) and cell.cell_type == "markdown"
    }


def _scored(
    bench: Bench, owner: str, answers: Answers, texts: Mapping[str, str], before: Result | None
) -> list[Scored]:
    rests_on = {
        task.id: digest_of(
            [bench.declared(task.id), texts.get(task.id), _decided(answers, task.id)]
        )
        for task in bench.lesson.tasks
    }
    kept = scored_before(bench.lesson, before, rests_on, bench.course_keys) if before else {}
    own = bench.course_keys[0]
    return [
        one if one.task.id in kept else replace(one, rests_on=rests_on[one.task.id], course_key=own)
        for one in map(
            partial(_if_written, bench, texts),
            score_answers(bench.lesson, bench.keys, bench.course_key, owner, answers, kept),
        )
    ]


def _if_written(bench: Bench, texts: Mapping[str, str], one: Scored) -> Scored:
    """Return a written task as unanswered where nobody wrote anything."""
    name = one.task.id
    if one.state != "manual" or texts.get(name) != bench.written[name]:
        return one
    return replace(one, state="unanswered", told="Nothing was written.")


def _decided(answers: Answers, task_id: str) -> list[Any]:
    committed = answers.committed(task_id)
    return [committed.value] if committed else [None, answers.latest(task_id) is not None]


def _beside(bench: Bench, owner: str, scored: Sequence[Scored], answers: Answers) -> dict[str, str]:
    """Return what a marker reads beside written answers, by end of the cell's id."""
    if not bench.written:
        return {}
    case = bench.lesson.situation(visible_luck(bench.lesson.course, owner, bench.notebook))
    return {
        "-context": context_html(bench.lesson, scored, answers, bench.lesson.brief(case)),
        FIGURE_SUFFIX: figure_html(outcomes(scored)) + original_html(owner, bench.notebook),
    }


def _for_marker(bench: Bench, task: Task, beside: Mapping[str, str]) -> list[Any]:
    """Return the cells above a written answer: case, figure, scale and sample answers."""
    rubric, samples = bench.rubrics.get(task.id), bench.samples.get(task.id, "")
    scale = rubric_html(rubric, task.points) if rubric else ""
    shown = {**beside, RUBRIC_SUFFIX: scale, SAMPLES_SUFFIX: samples}
    return [cells.markdown(f"{task.id}{end}", html) for end, html in shown.items() if html]


def _write(
    bench: Bench, notebook: Any, scored: Sequence[Scored], beside: Mapping[str, str]
) -> None:
    """Write points and reasons into graded cells; what a marker reads above written ones."""
    found, by_task = [], {one.task.id: one for one in scored}
    for cell in notebook.cells:
        one = by_task.get(cell.metadata.nbgrader.grade_id) if cells.is_graded(cell) else None
        if one and cell.cell_type == "code":
            cell.outputs = [_output(one)]
        elif one:
            found += _for_marker(bench, one.task, beside)
        found.append(cell)
    notebook.cells = found


def _output(one: Scored) -> Any:
    """Return the result that nbgrader reads the points from, with the reasons beside them."""
    words = {"text/plain": repr(float(one.points)), "text/html": _points_html(one)}
    return cells.result(words)


def _points_html(one: Scored) -> str:
    top = f"<p>{one.points:g} of {one.task.points} points</p>" if one.state != "held" else ""
    return f'<div class="trainkit-score" title="{one.state}">{top}{scored_html(one)}</div>'


def _head(notebook: Any, scored: Sequence[Scored], notes: Sequence[str]) -> None:
    lines = [line for one in scored for line in one.score.red_lines]
    told = [(NOTES_CELL, notes_html(notes)), ("trainkit-head", head_html(lines))]
    for name, text in told:
        if text:
            notebook.cells.insert(1, cells.markdown(name, text))

"""nbgrader's preprocessors that rebuild a submission and score it; no kernel is started.

They stand in the academy's ``nbgrader_config.py``, so that ``nbgrader autograde``, formgrader's
button and ``trainkit grade`` are one path with one result.
"""

from pathlib import Path
from typing import Any

from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Unicode

from trainkit.errors import TrainkitError
from trainkit.grading import cells
from trainkit.grading.academy import Academy, open_academy
from trainkit.grading.digest import made_by, submission_digest
from trainkit.grading.keys import load_keys
from trainkit.grading.result import result_of, write_result
from trainkit.grading.rubric import load_rubric
from trainkit.grading.scoring import Scored, oddities, score_answers
from trainkit.grading.tables import ensure_tables
from trainkit.grading.taking import NO_ANSWERS
from trainkit.grading.wording import (
    NOTES_CELL,
    RUBRIC_SUFFIX,
    context_html,
    head_html,
    notes_html,
    rubric_html,
    scored_html,
)
from trainkit.grading.written import lost_cells, safe_html, written_answers
from trainkit.lessons.catalogue import lesson as find_lesson
from trainkit.lessons.reading import read
from trainkit.lessons.records import FILE, Answers, Record
from trainkit.lessons.seeds import visible_luck


def academy_of(preprocessor: Any) -> Academy:
    """Return the academy of the converter that runs a preprocessor."""
    converter = getattr(preprocessor.parent, "parent", None)
    directory = getattr(converter, "coursedir", None)
    return open_academy(Path(directory.root if directory else Path.cwd()))


def _graded(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if utils.is_grade(cell)]


class RebuildSubmission(NbGraderPreprocessor):  # type: ignore[misc]
    """Replaces a submission by the released notebook with the trainee's written answers."""

    def preprocess(self, nb: Any, resources: Any) -> Any:
        """Return the released notebook, written answers put in and answer records beside them."""
        academy, about = academy_of(self), resources["nbgrader"]
        master = _master(academy.release(about["notebook"]))
        folder = academy.of("submitted", about["student"], about["assignment"])
        written = _written(master)
        texts, flaws = written_answers(nb, written)
        for cell in _graded(master):
            name = cell.metadata.nbgrader.grade_id
            cell.source = safe_html(texts[name]) if name in texts else cell.source
        answers = read(folder / FILE)
        flaws = [*_flaws(nb, master, written), *flaws, *map(str, answers.flaws)]
        master.metadata["trainkit_records"] = {
            "answers": [{**one.content, "hash": one.hash} for one in answers.records],
            "flaws": flaws if (folder / FILE).exists() else [*flaws, NO_ANSWERS],
            "submission": submission_digest(folder, about["notebook"]),
        }
        return master, resources


def _written(master: Any) -> dict[str, str]:
    """Return what stands in the written tasks of a release, by grade id."""
    graded = [cell for cell in _graded(master) if utils.is_solution(cell)]
    return {cell.metadata.nbgrader.grade_id: cell.source for cell in graded}


def _flaws(notebook: Any, master: Any, written: dict[str, str]) -> list[str]:
    names = [cell.metadata.nbgrader.grade_id for cell in _graded(master)]
    lost = lost_cells(notebook, [name for name in names if name not in written])
    return [*notebook.metadata.get("flaws", []), *lost]


def _master(path: Path) -> Any:
    try:
        return cells.read(path)
    except (OSError, ValueError) as error:
        raise TrainkitError(
            f"The released notebook {path} cannot be read: {error}. Build it again with "
            f"`trainkit build {path.stem}`."
        ) from error


class ScoreAnswers(NbGraderPreprocessor):  # type: ignore[misc]
    """Stands in place of nbgrader's Execute: scores the answers and writes points as outputs."""

    keys = Unicode("", help="Folder of the keys; the checkout's when empty.").tag(config=True)
    course_key_file = Unicode("", help="File of the academy's secret.").tag(config=True)
    courses = Unicode("", help="Folder of the courses; the installed ones when empty.").tag(
        config=True
    )

    def preprocess(self, nb: Any, resources: Any) -> Any:
        """Return the notebook with points and reasons in its graded cells."""
        academy, about = academy_of(self), resources["nbgrader"]
        lesson, owner = find_lesson(about["notebook"]), about["student"]
        records = nb.metadata["trainkit_records"]
        answers = Answers(tuple(Record(**one) for one in records["answers"]))
        keys = load_keys(academy.keys, lesson)
        scored = score_answers(lesson, keys, academy.course_key, owner, answers)
        notes = [*records["flaws"], *oddities(lesson, owner, answers)]
        origin = {**made_by(academy, keys), "submission": records["submission"]}
        result = result_of(scored, notes, origin)
        resources["trainkit_result"] = result
        rubrics, missing = _rubrics(academy, scored)
        case = lesson.situation(visible_luck(lesson.course, owner, lesson.id))
        context = context_html(lesson, scored, answers, lesson.brief(case))
        _write(nb, {one.task.id: one for one in scored}, context, rubrics)
        _head(nb, scored, [*notes, *missing])
        return nb, resources


def _rubrics(academy: Academy, scored: list[Scored]) -> tuple[dict[str, str], list[str]]:
    """Return the scales of written answers by task, and what is wrong with those that fail."""
    found, missing = {}, []
    for task in (one.task for one in scored if one.task.rubric):
        try:
            rubric = load_rubric(academy.rubrics, task.rubric)
        except TrainkitError as error:
            missing.append(str(error))
        else:
            found[task.id] = rubric_html(rubric, task.points)
    return found, missing


def _write(notebook: Any, scored: dict[str, Scored], context: str, rubrics: dict[str, str]) -> None:
    """Write points and reasons into graded cells; context and scale above written ones."""
    found = []
    for cell in notebook.cells:
        one = scored.get(cell.metadata.nbgrader.grade_id) if utils.is_grade(cell) else None
        if one and cell.cell_type == "code":
            cell.outputs = [_output(one)]
        elif one:
            found.append(cells.markdown(f"{one.task.id}-context", context))
        if one and one.task.id in rubrics:
            found.append(cells.markdown(f"{one.task.id}{RUBRIC_SUFFIX}", rubrics[one.task.id]))
        found.append(cell)
    notebook.cells = found


def _output(one: Scored) -> Any:
    """Return the result that nbgrader reads the points from, with the reasons beside them."""
    words = {"text/plain": repr(float(one.points)), "text/html": _points_html(one)}
    return cells.result(words)


def _points_html(one: Scored) -> str:
    top = f"<p>{one.points:g} of {one.task.points} points</p>" if one.state != "held" else ""
    return f'<div class="trainkit-score" title="{one.state}">{top}{scored_html(one)}</div>'


def _head(notebook: Any, scored: list[Scored], notes: list[str]) -> None:
    lines = [line for one in scored for line in one.score.red_lines]
    told = [(NOTES_CELL, notes_html(notes)), ("trainkit-head", head_html(lines))]
    for name, text in told:
        if text:
            notebook.cells.insert(1, cells.markdown(name, text))


class KeepResult(NbGraderPreprocessor):  # type: ignore[misc]
    """Runs behind SaveAutoGrades: keeps what scoring found, and holds what we could not score.

    The result says which submission gave the grades, so it is written when they are there.
    """

    def preprocess(self, nb: Any, resources: Any) -> Any:
        """Return the notebook; grades of held tasks have no automatic score in the gradebook."""
        about, result = resources["nbgrader"], resources["trainkit_result"]
        with Gradebook(about["db_url"]) as book:
            ensure_tables(book)
            for name in result.held:
                grade = book.find_grade(
                    name, about["notebook"], about["assignment"], about["student"]
                )
                grade.auto_score, grade.needs_manual_grade = None, True
            write_result(book, about["notebook"], about["student"], result)
            book.db.commit()
        return nb, resources

"""The gradebook as rows: one a submission, with the mark that feedback and export show too."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.appeals import Standing, capping, of_notebook, remarks, standing
from trainkit.grading.authored import all_authored
from trainkit.grading.booked import Booked, booked
from trainkit.grading.course import USUAL, Rules
from trainkit.grading.enrolment import not_enrolled
from trainkit.grading.journal import Noted, entries, entries_by_trainee
from trainkit.grading.lenient import UNREAD as NOTEBOOK_UNREAD
from trainkit.grading.mark import final_mark, passed
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.result import Result, read_result, read_results
from trainkit.lessons.records import UNREAD

_NOT_ENROLLED = (
    "Nobody enrolled this trainee. Look whether the id is spelled as in your list, or enrol the "
    "trainee too."
)
State = Literal["graded", "partly", "waiting", "failed", "refused", "missing"]


@dataclass(frozen=True)
class Row:
    """One submission.

    Attributes:
        notebook: Id of the notebook.
        trainee: Id of the trainee.
        state: graded; partly (its notebook or its answers could not be read; what could be is
            graded); waiting (cells wait for a marker, so the mark is provisional); failed (it
            could not be graded); refused (it was not taken in); missing (nothing came).
        raw: Points of all cells; None where there are none.
        out_of: The most that can be reached.
        percent: Mark of 100 before the cap of a red line, late points taken off.
        final: Mark of 100 behind the cap.
        capped: Whether a red line took something away.
        red_lines: Rules that were crossed and stand; those lifted on appeal are not among them.
        manual_waiting: Cells that wait for a marker.
        passed: Whether the notebook is passed; None while cells wait.
        notes: What an instructor should know, a sentence or a paragraph each.
        lines: All red lines, with what became of them on appeal.
    """

    notebook: str
    trainee: str
    state: State
    raw: float | None = None
    out_of: float | None = None
    percent: float | None = None
    final: float | None = None
    capped: bool = False
    red_lines: tuple[str, ...] = ()
    manual_waiting: int = 0
    passed: bool | None = None
    notes: tuple[str, ...] = ()
    lines: tuple[Standing, ...] = ()

    def noted(self, *notes: str) -> "Row":
        """Return the row with more notes, each once."""
        return replace(self, notes=tuple(dict.fromkeys([*self.notes, *notes])))


def reports(academy: Academy, notebook: str | None = None) -> list[Row]:
    """Return the gradebook of an academy as rows, by notebook and trainee.

    Args:
        academy: The academy.
        notebook: Id of one notebook; all when left out.

    Raises:
        TrainkitError: the gradebook does not know the notebook.
    """
    with gradebook(academy) as book:
        known = [assignment.name for assignment in book.assignments]
        if notebook is not None and notebook not in known:
            raise TrainkitError(
                f"The gradebook does not know {notebook}; it has {', '.join(known) or 'none'}. "
                f"Build it first: `trainkit build {notebook}`."
            )
        chosen = sorted(known) if notebook is None else [notebook]
        return [row for name in chosen for row in notebook_rows(academy, book, name)]


def notebook_rows(academy: Academy, book: Any, notebook: str) -> list[Row]:
    """Return the rows of a notebook that is in an open gradebook, by trainee."""
    rules, results = rules_of(academy, notebook), read_results(book, notebook)
    noted, there = entries_by_trainee(book), sorted(booked(book, notebook).items())
    strangers = set(not_enrolled(book, [name for name, _ in there]))
    return [
        submission_row(
            academy, notebook, name, found, results.get(name), rules, noted.get(name, ())
        ).noted(*((_NOT_ENROLLED,) if name in strangers else ()))
        for name, found in there
    ]


def rules_of(academy: Academy, notebook: str) -> Rules:
    """Return the rules of the course of a notebook; the usual ones when its course is gone."""
    found = all_authored(academy.courses).get(notebook)
    return found.course.rules if found else USUAL


def book_row(academy: Academy, book: Any, notebook: str, trainee: str, rules: Rules) -> Row:
    """Return the row of a submission that is in an open gradebook.

    Args:
        academy: The academy.
        book: nbgrader's open gradebook.
        notebook: Id of the notebook.
        trainee: Id of the trainee.
        rules: Rules of its course.
    """
    found = book.find_submission(notebook, trainee)
    result = read_result(book, notebook, trainee)
    noted = entries(book, trainee)
    return submission_row(academy, notebook, trainee, found, result, rules, noted)


def submission_row(
    academy: Academy,
    notebook: str,
    trainee: str,
    found: Any,
    result: Result | None,
    rules: Rules,
    noted: Sequence[Noted],
) -> Row:
    """Return the row of a submission that was read before.

    Args:
        academy: The academy.
        notebook: Id of the notebook.
        trainee: Id of the trainee.
        found: nbgrader's submission, or a `trainkit.grading.booked.Booked`.
        result: What scoring found; None where nothing was scored.
        rules: Rules of the course.
        noted: The trainee's entries of the journal.
    """
    if result is None or not academy.of("autograded", trainee, notebook).is_dir():
        return Row(notebook, trainee, "failed", notes=("It was not graded yet.",))
    waiting, about = _waiting(found), of_notebook(noted, notebook)
    lines = standing(result.red_lines, about)
    row = Row(
        notebook,
        trainee,
        "waiting" if waiting else _state(result),
        red_lines=tuple(sorted({one.rule for one in capping(lines)})),
        manual_waiting=waiting,
        notes=(*result.notes, *_held(result), *remarks(lines, about)),
        lines=lines,
    )
    return _marked(row, found, rules)


def _state(result: Result) -> State:
    unread = any(NOTEBOOK_UNREAD in note or note.startswith(UNREAD) for note in result.notes)
    return "partly" if unread else "graded"


def _marked(row: Row, found: Any, rules: Rules) -> Row:
    late = float(found.late_submission_penalty or 0.0)
    mark = final_mark(max(0.0, found.score - late), found.max_score, row.red_lines, rules)
    manual, manual_out_of = found.written_score, found.max_written_score
    done = passed(mark, manual, manual_out_of, row.red_lines, rules)
    row = replace(
        row,
        raw=round(found.score, 2),
        out_of=mark.out_of,
        percent=mark.percent,
        final=mark.final,
        capped=mark.capped,
        passed=None if row.manual_waiting else done,
    )
    return row.noted(f"{late:g} points were taken off for being late.") if late else row


def _waiting(found: Any) -> int:
    """Return how many cells of a submission wait for a marker."""
    if isinstance(found, Booked):
        return found.waiting
    return sum(bool(grade.needs_manual_grade) for one in found.notebooks for grade in one.grades)


def _held(result: Result) -> Sequence[str]:
    return [f"{name}: {result.tasks[name].get('told', '')}" for name in result.held]

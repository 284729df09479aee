"""Grading a batch in one process: every submission gets a row, and one writer keeps the marks.

Nothing that one submission holds stops the others. A submission that gave marks already, from the
same bytes, release, keys and secret, is not graded again; `again` does it anyway. What a person
marked stays in any case.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError, shown
from trainkit.grading.academy import Academy
from trainkit.grading.batch import marked_all
from trainkit.grading.bench import Bench, bench_of
from trainkit.grading.digest import submission_digest
from trainkit.grading.marking import SECRET, STAMP, Marked
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pages import page, write_pages
from trainkit.grading.replacing import replace_files
from trainkit.grading.report import Row, notebook_rows, rules_of
from trainkit.grading.result import Result, read_results
from trainkit.grading.submitted import by_trainee, chosen, require_gradable, submitters
from trainkit.grading.turn import own_turn
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.records import FILE


@dataclass(frozen=True)
class Graded:
    """A batch that was graded.

    Attributes:
        notebook: Id of the notebook.
        rows: One a submission, by trainee.
        feedback: Page of feedback of each trainee who has one.
        graded_now: How many were graded now; the others were unchanged.
    """

    notebook: str
    rows: tuple[Row, ...]
    feedback: Mapping[str, Path]
    graded_now: int

    @property
    def clean(self) -> bool:
        """Whether every submission could be graded."""
        return all(row.state in {"graded", "waiting"} for row in self.rows)


def grade(
    academy: Academy,
    notebook: str,
    trainees: Sequence[str] | None = None,
    *,
    again: bool = False,
    feedback: bool = True,
    progress: bool = True,
) -> Graded:
    """Grade the submissions of a notebook and write their pages of feedback.

    Args:
        academy: Where they are, in ``submitted/<trainee>/<notebook>``.
        notebook: Id of the notebook; a course before it is allowed.
        trainees: Whose submissions; everybody's when left out.
        again: Grade what is unchanged as well.
        feedback: Write the pages of feedback.
        progress: Show a bar on the error output when it takes more than a second.

    Returns:
        A row a submission, good or bad.

    Raises:
        TrainkitError: the notebook was not released, there are no keys, or nobody submitted.
    """
    bench = bench_of(academy, lesson(notebook).id)
    owners = chosen(academy, bench.notebook, trainees)
    with own_turn(academy):
        due, failed = _marked(bench, owners, again, progress)
        rows = _rows(academy, bench.notebook, owners, failed)
        untold = _told(academy, bench.notebook, rows, failed, progress) if feedback else {}
        if untold:
            failed |= untold
            rows = _rows(academy, bench.notebook, owners, failed)
    pages = _pages(academy, bench.notebook, [one for one in owners if one not in failed])
    return Graded(bench.notebook, rows, pages, due)


def _marked(
    bench: Bench, owners: Sequence[str], again: bool, progress: bool
) -> tuple[int, dict[str, str]]:
    """Grade what is due; return how much that was, and why those failed that did, by owner."""
    from trainkit.grading.gradesheet import charge_lateness, sheet_of

    with gradebook(bench.academy) as book:
        sheet = sheet_of(book, bench.notebook)
        before = read_results(book, bench.notebook)
        book.db.commit()
        due = [one for one in owners if again or not _unchanged(bench, one, before.get(one))]
        failed = _ungradable(bench, due)
        whole = [one for one in due if one not in failed]
        found = marked_all(bench, whole, {} if again else before)
        with closing(found):
            for one in _bar(found, len(whole), f"Grading {bench.notebook}", progress):
                failed |= _kept(bench, book, sheet, one)
        charge_lateness(book, sheet, rules_of(bench.academy, bench.notebook))
    return len(due), failed


def _unchanged(bench: Bench, owner: str, result: Result | None) -> bool:
    """Return whether the marks in the gradebook are those of this very submission."""
    graded = bench.academy.of("autograded", owner, bench.notebook) / f"{bench.notebook}.ipynb"
    if result is None or result.held or not graded.is_file():
        return False
    folder = bench.academy.of("submitted", owner, bench.notebook)
    now = {**bench.made_by, "submission": submission_digest(folder, bench.notebook)}
    made_by, course_key = dict(result.made_by), result.made_by.get("course_key")
    return made_by == {**now, "course_key": course_key} and course_key in bench.course_keys


def _ungradable(bench: Bench, owners: Sequence[str]) -> dict[str, str]:
    """Return why submissions cannot be graded at all, by owner."""
    same = by_trainee(submitters(bench.academy, bench.notebook))
    failed: dict[str, str] = {}
    for owner in owners:
        try:
            require_gradable(bench.academy, bench.notebook, owner, same)
        except TrainkitError as error:
            failed[owner] = str(error)
        except OSError as error:
            failed[owner] = f"What does not belong cannot be moved away: {error}. Mend the rights."
    return failed


def _kept(bench: Bench, book: Any, sheet: Any, one: Marked) -> dict[str, str]:
    """Keep a graded submission: its files, then its marks; return why that failed, by owner."""
    from nbgrader.utils import parse_utc

    from trainkit.grading.gradesheet import record

    if one.result is None:
        return {one.owner: one.problem}
    try:
        stamp = one.files.get(STAMP, b"").decode().strip()
        at = parse_utc(stamp) if stamp else None
        folder = bench.academy.of("autograded", one.owner, bench.notebook)
        replace_files(folder, one.files, {FILE, STAMP, SECRET} - set(one.files))
        record(book, sheet, one.owner, one.result, at)
    except Exception as error:  # one that cannot be kept does not lose the others
        book.db.rollback()
        return {one.owner: f"Its marks cannot be kept: {shown(error, 300)}. Grade it again."}
    return {}


def _bar(found: Iterable[Any], total: int, title: str, progress: bool) -> Iterator[Any]:
    from tqdm import tqdm

    yield from tqdm(
        found, title, total, leave=False, delay=1.0, disable=not progress, smoothing=0.05
    )


def _rows(
    academy: Academy, notebook: str, owners: Sequence[str], failed: Mapping[str, str]
) -> tuple[Row, ...]:
    with gradebook(academy) as book:
        found = {row.trainee: row for row in notebook_rows(academy, book, notebook)}
    return tuple(
        Row(notebook, one, "failed", notes=(failed[one],)) if one in failed else found[one]
        for one in owners
    )


def _told(
    academy: Academy, notebook: str, rows: Sequence[Row], failed: Mapping[str, str], progress: bool
) -> dict[str, str]:
    """Write pages of feedback, and return why those failed that did, by owner."""

    def bar(names: Sequence[str], title: str) -> Iterable[str]:
        return _bar(names, len(names), title, progress)

    whole = {row.trainee: row for row in rows if row.trainee not in failed}
    return write_pages(academy, notebook, whole, bar)


def _pages(academy: Academy, notebook: str, owners: Sequence[str]) -> dict[str, Path]:
    pages = {one: page(academy, notebook, one) for one in owners}
    return {one: path for one, path in pages.items() if path.is_file()}

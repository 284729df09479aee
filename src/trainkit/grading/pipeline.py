"""Grading a batch in one process: every submission through nbgrader, one row each.

Nothing that one submission holds stops the others. A submission that gave marks already, from the
same bytes, release, keys and secret, is not graded again, so that what a person marked stays
untouched; `again` does it anyway.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.digest import made_by, submission_digest
from trainkit.grading.keys import Keys, load_keys
from trainkit.grading.nbgrader_use import gradebook, nbgrader_api, reason
from trainkit.grading.report import Row, book_row, rules_of
from trainkit.grading.result import Result, read_results
from trainkit.grading.submitted import chosen, require_gradable, submitters
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.version import version


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
    keys = _ready(academy, lesson(notebook).id)
    owners = chosen(academy, keys.notebook, trainees)
    kept = {} if again else _booked(academy, keys.notebook)
    due = [one for one in owners if not _unchanged(academy, keys, one, kept.get(one))]
    failed = _autograded(academy, keys.notebook, due, progress)
    if feedback:
        whole = [one for one in owners if one not in failed]
        failed |= _told(academy, keys.notebook, whole, progress)
    rows = _rows(academy, keys.notebook, owners, failed)
    pages = _pages(academy, keys.notebook, [one for one in owners if one not in failed])
    return Graded(keys.notebook, rows, pages, len(due))


def _ready(academy: Academy, notebook: str) -> Keys:
    """Return the keys of a notebook that was released; what is missing would fail every row."""
    if not academy.release(notebook).is_file():
        raise TrainkitError(
            f"{notebook} was not released in {academy.folder}. Build it first: `trainkit build "
            f"{notebook}`."
        )
    keys = load_keys(academy.keys, lesson(notebook))
    made_by(academy, keys)
    return keys


def _booked(academy: Academy, notebook: str) -> dict[str, Result]:
    """Return what gave the marks that are in the gradebook."""
    with gradebook(academy) as book:
        if notebook not in [one.name for one in book.assignments]:
            raise TrainkitError(
                f"The gradebook in {academy.folder} does not know {notebook}: it is new, or was "
                f"moved away. Build the notebook again: `trainkit build {notebook}`; then grade."
            )
        return read_results(book, notebook)


def _unchanged(academy: Academy, keys: Keys, owner: str, result: Result | None) -> bool:
    """Return whether the marks in the gradebook are those of this very submission."""
    graded = academy.of("autograded", owner, keys.notebook) / f"{keys.notebook}.ipynb"
    if result is None or result.held or not graded.is_file():
        return False
    folder = academy.of("submitted", owner, keys.notebook)
    now = {
        "trainkit": version(),
        **made_by(academy, keys),
        "submission": submission_digest(folder, keys.notebook),
    }
    return dict(result.made_by) == now


def _autograded(
    academy: Academy, notebook: str, owners: Sequence[str], progress: bool
) -> dict[str, str]:
    """Grade submissions, and return why those failed that did, by owner."""
    there = submitters(academy, notebook)
    with nbgrader_api(academy) as api:

        def step(owner: str) -> Any:
            require_gradable(academy, notebook, owner, there)
            return api.autograde(notebook, owner)

        return _each(owners, step, f"Grading {notebook}", progress)


def _told(academy: Academy, notebook: str, owners: Sequence[str], progress: bool) -> dict[str, str]:
    """Write pages of feedback, and return why those failed that did, by owner."""
    with nbgrader_api(academy) as api:

        def step(owner: str) -> Any:
            return api.generate_feedback(notebook, owner)

        return _each(owners, step, f"Feedback on {notebook}", progress)


def _each(
    owners: Sequence[str], step: Callable[[str], Any], title: str, progress: bool
) -> dict[str, str]:
    from tqdm import tqdm

    failed: dict[str, str] = {}
    bar: Iterable[str] = tqdm(owners, desc=title, delay=1.0, leave=False, disable=not progress)
    for owner in bar:
        why = _tried(owner, step)
        if why:
            failed[owner] = why
    return failed


def _tried(owner: str, step: Callable[[str], Any]) -> str:
    """Take one step for one submission; return why it failed, or nothing."""
    try:
        result = step(owner)
    except TrainkitError as error:
        return str(error)
    except Exception as error:  # whatever a submission holds, the others go on
        return f"It could not be graded, by an error of ours: {type(error).__name__}: {error}."
    if "KeyboardInterrupt" in str(result.get("error", "")):  # nbgrader keeps it to itself
        raise KeyboardInterrupt("Stopped, as you asked with Ctrl-C. What was graded is kept.")
    return "" if result["success"] else f"nbgrader could not grade it: {reason(result)}"


def _rows(
    academy: Academy, notebook: str, owners: Sequence[str], failed: Mapping[str, str]
) -> tuple[Row, ...]:
    rules = rules_of(academy, notebook)
    with gradebook(academy) as book:
        return tuple(
            Row(notebook, one, "failed", notes=(failed[one],))
            if one in failed
            else book_row(academy, book, notebook, one, rules)
            for one in owners
        )


def _pages(academy: Academy, notebook: str, owners: Sequence[str]) -> dict[str, Path]:
    pages = {one: academy.of("feedback", one, notebook) / f"{notebook}.html" for one in owners}
    return {one: page for one, page in pages.items() if page.is_file()}

"""Import, then grade: one row a submission, refused ones too."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from trainkit.errors import printable
from trainkit.grading.academy import Academy
from trainkit.grading.importing import Imported, import_submissions
from trainkit.grading.pipeline import Graded, grade
from trainkit.grading.report import Row
from trainkit.grading.submitted import same_trainee, submitters
from trainkit.lessons.catalogue import lesson


def graded(
    academy: Academy,
    notebook: str,
    path: Path | None = None,
    trainees: Sequence[str] | None = None,
    again: bool = False,
) -> Graded:
    """Take submissions in, grade, and return one row each.

    Args:
        academy: The academy.
        notebook: Id of the notebook.
        path: Folder or ZIP that is taken in first; None to grade what is there.
        trainees: Whose submissions are graded; everybody's when left out.
        again: Grade what is unchanged as well.

    Raises:
        TrainkitError: nothing can be imported or graded at all.
    """
    name = lesson(notebook).id
    taken = import_submissions(academy, name, path) if path else []
    if taken and not submitters(academy, name):
        return Graded(name, tuple(_refused(name, one) for one in taken), {}, 0)
    found = grade(academy, name, trainees, again=again)
    rows = [_noted(row, taken) for row in found.rows]
    refused = [_refused(name, one) for one in taken if one.state == "refused"]
    return replace(found, rows=tuple(sorted([*rows, *refused], key=lambda row: row.trainee)))


def _noted(row: Row, taken: Sequence[Imported]) -> Row:
    own = [
        one for one in taken if one.state != "refused" and same_trainee(one.trainee, [row.trainee])
    ]
    return row.noted(*(note for one in own for note in one.notes))


def _refused(notebook: str, one: Imported) -> Row:
    notes = tuple(f"Not taken in ({printable(one.source)}): {note}" for note in one.notes)
    return Row(notebook, one.trainee, "refused", notes=notes)

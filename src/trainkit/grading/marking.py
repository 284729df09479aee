"""Grading one submission: read once, rebuilt, scored, as text to be kept; nothing is written."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from trainkit.errors import TrainkitError, shown
from trainkit.grading import cells
from trainkit.grading.assessing import assessed
from trainkit.grading.bench import Bench
from trainkit.grading.rebuilding import brought, rebuilt
from trainkit.grading.result import Result
from trainkit.lessons.records import FILE
from trainkit.lessons.regular import regular_bytes

STAMP, SECRET = "timestamp.txt", "submission_secret.txt"
"""nbgrader's notes: when it was handed in, and by what its exchange gives feedback back."""
_LARGEST_NOTE = 1_000


@dataclass(frozen=True)
class Marked:
    """A submission that was graded, or why it could not be.

    Attributes:
        owner: Whose it is.
        result: What scoring found; None where there is a problem.
        files: What is kept of it in ``autograded``, by name.
        problem: Why it could not be graded.
    """

    owner: str
    result: Result | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    problem: str = ""


def marked(bench: Bench, owner: str, before: Result | None) -> Marked:
    """Return a submission as it is graded; whatever it holds, nothing is raised.

    Args:
        bench: What grades the notebook.
        owner: Whose submission it is.
        before: The result that stands; its marks are kept where nothing has changed.
    """
    try:
        return _marked(bench, owner, before)
    except TrainkitError as error:
        return Marked(owner, problem=str(error))
    except Exception as error:  # whatever a submission holds, the others go on
        told = f"It could not be graded, by an error of ours: {shown(error, 300)}."
        return Marked(owner, problem=told)


def _marked(bench: Bench, owner: str, before: Result | None) -> Marked:
    folder = bench.academy.of("submitted", owner, bench.notebook)
    found, notes = brought(folder, bench.notebook), _notes(folder)
    notebook = rebuilt(bench, found)
    result = assessed(bench, owner, notebook, before)
    kept = {name: found.files[name] for name in (FILE,) if name in found.files}
    graded = {f"{bench.notebook}.ipynb": cells.text_of(notebook).encode()}
    return Marked(owner, result, {**graded, **kept, **notes})


def _notes(folder: Path) -> dict[str, bytes]:
    notes = {}
    for name in (STAMP, SECRET):
        with suppress(OSError, ValueError):
            notes[name] = regular_bytes(folder / name, _LARGEST_NOTE)
    return notes

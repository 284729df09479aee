"""Setting aside what does not belong into a submission, before nbgrader copies it.

nbgrader copies every file beside a notebook and follows links while it does. What is neither the
notebook, nor the answers, nor a note of nbgrader's own (the time stamp, and the secret by which its
exchange gives feedback back) is moved, unopened, to ``inbox/set-aside``.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from trainkit.lessons.records import FILE
from trainkit.lessons.regular import is_link

_STAMP, _SECRET = "timestamp.txt", "submission_secret.txt"
_LONGEST_NOTE = 1_000


def set_aside(assignment: str, student: str, notebooks: Sequence[str]) -> None:
    """Move strange files of the submissions that nbgrader is about to copy; its pre-convert hook.

    Args:
        assignment: nbgrader's pattern; the folders are read from *notebooks*.
        student: nbgrader's pattern.
        notebooks: Paths of the submission's notebooks.
    """
    del assignment, student
    for folder in {Path(notebook).parent for notebook in notebooks}:
        aside = folder.parents[2] / "inbox" / "set-aside"
        linked = [path for path in (folder.parent, folder) if is_link(path)]
        if linked:
            linked[0].rename(_fresh(aside, folder) / linked[0].name)
        else:
            strange_files(folder, aside)


def strange_files(folder: Path, aside: Path) -> list[str]:
    """Move what does not belong into the folder of a submission, and return the names.

    Args:
        folder: ``submitted/<trainee>/<notebook>``.
        aside: Where it is moved to.
    """
    keep = {f"{folder.name}.ipynb", FILE, _STAMP, _SECRET}
    strange = [path for path in sorted(folder.iterdir()) if not _belongs(path, keep)]
    if not strange:
        return []
    place = _fresh(aside, folder)
    for path in strange:
        path.rename(place / path.name)
    return [path.name for path in strange]


def _fresh(aside: Path, folder: Path) -> Path:
    """Return a new folder for what is set aside of a submission."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    place = aside / f"{folder.parent.name}-{folder.name}-{stamp}"
    place.mkdir(parents=True)
    return place


def _belongs(path: Path, keep: set[str]) -> bool:
    if path.name not in keep or path.is_symlink() or not path.is_file():
        return False
    if path.name not in {_STAMP, _SECRET}:
        return True
    return path.stat().st_size <= _LONGEST_NOTE and (path.name == _SECRET or _is_time(path))


def _is_time(path: Path) -> bool:
    """Return whether a stamp is one that nbgrader can read; it stops at others."""
    from nbgrader.utils import parse_utc

    try:
        return parse_utc(path.read_text(encoding="utf-8").strip()) is not None
    except (ValueError, OverflowError, TypeError):
        return False

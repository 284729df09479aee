"""A report as a folder of pages: one of the cohort, one of each trainee, nothing from elsewhere."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.cohort.gathering import Member
from trainkit.grading.cohort.pages import MARK, cohort_page, overview_page, trainee_page
from trainkit.grading.cohort.portrait import portrait
from trainkit.grading.cohort.view import View

INDEX = "index.html"
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,47}")


@dataclass(frozen=True)
class Written:
    """A report that was written.

    Attributes:
        index: The page to open first.
        trainees: How many pages of trainees there are.
    """

    index: Path
    trainees: int


def file_name(trainee: str) -> str:
    """Return a file's name for a trainee's page that every system can hold, and no other has.

    Examples:
        >>> file_name("ada-strong"), file_name("../Ada")
        ('ada-strong.html', 'ada-4e4af216.html')
    """
    if _PLAIN.fullmatch(trainee) and not _RESERVED.match(trainee):
        return f"{trainee}.html"
    plain = re.sub(r"[^a-z0-9]+", "-", trainee.lower()).strip("-")[:30]
    digest = hashlib.sha256(trainee.encode("utf-8", "backslashreplace")).hexdigest()[:8]
    return f"{plain or 'trainee'}-{digest}.html"


def write_report(
    academy: Academy,
    views: Sequence[View],
    folder: Path,
    trainee: str | None = None,
    progress: bool = True,
) -> Written:
    """Write the pages of a report.

    Args:
        academy: The academy.
        views: One for each notebook.
        folder: Where to; made when it is not there. Pages of an earlier report are replaced.
        trainee: Whose page alone is written; all when left out.
        progress: Show a bar on the error output when it takes more than a second.

    Raises:
        TrainkitError: the folder holds another page of that name, or cannot be written.
    """
    index = folder / INDEX
    try:
        _require_ours(index)
        (folder / "trainees").mkdir(parents=True, exist_ok=True)
        if trainee is None:
            _write_cohorts(views, folder)
        names = _names(views) if trainee is None else [trainee]
        for name in _shown(names, progress):
            _write_trainee(academy, views, folder, name)
    except OSError as error:
        raise TrainkitError(
            f"The report cannot be written to {folder}: {error.strerror}. Choose another folder "
            "with --html."
        ) from error
    first = index if trainee is None else folder / "trainees" / file_name(trainee)
    return Written(first, len(names))


def _require_ours(index: Path) -> None:
    """Refuse to write over a page that is none of ours."""
    if index.is_file() and MARK not in index.read_text("utf-8", errors="replace")[:2000]:
        raise TrainkitError(
            f"{index} is a page of something else, and a report would replace it. Choose an empty "
            "folder with --html."
        )


def _write_cohorts(views: Sequence[View], folder: Path) -> None:
    alone = len(views) == 1
    pages = {
        one.cohort.lesson.id: INDEX if alone else f"{one.cohort.lesson.id}.html" for one in views
    }
    if not alone:
        _write(folder / INDEX, overview_page(views, pages))
    for view in views:
        links = {one.trainee: file_name(one.trainee) for one in view.cohort.members}
        _write(folder / pages[view.cohort.lesson.id], cohort_page(view, links, not alone))


def _names(views: Sequence[View]) -> list[str]:
    """Return all of whom anything came."""
    return sorted({one.trainee for view in views for one in view.cohort.members if one.present})


def _shown(names: Sequence[str], progress: bool) -> Iterable[str]:
    from tqdm import tqdm

    shown: Iterable[str] = tqdm(
        names, desc="Pages of trainees", delay=1.0, leave=False, disable=not progress
    )
    return shown


def _write_trainee(academy: Academy, views: Sequence[View], folder: Path, name: str) -> None:
    parts = [
        portrait(academy, view, member)
        for view in views
        for member in _members(view, name)
        if member.present
    ]
    _write(folder / "trainees" / file_name(name), trainee_page(name, parts))


def _members(view: View, name: str) -> list[Member]:
    return [one for one in view.cohort.members if one.trainee == name]


def _write(path: Path, text: str) -> None:
    draft = path.with_name(f"{path.name}.part")
    draft.write_text(text, encoding="utf-8", newline="\n")
    draft.replace(path)

"""A marker's folder: a page to read and a form to fill in; nothing says whose answer it is."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.moderation.blind import without_names
from trainkit.grading.moderation.case import case_html, names_of
from trainkit.grading.moderation.comments import Comment, bank
from trainkit.grading.moderation.desk import Desk
from trainkit.grading.moderation.form import form_text
from trainkit.grading.moderation.marks import Mark, Role
from trainkit.grading.moderation.page import answer_html, page_html
from trainkit.grading.moderation.samples import samples_html, samples_of
from trainkit.grading.overlay import lesson_of
from trainkit.grading.replacing import replace_files

PAGE = "to-read.html"


def pack(academy: Academy, book: Any, desk: Desk, role: Role, place: Path) -> dict[str, Path]:
    """Write the folders of all markers who have open forms, over those before.

    Args:
        academy: The academy.
        book: Its open gradebook.
        desk: The desk of the notebook.
        role: Whose forms: of first, second or third markers.
        place: Where the folders are made, one a marker.

    Returns:
        The folders by marker.

    Raises:
        TrainkitError: a folder cannot be written.
    """
    open_ = [one for one in desk.marks if one.role == role and one.points is None]
    comments = _useful(academy, desk)
    markers = sorted({one.marker for one in open_})
    for marker in markers:
        own = sorted((one for one in open_ if one.marker == marker), key=lambda one: one.form)
        page = page_html(desk.notebook, role, _shown(academy, book, desk, own), comments)
        # a mark of byte order, so that Excel reads UTF-8
        form = form_text(desk, own).encode("utf-8-sig")
        _write(place / f"{marker}-{role}", {PAGE: page.encode(), f"to-mark-{marker}.csv": form})
    return {marker: place / f"{marker}-{role}" for marker in markers}


def _useful(academy: Academy, desk: Desk) -> list[Comment]:
    """Return the comments on the scales of a notebook, and those on any."""
    scales = {"", *(one.name for one in desk.rubrics.values())}
    return [one for one in bank(academy).values() if one.scale in scales]


def _shown(academy: Academy, book: Any, desk: Desk, own: Iterable[Mark]) -> list[dict[str, Any]]:
    lesson = lesson_of(academy, desk.notebook)
    return [
        answer_html(
            desk,
            lesson.task(one.task),
            one,
            without_names(desk.answers[one.key].html, names_of(book, one.trainee)),
            case_html(academy, book, desk, one),
            samples_html(samples_of(academy.rubrics, lesson.task(one.task))),
        )
        for one in own
    ]


def _write(folder: Path, files: dict[str, bytes]) -> None:
    try:
        replace_files(folder, files, ())
    except OSError as error:
        raise TrainkitError(
            f"{folder} could not be written: {error.strerror}. Close its files where they are "
            "open, or choose another place with --out."
        ) from error

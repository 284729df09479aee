"""nbgrader's list of what is released and what was handed in, by file."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from nbgrader.exchange.abc import ExchangeList

from trainkit.grading.exchange.byfile import HANDED_IN, ByFile, folders_of, own_folder
from trainkit.grading.exchange.feedback_file import Feedback, read_feedback
from trainkit.grading.exchange.folders import Folders
from trainkit.grading.exchange.handed import Handed, handed_in
from trainkit.grading.exchange.trainee_side import about_which


class ListByFile(ByFile, ExchangeList):  # type: ignore[misc]
    """Lists the outbox, the inbox, or what a trainee handed in, as nbgrader's pages expect it."""

    def copy_files(self) -> None:
        """Do nothing: a list copies no files."""

    def list_files(self) -> list[dict[str, Any]]:
        """Return what there is."""
        if self.inbound or self.cached:
            return _submissions(self)
        wanted = self.coursedir.assignment_id
        return [
            _release(self, path)
            for path in folders_of(self).released()
            if wanted in {"", "*", path.stem}
        ]

    def remove_files(self) -> list[dict[str, Any]]:
        """Take released notebooks out of the outbox; what was handed in is never removed."""
        if self.inbound or self.cached:
            self.fail("What was handed in is kept. Move the ZIPs away yourself.")
        found = self.list_files()
        for one in found:
            folders_of(self).release(one["assignment_id"]).unlink()
        return [{**one, "status": "removed"} for one in found]


def _release(step: Any, path: Path) -> dict[str, Any]:
    """Return a released notebook, fetched or not."""
    notebook = path.stem
    own = own_folder(step) / notebook / f"{notebook}.ipynb"
    fetched = own.is_file()
    return {
        "course_id": step.coursedir.course_id,
        "assignment_id": notebook,
        "status": "fetched" if fetched else "released",
        "path": str(own.parent if fetched else path),
        "notebooks": [{"notebook_id": notebook, "path": str(own if fetched else path)}],
    }


def _submissions(step: Any) -> list[dict[str, Any]]:
    """Return what was handed in, in groups of one trainee and notebook."""
    folders, own = folders_of(step), own_folder(step)
    found = handed_in(folders.inbox if step.inbound else own / HANDED_IN)
    ordered = sorted(found, key=lambda one: (one.trainee, one.notebook, one.at))
    groups = groupby(ordered, key=lambda one: (one.trainee, one.notebook))
    course = step.coursedir.course_id
    return [
        {
            "course_id": course,
            "student_id": trainee,
            "assignment_id": notebook,
            "status": "submitted",
            "submissions": _group(course, list(same), folders, own),
        }
        for (trainee, notebook), same in groups
    ]


def _group(
    course: str, same: Sequence[Handed], folders: Folders, own: Path
) -> list[dict[str, Any]]:
    path = folders.feedback(same[0].notebook, same[0].trainee)
    feedback = read_feedback(path, same[0].notebook)
    about = about_which(feedback.digest, list(same)) if feedback else None
    return [_submission(course, one, feedback if one is about else None, own) for one in same]


def _submission(course: str, one: Handed, feedback: Feedback | None, own: Path) -> dict[str, Any]:
    folder = own / one.notebook / "feedback" / one.folder_name
    page = folder / f"{one.notebook}.html"
    local = page.is_file()
    state = {
        "has_local_feedback": local,
        "has_exchange_feedback": feedback is not None,
        "feedback_updated": bool(local and feedback and page.read_bytes() != feedback.page),
        "local_feedback_path": str(folder) if local else None,
    }
    book = {**state, "notebook_id": one.notebook, "path": str(one.path)}
    return {
        **state,
        "course_id": course,
        "student_id": one.trainee,
        "assignment_id": one.notebook,
        "timestamp": one.shown,
        "status": "submitted",
        "path": str(one.path),
        "notebooks": [{**book, "local_feedback_path": str(page) if local else None}],
    }

"""nbgrader's steps of an academy: Release, Collect and Release Feedback, by file."""

from typing import Any

from nbgrader.exchange.abc import (
    ExchangeCollect,
    ExchangeReleaseAssignment,
    ExchangeReleaseFeedback,
)

from trainkit.errors import TrainkitError
from trainkit.grading.exchange.byfile import ByFile, academy_of, folders_of
from trainkit.grading.exchange.feedback_file import write_feedback
from trainkit.grading.exchange.handing_out import release_zip
from trainkit.grading.importing import Imported, import_submissions


class ReleaseByFile(ByFile, ExchangeReleaseAssignment):  # type: ignore[misc]
    """Puts the signed ZIP of a notebook into the outbox, over the one before."""

    def copy_files(self) -> None:
        """Write the ZIP."""
        notebook = self.coursedir.assignment_id
        path = release_zip(academy_of(self), notebook, folders_of(self).release(notebook))
        self.log.info("Released as: %s", path)


class CollectByFile(ByFile, ExchangeCollect):  # type: ignore[misc]
    """Takes in what lies in the inbox, as ``trainkit grade --import`` does; nothing is removed."""

    def copy_files(self) -> None:
        """Take the ZIPs in; refuse at the end where one was refused, with the reasons."""
        notebook, inbox = self.coursedir.assignment_id, folders_of(self).inbox
        if not any(inbox.glob(f"{notebook}-*")):
            self.log.warning("No submission of %s is in %s.", notebook, inbox)
            return
        found = import_submissions(academy_of(self), notebook, inbox)
        for one in found:
            self.log.info("%s: %s %s", one.trainee, one.state, "; ".join(one.notes))
        _require_taken([one for one in found if one.state == "refused"], len(found), str(inbox))


def _require_taken(refused: list[Imported], all_: int, inbox: str) -> None:
    if refused:
        reasons = " ".join(f"{one.source}: {'; '.join(one.notes)}" for one in refused)
        raise TrainkitError(
            f"{all_ - len(refused)} submissions were taken in, and {len(refused)} refused. "
            f"{reasons} Move what was refused out of {inbox}, and collect again."
        )


class ReleaseFeedbackByFile(ByFile, ExchangeReleaseFeedback):  # type: ignore[misc]
    """Puts a signed ZIP for each trainee into the outbox, with that trainee's page alone."""

    def copy_files(self) -> None:
        """Write the ZIPs."""
        about: Any = self.coursedir
        academy, notebook = academy_of(self), about.assignment_id
        left_out = set(filter(None, about.student_id_exclude.split(",")))
        pages = sorted((academy.folder / "feedback").glob(f"*/{notebook}/{notebook}.html"))
        for page in pages:
            trainee = page.parents[1].name
            if about.student_id in {"*", trainee} and trainee not in left_out:
                path = write_feedback(academy, folders_of(self), notebook, trainee, page)
                self.log.info("Feedback released to: %s", path)

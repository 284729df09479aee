"""nbgrader's steps of a trainee: Fetch, Submit and Fetch Feedback, by file."""

from nbgrader.exchange.abc import (
    ExchangeFetchAssignment,
    ExchangeFetchFeedback,
    ExchangeSubmit,
)

from trainkit.errors import TrainkitError
from trainkit.grading.exchange.byfile import HANDED_IN, ByFile, folders_of, own_folder
from trainkit.grading.exchange.feedback_file import checked_page
from trainkit.grading.exchange.handed import Handed, handed_in, zip_name
from trainkit.grading.exchange.handing_in import submit_zip
from trainkit.grading.exchange.unpacking import fetch
from trainkit.grading.exchange.zipping import write_file


class FetchByFile(ByFile, ExchangeFetchAssignment):  # type: ignore[misc]
    """Takes a notebook out of the outbox, after its signature was checked."""

    def copy_files(self) -> None:
        """Write the trainee's own copy, where there is none."""
        notebook = self.coursedir.assignment_id
        for line in fetch(folders_of(self).release(notebook), notebook, own_folder(self)):
            self.log.info("%s", line)


class SubmitByFile(ByFile, ExchangeSubmit):  # type: ignore[misc]
    """Makes the signed ZIP, keeps it with its receipt, and puts a copy into the inbox."""

    def copy_files(self) -> None:
        """Hand in."""
        own, notebook = own_folder(self), self.coursedir.assignment_id
        made = submit_zip(own, notebook, place=own / HANDED_IN)
        self.log.info("Kept with its receipt: %s", made.path)
        inbox = folders_of(self).inbox
        if not folders_of(self).root.is_dir():
            raise TrainkitError(
                f"There is no exchange in {inbox.parent}: plug it in and hand in again, or send "
                f"{made.path} to your instructor."
            )
        target = inbox / zip_name(made.notebook, made.trainee, made.at)
        write_file(target, made.path.read_bytes(), again=True)
        self.log.info("Submitted as: %s", target)


class FetchFeedbackByFile(ByFile, ExchangeFetchFeedback):  # type: ignore[misc]
    """Takes a trainee's own page of feedback out of the outbox, after its signature was checked."""

    def copy_files(self) -> None:
        """Write the page beside the notebook, in a folder of the submission that it is about."""
        own, notebook = own_folder(self), self.coursedir.assignment_id
        submitted = handed_in(own / HANDED_IN, notebook)
        for trainee in sorted({one.trainee for one in submitted}):
            path = folders_of(self).feedback(notebook, trainee)
            if not path.is_file():
                self.log.info("No feedback for %s yet.", trainee)
                continue
            found = checked_page(path, notebook, trainee)
            about = about_which(found.digest, [one for one in submitted if one.trainee == trainee])
            target = own / notebook / "feedback" / about.folder_name / f"{notebook}.html"
            write_file(target, found.page, again=True)
            self.log.info("Fetched feedback: %s", target)


def about_which(digest: str, submitted: list[Handed]) -> Handed:
    """Return the submission that feedback is about: that of the hash, or else the last one."""
    exact = [one for one in submitted if one.digest == digest]
    return (exact or submitted)[-1]

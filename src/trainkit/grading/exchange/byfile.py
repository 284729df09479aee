"""What nbgrader's steps of an exchange by file share: where the folders are.

nbgrader calls these classes from its commands, from formgrader and from the Assignment List. They
need no shared disk with rights for everybody, and work on Windows.
"""

from pathlib import Path
from typing import Any

from nbgrader.exchange.abc import Exchange
from traitlets import Unicode

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy, open_academy
from trainkit.grading.exchange.folders import Folders

HANDED_IN = "handed-in"


class ByFile(Exchange):  # type: ignore[misc]
    """A step of an exchange by file."""

    root = Unicode("exchange", help="The folder with outbox and inbox.").tag(config=True)

    def start(self) -> Any:
        """Take the step; what a user can mend is told as nbgrader tells it."""
        try:
            return super().start()
        except TrainkitError as error:
            self.fail(str(error))

    def init_src(self) -> None:
        """Do nothing: each step finds its files itself."""

    def init_dest(self) -> None:
        """Do nothing: each step makes its folders itself."""


def folders_of(step: Any) -> Folders:
    """Return the folders that a step of nbgrader works in."""
    return Folders(Path(step.root).expanduser().resolve())


def academy_of(step: Any) -> Academy:
    """Return the academy in which a step of nbgrader runs."""
    return open_academy(Path(step.coursedir.root))


def own_folder(step: Any) -> Path:
    """Return the trainee's folder in which a step of nbgrader runs."""
    return Path(step.assignment_dir).resolve()

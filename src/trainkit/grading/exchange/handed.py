"""What was handed in by file, as its name says: notebook, trainee and time."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from trainkit.grading.bundles import RECEIPT
from trainkit.grading.exchange.receipt import read_receipt
from trainkit.grading.exchange.signing import LARGEST_BYTES
from trainkit.lessons.regular import regular_bytes

_NAME = re.compile(r"(?P<notebook>[^-]+)-(?P<trainee>.+)-(?P<time>\d{8}T\d{6}Z)\.zip")
_TIME = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True)
class Handed:
    """A ZIP that was handed in.

    Attributes:
        path: The ZIP.
        notebook: Id of the notebook.
        trainee: Id of the trainee.
        at: When it was made.
    """

    path: Path
    notebook: str
    trainee: str
    at: datetime

    @property
    def shown(self) -> str:
        """When it was made, as nbgrader's pages show it."""
        return f"{self.at:%Y-%m-%d %H:%M:%S} UTC"

    @property
    def folder_name(self) -> str:
        """When it was made, as a folder can be called on every system."""
        return f"{self.at:{_TIME}}"

    @property
    def digest(self) -> str:
        """Hash of the submission, by the receipt beside it; empty without one."""
        beside = self.path.with_name(f"{self.path.stem}-{RECEIPT}")
        try:
            receipt = read_receipt(regular_bytes(beside, LARGEST_BYTES))
        except (OSError, ValueError):
            return ""
        return receipt.digest if receipt else ""


def zip_name(notebook: str, trainee: str, at: datetime) -> str:
    """Return the name of a ZIP that is handed in.

    Examples:
        >>> zip_name("E1", "ada", datetime(2026, 3, 2, 12, tzinfo=UTC))
        'E1-ada-20260302T120000Z.zip'
    """
    return f"{notebook}-{trainee}-{at.astimezone(UTC):{_TIME}}.zip"


def handed_in(folder: Path, notebook: str = "*") -> list[Handed]:
    """Return what was handed in and lies in a folder: of one notebook, or of all; by time."""
    named = [(path, _NAME.fullmatch(path.name)) for path in folder.glob(f"{notebook}-*.zip")]
    found = [_handed(path, match) for path, match in named if match]
    return sorted(found, key=lambda one: (one.at, one.trainee))


def _handed(path: Path, match: re.Match[str]) -> Handed:
    at = datetime.strptime(match["time"], _TIME).replace(tzinfo=UTC)
    return Handed(path, match["notebook"], match["trainee"], at)

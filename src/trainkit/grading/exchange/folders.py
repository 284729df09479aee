"""The two folders of an exchange by file: what goes out, and what comes in.

They may lie on a stick, in a folder that is kept in step between machines, or be filled by hand
from mail. Nobody needs a right in them beyond what the folder gives. Whoever can read the folder
can read what is in it: where trainees must not see each other's files, each gets an exchange of
their own, or mail.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from trainkit.grading.academy import Academy


@dataclass(frozen=True)
class Folders:
    """The folders of an exchange.

    Attributes:
        root: Where both lie.
    """

    root: Path

    @property
    def outbox(self) -> Path:
        """What the academy hands out."""
        return self.root / "outbox"

    @property
    def inbox(self) -> Path:
        """What trainees hand in."""
        return self.root / "inbox"

    @property
    def receipts(self) -> Path:
        """The academy's receipts, in a folder for each notebook."""
        return self.outbox / "receipts"

    def release(self, notebook: str) -> Path:
        """Return the ZIP of a released notebook."""
        return self.outbox / f"{notebook}.zip"

    def feedback(self, notebook: str, trainee: str) -> Path:
        """Return the ZIP with one trainee's page of feedback."""
        return self.outbox / "feedback" / f"{notebook}-{trainee}.zip"

    def released(self) -> Sequence[Path]:
        """Return the ZIPs of all released notebooks."""
        return sorted(path for path in self.outbox.glob("*.zip") if path.is_file())


def academy_folders(academy: Academy) -> Folders:
    """Return the exchange of an academy."""
    root = str(academy.config.Exchange.get("root", "") or academy.folder / "exchange")
    return Folders(Path(root).expanduser())

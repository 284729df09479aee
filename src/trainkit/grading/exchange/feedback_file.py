"""Feedback that goes back: a signed ZIP with one trainee's page."""

import hashlib
import zipfile
import zlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.exchange.folders import Folders
from trainkit.grading.exchange.keypair import academy_key
from trainkit.grading.exchange.known import require_known
from trainkit.grading.exchange.signing import LARGEST_BYTES, Document, read_document, signed
from trainkit.grading.exchange.zipping import write_file, zipped
from trainkit.lessons.catalogue import lesson

NAME, KIND = "feedback.json", "feedback"
_LARGEST_PAGE = 50_000_000


@dataclass(frozen=True)
class Feedback:
    """A page of feedback, as it came.

    Attributes:
        page: Its bytes.
        document: What the academy signed about it.
    """

    page: bytes
    document: Document

    @property
    def digest(self) -> str:
        """Hash of the submission that it is about; empty where it does not say."""
        return str(self.document.content.get("sha256", ""))


def write_feedback(
    academy: Academy, folders: Folders, notebook: str, trainee: str, page: Path
) -> Path:
    """Write the ZIP with a trainee's page of feedback, over the one before, and return it.

    Args:
        academy: The academy that signs it.
        folders: Where it goes.
        notebook: Id of the notebook.
        trainee: Name of the trainee's folder in the academy.
        page: The page.

    Raises:
        TrainkitError: it cannot be written.
    """
    from trainkit.grading.nbgrader_use import gradebook
    from trainkit.grading.result import read_result

    with gradebook(academy) as book:
        result = read_result(book, notebook, trainee)
    html, at = page.read_bytes(), datetime.now().astimezone()
    content = {
        "notebook": notebook,
        "trainee": trainee,
        "sha256": result.made_by.get("submission", "") if result else "",
        "files": {page.name: hashlib.sha256(html).hexdigest()},
        "made": at.isoformat(timespec="seconds"),
    }
    document = signed(KIND, content, academy_key(academy))
    inside = {f"{notebook}/{page.name}": html, f"{notebook}/{NAME}": document}
    path = folders.feedback(notebook, trainee)
    write_file(path, zipped(inside, at.timetuple()[:6]), again=True)
    return path


def read_feedback(path: Path, notebook: str) -> Feedback | None:
    """Return the feedback in a ZIP, unchecked; None where there is none that can be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            page = _member(archive, f"{notebook}/{notebook}.html", _LARGEST_PAGE)
            document = read_document(_member(archive, f"{notebook}/{NAME}", LARGEST_BYTES), KIND)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, zlib.error, RuntimeError):
        return None
    return Feedback(page, document) if document else None


def _member(archive: zipfile.ZipFile, name: str, largest: int) -> bytes:
    with archive.open(name) as file:
        content = file.read(largest + 1)
    if len(content) > largest:
        raise ValueError(f"{name} has more than {largest:,} bytes")
    return content


def checked_page(path: Path, notebook: str, trainee: str) -> Feedback:
    """Return a trainee's feedback, checked.

    Args:
        path: The ZIP.
        notebook: Id of the notebook.
        trainee: Whose it should be.

    Raises:
        TrainkitError: there is none, it was changed, is another's, or another academy signed it.
    """
    found = read_feedback(path, notebook)
    if found is None:
        raise TrainkitError(f"{path} holds no feedback on {notebook} that can be read.")
    about, name = found.document.content, f"{notebook}.html"
    digests = about.get("files")
    own = digests.get(name) if isinstance(digests, dict) else None
    if found.document.state != "good" or own != hashlib.sha256(found.page).hexdigest():
        raise TrainkitError(
            f"{path} was changed after the academy had signed it, or was never signed. Ask your "
            "instructor to send it again; nothing of it was opened."
        )
    if (about.get("notebook"), about.get("trainee")) != (notebook, trainee):
        raise TrainkitError(f"{path} is not the feedback on {notebook} of {trainee}.")
    require_known(lesson(notebook).course, found.document.signer, f"The feedback {path.name}")
    return found

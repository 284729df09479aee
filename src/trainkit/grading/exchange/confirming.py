"""A trainee reads the academy's receipt, offline: who signed it, what was received, and when."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from trainkit.errors import TrainkitError
from trainkit.grading.bundles import RECEIPT
from trainkit.grading.exchange.dates import here, in_zone
from trainkit.grading.exchange.keypair import fingerprint
from trainkit.grading.exchange.known import require_known
from trainkit.grading.exchange.receipt import read_receipt
from trainkit.grading.exchange.signing import LARGEST_BYTES, Document, read_document
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.regular import regular_bytes

KIND = "receipt"


@dataclass(frozen=True)
class Confirmed:
    """What an academy confirms.

    Attributes:
        notebook: Id of the notebook.
        trainee: Whose submission.
        digest: Hash of the submission that was received.
        received: When, on the academy's clock.
        handed_in: When it counts as handed in.
        academy: Fingerprint of the academy.
        own: The trainee's own receipt of the same files; None where none was found.
        told: What the trainee is told beside it.
    """

    notebook: str
    trainee: str
    digest: str
    received: datetime
    handed_in: datetime
    academy: str
    own: Path | None
    told: tuple[str, ...]


def confirmed(path: Path, folder: Path, academy: str = "") -> Confirmed:
    """Return what an academy's receipt confirms, checked.

    Args:
        path: The receipt.
        folder: Where the trainee's own receipts are looked for.
        academy: Fingerprint that the instructor told the trainee; empty for the one known.

    Raises:
        TrainkitError: it is no receipt of an academy, was changed, or another academy signed it.
    """
    document = _document(path)
    try:
        return _confirmed(path, document, folder, academy)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise _none(path) from error


def _document(path: Path) -> Document:
    try:
        document = read_document(regular_bytes(path, LARGEST_BYTES), KIND)
    except (OSError, ValueError) as error:
        raise TrainkitError(f"The receipt {path} cannot be read: {error}.") from error
    if document is None or document.state == "unsigned":
        raise _none(path)
    if document.state == "wrong":
        raise TrainkitError(
            f"The receipt {path} was changed after the academy had signed it, so it confirms "
            "nothing. Ask your instructor to send it again."
        )
    return document


def _none(path: Path) -> TrainkitError:
    return TrainkitError(
        f"{path} is no receipt that an academy signed. Your own receipt, which `trainkit submit` "
        "writes, is not one: the academy makes its receipt when it takes your work in, and sends "
        "it back."
    )


def _confirmed(path: Path, document: Document, folder: Path, academy: str) -> Confirmed:
    found = document.content
    notebook, digest = str(found["notebook"]), str(found["sha256"])
    course = lesson(notebook).course
    first = require_known(course, document.signer, f"The receipt {path.name}", academy)
    times = [datetime.fromisoformat(found[name]) for name in ("received", "handed_in")]
    return Confirmed(
        notebook,
        str(found["trainee"]),
        digest,
        times[0],
        times[1],
        fingerprint(document.signer),
        _own(folder, digest),
        (first,) if first else (),
    )


def _own(folder: Path, digest: str) -> Path | None:
    """Return the trainee's own receipt of a hash, in a folder or one below it."""
    for path in sorted([*folder.glob(f"*{RECEIPT}"), *folder.glob(f"*/*{RECEIPT}")]):
        try:
            receipt = read_receipt(regular_bytes(path, LARGEST_BYTES))
        except (OSError, ValueError):
            continue
        if receipt and receipt.digest == digest:
            return path
    return None


def told(one: Confirmed) -> list[str]:
    """Return what an academy confirms, in sentences for the trainee."""
    offset = f"{one.received:%z}"
    zone = f"{offset[:3]}:{offset[3:5]}"
    match = (
        f"It is of the files of your own receipt {one.own}."
        if one.own
        else "No receipt of your own for these files is here: compare the hash with yours."
    )
    return [
        f"The academy {one.academy} received {one.notebook} of {one.trainee}.",
        f"Received: {in_zone(one.received, zone)}; on this machine {here(one.received)}.",
        f"It counts as handed in: {here(one.handed_in)}.",
        f"Hash {one.digest}. {match}",
        *one.told,
    ]

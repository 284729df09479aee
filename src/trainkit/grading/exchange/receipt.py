"""A trainee's own receipt: what was handed in, with its hash and the time on the trainee's clock.

It lies in the ZIP and beside it, signed by the trainee's machine. Receipts without a signature,
as an older trainkit made them, are read too.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from trainkit.grading.digest import bytes_digest
from trainkit.grading.exchange.signing import read_document, signed

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_KIND = "submission"


@dataclass(frozen=True)
class Receipt:
    """A receipt.

    Attributes:
        digest: Hash of the submission.
        at: When it was made, on the trainee's clock.
        notebook: Id of the notebook.
        trainee: Id of the trainee.
        signer: Public key of the machine that signed it; empty where none did.
        state: good; wrong (changed after it was signed); unsigned.
    """

    digest: str
    at: datetime
    notebook: str
    trainee: str
    signer: str
    state: Literal["good", "wrong", "unsigned"]


def receipt_bytes(
    files: Mapping[str, bytes],
    notebook: str,
    trainee: str,
    at: datetime,
    key: "Ed25519PrivateKey",
) -> bytes:
    """Return a receipt for files as the bytes of its file.

    Args:
        files: Bytes by name.
        notebook: Id of the notebook.
        trainee: Id of the trainee.
        at: Time with its zone.
        key: The key of the trainee's machine.
    """
    content = {
        "notebook": notebook,
        "trainee": trainee,
        "at": at.isoformat(timespec="seconds"),
        "sha256": bytes_digest(files, notebook),
        "files": {name: hashlib.sha256(found).hexdigest() for name, found in files.items()},
    }
    return signed(_KIND, content, key)


def read_receipt(content: bytes) -> Receipt | None:
    """Return the receipt in the bytes of a file; None where there is none that can be read."""
    document = read_document(content, _KIND)
    if document is None:
        return None
    found = document.content
    try:
        at = datetime.fromisoformat(found["at"])
        moment = at.astimezone(UTC) if at.tzinfo else None
        digest, notebook = str(found["sha256"]), str(found["notebook"])
        trainee = str(found["trainee"])
    except (ValueError, KeyError, TypeError, OverflowError):
        return None
    if moment is None:
        return None
    return Receipt(digest, moment, notebook, trainee, document.signer, document.state)

"""Receipts: what was handed in, with its hash and the time on the trainee's clock."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from trainkit.grading.digest import bytes_digest
from trainkit.kernel.chain import STATEMENT


@dataclass(frozen=True)
class Receipt:
    """A receipt.

    Attributes:
        digest: Hash of the submission.
        at: When it was made, on the trainee's clock.
    """

    digest: str
    at: datetime


def receipt_text(files: Mapping[str, bytes], notebook: str, trainee: str, at: datetime) -> str:
    """Return a receipt for files as the text of its file.

    Args:
        files: Bytes by name.
        notebook: Id of the notebook.
        trainee: Id of the trainee.
        at: Time with its zone.
    """
    content = {
        "statement": STATEMENT,
        "notebook": notebook,
        "trainee": trainee,
        "at": at.isoformat(timespec="seconds"),
        "sha256": bytes_digest(files, notebook),
        "files": {name: hashlib.sha256(found).hexdigest() for name, found in files.items()},
    }
    return json.dumps(content, indent=1, ensure_ascii=True) + "\n"


def read_receipt(content: bytes) -> Receipt | None:
    """Return the receipt in the bytes of a file; None where there is none that can be read."""
    try:
        found: Any = json.loads(content.decode("utf-8"))
        at = datetime.fromisoformat(found["at"])
        return Receipt(str(found["sha256"]), at.astimezone(UTC)) if at.tzinfo else None
    except (ValueError, KeyError, TypeError, RecursionError, OverflowError):
        return None

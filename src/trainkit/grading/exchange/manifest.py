"""What a release says of itself: its files, until when it is due, and how it is marked.

The academy signs it, so that a trainee's machine can tell a changed file or another academy. What
counts for a mark is always what the academy's gradebook says.
"""

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from trainkit.errors import TrainkitError
from trainkit.grading.course import Rules
from trainkit.grading.exchange.dates import Due, both, in_zone
from trainkit.grading.exchange.signing import Document, signed

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

NAME = "release.json"
KIND = "release"


@dataclass(frozen=True)
class Manifest:
    """What a release says of itself.

    Attributes:
        notebook: Id of the notebook.
        course: Id of its course.
        files: Hash of each file by its name.
        due: Until when it is due; None where it never is.
        rules: What being late costs, and which of several submissions counts; None where it
            does not say.
    """

    notebook: str
    course: str
    files: Mapping[str, str]
    due: Due | None
    rules: Rules | None


def manifest_bytes(
    notebook: str,
    course: str,
    files: Mapping[str, bytes],
    due: Due | None,
    rules: Rules,
    key: "Ed25519PrivateKey",
) -> bytes:
    """Return the signed manifest of a release as the bytes of its file.

    Args:
        notebook: Id of the notebook.
        course: Id of its course.
        files: Bytes by name.
        due: Until when it is due; None for never.
        rules: Rules of the course.
        key: The academy's.
    """
    never = math.isinf(rules.refuse_after_days)
    content = {
        "notebook": notebook,
        "course": course,
        "files": {name: hashlib.sha256(found).hexdigest() for name, found in files.items()},
        "due": {"at": due.at.isoformat(), "zone": due.zone, "shown": str(due)} if due else None,
        "late": {
            "penalty_per_day": rules.penalty_per_day,
            "grace_minutes": rules.grace_minutes,
            "refuse_after_days": None if never else rules.refuse_after_days,
        },
        "resubmission": {"allowed": rules.resubmission, "until": rules.resubmit_until},
        "made": datetime.now().astimezone().isoformat(timespec="seconds"),
    }
    return signed(KIND, content, key)


def manifest_of(document: Document) -> Manifest | None:
    """Return the manifest in a document; None where it is none."""
    found = document.content
    try:
        files = {str(name): str(digest) for name, digest in found["files"].items()}
        about = (str(found["notebook"]), str(found["course"]), files, _due(found["due"]))
        return Manifest(*about, _rules(found) if "late" in found else None)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
        return None


def _rules(found: Mapping[str, Any]) -> Rules:
    late, again = found["late"], found["resubmission"]
    last = late["refuse_after_days"]
    return Rules(
        penalty_per_day=float(late["penalty_per_day"]),
        grace_minutes=float(late["grace_minutes"]),
        refuse_after_days=math.inf if last is None else float(last),
        resubmission=str(again["allowed"]),
        resubmit_until=str(again["until"]),
    )


def _due(found: Mapping[str, Any] | None) -> Due | None:
    if found is None:
        return None
    at, zone = datetime.fromisoformat(found["at"]).astimezone(UTC), str(found["zone"])
    try:
        in_zone(at, zone)
    except TrainkitError:  # a zone that this machine does not know
        zone = "UTC"
    return Due(at, zone)


def due_words(manifest: Manifest) -> str:
    """Return until when a release is due, in a sentence; empty where it never is."""
    return f"{manifest.notebook} is due on {both(manifest.due)}." if manifest.due else ""

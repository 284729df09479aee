"""The academies that this machine knows: the first that signed for a course is remembered.

So a trainee is told when another one signs. Whether the first one is the right one, only a person
can tell: the fingerprint is compared with the instructor, by another way than the file came.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.grading.exchange.keypair import fingerprint, settings_folder
from trainkit.grading.exchange.zipping import write_file


def known_file() -> Path:
    """Return where the academies that this machine knows are kept."""
    return settings_folder() / "known-academies.json"


def known_academy(course: str) -> str:
    """Return the public key of the academy that signs for a course; empty while none is known.

    Raises:
        TrainkitError: what is kept cannot be read.
    """
    return str(_read().get(course, {}).get("public_key", ""))


def require_known(course: str, public: str, what: str, told: str = "") -> str:
    """Return what to tell a trainee who gets a file of an academy; refuse another academy.

    Args:
        course: Id of the course.
        public: Public key that signed.
        what: What it signed, for the reader.
        told: Fingerprint that the instructor told the trainee; it is accepted from now on.

    Raises:
        TrainkitError: another academy signs than before, or than the instructor said.
    """
    own, before = fingerprint(public), known_academy(course)
    if told and _plain(told) != _plain(own):
        raise TrainkitError(
            f"{what} is signed by the academy {own}, and you were told {told.strip()}. Do not use "
            "it: ask your instructor for the fingerprint and the file again."
        )
    if before and before != public and not told:
        raise TrainkitError(
            f"{what} is signed by the academy {own}, and what you had of course {course} was "
            f"signed by {fingerprint(before)}. Your academy has a new key, or somebody else made "
            "this file. Ask your instructor, by telephone or in person, which fingerprint is "
            f"right. If it is the new one, give the command again with --academy {own}."
        )
    if before == public:
        return ""
    _remember(course, public)
    return (
        f"{what} is signed by the academy {own}, which this machine now knows for course "
        f"{course}: compare these figures with your instructor."
    )


def _plain(figures: str) -> str:
    return "".join(sign for sign in figures.lower() if sign.isalnum())


def _read() -> dict[str, Any]:
    try:
        found = json.loads(known_file().read_text(encoding="utf-8"))
        return {str(course): dict(one) for course, one in found.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise TrainkitError(
            f"{known_file()} cannot be read: {error}. It says which academies this machine knows. "
            "Mend it, or move it away and compare fingerprints with your instructor anew."
        ) from error


def _remember(course: str, public: str) -> None:
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    one = {"public_key": public, "fingerprint": fingerprint(public), "since": since}
    text = json.dumps({**_read(), course: one}, indent=1) + "\n"
    write_file(known_file(), text.encode(), again=True)

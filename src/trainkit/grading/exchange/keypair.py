"""Signing keys (Ed25519): one of the academy, one of each trainee's machine.

Each is made at first use, in the user's settings, readable by its owner alone, and never written
over. Who holds a key can sign with it; so a signature says which machine made a file, and that
nothing in it was changed since. It does not say who sat at that machine.

Sources:
    Josefsson, S., Liusvaara, I. (2017). *Edwards-Curve Digital Signature Algorithm*. RFC 8032.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.kernel.keypair import fingerprint, key_in, public_part, settings_folder

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

__all__ = [
    "academy_key",
    "academy_key_file",
    "fingerprint",
    "key_in",
    "machine_key",
    "public_part",
    "settings_folder",
]


def academy_key_file(academy: Academy) -> Path:
    """Return where an academy's signing key lies: beside its course key."""
    return academy.course_key_file.with_suffix(".signing")


def academy_key(academy: Academy) -> "Ed25519PrivateKey":
    """Return the key with which an academy signs, made at first use.

    Raises:
        TrainkitError: it cannot be read or made, or others may read it.
    """
    if not academy.setting("course_key_file"):
        raise TrainkitError(
            f"The academy in {academy.folder} names no course key, so it has no place for a "
            "signing key either. Set c.ScoreAnswers.course_key_file in its nbgrader_config.py."
        )
    return key_in(academy_key_file(academy))


def machine_key() -> "Ed25519PrivateKey":
    """Return the key with which this user signs on this machine, made at first use.

    Raises:
        TrainkitError: it cannot be read or made, or others may read it.
    """
    return key_in(settings_folder() / "machine.signing")

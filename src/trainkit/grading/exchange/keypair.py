"""Signing keys (Ed25519): one of the academy, one of each trainee's machine.

Each is made at first use, in the user's settings, readable by its owner alone, and never written
over. Who holds a key can sign with it; so a signature says which machine made a file, and that
nothing in it was changed since. It does not say who sat at that machine.

Sources:
    Josefsson, S., Liusvaara, I. (2017). *Edwards-Curve Digital Signature Algorithm*. RFC 8032.
"""

import hashlib
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.coursekey import write_secret
from trainkit.grading.keysafety import mending, readers

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_KEY_BYTES = 32
_SHOWN_DIGITS = 20


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


def settings_folder() -> Path:
    """Return the folder of this user's settings."""
    from platformdirs import user_config_path

    home = os.environ.get("TRAINKIT_CONFIG") or user_config_path("trainkit", appauthor=False)
    return Path(home).expanduser().resolve()


def machine_key() -> "Ed25519PrivateKey":
    """Return the key with which this user signs on this machine, made at first use.

    Raises:
        TrainkitError: it cannot be read or made, or others may read it.
    """
    return key_in(settings_folder() / "machine.signing")


def key_in(path: Path) -> "Ed25519PrivateKey":
    """Return the signing key in a file; a new one where there is no such file.

    Raises:
        TrainkitError: it cannot be read or made, or others may read it.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    try:
        _make(path)
        found = bytes.fromhex(path.read_text(encoding="ascii").strip())
        exposed = readers(path) == "everybody"
    except (OSError, ValueError) as error:
        raise _unusable(path, str(error)) from error
    if exposed:
        raise _unusable(path, f"everybody may read it; `{mending(path)}` mends that")
    if len(found) != _KEY_BYTES:
        raise _unusable(path, f"it holds {len(found)} bytes and not {_KEY_BYTES}")
    return Ed25519PrivateKey.from_private_bytes(found)


def _make(path: Path) -> None:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_secret(path, secrets.token_bytes(_KEY_BYTES))


def _unusable(path: Path, why: str) -> TrainkitError:
    return TrainkitError(
        f"The signing key {path} cannot be used: {why}. It is never written over: mend it or "
        "bring it back from your copy. Moved away, a new one is made, and those who know the old "
        "one are told that another key signs."
    )


def public_part(key: "Ed25519PrivateKey") -> str:
    """Return the public part of a key, in hexadecimal figures."""
    return key.public_key().public_bytes_raw().hex()


def fingerprint(public: str) -> str:
    """Return what people compare of a public key, in groups of four figures.

    Examples:
        >>> fingerprint("00" * 32)
        '6668-7aad-f862-bd77-6c8f'
    """
    digits = hashlib.sha256(bytes.fromhex(public)).hexdigest()[:_SHOWN_DIGITS]
    return "-".join(digits[start : start + 4] for start in range(0, _SHOWN_DIGITS, 4))

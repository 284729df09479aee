"""Signing keys (Ed25519): made at first use, readable by their owner alone, never written over.

Who holds a key can sign with it; so a signature says which key made it, and that nothing under it
was changed since. It does not say who sat at the machine.

Sources:
    Josefsson, S., Liusvaara, I. (2017). *Edwards-Curve Digital Signature Algorithm*. RFC 8032.
"""

import hashlib
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from trainkit.errors import TrainkitError
from trainkit.kernel.secretfile import mending, readers, write_secret

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KEY_BYTES = 32
_SHOWN_DIGITS = 20


def settings_folder() -> Path:
    """Return the folder of this user's settings."""
    from platformdirs import user_config_path

    home = os.environ.get("TRAINKIT_CONFIG") or user_config_path("trainkit", appauthor=False)
    return Path(home).expanduser().resolve()


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
    if len(found) != KEY_BYTES:
        raise _unusable(path, f"it holds {len(found)} bytes and not {KEY_BYTES}")
    return Ed25519PrivateKey.from_private_bytes(found)


def _make(path: Path) -> None:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_secret(path, secrets.token_bytes(KEY_BYTES))


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


def signature_holds(public: str, signature: str, message: bytes) -> bool:
    """Return whether a signature over a message was made with the key of a public part.

    Args:
        public: The public part, in hexadecimal figures.
        signature: The signature, in hexadecimal figures.
        message: The bytes that were signed.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True

"""Signed documents: JSON that holds who signed it, and the signature over its canonical form.

What is signed is the whole document but the signature itself, with its kind in it, so that a
receipt is never taken for a release. A document of a kind that is not expected is none.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from trainkit.grading.exchange.keypair import public_part
from trainkit.kernel.chain import STATEMENT, canonical

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

LARGEST_BYTES = 100_000


@dataclass(frozen=True)
class Document:
    """A document, as it came.

    Attributes:
        content: What it says.
        signer: Public key of who signed it; empty where nobody did.
        state: good; wrong (it was changed after it was signed); unsigned.
    """

    content: Mapping[str, Any]
    signer: str
    state: Literal["good", "wrong", "unsigned"]


def signed(kind: str, content: Mapping[str, Any], key: "Ed25519PrivateKey") -> bytes:
    """Return a signed document as the bytes of its file.

    Args:
        kind: What it is: release, submission, receipt or feedback.
        content: What it says, as JSON can hold it.
        key: Who signs.
    """
    body = {"statement": STATEMENT, **content, "kind": kind, "public_key": public_part(key)}
    signature = key.sign(canonical(body).encode()).hex()
    return (json.dumps({**body, "signature": signature}, indent=1) + "\n").encode()


def read_document(raw: bytes, kind: str) -> Document | None:
    """Return the document in the bytes of a file; None where there is none of this kind.

    Args:
        raw: The bytes; more than `LARGEST_BYTES` are not read.
        kind: What it should be. A document that was never signed need not say it.
    """
    content = _parsed(raw)
    if content is None or content.get("kind", kind) != kind:
        return None
    body = {name: part for name, part in content.items() if name != "signature"}
    if not {"signature", "public_key"} & content.keys():
        return Document(body, "", "unsigned")
    good = _verifies(body, content.get("public_key"), content.get("signature"))
    signer = bytes.fromhex(content["public_key"]).hex() if good else ""
    return Document(body, signer, "good" if good else "wrong")


def _parsed(raw: bytes) -> dict[str, Any] | None:
    if len(raw) > LARGEST_BYTES:
        return None
    try:
        found = json.loads(raw.decode("utf-8"), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a name that stands twice: two readers could take two meanings."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands there twice")
    return found


def _verifies(body: Mapping[str, Any], public: Any, signature: Any) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(bytes.fromhex(signature), canonical(body).encode())
    except (InvalidSignature, ValueError, TypeError, RecursionError):
        return False
    return "kind" in body

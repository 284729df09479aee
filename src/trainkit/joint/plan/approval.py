"""Approvals: each side signs the hash of the plan, with its name, role and the instant.

Signed is the canonical text of what an approval says, so that neither the plan nor the approval can
be changed under the signature. An approval of another version is void and stays on record.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from trainkit.errors import TrainkitError
from trainkit.joint.plan import form
from trainkit.joint.plan.canonical import canonical
from trainkit.kernel.keypair import public_part, signature_holds

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_DEVICE = "trainkit plan approval 1"
FORM: form.Form = {
    "side": form.words,
    "by_role": form.words,
    "at": form.moment,
    "digest": form.words,
    "signature": form.words,
}


@dataclass(frozen=True)
class Approval:
    """What one side has signed.

    Attributes:
        side: The side.
        by_role: Who approved, by role; no name of a person.
        at: When, with its zone.
        digest: Hash of the version that was approved.
        signature: Ed25519 signature, in hexadecimal figures.
    """

    side: str
    by_role: str
    at: datetime
    digest: str
    signature: str

    @property
    def message(self) -> bytes:
        """The bytes that are signed."""
        return _message(self.side, self.by_role, self.at, self.digest)

    def signed_by(self, public: str) -> bool:
        """Return whether it was signed with the key of a public part."""
        return signature_holds(public, self.signature, self.message)


def _message(side: str, by_role: str, at: datetime, digest: str) -> bytes:
    said = {"device": _DEVICE, "side": side, "by_role": by_role, "at": at, "digest": digest}
    return canonical(said, "the approval").encode()


def signed(
    key: "Ed25519PrivateKey", side: str, by_role: str, at: datetime, digest: str
) -> Approval:
    """Return the approval of a version by a side, signed with its key."""
    return Approval(side, by_role, at, digest, key.sign(_message(side, by_role, at, digest)).hex())


def approval_in(row: Mapping[str, Any], where: str) -> Approval:
    """Return an approval as a plan file holds it.

    Raises:
        TrainkitError: it is not in the form of one.
    """
    form.require(row, FORM, where)
    return Approval(**row)


def require_own_key(
    key: "Ed25519PrivateKey", side: str, sides: Mapping[str, Any], where: str
) -> None:
    """Refuse a key that is not the one that the plan names for a side.

    Raises:
        TrainkitError: it is another; it says whose, where the plan names it.
    """
    public = public_part(key)
    owners = [name for name, one in sides.items() if one["public_key"].lower() == public]
    if side in owners:
        return
    whose = f"It is {owners[0]}'s." if owners else "It is neither side's."
    raise TrainkitError(
        f"The key does not fit: {where} names another public key for {side}. {whose} Approve with "
        f"{side}'s own key (--key FILE); a side that has a new key writes it into the plan, and "
        "both sides approve that version."
    )

"""Approving a plan file: the side's own key, this version, and a plan that has not ended."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from trainkit.errors import TrainkitError, nearest, shown
from trainkit.joint.plan.approval import Approval, require_own_key, signed
from trainkit.joint.plan.canonical import text
from trainkit.joint.plan.keys import key_file
from trainkit.joint.plan.operative import before
from trainkit.joint.plan.plan import Plan
from trainkit.joint.plan.standing import holding
from trainkit.joint.plan.writing import add_approval
from trainkit.kernel.keypair import key_in

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_LEAST_FIGURES = 12
_OTHER = (
    "{where} has the hash {own}, which does not begin with {given}. This is another version than "
    "the one you compared, or fewer than 12 figures were given. See `trainkit plan show`; nothing "
    "was approved."
)
_ENDED = (
    "{where} ended at {end}: there is nothing left to approve. Write a new duration, compare the "
    "new hash, then both sides approve."
)


def approve(
    path: Path,
    side: str,
    by_role: str,
    key: Path | None = None,
    digest: str = "",
    now: datetime | None = None,
) -> tuple[Plan, Approval, bool]:
    """Approve the version in a file for a side, and write the approval into it.

    Args:
        path: The plan file.
        side: The side that approves.
        by_role: Who approves, by role; no name of a person.
        key: File of the side's private key; that in the user's settings when left out.
        digest: First figures, or all, of the hash that was compared with the other side.
        now: The instant of approval; the present one when left out.

    Returns:
        The plan before, the approval, and whether it is new: a version is approved once.

    Raises:
        TrainkitError: not the side's key, another version, or a plan that has ended. The file
            stays as it was.
    """
    Plan.read(path)
    was = path.read_bytes()
    plan, at = Plan.parsed(was, path.name), (now or datetime.now(UTC)).replace(microsecond=0)
    _require_fit(plan, side, digest, at)
    own = _own_key(plan, side, key)
    given = holding(plan, side)
    if given:
        return plan, given[0], False
    made = signed(own, side, _role(by_role), at, plan.digest)
    add_approval(path, made, was)
    return plan, made, True


def _own_key(plan: Plan, side: str, key: Path | None) -> "Ed25519PrivateKey":
    file = key_file(side, key)
    if not file.is_file():
        raise TrainkitError(
            f"There is no key at {file}. `trainkit plan keygen {side}` makes one; name another "
            "file with --key."
        )
    own = key_in(file)
    require_own_key(own, side, plan.sides, plan.where)
    return own


def _role(by_role: str) -> str:
    role = text(by_role, "The role")
    if not role:
        raise TrainkitError("Say by whom it is approved: --role 'chief of the operations room'.")
    return role


def _require_fit(plan: Plan, side: str, digest: str, at: datetime) -> None:
    if side not in plan.sides:
        hint = nearest(side, plan.sides)
        raise TrainkitError(
            f"{shown(side)} is no side of {plan.where}.{hint} Its sides are "
            f"{' and '.join(plan.sides)}; nobody else approves it. A third party's consent is "
            "recorded in its own table."
        )
    if digest and (len(digest) < _LEAST_FIGURES or not plan.digest.startswith(digest.lower())):
        raise TrainkitError(_OTHER.format(where=plan.where, own=plan.digest, given=shown(digest)))
    if not before(at, plan.end):
        raise TrainkitError(_ENDED.format(where=plan.where, end=plan.end.isoformat()))

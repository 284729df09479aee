"""How a submission arrived: when it counts as handed in, and which machine signed it.

The academy's own clock says when it was received. A receipt says when it was made, on the
trainee's clock: it counts where it can be right, since a file may travel for days, and it is said
where the two make a difference. What a receipt without a signature says does not count once the
trainee's machine is known to sign. None of this is ever a penalty by itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from trainkit.grading.course import Rules
from trainkit.grading.exchange.dates import Due, in_zone
from trainkit.grading.exchange.keypair import fingerprint
from trainkit.grading.journal import entries
from trainkit.grading.late import late_penalty
from trainkit.grading.taking import Taken

KIND = "submission_received"


@dataclass(frozen=True)
class Arrival:
    """How a submission arrived.

    Attributes:
        received: When the academy took it in.
        handed_in: When it counts as handed in.
        by: What says so: the trainee's receipt, or that it was received.
        signer: Public key of the machine that signed it; empty where none did.
        notes: What an instructor should know.
    """

    received: datetime
    handed_in: datetime
    by: Literal["receipt", "received"]
    signer: str
    notes: tuple[str, ...]


def earlier(book: Any, trainee: str) -> list[Mapping[str, Any]]:
    """Return what the journal says of earlier submissions of a trainee, of all notebooks."""
    found = [one for one in entries(book, trainee) if one.kind == KIND]
    return [{**one.content, "notebook": one.notebook} for one in found]


def arrival(
    taken: Taken, before: Sequence[Mapping[str, Any]], due: Due | None, rules: Rules
) -> Arrival:
    """Return how a submission arrived, now.

    Args:
        taken: Its bytes and its receipt.
        before: Earlier submissions of this trainee, as `earlier` gives them.
        due: Until when this trainee may hand it in; None without a due date.
        rules: Rules of the course.
    """
    received = datetime.now(UTC)
    signer = taken.receipt.signer if taken.receipt else ""
    signers = [str(one["signer"]) for one in before if one["signer"]]
    stripped = bool(taken.receipt and signers and not signer)
    trusted = taken.at if not stripped else None
    notes = [_signature(signer, signers, stripped), _clock(trusted, received, due, rules)]
    by: Literal["receipt", "received"] = "receipt" if trusted else "received"
    return Arrival(received, trusted or received, by, signer, tuple(filter(None, notes)))


def _signature(signer: str, signers: Sequence[str], stripped: bool) -> str:
    if stripped:
        return (
            "its receipt is not signed, and earlier ones of this trainee were, by the machine "
            f"{fingerprint(signers[0])}; so the time in it does not count"
        )
    if signer and signers and signer != signers[0]:
        return (
            f"it was signed on another machine ({fingerprint(signer)}) than the first one of this "
            f"trainee ({fingerprint(signers[0])}); that costs nothing"
        )
    return ""


def _clock(trusted: datetime | None, received: datetime, due: Due | None, rules: Rules) -> str:
    """Return which clock counts, where the two make a difference."""
    if due is None or not _is_late(received, due, rules):
        return ""
    at = in_zone(received, due.zone)
    if trusted is None:
        return (
            f"no receipt says when it was handed in, so the time of its import counts: {at}; the "
            f"due date is {due}"
        )
    if _is_late(trusted, due, rules):
        return ""
    return (
        f"it counts as handed in on {in_zone(trusted, due.zone)}, in time, by the trainee's own "
        f"clock; it was received on {at}"
    )


def _is_late(at: datetime, due: Due, rules: Rules) -> bool:
    return late_penalty(rules, (at - due.at).total_seconds(), 1.0) > 0

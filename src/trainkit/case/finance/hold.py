"""Holding money: the unit's suspension runs out, and a review asks what ties it to the offence.

The terms are those of the fictional laws of Alder and Borea, shaped after published ones. Three
clocks are kept apart: the unit's suspension, the freeze by a judge, and the administrative freeze
of the terrorist-financing branch, which is never a short cut for the others.

Sources:
    Suspension for five and for seven working days: `reference/case.md` section 4 (UIF, MASAK).
    Three clocks: `reference/law.md` L4.8.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from trainkit.case.law.clocks import working_days_after
from trainkit.errors import TrainkitError, nearest

SUSPENSION_DAYS: Mapping[str, int] = MappingProxyType({"Alder": 5, "Borea": 7})
"""Working days that a financial intelligence unit may suspend a payment, by State."""

Ground = Literal["", "suspicion", "traced"]
Verdict = Literal["kept", "lapsed", "not_linked", "too_much", "wrong_branch"]

_TOLD: Mapping[Verdict, str] = {
    "kept": "The money is kept: what is held is what was traced from the offence.",
    "lapsed": "The suspension had run out before the review, and the money was free to leave.",
    "not_linked": "Nothing ties this money to the offence: suspicion opens an inquiry, and holds "
    "nothing beyond it.",
    "too_much": "More is held than was traced; what is over is released.",
    "wrong_branch": "The freeze of the terrorist-financing branch does not hold proceeds of "
    "another offence.",
}


@dataclass(frozen=True)
class Hold:
    """Money that is held on an account.

    Attributes:
        side: State whose unit suspended it.
        suspended_h: Hour at which it was suspended.
        reviewed_h: Hour at which a judge looks at it.
        held_cents: What is held, in cents.
        traced_cents: What has been traced from the offence to this account, in cents.
        ground: What the review is told: nothing, a suspicion, or the way of the money.
        branch: Branch of the inquiry.
        frozen_as: Branch whose freeze was used.
    """

    side: str
    suspended_h: float
    reviewed_h: float
    held_cents: int
    traced_cents: int
    ground: Ground = "traced"
    branch: str = "proceeds"
    frozen_as: str = "proceeds"


@dataclass(frozen=True)
class Review:
    """What a review came to.

    Attributes:
        verdict: Why it was kept or not.
        kept_cents: What stays held, in cents.
        told: The verdict, in a sentence.
    """

    verdict: Verdict
    kept_cents: int
    told: str


def suspension_ends_h(side: str, suspended_h: float, first_weekday: int = 0) -> float:
    """Return the hour at which a unit's suspension runs out.

    Args:
        side: State whose unit suspended.
        suspended_h: Hour at which it did.
        first_weekday: Weekday of hour 0; Monday is 0.

    Raises:
        TrainkitError: no unit of that State is known.
    """
    if side not in SUSPENSION_DAYS:
        raise TrainkitError(
            f"No suspension is known for '{side}'.{nearest(side, SUSPENSION_DAYS)} The States are "
            f"{', '.join(SUSPENSION_DAYS)}."
        )
    return working_days_after(suspended_h, SUSPENSION_DAYS[side], first_weekday)


def review(hold: Hold, first_weekday: int = 0) -> Review:
    """Return what a judge makes of a hold: kept only where it is in time, tied, and no more.

    Raises:
        TrainkitError: it is reviewed before it is suspended, or holds nothing.
    """
    whole = isinstance(hold.held_cents, int) and isinstance(hold.traced_cents, int)
    if not whole or not hold.suspended_h <= hold.reviewed_h or hold.held_cents <= 0:
        raise TrainkitError(
            f"A hold of {hold.held_cents} cents is suspended at {hold.suspended_h:g} h and "
            f"reviewed at {hold.reviewed_h:g} h, with {hold.traced_cents} traced. Hold something "
            "in whole cents, and review it afterwards."
        )
    if hold.frozen_as != hold.branch:
        return _told("wrong_branch", 0)
    if hold.reviewed_h > suspension_ends_h(hold.side, hold.suspended_h, first_weekday):
        return _told("lapsed", 0)
    if hold.ground != "traced" or hold.traced_cents <= 0:
        return _told("not_linked", 0)
    kept = min(hold.held_cents, hold.traced_cents)
    return _told("kept" if kept == hold.held_cents else "too_much", kept)


def _told(verdict: Verdict, kept_cents: int) -> Review:
    return Review(verdict, kept_cents, _TOLD[verdict])

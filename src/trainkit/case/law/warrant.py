"""Orders to act: who granted them, on what grounds, until when; renewed on new grounds only."""

from dataclasses import dataclass, replace

from trainkit.case.law.statutes import AUTHORITIES, Statute, statute
from trainkit.errors import TrainkitError, nearest, shown

_DAY_H = 24.0


@dataclass(frozen=True)
class Warrant:
    """An order that allows an action against a target for a time.

    Attributes:
        statute: What it rests on.
        action: What it allows.
        target: Whom or what it concerns, by number.
        authority: Who granted it.
        grounds: Numbers of the items that it was granted and renewed on.
        granted_h: When it was granted.
        expires_h: When it ends; infinity where the law sets no end.

    Raises:
        TrainkitError: nobody signed it who grants orders, its statute does not allow the action, or
            it ends before it begins.
    """

    statute: Statute
    action: str
    target: int
    authority: str
    grounds: tuple[int, ...]
    granted_h: float
    expires_h: float

    def __post_init__(self) -> None:
        _require_signed(self.statute, self.action, self.authority)
        if self.action not in self.statute.actions:
            raise TrainkitError(
                f"{self.statute.side}'s statute {self.statute.id} does not carry an order for "
                f"{shown(self.action)}.{nearest(str(self.action), self.statute.actions)} It allows "
                f"{', '.join(self.statute.actions)}: name another statute or action."
            )
        if not self.granted_h <= self.expires_h:
            raise TrainkitError(
                f"The order for '{self.action}' is granted at hour {self.granted_h} and ends at "
                f"hour {self.expires_h}, before it. Correct one of the two."
            )

    def in_force(self, time_h: float) -> bool:
        """Return whether it allows acting at a time; at the moment of its end it no longer does."""
        return self.granted_h <= time_h < self.expires_h

    @property
    def latest_h(self) -> float:
        """The hour beyond which the law lets it not last, renewals and all; infinity if never."""
        basis = self.statute
        cap_days = basis.valid_days if basis.renewal_days is None else basis.cap_days
        return self.granted_h + cap_days * _DAY_H if cap_days is not None else float("inf")


def granted(
    side: str,
    action: str,
    offence: str,
    *,
    target: int,
    authority: str,
    grounds: tuple[int, ...],
    now_h: float,
    opened_h: float = 0.0,
) -> Warrant:
    """Return an order granted now.

    Args:
        side: Whose law it rests on.
        action: What it allows.
        offence: Offence that there are grounds for.
        target: Whom or what it concerns, by number.
        authority: Who grants it: supervisor, prosecutor or judge.
        grounds: Numbers of the items that it rests on.
        now_h: When, in hours.
        opened_h: When the case was opened, in hours.

    Raises:
        TrainkitError: no legal basis, no authority or the wrong one, a date before the case opened,
            or no grounds where more than a supervisor must agree.
    """
    basis = statute(side, action, offence)
    _require_authority(basis, action, authority)
    if not opened_h <= now_h < float("inf"):
        raise TrainkitError(
            f"The order for '{action}' is dated hour {now_h:g}, and the case opened at hour "
            f"{opened_h:g}: that is no date, or one before the case opened. Correct the date, or "
            "the order is void."
        )
    if basis.authority != "supervisor" and not grounds:
        raise TrainkitError(
            f"The order for '{action}' names no grounds. Name the items that it rests on: a "
            f"{basis.authority} decides on facts."
        )
    days = float("inf") if basis.valid_days is None else basis.valid_days
    return Warrant(basis, action, target, authority, grounds, now_h, now_h + days * _DAY_H)


def _require_signed(basis: Statute, action: str, authority: str) -> None:
    if authority not in AUTHORITIES:
        said = shown(authority) if authority else "nobody"
        raise TrainkitError(
            f"The order for '{action}' is signed by {said}; {basis.side}'s statute {basis.id} asks "
            f"for a {basis.authority}.{nearest(str(authority or ''), AUTHORITIES)} Put it to the "
            f"{basis.authority}."
        )


def _require_authority(basis: Statute, action: str, authority: str) -> None:
    _require_signed(basis, action, authority)
    ranks: tuple[str, ...] = AUTHORITIES
    if ranks.index(authority) < ranks.index(basis.authority):
        raise TrainkitError(
            f"A {authority} may not order '{action}': {basis.side}'s statute {basis.id} asks for a "
            f"{basis.authority}. Put it to the {basis.authority}."
        )


def renewed(warrant: Warrant, *, now_h: float, grounds: tuple[int, ...]) -> Warrant:
    """Return the order with its end put off.

    Args:
        warrant: The order, still in force.
        now_h: When it is renewed, in hours.
        grounds: Numbers of the items that the renewal rests on; one at least is new.

    Raises:
        TrainkitError: it has run out, the law knows no renewal, nothing is new, or the time in all
            is used up.
    """
    basis = warrant.statute
    _require_renewable(warrant, now_h, grounds)
    days = basis.renewal_days or 0.0
    expires_h = min(warrant.expires_h + days * _DAY_H, warrant.latest_h)
    if expires_h <= warrant.expires_h:
        raise TrainkitError(
            f"The order for '{warrant.action}' has run its {basis.cap_days:g} days, which is all "
            f"that {basis.side}'s statute {basis.id} allows. Go on by another means."
        )
    return replace(warrant, expires_h=expires_h, grounds=(*warrant.grounds, *grounds))


def _require_renewable(warrant: Warrant, now_h: float, grounds: tuple[int, ...]) -> None:
    basis = warrant.statute
    if not warrant.in_force(now_h):
        raise TrainkitError(
            f"The order for '{warrant.action}' holds from hour {warrant.granted_h:g} and ended at "
            f"hour {warrant.expires_h:g}; at hour {now_h:g} it cannot be renewed. Ask for a new "
            "one, and use nothing from between."
        )
    if basis.renewal_days is None:
        raise TrainkitError(
            f"{basis.side}'s statute {basis.id} knows no renewal of '{warrant.action}'. Ask for a "
            "new order when this one has ended."
        )
    if not set(grounds) - set(warrant.grounds):
        raise TrainkitError(
            f"The renewal of '{warrant.action}' names nothing new. A renewal needs new grounds: "
            "items that came after the order."
        )

"""The recovery and reflection period: a clock of 30 days at least, which no testimony buys.

While it runs nobody is removed, and help hangs on nothing. It ends before its time for two reasons
alone, each as a decision about this person that says why: public order, and a status that was
claimed improperly. That somebody falls silent, or takes a statement back, is none.

Sources:
    Council of Europe Convention CETS 197, Arts 12(6), 13(1) and 13(3) (L2.8, L4.15).
"""

import math
import re
from dataclasses import dataclass, replace
from typing import Literal, NoReturn, get_args

from trainkit.errors import TrainkitError, nearest

DAY_H = 24.0
LEAST_DAYS = 30.0
Ground = Literal["public_order", "improper_claim"]
GROUNDS: tuple[Ground, ...] = get_args(Ground)
_SHORTEST_REASON = 3


@dataclass(frozen=True)
class Ended:
    """A decision that a period ends before its time.

    Attributes:
        at_h: When, in hours.
        ground: Which of the two exceptions.
        reason: Why it is met in this person's case, in words.

    Raises:
        TrainkitError: the ground is none, or no reason is given.
    """

    at_h: float
    ground: Ground
    reason: str

    def __post_init__(self) -> None:
        _ground(self.ground)
        _reason(self.reason)


@dataclass(frozen=True)
class Reflection:
    """A period that runs from when a victim is presumed.

    Attributes:
        began_h: When it began, in hours.
        days: How long it runs, in days; 30 at least.
        ended: The decision that ended it before its time, if there is one.

    Raises:
        TrainkitError: it is shorter than 30 days, begins at no hour, or is ended outside of it.

    Examples:
        >>> Reflection(began_h=48.0).ends_h
        768.0
    """

    began_h: float
    days: float = LEAST_DAYS
    ended: Ended | None = None

    def __post_init__(self) -> None:
        if not self.days >= LEAST_DAYS:
            raise TrainkitError(
                f"A reflection period of {self.days:g} days was asked for; the convention gives "
                f"{LEAST_DAYS:g} at least. Give {LEAST_DAYS:g} or more; to end one before its time "
                "takes a decision with its ground and its reason."
            )
        if not math.isfinite(self.began_h):
            raise TrainkitError(f"A reflection period begins at an hour, not at {self.began_h}.")
        if self.ended is not None:
            self._require_while_it_runs(self.ended.at_h)

    @property
    def due_h(self) -> float:
        """When it ends of itself, in hours."""
        return self.began_h + self.days * DAY_H

    @property
    def ends_h(self) -> float:
        """When it ends, in hours: of itself, or by the decision."""
        return self.due_h if self.ended is None else self.ended.at_h

    def running(self, at_h: float) -> bool:
        """Return whether it runs at a time; it does from its first hour up to its end."""
        return self.began_h <= at_h < self.ends_h

    def end(self, at_h: float, ground: str, reason: str) -> "Reflection":
        """Return the period as ended by a decision.

        Args:
            at_h: When, in hours.
            ground: ``public_order`` or ``improper_claim``.
            reason: Why, of this person, in three words at least.

        Raises:
            TrainkitError: it does not run then, the ground is none, or no reason is given.
        """
        if self.ended is not None and at_h >= self.ended.at_h:
            self._refuse_outside(at_h)
        return replace(self, ended=Ended(at_h, _ground(ground), reason))

    def _require_while_it_runs(self, at_h: float) -> None:
        if not self.began_h <= at_h < self.due_h:
            self._refuse_outside(at_h)

    def _refuse_outside(self, at_h: float) -> NoReturn:
        raise TrainkitError(
            f"The period runs from {self.began_h:g} h to {self.ends_h:g} h and cannot be ended "
            f"at {at_h:g} h. There is nothing to decide outside of it."
        )

    def extend(self, days: float) -> "Reflection":
        """Return the period longer by *days*; shorter is refused.

        Raises:
            TrainkitError: *days* is not above 0, or the period was ended.
        """
        if self.ended is not None or not days > 0:
            raise TrainkitError(
                f"A period is made longer by days above 0 while it runs; {days:g} were asked for."
            )
        return replace(self, days=self.days + days)


def _ground(ground: str) -> Ground:
    for known in GROUNDS:
        if ground == known:
            return known
    raise TrainkitError(
        f"'{ground}' ends no reflection period.{nearest(ground, GROUNDS)} The grounds are "
        f"{' and '.join(GROUNDS)}; a statement that is refused or taken back is none."
    )


def _reason(reason: str) -> None:
    if len(re.findall(r"\w+", reason)) < _SHORTEST_REASON:
        raise TrainkitError(
            f"The reason given is '{reason}'. Say in a sentence why the ground is met in this "
            "person's case; without it the period goes on."
        )

"""Financial enquiries at the desk of a financial intelligence unit: a queue, a reason, a delay.

An enquiry that says why is answered after it is taken up. One that gives no reason is sent back,
is written again, and waits a second time. The desk has other work, which waits in the same line;
its length and its times are assumptions of whoever draws the desk.

Sources:
    Gross, Harris (1998). *Fundamentals of queueing theory*, ch. 2: the test of the queue, M/M/c.
    No figures on the reply times of such units are published (`reference/case.md` section 4).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from trainkit.case.finance.line import Line
from trainkit.errors import TrainkitError
from trainkit.kernel.distributions import Duration, Lognormal, duration_h
from trainkit.kernel.luck import Luck, purpose

WANTED_H = 72.0
"""An enquiry should have yielded by then; `reference/points.md` P1."""


_WORK_H = Lognormal(median_h=10.0, sigma=0.6)
"""Assumed: half of all enquiries take an analyst less than ten hours."""


@dataclass(frozen=True)
class Desk:
    """A unit's desk.

    Attributes:
        n_analysts: How many enquiries are worked on at once.
        others_per_day: Enquiries of others, on average a day; they come without memory.
        work_h: Time of an analyst for one enquiry.
        sent_back_h: Time until an enquiry without a reason is back, once it is taken up.
        written_h: Time to write the reason and to send it again.

    Raises:
        TrainkitError: a desk without an analyst, or with fewer than no enquiries.
    """

    n_analysts: int = 2
    others_per_day: float = 3.0
    work_h: Duration = _WORK_H
    sent_back_h: float = 4.0
    written_h: float = 8.0

    def __post_init__(self) -> None:
        if self.n_analysts < 1 or not self.others_per_day >= 0.0:
            raise TrainkitError(
                f"A desk has one analyst or more and 0 or more enquiries a day, not "
                f"{self.n_analysts} and {self.others_per_day}."
            )

    @property
    def load(self) -> float:
        """Share of its time that the desk is busy with the work of others; below 1 it keeps up."""
        return self.others_per_day * self.work_h.mean_h / (24.0 * self.n_analysts)


@dataclass(frozen=True)
class Enquiry:
    """An enquiry into an account.

    Attributes:
        id: Number, unlike every other enquiry's.
        sent_h: Hour at which it is sent.
        account: Number or name of the account.
        reason: Why it is asked; empty where nothing is said.
        urgent: Whether it goes to the head of the line, as the terrorist-financing branch does.
    """

    id: int
    sent_h: float
    account: str
    reason: str = ""
    urgent: bool = False


@dataclass(frozen=True)
class Answer:
    """What became of an enquiry.

    Attributes:
        id: Number of the enquiry; that of others is below 0.
        sent_h: Hour at which it was first sent.
        taken_h: Hour at which an analyst first took it up.
        answered_h: Hour at which it was answered.
        sent_back: Whether it was sent back for its reason.
    """

    id: int
    sent_h: float
    taken_h: float
    answered_h: float
    sent_back: bool

    @property
    def in_time(self) -> bool:
        """Whether it came within 72 hours."""
        return self.answered_h - self.sent_h <= WANTED_H


def answers(
    desk: Desk, enquiries: Sequence[Enquiry], luck: Luck, horizon_h: float
) -> dict[int, Answer]:
    """Return what became of every enquiry that was answered by the horizon, by its number.

    The enquiries of others are told too, with numbers below 0. More enquiries do not move the luck
    of the others.

    Raises:
        TrainkitError: two enquiries have one number, or one is sent before the start.
    """
    _require_possible(enquiries)
    line, found = Line(desk.n_analysts), dict[int, Answer]()
    for one in (*enquiries, *_others(desk, luck, horizon_h)):
        line.later(one.sent_h, _Asked(one, desk, luck, line, found).comes)
    line.play(horizon_h)
    return found


@dataclass(slots=True)
class _Asked:
    """An enquiry at a desk: when it was first taken up, and whether it was sent back."""

    one: Enquiry
    desk: Desk
    luck: Luck
    line: Line
    found: dict[int, Answer]
    taken_h: float = math.nan
    sent_back: bool = False

    def comes(self) -> None:
        self.line.wait(self.one.urgent, self._begins)

    def _begins(self) -> None:
        if math.isnan(self.taken_h):
            self.taken_h = self.line.now_h
        if self.one.reason or self.sent_back:
            self.line.later(_work_h(self.desk.work_h, self.luck, self.one.id), self._answered)
        else:
            self.line.later(self.desk.sent_back_h, self._goes_back)

    def _goes_back(self) -> None:
        self.line.leave()
        self.sent_back = True
        self.line.later(self.desk.written_h, self.comes)

    def _answered(self) -> None:
        self.line.leave()
        hours = self.one.sent_h, self.taken_h, self.line.now_h
        self.found[self.one.id] = Answer(self.one.id, *hours, self.sent_back)


@lru_cache(maxsize=1 << 14)
def _work_h(work_h: Duration, luck: Luck, number: int) -> float:
    """Return the time of an analyst, which does not depend on when or how it was asked."""
    name = "finance own enquiry" if number >= 0 else "finance other enquiry"
    return float(duration_h(luck.key, purpose(name), abs(number), 0, work_h.parameters))


@lru_cache(maxsize=1024)
def _others(desk: Desk, luck: Luck, horizon_h: float) -> tuple[Enquiry, ...]:
    found, at_h = list[Enquiry](), 0.0
    while desk.others_per_day:
        mean_h = 24.0 / desk.others_per_day
        at_h += luck.exponential("finance others come", len(found), mean=mean_h)
        if at_h >= horizon_h:
            break
        found.append(Enquiry(-1 - len(found), at_h, "", "a case of others"))
    return tuple(found)


def _require_possible(enquiries: Sequence[Enquiry]) -> None:
    numbers = [one.id for one in enquiries]
    if len(set(numbers)) < len(numbers) or min(numbers, default=0) < 0:
        raise TrainkitError(
            f"Enquiries have the numbers {numbers}. Give each its own, 0 or more: below 0 are "
            "those of others."
        )
    for one in enquiries:
        if not one.sent_h >= 0.0:
            raise TrainkitError(
                f"Enquiry {one.id} is sent at hour {one.sent_h}, before the start. Send it at 0 or "
                "later."
            )

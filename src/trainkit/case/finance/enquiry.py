"""Financial enquiries at the desk of a financial intelligence unit: a queue, a reason, a delay.

An enquiry that says why is answered after it is taken up. One that gives no reason is sent back,
is written again, and waits a second time. The desk has other work, which waits in the same line;
its length and its times are assumptions of whoever draws the desk.

Sources:
    Gross, Harris (1998). *Fundamentals of queueing theory*, ch. 2: the test of the queue, M/M/c.
    No figures on the reply times of such units are published (`reference/case.md` section 4).
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

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
    import simpy

    _require_possible(enquiries)
    env, found = simpy.Environment(), dict[int, Answer]()
    analysts = simpy.PriorityResource(env, desk.n_analysts)
    work = _Work(env, analysts, desk, luck, found)
    for one in (*enquiries, *_others(desk, luck, horizon_h)):
        env.process(work.of(one))
    env.run(until=horizon_h)
    return found


@dataclass(frozen=True)
class _Work:
    """The work of a desk: what a process needs to know."""

    env: Any
    analysts: Any
    desk: Desk
    luck: Luck
    found: dict[int, Answer]

    def of(self, one: Enquiry) -> Generator[Any]:
        """Wait in line with an enquiry, write its reason if it is sent back, wait again."""
        yield self.env.timeout(one.sent_h)
        taken_h = None
        if not one.reason:
            taken_h = yield from self._taken(one, self.desk.sent_back_h)
            yield self.env.timeout(self.desk.written_h)
        again_h = yield from self._taken(one, self._work_h(one))
        first_h = again_h if taken_h is None else taken_h
        self.found[one.id] = Answer(one.id, one.sent_h, first_h, self.env.now, taken_h is not None)

    def _taken(self, one: Enquiry, hours: float) -> Generator[Any, Any, float]:
        with self.analysts.request(priority=0 if one.urgent else 1) as place:
            yield place
            taken_h = float(self.env.now)
            yield self.env.timeout(hours)
        return taken_h

    def _work_h(self, one: Enquiry) -> float:
        name = "finance own enquiry" if one.id >= 0 else "finance other enquiry"
        key, number = self.luck.key, abs(one.id)
        return float(duration_h(key, purpose(name), number, 0, self.desk.work_h.parameters))


def _others(desk: Desk, luck: Luck, horizon_h: float) -> list[Enquiry]:
    found, at_h = list[Enquiry](), 0.0
    while desk.others_per_day:
        mean_h = 24.0 / desk.others_per_day
        at_h += luck.exponential("finance others come", len(found), mean=mean_h)
        if at_h >= horizon_h:
            break
        found.append(Enquiry(-1 - len(found), at_h, "", "a case of others"))
    return found


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

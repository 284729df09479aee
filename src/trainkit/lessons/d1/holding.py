"""Four accounts on which money lies, a unit with a queue, and money that leaves meanwhile.

A week is drawn anew each time. You write reasons one after the other; the unit answers in its turn;
money that has left by then is gone. What is held is looked at by a judge before the term runs out:
what was traced stays, what was not is released, and has been held from somebody who did nothing.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from trainkit.case.finance.enquiry import Desk, Enquiry, answers
from trainkit.case.finance.hold import Hold, review, suspension_ends_h
from trainkit.kernel.luck import Luck
from trainkit.lessons.d1.tables import shuffled, whole
from trainkit.lessons.task import Answer

DESK = Desk(n_analysts=1, others_per_day=1.0)
WRITE_H = {"reasoned": 4.0, "bare": 0.5}
"""Assumed: your own time for an enquiry with its reason, and for one line."""
PLACES = ("P", "Q", "R", "X")
HARM = 0.5
"""Assumed: what a crown counts that is held from somebody who did nothing, beside one kept."""
_HORIZON_H, _REVIEW_H = 24.0 * 21, 48.0


@dataclass(frozen=True)
class Held:
    """An account on which money lies.

    Attributes:
        letter: What the reader calls it.
        side: State of the bank.
        crowns: What lies there.
        traced: How much of it was traced from the offence, in crowns.
        leaves_h: Mean hours until the money leaves.
        told: What is known.
    """

    letter: str
    side: str
    crowns: int
    traced: int
    leaves_h: float
    told: str


@dataclass(frozen=True)
class Week:
    """Four accounts, and a suspension whose end is asked.

    Attributes:
        accounts: The accounts, by their letters.
        side: State of the suspension.
        ordered_day: Day on which it was ordered; day 1 is a Monday.
    """

    accounts: tuple[Held, ...]
    side: str
    ordered_day: int


_TOLD = (
    "gathered another sum of the group, and holds most of it",
    "got a part of that sum, which has lain there since",
    "got a small part of that sum for a car that is not yet delivered",
    "a shop that was paid for goods; the invoice and the goods are there",
)


def draw_week(luck: Luck) -> Week:
    """Return the four accounts of a trainee."""
    sums = (100 * whole(luck, "held", 70, 110, 0), 100 * whole(luck, "held", 40, 60, 1),
            100 * whole(luck, "held", 12, 20, 2), 100 * whole(luck, "held", 25, 40, 3))  # fmt: skip
    leaves = (whole(luck, "leaves", 40, 60, 0), whole(luck, "leaves", 90, 120, 1),
              whole(luck, "leaves", 100, 140, 2), whole(luck, "leaves", 80, 120, 3))  # fmt: skip
    letters = shuffled(luck, "held letters", PLACES)
    sides = shuffled(luck, "held sides", ("Alder", "Alder", "Borea", "Borea"))
    found = [
        Held(letters[at], sides[at], sums[at], sums[at] if at < 3 else 0, leaves[at], _TOLD[at])
        for at in range(len(PLACES))
    ]
    side = ("Alder", "Borea")[whole(luck, "suspended in", 0, 1)]
    day = 2 + whole(luck, "ordered on", 0, 3)
    return Week(tuple(sorted(found, key=lambda one: one.letter)), side, day)


def ends_day(week: Week) -> int:
    """Return the last day of the suspension; day 1 is a Monday."""
    return round(suspension_ends_h(week.side, 24.0 * (week.ordered_day - 1) + 10.0) / 24.0)


def sent(answer: Answer) -> list[Enquiry]:
    """Return the enquiries of an answer: the first account first, then by their letters."""
    order = sorted(range(len(PLACES)), key=lambda at: (PLACES[at] != answer["first"], at))
    at_h, found = 0.0, list[Enquiry]()
    for at in order:
        how = answer[f"ask_{PLACES[at].lower()}"]
        if how in WRITE_H:
            at_h += WRITE_H[how]
            found.append(Enquiry(at, at_h, PLACES[at], "written" if how == "reasoned" else ""))
    return found


def kept(week: Week, answer: Answer, luck: Luck) -> float:
    """Return the crowns that stay held, less half of what is held from those who did nothing."""
    line = tuple(sent(answer))
    found = _answered_h(line, luck)
    by_letter = {one.letter: one for one in week.accounts}
    total = 0.0
    for one in line:
        account = by_letter[one.account]
        gone_h = luck.exponential("d1 money leaves", one.id, mean=account.leaves_h)
        if found.get(one.id, math.inf) < gone_h:
            total += _judged(account, found[one.id])
    return total


@lru_cache(maxsize=1 << 14)
def _answered_h(line: tuple[Enquiry, ...], luck: Luck) -> Mapping[int, float]:
    """Return when each enquiry was answered; two ways of asking may send the same ones."""
    found = answers(DESK, line, luck, _HORIZON_H)
    return {one.id: found[one.id].answered_h for one in line if one.id in found}


def _judged(account: Held, at_h: float) -> float:
    hold = Hold(account.side, at_h, at_h + _REVIEW_H, 100 * account.crowns, 100 * account.traced)
    stays = review(hold).kept_cents / 100
    return stays - HARM * (account.crowns - stays)


def weeks(week: Week, answer: Answer, luck: Luck, n: int) -> NDArray[np.float64]:
    """Return what an answer keeps in *n* weeks, in crowns, shape (n,)."""
    many: Sequence[Luck] = [Luck(luck.seed, number) for number in range(1, n + 1)]
    return np.array([kept(week, answer, one) for one in many])


USUAL: Mapping[str, str] = {**{f"ask_{one.lower()}": "bare" for one in PLACES}, "first": "P"}
"""What is usually done: a line for every account, by their letters."""

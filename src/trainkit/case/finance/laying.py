"""Patterns laid into the traffic: a shape gets accounts, amounts that are passed on, and hours."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from trainkit.case.finance.entity import Payment
from trainkit.case.finance.shape import Flow
from trainkit.kernel.luck import Luck

_MEDIAN_CROWNS, _SPREAD = 14_000.0, 0.7
"""Assumed: the sum that enters a pattern, lognormal."""
_KEPT = 0.06
"""Assumed: the most that an account keeps of what it passes on."""
_ROUND = 0.3
"""Assumed: share of the first payments that are round, in hundreds of crowns."""
_OF_SOURCES = 500
"""Index of the draws that split what enters; those of the legs lie below."""
_LONGEST_H = 21 * 24.0
"""Assumed: the longest that a pattern takes."""


@dataclass(frozen=True)
class Place:
    """Where a pattern is laid.

    Attributes:
        number: Number of the pattern.
        accounts: Numbers of its accounts, as the flow counts them.
        horizon_h: Length of the ledger, in hours.
        first_payment: Number of its first payment.
    """

    number: int
    accounts: Sequence[str]
    horizon_h: float
    first_payment: int


def laid(flow: Flow, place: Place, luck: Luck) -> list[Payment]:
    """Return the payments of a pattern.

    Every account passes on what it received, less what it keeps, and after all of it has arrived.
    """
    amounts = amounts_cents(flow, place.number, luck)
    length_h = min(_LONGEST_H, place.horizon_h / 3) * (0.3 + 0.7 * _drawn(luck, "length", place, 0))
    gap_h = length_h / flow.n_steps
    start_h = (place.horizon_h - length_h) * _drawn(luck, "start", place, 0)
    found = []
    for at, ((payer, paid, step), cents) in enumerate(zip(flow.legs, amounts, strict=True)):
        at_h = start_h + gap_h * (step + 0.6 * _drawn(luck, "leaves", place, at))
        arrives_h = at_h + min(0.35 * gap_h, 48.0) * _drawn(luck, "arrives", place, at)
        accounts = place.accounts[payer], place.accounts[paid]
        number = place.first_payment + at
        found.append(Payment(number, round(at_h, 2), round(arrives_h, 2), *accounts, cents))
    return found


def _drawn(luck: Luck, name: str, place: Place, index: int) -> float:
    return luck.uniform(f"finance pattern {name}", place.number, index)


def amounts_cents(flow: Flow, number: int, luck: Luck) -> list[int]:
    """Return the amount of every leg of a pattern, in cents.

    What enters is split over the sources; what an account has received, less what it keeps, is
    split over the legs that it pays.
    """
    held, amounts = _entering(flow, number, luck), [0] * len(flow.legs)
    first = frozenset(held)
    for payer, legs in _payers(flow):
        kept = 0.0 if payer in first else luck.uniform("finance pattern kept", number, payer)
        passed = held[payer] * (1.0 - _KEPT * kept)
        parts = _split(passed, len(legs), luck, number, legs[0])
        for at, part in zip(legs, parts, strict=True):
            amounts[at] = _cents(part, payer in first, luck, number, at)
            paid = flow.legs[at][1]
            held[paid] = held.get(paid, 0.0) + amounts[at] / 100
    return amounts


def _entering(flow: Flow, number: int, luck: Luck) -> dict[int, float]:
    """Return what every source pays in, in crowns."""
    sources = sorted({payer for payer, _, step in flow.legs if step == 0})
    whole = luck.lognormal("finance pattern sum", number, median=_MEDIAN_CROWNS, sigma=_SPREAD)
    parts = _split(whole, len(sources), luck, number, _OF_SOURCES)
    return dict(zip(sources, parts, strict=True))


def _payers(flow: Flow) -> list[tuple[int, list[int]]]:
    """Return who pays which legs, by steps."""
    legs: dict[int, list[int]] = defaultdict(list)
    for at, (payer, _, _) in enumerate(flow.legs):
        legs[payer].append(at)
    return sorted(legs.items(), key=lambda one: flow.legs[one[1][0]][2])


def _cents(crowns: float, first: bool, luck: Luck, number: int, leg: int) -> int:
    """Return an amount in cents; of the first payments some are round, in hundreds of crowns."""
    if first and luck.uniform("finance pattern round", number, leg) < _ROUND:
        return 10_000 * max(1, round(crowns / 100))
    return max(1, round(100 * crowns))


def _split(whole: float, n: int, luck: Luck, number: int, index: int) -> list[float]:
    """Return *n* parts of a sum, each between half and one and a half times an equal part."""
    weights = [0.5 + luck.uniform("finance pattern part", number, index + at) for at in range(n)]
    return [whole * weight / sum(weights) for weight in weights]

"""Innocent traffic: wages, rent, shopping, remittances, savings circles, family, seasonal trade.

It is most of a ledger and looks, payment by payment, like what a simple rule looks for: wages fan
out, rent and shops fan in, remittances are round, circles gather and scatter, trade is large.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainkit.case.finance.entity import Purpose
from trainkit.kernel.luck import Luck, many_normal, many_uniform, purpose

DAY_H = 24.0
MONTH_H = 30 * DAY_H

Drafts = list[tuple[float, int, int, int, Purpose]]
"""Payments that have no number yet: hour, payer, beneficiary, amount in cents, what is written."""


@dataclass(frozen=True)
class Town:
    """Who has which account, as places in the list of accounts.

    Attributes:
        people: Accounts of people.
        shops: Accounts of shops.
        employers: Accounts of companies that pay wages and trade.
        letting: Accounts of those who let homes.
        horizon_h: Length of the ledger, in hours.
    """

    people: Sequence[int]
    shops: Sequence[int]
    employers: Sequence[int]
    letting: Sequence[int]
    horizon_h: float

    @property
    def months(self) -> int:
        """Whole months that have begun."""
        return max(1, int(np.ceil(self.horizon_h / MONTH_H)))


def everyday(town: Town, luck: Luck) -> Drafts:
    """Return all innocent payments of a town, in no order."""
    drafts: Drafts = []
    for part in (_wages, _rent, _shopping, _remittances, _circles, _family, _trade):
        drafts += [one for one in part(town, luck) if 0.0 <= one[0] < town.horizon_h]
    return drafts


def units(luck: Luck, name: str, n: int, index: int = 0) -> NDArray[np.float64]:
    """Return *n* numbers in [0, 1), shape (n,), for one purpose of the ledger."""
    return many_uniform(luck.key, purpose(f"finance {name}"), np.arange(n), index)


def _crowns(luck: Luck, name: str, n: int, median: float, sigma: float) -> NDArray[np.float64]:
    """Return lognormal amounts in crowns, shape (n,)."""
    normal = many_normal(luck.key, purpose(f"finance {name}"), np.arange(n), 0)
    return np.asarray(median * np.exp(sigma * normal))


def _picked(luck: Luck, name: str, pool: Sequence[int], n: int) -> list[int]:
    return [pool[int(len(pool) * one)] for one in units(luck, name, n)]


def _cents(crowns: float, round_to: int = 0) -> int:
    """Return an amount in cents, at least one; a round one where *round_to* crowns are given."""
    if round_to:
        return 100 * max(round_to, round_to * round(crowns / round_to))
    return max(1, round(100 * crowns))


def _monthly(town: Town, day: float) -> Iterator[float]:
    for month in range(town.months):
        yield month * MONTH_H + day * DAY_H


def _wages(town: Town, luck: Luck) -> Drafts:
    n = len(town.people)
    employers = _picked(luck, "employer", town.employers, n)
    amounts = _crowns(luck, "wage", n, 1_900.0, 0.35)
    return [
        (at_h + 9.0, employer, person, _cents(amount), "wage")
        for at_h in _monthly(town, 26.0)
        for person, employer, amount in zip(town.people, employers, amounts, strict=True)
    ]


def _rent(town: Town, luck: Luck) -> Drafts:
    n = len(town.people)
    landlords = _picked(luck, "landlord", town.letting, n)
    amounts, days = _crowns(luck, "rent", n, 620.0, 0.3), units(luck, "rent day", n)
    return [
        (at_h + 96.0 * day, person, landlord, _cents(amount, 10), "rent")
        for at_h in _monthly(town, 0.5)
        for person, landlord, amount, day in zip(town.people, landlords, amounts, days, strict=True)
        if person != landlord
    ]


def _scattered(town: Town, luck: Luck, name: str, a_month: float) -> list[tuple[float, int]]:
    """Return hours and people of events that come at any time, so many a month and person."""
    n = round(a_month * len(town.people) * town.horizon_h / MONTH_H)
    hours = town.horizon_h * units(luck, f"{name} hour", n)
    return list(zip(hours.tolist(), _picked(luck, f"{name} person", town.people, n), strict=True))


def _shopping(town: Town, luck: Luck) -> Drafts:
    events = _scattered(town, luck, "shopping", 7.0)
    shops = _picked(luck, "shop", town.shops, len(events))
    amounts = _crowns(luck, "basket", len(events), 38.0, 0.9)
    return [
        (at_h, person, shop, _cents(amount), "shopping")
        for (at_h, person), shop, amount in zip(events, shops, amounts, strict=True)
    ]


def _remittances(town: Town, luck: Luck) -> Drafts:
    """One in four sends home every month; several of a family send to the same person."""
    senders = [
        one for one, u in zip(town.people, units(luck, "sends", len(town.people)), strict=True)
        if u < 0.25
    ]  # fmt: skip
    homes = _picked(luck, "home", town.people[: max(2, len(town.people) // 10)], len(senders))
    amounts, days = (
        _crowns(luck, "sent", len(senders), 240.0, 0.6),
        units(luck, "sent day", len(senders)),
    )
    return [
        (at_h + 72.0 * day, person, home, _cents(amount, 10), "remittance")
        for at_h in _monthly(town, 27.0)
        for person, home, amount, day in zip(senders, homes, amounts, days, strict=True)
        if person != home
    ]


def _circles(town: Town, luck: Luck) -> Drafts:
    """Neighbours pay the same sum to one of them every month, who pays the pot out to another."""
    size, drafts = 8, Drafts()
    for number in range(len(town.people) // 30):
        members = list(town.people[30 * number : 30 * number + size])
        cents = 100 * (50 + 50 * int(4 * units(luck, "circle sum", 1, number)[0]))
        for month, at_h in enumerate(_monthly(town, 2.0)):
            hours = 48.0 * units(luck, "circle hour", size, 100 * number + month)
            paying = zip(members[1:], hours, strict=False)
            drafts += [(at_h + h, one, members[0], cents, "savings") for one, h in paying]
            lucky = members[1 + month % (size - 1)]
            drafts.append((at_h + 72.0, members[0], lucky, cents * (size - 1), "savings"))
    return drafts


def _family(town: Town, luck: Luck) -> Drafts:
    events = _scattered(town, luck, "family", 1.2)
    others = _picked(luck, "relative", town.people, len(events))
    amounts, rounds = (
        _crowns(luck, "gift", len(events), 110.0, 1.2),
        units(luck, "gift round", len(events)),
    )
    return [
        (at_h, person, other, _cents(amount, 10 if u < 0.6 else 0), "family")
        for (at_h, person), other, amount, u in zip(events, others, amounts, rounds, strict=True)
        if person != other
    ]


def _trade(town: Town, luck: Luck) -> Drafts:
    """Companies pay each other, more in high season; one in twelve pays back."""
    n = round(14.0 * len(town.employers) * town.horizon_h / MONTH_H)
    hours = town.horizon_h * units(luck, "trade hour", n)
    season = 0.5 + 0.5 * np.sin(2 * np.pi * (hours / MONTH_H + 12 * luck.uniform("season", 0)) / 12)
    taken = units(luck, "trade taken", n) < 0.5 + 0.5 * season
    firms = [*town.employers, *town.shops]
    payers, paid = _picked(luck, "buyer", firms, n), _picked(luck, "seller", firms, n)
    amounts, back = _crowns(luck, "invoice", n, 2_600.0, 1.0), units(luck, "credit note", n)
    drafts = Drafts()
    for at in np.flatnonzero(taken & (np.array(payers) != np.array(paid))).tolist():
        cents = _cents(amounts[at])
        drafts.append((float(hours[at]), payers[at], paid[at], cents, "trade"))
        if back[at] < 1 / 12:
            later = float(hours[at]) + 10 * DAY_H
            drafts.append((later, paid[at], payers[at], max(1, cents // 3), "trade"))
    return drafts

"""Simple rules that raise alerts on payments, and what they are worth at a base rate.

A rule looks at amounts, hours and who pays whom, never at what somebody is. Most alerts of any
simple rule are innocent, since most payments are: that is Bayes' formula and no fault of the rule.

Sources:
    Altman et al. (2023), see `trainkit.case.finance.shape`: the best published F1 on AMLworld is
    63.2 for HI-Small and 27.3 for LI-Small (`reference/case.md` section 2).
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from trainkit.case.finance.entity import Payment
from trainkit.case.finance.worth import Standing
from trainkit.errors import TrainkitError, nearest
from trainkit.guard import require_lawful_features

Kind = Literal["amount", "round", "velocity", "fan_in", "passed_on"]
KINDS: tuple[Kind, ...] = ("amount", "round", "velocity", "fan_in", "passed_on")
_ROUND_CENTS = 100 * 100
_PASSED_ON = (0.85, 1.0)
"""Assumed: an account passes money on where it pays this share of what it got in the window."""


@dataclass(frozen=True)
class Rule:
    """A rule that raises an alert on a payment.

    Attributes:
        kind: ``amount``: it is at least so large; ``round``: it is a multiple of 100 crowns;
            ``velocity``: the payer has paid so often in the window; ``fan_in``: so many have paid
            the beneficiary in the window; ``passed_on``: the account pays out, within the window,
            nearly all that it got.
        least_crowns: Smaller payments are not looked at.
        count: How often or how many; for velocity and fan_in.
        window_h: Window, in hours; for all but amount and round.

    Raises:
        TrainkitError: no such kind, or a number that no rule can have.
    """

    kind: Kind
    least_crowns: float = 0.0
    count: int = 3
    window_h: float = 72.0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            require_lawful_features(str(self.kind), "A rule on payments", "suspicion")
            raise TrainkitError(
                f"No rule is called '{self.kind}'.{nearest(self.kind, KINDS)} They are "
                f"{', '.join(KINDS)}."
            )
        if not (self.least_crowns >= 0 and self.count >= 1 and self.window_h > 0):
            raise TrainkitError(
                f"A rule with least_crowns = {self.least_crowns}, count = {self.count} and "
                f"window_h = {self.window_h} cannot be: give 0 or more, 1 or more, and above 0."
            )


def alerted(payments: Iterable[Payment], rule: Rule) -> frozenset[int]:
    """Return the numbers of the payments on which a rule raises an alert."""
    least = round(100 * rule.least_crowns)
    return _RAISED[rule.kind]([one for one in payments if one.amount_cents >= least], rule)


def standing(payments: Sequence[Payment], laundering: frozenset[int], rule: Rule) -> Standing:
    """Return what a rule comes to where it is known which payments belong to a pattern."""
    raised, numbers = alerted(payments, rule), {one.id for one in payments}
    hits, guilty = len(raised & laundering), len(numbers & laundering)
    return Standing(len(payments), guilty, len(raised), hits)


def _by(
    payments: Iterable[Payment], account: Callable[[Payment], str], at: Callable[[Payment], float]
) -> dict[str, list[Payment]]:
    found: dict[str, list[Payment]] = defaultdict(list)
    for one in sorted(payments, key=at):
        found[account(one)].append(one)
    return found


def _amount(payments: list[Payment], _rule: Rule) -> frozenset[int]:
    return frozenset(one.id for one in payments)


def _round(payments: list[Payment], _rule: Rule) -> frozenset[int]:
    return frozenset(one.id for one in payments if one.amount_cents % _ROUND_CENTS == 0)


def _velocity(payments: list[Payment], rule: Rule) -> frozenset[int]:
    raised: set[int] = set()
    for paid in _by(payments, _payer, _leaves).values():
        hours = [one.at_h for one in paid]
        for at, one in enumerate(paid):
            if at + 1 - bisect_left(hours, one.at_h - rule.window_h) >= rule.count:
                raised.add(one.id)
    return frozenset(raised)


def _fan_in(payments: list[Payment], rule: Rule) -> frozenset[int]:
    raised: set[int] = set()
    for got in _by(payments, _beneficiary, _arrives).values():
        hours = [one.arrives_h for one in got]
        for at, one in enumerate(got):
            window = got[bisect_left(hours, one.arrives_h - rule.window_h) : at + 1]
            if len({_payer(each) for each in window}) >= rule.count:
                raised.add(one.id)
    return frozenset(raised)


def _passed_on(payments: list[Payment], rule: Rule) -> frozenset[int]:
    raised: set[int] = set()
    got_by = _by(payments, _beneficiary, _arrives)
    low, high = _PASSED_ON
    for number, paid in _by(payments, _payer, _leaves).items():
        for one in paid:
            first = one.at_h - rule.window_h
            out = sum(each.amount_cents for each in paid if first <= each.at_h <= one.at_h)
            got = [each for each in got_by.get(number, ()) if first <= each.arrives_h <= one.at_h]
            if low * (came := sum(each.amount_cents for each in got)) <= out <= high * came:
                raised.add(one.id)
    return frozenset(raised)


def _payer(one: Payment) -> str:
    return one.payer_account


def _beneficiary(one: Payment) -> str:
    return one.beneficiary_account


def _leaves(one: Payment) -> float:
    return one.at_h


def _arrives(one: Payment) -> float:
    return one.arrives_h


_RAISED: Mapping[Kind, Callable[[list[Payment], Rule], frozenset[int]]] = {
    "amount": _amount,
    "round": _round,
    "velocity": _velocity,
    "fan_in": _fan_in,
    "passed_on": _passed_on,
}

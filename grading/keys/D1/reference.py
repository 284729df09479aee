"""Answers of reference and baseline for D1.

* Path: payments between the five accounts of the way, in the order in which a sum can run: an
  account pays after it got, and at least nine tenths of what it got from the sum.
* Alerts: heads are counted. The rule for the month ahead looks at what an account does with its
  money: it passes on nearly all of what it got within a week, in sums of a thousand crowns or more.
  The optimum over all rules is not known; a test states how little another setting gains.
* Subjects and items: as `truth` has them; the second branch opens by the branch's own rule.
* Value: the same sum, within a day after; what is owed is net, and the payment of that amount
  settles it.
* Hold: a reason for every account with traced money, the quickest loss first; none for the shop.
"""

from functools import lru_cache
from itertools import combinations

from trainkit.case.finance.branch import opened
from trainkit.lessons.d1 import holding, month, value

from .truth import ITEMS, SUBJECTS

_NEARLY = 0.9
_REFERENCE_RULE = {"rule": "passed_on", "least_crowns": 1_000, "window_h": 168}


def parts(way):
    """Return the numbers of the payments that are parts of the sum, and the account of its end."""
    first = next(number for number, name in way.names if name == f"account {way.first}")
    found, held, last = [], {first: way.came * 100}, first
    while held:
        account = min(held, key=lambda number: _first_out(way, number))
        got = held.pop(account)
        paid = _passed_on(way, account, got)
        for one in paid:
            found.append(one.id)
            there = one.beneficiary_account
            held[there] = held.get(there, 0) + one.amount_cents
        last = account if not paid else last
    return frozenset(found), last


def _first_out(way, number):
    hours = [one.at_h for one in way.payments if one.payer_account == number]
    return max(hours, default=1e9)


def _passed_on(way, account, got):
    """Return the payments that together pass on nearly all, and no more, of what an account got."""
    out = [one for one in way.payments if one.payer_account == account and one.at_h > way.came_h]
    for n in range(1, len(out) + 1):
        for some in combinations(out, n):
            if _NEARLY * got <= sum(one.amount_cents for one in some) <= got:
                return list(some)
    return []


def kept(way):
    """Return what was kept on the way, in crowns."""
    numbers, last = parts(way)
    reached = sum(
        one.amount_cents
        for one in way.payments
        if one.id in numbers and one.beneficiary_account == last
    )
    return round(way.came - reached / 100)


def _path(case):
    numbers, last = parts(case.way)
    marks = {
        f"payment_{one.id}": "part" if one.id in numbers else "not" for one in case.way.payments
    }
    return {**marks, "last": case.way.letter(last), "kept": kept(case.way)}


def opens(items):
    """Return which branches the items open together."""
    weighed = [ITEMS[one.id] for one in items]
    seen = {
        name: [indicator for branch, indicator in weighed if branch == name]
        for name in ("proceeds", "terrorist_financing")
    }
    first, second = (opened(indicators, name) for name, indicators in seen.items())
    return {(True, True): "both", (True, False): "proceeds"}.get((first, second), "neither")


def _branch(case):
    marks = {f"item_{n}": ITEMS[one.id][0] for n, one in enumerate(case.items, start=1)}
    return {**marks, "opens": opens(case.items)}


def _hold(case):
    traced = [one for one in case.week.accounts if one.traced]
    first = max(traced, key=lambda one: one.traced / one.leaves_h)
    asks = {
        f"ask_{one.letter.lower()}": "reasoned" if one.traced else "leave"
        for one in case.week.accounts
    }
    return {**asks, "first": first.letter, "ends_day": holding.ends_day(case.week)}


def _value(case):
    owed = value.net(case.value)
    return {
        "receiver": value.receiver(case.value),
        "owed": owed,
        "settles": str(1 + case.value.amounts.index(owed)),
        "shows": "nothing_between",
    }


@lru_cache(maxsize=512)
def reference(case):
    """Return the reference answers of a trainee's own case, by task."""
    counted = {name: round(found, 2) for name, found in month.counted(case.month).items()}
    return {
        "d1_path": _path(case),
        "d1_alerts": {**counted, **_REFERENCE_RULE},
        "d1_subjects": {
            f"subject_{n}": SUBJECTS[one.id] for n, one in enumerate(case.subjects, start=1)
        },
        "d1_value": _value(case),
        "d1_branch": _branch(case),
        "d1_hold": _hold(case),
    }


def baseline(case):
    """Return what a desk does that flags what is large, follows everything and asks for all.

    It leaves origin and faith out, so that it crosses no red line.
    """
    marks = {f"payment_{one.id}": "part" for one in case.way.payments}
    return {
        "d1_path": {**marks, "last": case.way.first, "kept": 0},
        "d1_alerts": {
            "true_alerts": 0, "all_alerts": 0, "precision_pct": case.month.recall_pct,
            "half_pct": case.month.recall_pct, **month.USUAL,
        },
        "d1_subjects": {f"subject_{n}": "signal" for n in range(1, 7)},
        "d1_value": {"receiver": "J", "owed": 0, "settles": "1", "shows": "crime"},
        "d1_branch": {**{f"item_{n}": "neither" for n in range(1, 7)}, "opens": "neither"},
        "d1_hold": {**holding.USUAL, "ends_day": 1},
    }  # fmt: skip

"""A month at a bank: what a rule that raises alerts is worth, and which rule to set next.

The numbers of the first part are the trainee's own. The second part runs on ledgers that nobody has
seen: so many alerts can be read, in the order in which they come, and what counts is how many of
those that were read belong to a pattern.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from trainkit.case.finance import Ledger, LedgerSpec, ledger
from trainkit.case.finance.rule import Rule, alerted
from trainkit.kernel.luck import Luck
from trainkit.lessons.d1.tables import whole
from trainkit.lessons.task import Answer

READ = 15
"""Alerts that can be read: an assumption on two analysts and a month."""
SPEC = LedgerSpec(n_persons=80, n_companies=9, n_transfers=10, n_patterns=4, days=60)
USUAL: Mapping[str, object] = {"rule": "amount", "least_crowns": 1_000, "window_h": 72}
"""The rule that the bank has today."""
_COUNT = 3


@dataclass(frozen=True)
class Month:
    """What is known of the bank's month.

    Attributes:
        payments: Payments in the month.
        one_in: One payment in so many belongs to a pattern, by a sample that was checked by hand.
        recall_pct: Share of these on which the rule raises an alert, in percent.
        false_pct: Share of the others on which it does, in percent.
    """

    payments: int
    one_in: int
    recall_pct: int
    false_pct: float


def draw_month(luck: Luck) -> Month:
    """Return the month of a trainee."""
    one_in = 100 * whole(luck, "one in", 4, 9)
    return Month(
        payments=one_in * whole(luck, "patterns' payments", 80, 140),
        one_in=one_in,
        recall_pct=5 * whole(luck, "recall", 8, 13),
        false_pct=0.5 * whole(luck, "false alarms", 4, 9),
    )


def counted(month: Month) -> dict[str, float]:
    """Return true alerts, all alerts, and the precision at the base rate and at half of it."""
    guilty = month.payments / month.one_in
    true = guilty * month.recall_pct / 100
    false = (month.payments - guilty) * month.false_pct / 100
    half_false = (month.payments - guilty / 2) * month.false_pct / 100
    return {
        "true_alerts": true,
        "all_alerts": true + false,
        "precision_pct": 100 * true / (true + false),
        "half_pct": 100 * (true / 2) / (true / 2 + half_false),
    }


@lru_cache(maxsize=64)
def month_ahead(luck: Luck) -> Ledger:
    """Return a month that nobody has seen."""
    return ledger(SPEC, luck)


def hits(answer: Answer, book: Ledger) -> int:
    """Return how many of the alerts that can be read belong to a pattern.

    Args:
        answer: Holds ``rule``, ``least_crowns`` and ``window_h``.
        book: The month.
    """
    least, window_h = float(answer["least_crowns"]), float(answer["window_h"])
    raised = alerted(book.payments, Rule(answer["rule"], least, _COUNT, window_h))
    read = [one.id for one in book.payments if one.id in raised][:READ]
    return sum(number in book.laundering for number in read)

"""The money of a case: a synthetic ledger, shapes of laundering, alerts, enquiries, freezes.

Everybody in it is invented. Shapes are shapes of flows, never a recipe; most traffic is innocent.
"""

from trainkit.case.finance.book import Ledger
from trainkit.case.finance.drawn import ledger
from trainkit.case.finance.linked import linked
from trainkit.case.finance.size import LedgerSpec

__all__ = ["Ledger", "LedgerSpec", "ledger", "linked"]

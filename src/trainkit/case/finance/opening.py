"""What everybody has at the start: enough that no account and no purse is ever below nothing."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from trainkit.case.finance.book import Ledger

_Move = tuple[float, str, int]


def covered(book: Ledger) -> Ledger:
    """Return the ledger with openings and cash raised to what its payments and transfers need."""
    accounts, purses = _lowest(_booked(book)), _lowest(_handed(book))
    return replace(
        book,
        accounts=tuple(
            replace(one, opening_cents=one.opening_cents - accounts[one.number])
            for one in book.accounts
        ),
        persons=tuple(
            replace(one, cash_cents=one.cash_cents - purses[one.id]) for one in book.persons
        ),
    )


def _lowest(moves: Iterable[_Move]) -> Counter[str]:
    """Return the lowest that everybody's running sum comes to, 0 at most."""
    running, lowest = Counter[str](), Counter[str]()
    for _, name, cents in sorted(moves):
        running[name] += cents
        lowest[name] = min(lowest[name], running[name])
    return lowest


def _booked(book: Ledger) -> Iterable[_Move]:
    for one in book.payments:
        yield one.at_h, one.payer_account, -one.amount_cents
        yield one.arrives_h, one.beneficiary_account, one.amount_cents


def _handed(book: Ledger) -> Iterable[_Move]:
    for one in book.transfers:
        yield one.at_h, one.sender, -one.amount_cents
        yield one.at_h, one.paying_agent, -one.amount_cents
        yield one.at_h, one.taking_agent, one.amount_cents
        yield one.at_h, one.receiver, one.amount_cents

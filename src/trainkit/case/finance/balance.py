"""What every holder has at an hour: balances, money in transit, cash, and what agents owe.

Money is conserved: balances, what is in transit and cash in hand come to the same sum at any hour,
to the cent, and what agents owe comes to nothing.
"""

from collections import Counter

from trainkit.case.finance.book import Ledger


def balances_cents(ledger: Ledger, at_h: float) -> dict[str, int]:
    """Return the balance of every account at an hour, in cents, by its number."""
    found = {one.number: one.opening_cents for one in ledger.accounts}
    for payment in ledger.payments:
        if payment.at_h <= at_h:
            found[payment.payer_account] -= payment.amount_cents
        if payment.arrives_h <= at_h:
            found[payment.beneficiary_account] += payment.amount_cents
    return found


def in_transit_cents(ledger: Ledger, at_h: float) -> int:
    """Return the money that has left an account and has not reached the other, in cents."""
    return sum(one.amount_cents for one in ledger.payments if one.at_h <= at_h < one.arrives_h)


def cash_cents(ledger: Ledger, at_h: float) -> dict[str, int]:
    """Return the cash of every person at an hour, in cents, by id."""
    found = {one.id: one.cash_cents for one in ledger.persons}
    for one in ledger.transfers:
        if one.at_h <= at_h:
            found[one.sender] -= one.amount_cents
            found[one.taking_agent] += one.amount_cents
            found[one.paying_agent] -= one.amount_cents
            found[one.receiver] += one.amount_cents
    return found


def owed_cents(ledger: Ledger, at_h: float) -> dict[str, int]:
    """Return what every agent is owed by the others at an hour, in cents; negative where they owe.

    A transfer makes one agent owe the other; a payment that settles makes it less.
    """
    found: Counter[str] = Counter()
    for one in ledger.transfers:
        if one.at_h <= at_h:
            found[one.paying_agent] += one.amount_cents
            found[one.taking_agent] -= one.amount_cents
    for number in ledger.settlements:
        payment = ledger.by_payment[number]
        if payment.arrives_h <= at_h:
            found[ledger.by_number[payment.payer_account].owner] += payment.amount_cents
            found[ledger.by_number[payment.beneficiary_account].owner] -= payment.amount_cents
    return dict(found)


def total_cents(ledger: Ledger, at_h: float) -> int:
    """Return all money at an hour: balances, in transit, and cash; the same at any hour."""
    held = sum(balances_cents(ledger, at_h).values()) + sum(cash_cents(ledger, at_h).values())
    return held + in_transit_cents(ledger, at_h)

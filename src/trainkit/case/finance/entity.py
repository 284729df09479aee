"""Who holds money and how it moves: the words are FollowTheMoney's, the people are nobody.

Amounts are whole cents of crowns, an invented currency; hours count from the start of the ledger.

Sources:
    FollowTheMoney's schemata Person, Company, BankAccount, Payment, Ownership, Directorship.
"""

from dataclasses import dataclass
from typing import Literal

CURRENCY = "crowns"
Purpose = Literal["wage", "rent", "shopping", "remittance", "trade", "savings", "family", "other"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who holds accounts and cash.

    Attributes:
        id: Name in the ledger, unlike every other person's and company's.
        side: State where the person lives.
        cash_cents: Cash in hand at the start, in cents.
    """

    id: str
    side: str
    cash_cents: int = 0


@dataclass(frozen=True, slots=True)
class Company:
    """A company; who is behind it stand in ownerships and directorships.

    Attributes:
        id: Name in the ledger, unlike every other person's and company's.
        side: State where it is registered.
        trade: What it does, in a word.
    """

    id: str
    side: str
    trade: str


@dataclass(frozen=True, slots=True)
class Account:
    """An account at a bank.

    Attributes:
        number: Account number; it fails the test of real ones.
        owner: Id of the person or company that holds it.
        side: State of the bank.
        opening_cents: Balance at the start, in cents.
        opened_h: Hour at which it was opened; before the start where it is negative.
        closed_h: Hour at which it was closed, or None.
        currency: Its currency.
        actor: Number of the actor of a network who uses it, or None.
    """

    number: str
    owner: str
    side: str
    opening_cents: int
    opened_h: float = 0.0
    closed_h: float | None = None
    currency: str = CURRENCY
    actor: int | None = None

    def open_at(self, at_h: float) -> bool:
        """Return whether the account is open at an hour."""
        return self.opened_h <= at_h and (self.closed_h is None or at_h < self.closed_h)


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment from an account to an account.

    Attributes:
        id: Number, unlike every other payment's.
        at_h: Hour at which it leaves the payer's account.
        arrives_h: Hour at which it reaches the beneficiary's; it is in transit between.
        payer_account: Number of the account that pays.
        beneficiary_account: Number of the account that is paid.
        amount_cents: Amount, in cents; above 0.
        purpose: What is written on it; anybody may write anything.
        currency: Its currency: that of both accounts.
    """

    id: int
    at_h: float
    arrives_h: float
    payer_account: str
    beneficiary_account: str
    amount_cents: int
    purpose: Purpose = "other"
    currency: str = CURRENCY


@dataclass(frozen=True, slots=True)
class ValueTransfer:
    """Value that moves through two agents with no payment between accounts.

    The sender hands cash to one agent; the other, elsewhere, hands cash to the receiver. The first
    then owes the second, until a payment settles it.

    Attributes:
        id: Number, unlike every other transfer's.
        at_h: Hour at which both hand over.
        sender: Person who gives cash.
        taking_agent: Agent who takes it, and owes from then on.
        paying_agent: Agent who hands out, and is owed.
        receiver: Person who gets cash.
        amount_cents: Amount, in cents; above 0.
    """

    id: int
    at_h: float
    sender: str
    taking_agent: str
    paying_agent: str
    receiver: str
    amount_cents: int


@dataclass(frozen=True, slots=True)
class Ownership:
    """Who owns what part of a company."""

    owner: str
    asset: str
    percentage: float = 100.0


@dataclass(frozen=True, slots=True)
class Directorship:
    """Who directs a company."""

    director: str
    organization: str


@dataclass(frozen=True, slots=True)
class Laid:
    """A pattern that was laid into the traffic: the truth, which nobody sees.

    Attributes:
        id: Its name.
        shape: One of the eight shapes.
        payments: Numbers of its payments.
    """

    id: str
    shape: str
    payments: tuple[int, ...]

"""The ledger: entities, payments, transfers of value, and the patterns that lie in them.

A ledger that could not exist is refused when it is made; what is lost would be money.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from trainkit.case.finance.entity import (
    Account,
    Company,
    Directorship,
    Laid,
    Ownership,
    Payment,
    Person,
    ValueTransfer,
)
from trainkit.case.finance.number import require_nobodys
from trainkit.errors import TrainkitError, nearest


@dataclass(frozen=True)
class Ledger:
    """Everything that is booked, and what is true of it.

    Attributes:
        persons: People.
        companies: Companies.
        accounts: Accounts, by their owners.
        payments: Payments, in the order in which they leave.
        transfers: Transfers of value through agents.
        settlements: Numbers of the payments that settle what agents owe each other.
        ownerships: Who owns a company.
        directorships: Who directs a company.
        laid: Patterns that were laid: the truth, which nobody sees.

    Raises:
        TrainkitError: a ledger that could not be: two of one id, a payment to a missing account,
            no amount, a closed account, another currency, an account number that may be real.
    """

    persons: tuple[Person, ...]
    companies: tuple[Company, ...]
    accounts: tuple[Account, ...]
    payments: tuple[Payment, ...] = ()
    transfers: tuple[ValueTransfer, ...] = ()
    settlements: frozenset[int] = frozenset()
    ownerships: tuple[Ownership, ...] = ()
    directorships: tuple[Directorship, ...] = ()
    laid: tuple[Laid, ...] = ()

    def __post_init__(self) -> None:
        names = [one.id for one in self.persons] + [one.id for one in self.companies]
        _require_own(names, "entities", "id")
        _require_own([one.number for one in self.accounts], "accounts", "number")
        _require_own([one.id for one in self.payments], "payments", "number")
        _require_own([one.id for one in self.transfers], "transfers", "number")
        for account in self.accounts:
            require_nobodys(account.number)
            _require_named([account.owner], self.entities, f"account {account.number}")
        for payment in self.payments:
            _require_possible(payment, self.by_number)
        self._require_whole()

    def _require_whole(self) -> None:
        for one in self.transfers:
            _require_amount(one.amount_cents, f"Transfer {one.id}")
            named = (one.sender, one.taking_agent, one.paying_agent, one.receiver)
            _require_named(named, self.people, f"transfer {one.id}")
        for owned in self.ownerships:
            _require_named((owned.owner, owned.asset), self.entities, "an ownership")
        for led in self.directorships:
            _require_named((led.director, led.organization), self.entities, "a directorship")
        numbers = self.by_payment
        for laid in (*(one.payments for one in self.laid), self.settlements):
            missing = sorted(set(laid) - numbers.keys())
            if missing:
                raise TrainkitError(f"Payment {missing[0]} is named and missing. Add it first.")

    @cached_property
    def entities(self) -> frozenset[str]:
        """The ids of people and companies."""
        return self.people | {one.id for one in self.companies}

    @cached_property
    def people(self) -> frozenset[str]:
        """The ids of people."""
        return frozenset(one.id for one in self.persons)

    @cached_property
    def by_number(self) -> dict[str, Account]:
        """The accounts by their numbers."""
        return {one.number: one for one in self.accounts}

    @cached_property
    def by_payment(self) -> dict[int, Payment]:
        """The payments by their numbers."""
        return {one.id: one for one in self.payments}

    @cached_property
    def laundering(self) -> frozenset[int]:
        """The numbers of all payments that belong to a laid pattern."""
        return frozenset(number for one in self.laid for number in one.payments)

    def of_actor(self, actor: int) -> tuple[Account, ...]:
        """Return the accounts that an actor of a network uses."""
        return tuple(one for one in self.accounts if one.actor == actor)

    def statement(
        self, number: str, from_h: float = float("-inf"), to_h: float = float("inf")
    ) -> tuple[Payment, ...]:
        """Return the payments from and to an account that left in a time, the end not included.

        Raises:
            TrainkitError: there is no such account.
        """
        _require_account(number, self.by_number, "A statement")
        return tuple(
            one
            for one in self.payments
            if number in (one.payer_account, one.beneficiary_account) and from_h <= one.at_h < to_h
        )


def _require_own(names: Iterable[object], what: str, called: str) -> None:
    twice = [name for name, n in Counter(names).items() if n > 1]
    if twice:
        raise TrainkitError(
            f"Two {what} have the {called} {twice[0]}. Give each its own, or the money of one "
            "would be taken for the other's."
        )


def _require_named(names: Iterable[str], known: frozenset[str], where: str) -> None:
    for name in names:
        if name not in known:
            raise TrainkitError(
                f"{where} names '{name}', who is missing.{nearest(name, known)} Add the entity, "
                "or take the line out."
            )


def _require_amount(amount_cents: int, where: str) -> None:
    whole = isinstance(amount_cents, int) and not isinstance(amount_cents, bool)
    if not whole or amount_cents <= 0:
        raise TrainkitError(
            f"{where} is over {amount_cents!r} cents. An amount is a whole number of cents above "
            "0; turn payer and beneficiary round where money went back."
        )


def _require_account(number: str, known: dict[str, Account], where: str) -> Account:
    if number not in known:
        raise TrainkitError(
            f"{where} names account {number}, which is missing.{nearest(number, known)} Open it "
            "first, or correct the number."
        )
    return known[number]


def _require_possible(payment: Payment, accounts: dict[str, Account]) -> None:
    where = f"Payment {payment.id}"
    _require_amount(payment.amount_cents, where)
    payer = _require_account(payment.payer_account, accounts, where)
    beneficiary = _require_account(payment.beneficiary_account, accounts, where)
    if payer.number == beneficiary.number:
        raise TrainkitError(f"{where} leads from an account to itself. Take it out.")
    if {payment.currency, payer.currency, beneficiary.currency} != {payment.currency}:
        raise TrainkitError(
            f"{where} is in {payment.currency}, and the accounts are in {payer.currency} and "
            f"{beneficiary.currency}. A ledger has one currency: change the money before."
        )
    _require_open(payment, payer, payment.at_h)
    _require_open(payment, beneficiary, payment.arrives_h)


def _require_open(payment: Payment, account: Account, at_h: float) -> None:
    if not payment.at_h <= payment.arrives_h:
        raise TrainkitError(f"Payment {payment.id} arrives before it leaves. Correct its hours.")
    if not account.open_at(at_h):
        closed = "never" if account.closed_h is None else f"at {account.closed_h:g} h"
        raise TrainkitError(
            f"Payment {payment.id} is booked at {at_h:g} h on account {account.number}, opened at "
            f"{account.opened_h:g} h and closed {closed}. Move the payment, or the date."
        )

"""The ledger: entities, payments, transfers of value, and the patterns that lie in them.

A ledger that could not exist is refused when it is made; what is lost would be money.
"""

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
from trainkit.case.finance.possible import (
    require_account,
    require_held,
    require_known,
    require_named,
    require_own,
    require_possible,
    require_shape,
    require_share,
    require_sides,
    require_transfer,
)
from trainkit.errors import TrainkitError


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
        require_own(names, "entities", "id")
        require_own([one.number for one in self.accounts], "accounts", "number")
        require_own([one.id for one in self.payments], "payments", "number")
        require_own([one.id for one in self.transfers], "transfers", "number")
        self._require_holders()
        for payment in self.payments:
            require_possible(payment, self.by_number)
        self._require_behind()
        self._require_laid()

    def _require_holders(self) -> None:
        require_sides(company.side for company in self.companies)
        for person in self.persons:
            require_sides([person.side])
            require_held(person.cash_cents, f"The cash of {person.id}")
        for account in self.accounts:
            require_sides([account.side])
            require_account(account)
            require_named([account.owner], self.entities, f"account {account.number}")

    def _require_behind(self) -> None:
        for one in self.transfers:
            named = (one.sender, one.taking_agent, one.paying_agent, one.receiver)
            require_named(named, self.people, f"transfer {one.id}")
            require_transfer(one)
        for owned in self.ownerships:
            require_share(owned)
            require_named((owned.owner, owned.asset), self.entities, "an ownership")
        for led in self.directorships:
            require_named((led.director, led.organization), self.entities, "a directorship")

    def _require_laid(self) -> None:
        require_own([number for one in self.laid for number in one.payments], "patterns", "payment")
        for pattern in self.laid:
            require_shape(pattern)
        for laid in (*(one.payments for one in self.laid), self.settlements):
            missing = sorted(set(laid) - self.by_payment.keys())
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
        require_known(number, self.by_number, "A statement")
        return tuple(
            one
            for one in self.payments
            if number in (one.payer_account, one.beneficiary_account) and from_h <= one.at_h < to_h
        )

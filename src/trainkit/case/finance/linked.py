"""A ledger linked to a network: accounts carry the number of the actor who uses them."""

from dataclasses import replace

from trainkit.case.actors import Network
from trainkit.case.finance.book import Ledger
from trainkit.errors import TrainkitError

_FIRST = ("financier", "value_transfer_agent", "organiser")
"""Roles that stand where the money runs; the others follow by their numbers."""


def linked(book: Ledger, network: Network) -> Ledger:
    """Return the ledger with an account for every actor of a network.

    The accounts that patterns run through go to those who handle money first, then to the others;
    once these are given out, actors get accounts that see innocent traffic only. Accounts that are
    left belong to nobody of the network.

    Raises:
        TrainkitError: there are more actors than accounts.
    """
    if len(network.actors) > len(book.accounts):
        raise TrainkitError(
            f"{len(network.actors)} actors cannot share {len(book.accounts)} accounts: each uses "
            "one of its own. Draw a ledger with more people."
        )
    rising = sorted(network.actors, key=lambda one: (_standing(one.role), one.id))
    users = dict(zip(_running(book), (one.id for one in rising), strict=False))
    accounts = tuple(replace(one, actor=users.get(one.number)) for one in book.accounts)
    return replace(book, accounts=accounts)


def _standing(role: str) -> int:
    return _FIRST.index(role) if role in _FIRST else len(_FIRST)


def _running(book: Ledger) -> list[str]:
    """Return the numbers of all accounts, first those that patterns run through, by their hours."""
    laundering = [one for one in book.payments if one.id in book.laundering]
    hot = [number for one in laundering for number in (one.payer_account, one.beneficiary_account)]
    return list(dict.fromkeys([*hot, *(one.number for one in book.accounts)]))

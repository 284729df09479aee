"""What could stand in a ledger: names of somebody, whole cents, hours that follow each other."""

import math
from collections import Counter
from collections.abc import Iterable
from numbers import Real

from trainkit.case.finance.entity import Account, Laid, Ownership, Payment, ValueTransfer
from trainkit.case.finance.number import COUNTRIES, require_nobodys
from trainkit.case.finance.shape import SHAPES
from trainkit.errors import TrainkitError, nearest, shown


def require_own(names: Iterable[object], what: str, called: str) -> None:
    """Refuse two of one name.

    Raises:
        TrainkitError: there is one.
    """
    twice = [name for name, n in Counter(names).items() if n > 1]
    if twice:
        raise TrainkitError(
            f"Two {what} have the {called} {twice[0]}. Give each its own, or the money of one "
            "would be taken for the other's."
        )


def require_named(names: Iterable[str], known: frozenset[str], where: str) -> None:
    """Refuse a name of nobody.

    Raises:
        TrainkitError: there is one.
    """
    for name in names:
        if name not in known:
            raise TrainkitError(
                f"{where} names '{name}', who is missing.{nearest(name, known)} Add the entity, "
                "or take the line out."
            )


def require_amount(amount_cents: int, where: str) -> None:
    """Refuse what is no whole number of cents above 0.

    Raises:
        TrainkitError: there is one.
    """
    whole = isinstance(amount_cents, int) and not isinstance(amount_cents, bool)
    if not whole or amount_cents <= 0:
        raise TrainkitError(
            f"{where} is over {amount_cents!r} cents. An amount is a whole number of cents above "
            "0; turn payer and beneficiary round where money went back."
        )


def require_known(number: str, known: dict[str, Account], where: str) -> Account:
    """Return an account by its number; refuse a number of none.

    Raises:
        TrainkitError: there is one.
    """
    if number not in known:
        raise TrainkitError(
            f"{where} names account {number}, which is missing.{nearest(number, known)} Open it "
            "first, or correct the number."
        )
    return known[number]


def require_possible(payment: Payment, accounts: dict[str, Account]) -> None:
    """Refuse a payment that could not be made.

    Raises:
        TrainkitError: there is one.
    """
    if _is_plain(payment, accounts):
        return
    where = f"Payment {payment.id}"
    require_amount(payment.amount_cents, where)
    payer = require_known(payment.payer_account, accounts, where)
    beneficiary = require_known(payment.beneficiary_account, accounts, where)
    if payer.number == beneficiary.number:
        raise TrainkitError(f"{where} leads from an account to itself. Take it out.")
    if {payment.currency, payer.currency, beneficiary.currency} != {payment.currency}:
        raise TrainkitError(
            f"{where} is in {payment.currency}, and the accounts are in {payer.currency} and "
            f"{beneficiary.currency}. A ledger has one currency: change the money before."
        )
    _require_open(payment, payer, payment.at_h)
    _require_open(payment, beneficiary, payment.arrives_h)


def _is_plain(payment: Payment, accounts: dict[str, Account]) -> bool:
    """Return whether a payment is beyond doubt: most are, and asked all at once it costs least."""
    payer, paid = accounts.get(payment.payer_account), accounts.get(payment.beneficiary_account)
    return (
        (payer is not None and paid is not None and payer.number != paid.number)
        and (type(payment.amount_cents) is int and payment.amount_cents > 0)
        and payment.currency == payer.currency == paid.currency
        and (type(payment.at_h) is float and type(payment.arrives_h) is float)
        and -math.inf < payment.at_h <= payment.arrives_h < math.inf
        and (payer.open_at(payment.at_h) and paid.open_at(payment.arrives_h))
    )


def _require_open(payment: Payment, account: Account, at_h: float) -> None:
    hours = all(isinstance(one, Real) for one in (payment.at_h, payment.arrives_h))
    if not hours or not -math.inf < payment.at_h <= payment.arrives_h < math.inf:
        raise TrainkitError(
            f"Payment {payment.id} arrives before it leaves, or at no hour. Correct its hours."
        )
    if not account.open_at(at_h):
        closed = "never" if account.closed_h is None else f"at {account.closed_h:g} h"
        raise TrainkitError(
            f"Payment {payment.id} is booked at {at_h:g} h on account {account.number}, opened at "
            f"{account.opened_h:g} h and closed {closed}. Move the payment, or the date."
        )


def require_sides(sides: Iterable[str]) -> None:
    """Refuse a State that there is not.

    Raises:
        TrainkitError: somebody lives there, or has an account there.
    """
    for side in sides:
        if side not in COUNTRIES:
            raise TrainkitError(
                f"A ledger knows no State '{side}'.{nearest(side, COUNTRIES)} They are "
                f"{', '.join(COUNTRIES)}."
            )


def require_held(cents: int, what: str) -> None:
    """Refuse what is no whole number of cents, or below nothing.

    Raises:
        TrainkitError: it is.
    """
    whole = isinstance(cents, int) and not isinstance(cents, bool)
    if not whole or cents < 0:
        raise TrainkitError(
            f"{what} is {shown(cents)} cents. Money at the start is a whole number of cents, 0 or "
            "more."
        )


def require_account(account: Account) -> None:
    """Refuse an account that may be somebody's, or could not be.

    Raises:
        TrainkitError: it may, or it is closed before it is opened, or holds no whole cents.
    """
    require_nobodys(account.number)
    require_held(account.opening_cents, f"The balance of account {account.number}")
    closed_h = math.inf if account.closed_h is None else account.closed_h
    if not -math.inf < account.opened_h <= closed_h:
        raise TrainkitError(
            f"Account {account.number} is opened at {account.opened_h:g} h and closed at "
            f"{closed_h:g} h. Correct one of the two."
        )


def require_transfer(transfer: ValueTransfer) -> None:
    """Refuse a transfer of value that moves none, or has no hour.

    Raises:
        TrainkitError: two of its four people are one, there is no amount, or no hour.
    """
    where = f"Transfer {transfer.id}"
    require_amount(transfer.amount_cents, where)
    if not math.isfinite(transfer.at_h):
        raise TrainkitError(f"{where} is handed over at {transfer.at_h} h. Give an hour.")
    ends = {transfer.sender, transfer.receiver}
    if len(ends) < 2 or transfer.taking_agent == transfer.paying_agent:
        raise TrainkitError(
            f"{where} moves nothing: its sender and receiver, or its agents, are one. Name two."
        )


def require_share(owned: Ownership) -> None:
    """Refuse a part of a company that is none.

    Raises:
        TrainkitError: it is not above 0 and at most 100 in a hundred.
    """
    if not 0.0 < owned.percentage <= 100.0:
        raise TrainkitError(
            f"{owned.owner} owns {owned.percentage:g} % of {owned.asset}. Give a part above 0 and "
            "at most 100."
        )


def require_shape(pattern: Laid) -> None:
    """Refuse a laid pattern of no known shape.

    Raises:
        TrainkitError: there is no such shape.
    """
    if pattern.shape not in SHAPES:
        raise TrainkitError(
            f"Pattern {pattern.id} is a '{pattern.shape}', which is no shape."
            f"{nearest(pattern.shape, SHAPES)} They are {', '.join(SHAPES)}."
        )

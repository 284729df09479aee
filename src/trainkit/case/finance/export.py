"""A ledger as FollowTheMoney entities: for tools that read that vocabulary.

What is true of the ledger and nobody sees, the patterns, is left out. The currency is ISO 4217's
code for tests, the countries are none; every entity says that it is synthetic.

Sources:
    FollowTheMoney, schemata Person, Company, BankAccount, Payment, Ownership, Directorship.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from trainkit.case.finance.book import Ledger
from trainkit.case.finance.entity import Account, Company, Payment, Person
from trainkit.case.finance.number import COUNTRIES

TEST_CURRENCY = "XTS"
_STATEMENT = "Synthetic: an exercise. Nobody in it exists."
Entity = dict[str, Any]


def entities(book: Ledger, start: datetime) -> Iterator[Entity]:
    """Yield the entities of a ledger, each with its id, its schema and its properties.

    Args:
        book: The ledger.
        start: When its hour 0 is; times are written in UTC.
    """
    yield from (_party("Person", one) for one in book.persons)
    yield from (_party("Company", one) for one in book.companies)
    for account in book.accounts:
        yield _account(account, start)
        yield _link("Ownership", owner=account.owner, asset=account.number)
    yield from (_payment(one, book, start) for one in book.payments)
    for owned in book.ownerships:
        share = f"{owned.percentage:g}"
        yield _link("Ownership", owner=owned.owner, asset=owned.asset, percentage=share)
    for led in book.directorships:
        yield _link("Directorship", director=led.director, organization=led.organization)


def json_lines(book: Ledger, start: datetime) -> str:
    """Return the entities of a ledger as lines of JSON, one entity a line."""
    return "".join(json.dumps(one, sort_keys=True) + "\n" for one in entities(book, start))


def _entity(called: str, schema: str, **properties: str) -> Entity:
    told = {key: [value] for key, value in properties.items() if value}
    return {"id": called, "schema": schema, "properties": {**told, "notes": [_STATEMENT]}}


def _party(schema: str, one: Person | Company) -> Entity:
    return _entity(one.id, schema, name=one.id, country=COUNTRIES[one.side].lower())


def _account(one: Account, start: datetime) -> Entity:
    return _entity(
        one.number,
        "BankAccount",
        accountNumber=one.number,
        openingDate=_date(start, one.opened_h),
        closingDate="" if one.closed_h is None else _date(start, one.closed_h),
        currency=TEST_CURRENCY,
    )


def _payment(one: Payment, book: Ledger, start: datetime) -> Entity:
    return _entity(
        f"payment {one.id}",
        "Payment",
        payer=book.by_number[one.payer_account].owner,
        payerAccount=one.payer_account,
        beneficiary=book.by_number[one.beneficiary_account].owner,
        beneficiaryAccount=one.beneficiary_account,
        amount=f"{one.amount_cents / 100:.2f}",
        currency=TEST_CURRENCY,
        purpose=one.purpose,
        date=_instant(start, one.at_h),
        transactionNumber=str(one.id),
    )


def _link(schema: str, **ends: str) -> Entity:
    return _entity(" ".join([schema.lower(), *ends.values()]), schema, **ends)


def _instant(start: datetime, at_h: float) -> str:
    return (start.astimezone(UTC) + timedelta(hours=at_h)).isoformat(timespec="seconds")


def _date(start: datetime, at_h: float) -> str:
    return _instant(start, at_h)[:10]

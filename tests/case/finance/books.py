"""Small ledgers of the tests, made by hand."""

from trainkit.case.finance.book import Ledger
from trainkit.case.finance.entity import Account, Payment, Person
from trainkit.case.finance.number import account_number

NUMBERS = tuple(account_number("Alder", serial, 7) for serial in range(60))


def paid(number: int, payer: int, beneficiary: int, at_h: float = 0.0, cents: int = 100):
    """Return a payment between two of the numbers that arrives after an hour."""
    return Payment(number, at_h, at_h + 1.0, NUMBERS[payer], NUMBERS[beneficiary], cents)


def held(at: int, **changed):
    """Return the account of a place, with what is *changed*."""
    told = {"number": NUMBERS[at], "owner": f"person {at}", "side": "Alder", "opening_cents": 0}
    return Account(**{**told, **changed})


def book(payments=(), accounts=None, n: int = 4, **more) -> Ledger:
    """Return a ledger of *n* people with an account each."""
    people = tuple(Person(f"person {at}", "Alder") for at in range(n))
    accounts = accounts or tuple(held(at) for at in range(n))
    return Ledger(people, (), accounts, tuple(payments), **more)

"""A ledger that could not be is refused: what was asked, what was found, what to do next."""

import math
from dataclasses import replace

import pytest
from tests.case.finance.books import NUMBERS, book, held, paid

from trainkit.case.finance.book import Ledger
from trainkit.case.finance.entity import (
    Company,
    Directorship,
    Laid,
    Ownership,
    Person,
    ValueTransfer,
)
from trainkit.errors import TrainkitError

PEOPLE = tuple(f"person {at}" for at in range(4))


def test_a_payment_to_a_missing_account_is_refused():
    with pytest.raises(TrainkitError, match=f"Payment 1 names account {NUMBERS[9]}.*Open it"):
        book([paid(1, 0, 9)])


@pytest.mark.parametrize("cents", [0, -5, 12.5, True])
def test_an_amount_is_whole_cents_above_nothing(cents):
    with pytest.raises(TrainkitError, match="whole number of cents above 0"):
        book([paid(1, 0, 1, cents=cents)])


@pytest.mark.parametrize("at", [0, 1])
def test_an_account_that_is_closed_at_the_date_takes_no_payment(at):
    accounts = [held(0), held(1)]
    accounts[at] = replace(accounts[at], closed_h=10.0)
    book([paid(1, 0, 1, at_h=8.0)], tuple(accounts))

    with pytest.raises(TrainkitError, match=r"closed at 10 h. Move the payment"):
        book([paid(1, 0, 1, at_h=11.0)], tuple(accounts))


def test_money_in_transit_does_not_reach_an_account_that_closed_meanwhile():
    accounts = (held(0), held(1, closed_h=10.0))

    with pytest.raises(TrainkitError, match="closed at 10 h"):
        book([paid(1, 0, 1, at_h=9.5)], accounts)


def test_an_account_takes_nothing_before_it_is_opened():
    with pytest.raises(TrainkitError, match="opened at 5 h and closed never"):
        book([paid(1, 0, 1, at_h=1.0)], (held(0, opened_h=5.0), held(1)))


def test_currencies_are_not_mixed():
    with pytest.raises(TrainkitError, match=r"crowns and shells. A ledger has one currency"):
        book([paid(1, 0, 1)], (held(0), held(1, currency="shells")))


def test_a_number_that_passes_the_test_of_real_ones_is_refused():
    passing = next(
        number
        for number in (f"XA{check:02d}" + NUMBERS[0][4:] for check in range(2, 99))
        if int(number[4:] + "3310" + number[2:4]) % 97 == 1
    )

    with pytest.raises(TrainkitError, match="could be somebody's"):
        book(accounts=(held(0, number=passing),))


def test_two_entities_of_one_id_are_refused_also_where_one_is_a_company():
    whole = book()

    with pytest.raises(TrainkitError, match="Two entities have the id person 1"):
        replace(whole, companies=(Company("person 1", "Borea", "shop"),))
    with pytest.raises(TrainkitError, match="Two entities have the id person 0"):
        replace(whole, persons=(*whole.persons, Person("person 0", "Borea")))


def test_two_accounts_and_two_payments_of_one_number_are_refused():
    with pytest.raises(TrainkitError, match="Two accounts have the number"):
        book(accounts=(held(0), held(1, number=NUMBERS[0])))
    with pytest.raises(TrainkitError, match="Two payments have the number 1"):
        book([paid(1, 0, 1), paid(1, 1, 0)])


def test_a_payment_leads_to_another_account_and_arrives_after_it_left():
    with pytest.raises(TrainkitError, match="from an account to itself"):
        book([paid(1, 2, 2)])
    with pytest.raises(TrainkitError, match="arrives before it leaves"):
        book([replace(paid(1, 0, 1, at_h=5.0), arrives_h=4.0)])
    with pytest.raises(TrainkitError, match="arrives before it leaves"):
        book([replace(paid(1, 0, 1), arrives_h=float("nan"))])


def test_whoever_is_named_is_there():
    whole = book([paid(1, 0, 1)])

    with pytest.raises(TrainkitError, match=r"account .* names 'nobody'"):
        book(accounts=(held(0, owner="nobody"),))
    with pytest.raises(TrainkitError, match="transfer 3 names 'person 8'"):
        replace(whole, transfers=(ValueTransfer(3, 0.0, "person 8", *["person 1"] * 3, 100),))
    with pytest.raises(TrainkitError, match="an ownership names 'company 1'"):
        replace(whole, ownerships=(Ownership("person 1", "company 1"),))
    with pytest.raises(TrainkitError, match="a directorship names 'company 1'"):
        replace(whole, directorships=(Directorship("person 1", "company 1"),))
    with pytest.raises(TrainkitError, match="Payment 2 is named and missing"):
        replace(whole, laid=(Laid("one", "cycle", (1, 2)),))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"accounts": (held(0, opening_cents=1.5),)}, r"is 1\.5 cents. Money at the start"),
        ({"accounts": (held(0, opening_cents=-1),)}, "is -1 cents. Money at the start"),
        ({"accounts": (held(0, opened_h=5.0, closed_h=1.0),)}, "opened at 5 h and closed at 1 h"),
        ({"accounts": (held(0, side="Italy"),)}, "A ledger knows no State 'Italy'"),
        (
            {"transfers": (ValueTransfer(1, math.nan, *PEOPLE, 5),)},
            "Transfer 1 is handed over at nan h",
        ),
        (
            {"transfers": (ValueTransfer(1, 0.0, *PEOPLE[:3], PEOPLE[0], 5),)},
            "its sender and receiver, or its agents, are one",
        ),
        (
            {"transfers": (ValueTransfer(1, 0.0, PEOPLE[0], *[PEOPLE[1]] * 2, PEOPLE[3], 5),)},
            "its sender and receiver, or its agents, are one",
        ),
        ({"ownerships": (Ownership(*PEOPLE[:2], 250.0),)}, "owns 250 % of person 1"),
        ({"ownerships": (Ownership(*PEOPLE[:2], math.nan),)}, "owns nan % of person 1"),
        ({"laid": (Laid("one", "cycel", ()),)}, "Did you mean 'cycle'"),
    ],
)
def test_what_could_not_be_in_a_ledger_is_refused_in_a_sentence(more, said):
    with pytest.raises(TrainkitError, match=said):
        book(**more)


@pytest.mark.parametrize("hours", [(math.inf, math.inf), (0.0, math.inf), (math.nan, 1.0)])
def test_a_payment_leaves_and_arrives_at_an_hour(hours):
    with pytest.raises(TrainkitError, match="arrives before it leaves, or at no hour"):
        book([replace(paid(1, 0, 1), at_h=hours[0], arrives_h=hours[1])])


def test_a_payment_belongs_to_one_pattern():
    with pytest.raises(TrainkitError, match="Two patterns have the payment 1"):
        book([paid(1, 0, 1)], laid=(Laid("one", "cycle", (1,)), Laid("two", "cycle", (1,))))


@pytest.mark.parametrize("cents", [-5, 0.5, True])
def test_cash_is_whole_cents_too(cents):
    with pytest.raises(TrainkitError, match="The cash of person 0 is"):
        Ledger((Person("person 0", "Alder", cents),), (), ())


def test_a_statement_holds_what_an_account_paid_and_got():
    whole = book([paid(1, 0, 1), paid(2, 1, 2, 5.0), paid(3, 2, 3, 6.0), paid(4, 3, 1, 9.0)])

    assert [one.id for one in whole.statement(NUMBERS[1])] == [1, 2, 4]
    assert [one.id for one in whole.statement(NUMBERS[1], 1.0, 9.0)] == [2]
    with pytest.raises(TrainkitError, match="A statement names account"):
        whole.statement(NUMBERS[50])


@pytest.mark.parametrize("hours", [{"at_h": "1"}, {"arrives_h": None}])
def test_an_hour_that_is_no_number_is_refused_in_a_sentence(hours):
    with pytest.raises(TrainkitError, match="arrives before it leaves, or at no hour"):
        book([replace(paid(1, 0, 1), **hours)])

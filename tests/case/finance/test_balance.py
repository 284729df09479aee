"""Money is conserved to the cent, whatever moves."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.case.finance.books import NUMBERS, book, held, paid

from trainkit.case.finance import LedgerSpec, ledger
from trainkit.case.finance.balance import (
    balances_cents,
    cash_cents,
    in_transit_cents,
    owed_cents,
    total_cents,
)
from trainkit.case.finance.entity import ValueTransfer
from trainkit.kernel.luck import Luck

_HOURS, _BOOKED = st.floats(-1.0, 200.0), st.floats(0.0, 100.0)
_CENTS = st.integers(1, 10**9)


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(1, 3), _BOOKED, _CENTS)),
    st.lists(st.tuples(st.permutations(range(4)), _BOOKED, _CENTS)),
    st.lists(_HOURS, min_size=1),
)
def test_balances_transit_and_cash_come_to_the_same_at_any_hour(booked, handed, hours):
    payments = [
        paid(number, payer, (payer + step) % 4, at_h, cents)
        for number, (payer, step, at_h, cents) in enumerate(booked)
    ]
    transfers = tuple(
        ValueTransfer(number, at_h, *(f"person {one}" for one in who), cents)
        for number, (who, at_h, cents) in enumerate(handed)
    )
    whole = book(payments, tuple(held(at, opening_cents=1_000) for at in range(4)))
    whole = replace(whole, transfers=transfers)

    assert {total_cents(whole, at_h) for at_h in hours} == {4_000}
    assert all(sum(owed_cents(whole, at_h).values()) == 0 for at_h in hours)


@settings(max_examples=8)
@given(st.integers(0, 2**32), st.lists(st.floats(-5, 3_000), min_size=3, max_size=6))
def test_a_drawn_ledger_conserves_money_and_nobody_falls_below_nothing(seed, hours):
    drawn = ledger(LedgerSpec(n_persons=60, n_companies=9, n_patterns=3), Luck(seed))

    assert len({total_cents(drawn, at_h) for at_h in hours}) == 1
    for at_h in hours:
        assert min(balances_cents(drawn, at_h).values()) >= 0
        assert min(cash_cents(drawn, at_h).values()) >= 0
        assert sum(owed_cents(drawn, at_h).values()) == 0


def test_a_payment_is_in_transit_until_it_arrives():
    whole = book([paid(1, 0, 1, at_h=10.0, cents=700)])

    assert [in_transit_cents(whole, at_h) for at_h in (9.9, 10.0, 10.9, 11.0)] == [0, 700, 700, 0]
    assert balances_cents(whole, 10.5) == {**dict.fromkeys(NUMBERS[:4], 0), NUMBERS[0]: -700}


def test_value_moves_between_agents_with_no_payment_and_is_settled_later():
    through = ValueTransfer(1, 5.0, "person 0", "person 1", "person 2", "person 3", 900)
    whole = book([paid(1, 1, 2, at_h=50.0, cents=900)], transfers=(through,),
                 settlements=frozenset({1}))  # fmt: skip

    assert list(cash_cents(whole, 6.0).values()) == [-900, 900, -900, 900]
    assert set(balances_cents(whole, 6.0).values()) == {0}
    assert owed_cents(whole, 6.0) == {"person 2": 900, "person 1": -900}
    assert owed_cents(whole, 52.0) == {"person 2": 0, "person 1": 0}


@pytest.mark.parametrize("seed", range(3))
def test_what_agents_owe_is_settled_but_for_the_months_after_which_the_ledger_ends(seed):
    drawn = ledger(LedgerSpec(n_transfers=60, days=90), Luck(seed))
    last_settled = max(drawn.by_payment[number].arrives_h for number in drawn.settlements)
    still_open = {}
    for one in drawn.transfers:
        if one.at_h >= 60 * 24.0:
            still_open[one.paying_agent] = still_open.get(one.paying_agent, 0) + one.amount_cents
            still_open[one.taking_agent] = still_open.get(one.taking_agent, 0) - one.amount_cents

    owed = owed_cents(drawn, max(last_settled, 90 * 24.0))

    assert {who: cents for who, cents in owed.items() if cents} == {
        who: cents for who, cents in still_open.items() if cents
    }

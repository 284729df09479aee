"""The exact matcher finds every shape that was laid, and no broken one."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.case.finance.books import NUMBERS, paid

from trainkit.case.finance import LedgerSpec, ledger
from trainkit.case.finance.laying import Place, laid
from trainkit.case.finance.matcher import components, shape_of
from trainkit.case.finance.shape import SHAPES, flow
from trainkit.kernel.luck import Luck

_SHAPES = st.sampled_from(SHAPES)
_SEEDS = st.integers(0, 2**40)


def _drawn(shape, seed):
    luck = Luck(seed)
    return laid(flow(shape, luck, 0), Place(0, NUMBERS, 2_160.0, 0), luck)


@given(_SHAPES, _SEEDS)
def test_every_shape_is_recovered_from_its_payments(shape, seed):
    assert shape_of(_drawn(shape, seed)) == shape


@given(_SHAPES, _SEEDS, st.randoms())
def test_the_order_in_which_payments_are_given_does_not_matter(shape, seed, random):
    payments = _drawn(shape, seed)
    random.shuffle(payments)

    assert shape_of(payments) == shape


@given(st.sampled_from(["cycle", "bipartite", "stack"]), _SEEDS, st.data())
def test_a_shape_that_lacks_a_payment_is_not_taken_for_it(shape, seed, data):
    payments = _drawn(shape, seed)
    left = data.draw(st.sampled_from(payments))

    assert shape_of([one for one in payments if one is not left]) != shape


@given(st.sampled_from(["scatter_gather", "gather_scatter"]), _SEEDS)
def test_a_shape_of_which_one_half_is_gone_is_another(shape, seed):
    payments = _drawn(shape, seed)
    end = "payer_account" if shape == "scatter_gather" else "beneficiary_account"
    half = [one for one in payments if getattr(one, end) == getattr(payments[0], end)]

    assert shape_of(half) == ("fan_out" if shape == "scatter_gather" else "fan_in")


@given(_SHAPES, _SEEDS)
def test_one_payment_besides_breaks_a_shape(shape, seed):
    payments = _drawn(shape, seed)
    back = replace(payments[0], id=999, payer_account=payments[0].beneficiary_account,
                   beneficiary_account=payments[0].payer_account)  # fmt: skip

    assert shape_of([*payments, back]) is None
    assert shape_of([*payments, replace(payments[0], id=998)]) is None


@given(st.sampled_from(["random", "stack", "scatter_gather", "gather_scatter"]), _SEEDS)
def test_money_that_is_passed_on_before_it_came_has_no_shape(shape, seed):
    payments = _drawn(shape, seed)
    latest = max(one.arrives_h for one in payments)
    first, *others = payments

    assert shape_of([replace(first, at_h=latest + 1, arrives_h=latest + 2), *others]) is None


@given(_SHAPES, _SEEDS)
def test_two_patterns_that_share_no_account_are_two(shape, seed):
    luck = Luck(seed)
    first = laid(flow(shape, luck, 0), Place(0, NUMBERS[:30], 2_160.0, 0), luck)
    second = laid(flow("fan_in", luck, 1), Place(1, NUMBERS[30:], 2_160.0, 500), luck)

    parts = components([*first, *second])

    assert [shape_of(part) for part in parts] == [shape, "fan_in"]
    assert shape_of([*first, *second]) is None


@settings(max_examples=6)
@given(_SEEDS)
def test_all_patterns_of_a_ledger_are_recovered_by_their_payments_alone(seed):
    drawn = ledger(LedgerSpec(n_persons=200, shapes=SHAPES), Luck(seed))

    parts = components(drawn.by_payment[number] for number in drawn.laundering)
    found = {tuple(one.id for one in part): shape_of(part) for part in parts}

    assert found == {tuple(sorted(one.payments)): one.shape for one in drawn.laid}


@pytest.mark.parametrize("n", [0, 1, 2])
def test_fewer_than_three_payments_have_no_shape(n):
    assert shape_of([paid(at, 0, at + 1) for at in range(n)]) is None


def test_a_ring_out_of_order_is_no_cycle():
    assert shape_of([paid(0, 0, 1, 0.0), paid(1, 1, 2, 10.0), paid(2, 2, 0, 20.0)]) == "cycle"
    assert shape_of([paid(0, 0, 1, 10.0), paid(1, 1, 2, 0.0), paid(2, 2, 0, 20.0)]) is None
